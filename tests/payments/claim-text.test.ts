import { expect, test } from 'vitest';
import { claimText } from '../../server/payments/follow/fit-to-ledger.ts';
import type { StripePayment } from '../../server/payments/stripe/stripe-state.ts';

const TRUTH: StripePayment = {
  object: 'cs_1',
  code: null,
  livemode: false,
  currency: 'USD',
  amount: 1_000n,
  state: 'paid',
  receipt: null,
  intent: 'pi_1',
  charge: null,
  payer: { name: null, email: null, country: null },
  refunds: [],
  disputes: [],
};

test.each<[string, Partial<StripePayment>, string]>([
  ['an amount', {}, 'cs_1: 10.00 USD by pi_1'],
  ['no currency', { currency: '', amount: null }, 'cs_1: no amount by pi_1'],
  [
    'an amount that ISO 4217 cannot say',
    { currency: 'XXX', amount: null },
    'cs_1: an amount in XXX that can’t be recorded by pi_1',
  ],
])('of a payment with %s the desk says so', (_what, facts, said) => {
  expect(claimText({ ...TRUTH, ...facts })).toBe(said);
});
