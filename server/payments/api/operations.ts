import { z } from 'zod';
import { PAYMENT_STATUSES, PAYMENT_WAYS } from '../../domain/payment.ts';
import type { PostOperation } from '../../http/api.ts';
import type { Operation } from '../../http/operation.ts';
import { money, paymentCode, ref } from '../../openapi/shapes.ts';

const way = z
  .enum(PAYMENT_WAYS)
  .describe('`checkout`: by card or bank debit. `invoice`: by bank transfer.');

const opened = z.strictObject({
  code: paymentCode,
  way,
  url: z
    .url()
    .describe(
      'Stripe’s page, where the payer continues. If you repeat the request once the payment is made or has expired, a page here that says so.',
    ),
});

const payment = z
  .strictObject({
    code: paymentCode,
    status: z
      .enum(PAYMENT_STATUSES)
      .describe('`new`: Stripe’s page isn’t open yet. `processing`: a bank debit is under way.'),
    way,
    currency: z.string().describe('ISO 4217.'),
    amount: money,
    pledge: ref
      .nullable()
      .describe(
        'Null for a gift that hasn’t been paid yet, and for a pledge that isn’t public. Its giver sees the payment at `/me/pledges/{ref}/payments`.',
      ),
    url: z.url().nullable().describe('Where to pay, while the payment is open.'),
  })
  .meta({ id: 'Payment' });

const refuses = ['payments-closed', 'payment-refused', 'busy'] as const;

export const openPayment: PostOperation = {
  id: 'openPayment',
  summary: 'Start a payment for a pledge',
  description:
    'For an accepted pledge of money, in full or in part. Up to a limit you pay at Stripe Checkout, above it by invoice. If an invoice for that amount is open, you get the same one. A payment covers the oldest instalments first. Money beyond the pledge counts as a gift. The ledger records nothing until Stripe has the money.',
  answers: { 201: opened },
  refuses: [...refuses, 'conflict'],
};

export const openGift: PostOperation = {
  id: 'openGift',
  summary: 'Start a payment without signing',
  description:
    'Once paid, the money is recorded as received from outside, through an anonymous pledge. The currency must have a reference rate today. At most Checkout’s limit.',
  answers: { 201: opened },
  refuses: [...refuses, 'closed', 'too-many'],
};

export const getPayment: Operation = {
  id: 'getPayment',
  access: 'public',
  tag: 'Signing and pledging',
  summary: 'Get the status of a payment',
  description: 'While a payment is under way, we ask Stripe at most once in ten seconds.',
  answers: { 200: payment },
  refuses: ['too-many'],
};

export const listOwnPayments: Operation = {
  id: 'listOwnPayments',
  access: 'signatory',
  summary: 'List the payments for one of your pledges',
  description: 'Newest first, at most 200.',
  answers: { 200: z.strictObject({ payments: z.array(payment) }) },
};
