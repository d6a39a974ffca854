import { z } from 'zod';
import {
  PAYMENT_FLAGS,
  PAYMENT_STATUSES,
  PAYMENT_WAYS,
  REFUND_STATES,
  UNMATCHED_REASONS,
} from '../../domain/payment.ts';
import type { PostOperation } from '../../http/api.ts';
import type { Operation } from '../../http/operation.ts';
import { instant, money, next, ref } from '../../openapi/shapes.ts';
import { comparison } from '../compare/compare.ts';
import { paymentsInput } from './list.ts';

const code = z.string().describe('The payment’s random code.');
const currency = z.string().describe('ISO 4217.');
const stripeId = z.string().describe('Stripe’s own id.');

const payment = z
  .strictObject({
    code,
    pledge: ref.nullable().describe('Null for a gift that hasn’t been paid yet.'),
    status: z.enum(PAYMENT_STATUSES),
    way: z.enum(PAYMENT_WAYS),
    currency,
    amount: money.describe('The amount to pay.'),
    country: z.string().describe('The country the payer named: ISO 3166, two letters.'),
    received: money,
    refunded: money.describe('Through refunds and lost disputes.'),
    disputed: money,
    balance: z
      .strictObject({ currency, fee: money, net: money })
      .nullable()
      .describe('Stripe’s fee and the net amount, in the currency of Stripe’s balance.'),
    flags: z.array(z.enum(PAYMENT_FLAGS)).describe('What an admin should check.'),
    live: z.boolean().describe('False for Stripe’s test mode.'),
    object: stripeId.nullable().describe('The Checkout session or the invoice.'),
    intent: stripeId.nullable().describe('The PaymentIntent behind it.'),
    createdAt: instant,
    paidAt: instant.nullable(),
  })
  .meta({ id: 'AdminPayment' });

export const listPayments: Operation = {
  id: 'listPayments',
  summary: 'List payments through Stripe',
  description: 'Newest first, without names and addresses.',
  access: 'view',
  query: paymentsInput,
  answers: { 200: z.strictObject({ payments: z.array(payment), next }) },
};

export const comparePayments: PostOperation = {
  id: 'comparePayments',
  summary: 'Compare the ledger with Stripe’s balance',
  description:
    'Compares what payers moved on up to 400 days (UTC) with Stripe’s balance transactions. Makes one request to Stripe for each hundred of them. The desk lists a difference until somebody fixes it or sets it aside.',
  answers: { 200: comparison },
  refuses: ['payments-closed', 'busy'],
};

export const checkPayment: PostOperation = {
  id: 'checkPayment',
  summary: 'Check a payment with Stripe now',
  description:
    'Records what Stripe reports and the ledger doesn’t have yet, as a Stripe event does. `unmatched` means that it can’t be recorded, and `reason` says why.',
  answers: {
    201: z.strictObject({
      code,
      outcome: z.enum(['applied', 'nothing', 'unmatched']),
      reason: z.enum(UNMATCHED_REASONS).nullable(),
      detail: z.string().nullable(),
    }),
  },
  refuses: ['payments-closed', 'busy'],
};

export const refundPayment: PostOperation = {
  id: 'refundPayment',
  summary: 'Refund a payment through Stripe',
  description:
    'Refunds everything that is left, or `amount`. A refund can’t be undone. The payer gets an email. The ledger records the refund once Stripe has made it, which takes days for a bank debit. After a 503, send the same request with the same key to continue.',
  answers: {
    201: z.strictObject({
      code,
      order: z.uuid(),
      refund: stripeId,
      currency,
      amount: money,
      state: z
        .enum(REFUND_STATES)
        .describe('`pending`: Stripe is working on it and no money has gone back yet.'),
    }),
  },
  refuses: ['payments-closed', 'busy', 'conflict', 'over-draw', 'touch-again'],
};

export const mailPayLink: PostOperation = {
  id: 'mailPayLink',
  summary: 'Email the giver of a pledge a link to pay',
  description:
    'For an accepted pledge of money whose giver has a confirmed address. At most once an hour. The link works for 30 days.',
  answers: { 201: z.strictObject({ ref }) },
  refuses: ['payments-closed', 'conflict', 'too-many'],
};
