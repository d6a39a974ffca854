import { z } from 'zod';
import {
  PAYMENT_FLAGS,
  PAYMENT_STATUSES,
  PAYMENT_WAYS,
  REFUND_STATES,
  UNMATCHED_REASONS,
} from '../../domain/payment.ts';
import { operationsOf } from '../../http/operation.ts';
import { instant, money, next, paymentCode, ref } from '../../openapi/shapes.ts';
import { comparison } from '../compare/compare.ts';
import { paymentsInput } from './list.ts';

const currency = z.string().describe('ISO 4217.');

const way = z
  .enum(PAYMENT_WAYS)
  .describe('`checkout`: by card or bank debit. `invoice`: by bank transfer.');

const opened = z.strictObject({
  code: paymentCode,
  way,
  url: z
    .url()
    .describe(
      'Stripe’s page, where the payer continues. Once the payment is made or has expired, a repeated request gets a page here that says so.',
    ),
});

const payment = z
  .strictObject({
    code: paymentCode,
    status: z
      .enum(PAYMENT_STATUSES)
      .describe('`new`: Stripe’s page isn’t open yet. `processing`: a bank debit is under way.'),
    way,
    currency,
    amount: money,
    pledge: ref
      .nullable()
      .describe(
        'Null for a gift that hasn’t been paid yet, and for a pledge that isn’t public. Its giver sees the payment at `/me/pledges/{ref}/payments`.',
      ),
    url: z.url().nullable().describe('Where to pay, while the payment is open.'),
  })
  .meta({ id: 'Payment' });

const code = z.string().describe('The payment’s random code.');
const stripeId = z.string().describe('Stripe’s own id.');

const adminPayment = z
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

const refuses = ['payments-closed', 'payment-refused', 'busy'] as const;

export const operations = operationsOf({
  openPayment: {
    summary: 'Start a payment for a pledge',
    description:
      'For an accepted pledge of money, in full or in part. Up to a limit you pay at Stripe Checkout, above it by invoice. If an invoice for that amount is open, you get the same one. A payment covers the oldest instalments first. Money beyond the pledge counts as a gift. The ledger records nothing until Stripe has the money.',
    answers: { 201: opened },
    refuses: [...refuses, 'conflict'],
  },
  openGift: {
    summary: 'Start a payment without signing',
    description:
      'Once paid, the money is recorded as received from outside, through an anonymous pledge. The currency must have a reference rate today. At most Checkout’s limit.',
    answers: { 201: opened },
    refuses: [...refuses, 'closed', 'too-many'],
  },
  getPayment: {
    access: 'public',
    tag: 'Signing and pledging',
    summary: 'Get the status of a payment',
    description: 'While a payment is under way, we ask Stripe at most once in ten seconds.',
    answers: { 200: payment },
    refuses: ['too-many'],
  },
  listOwnPayments: {
    access: 'signatory',
    summary: 'List the payments for one of your pledges',
    description: 'Newest first, at most 200.',
    answers: { 200: z.strictObject({ payments: z.array(payment) }) },
  },
  listPayments: {
    summary: 'List payments through Stripe',
    description: 'Newest first, without names and addresses.',
    access: 'view',
    query: paymentsInput,
    answers: { 200: z.strictObject({ payments: z.array(adminPayment), next }) },
  },
  comparePayments: {
    summary: 'Compare the ledger with Stripe’s balance',
    description:
      'Compares what payers moved on up to 400 days (UTC) with Stripe’s balance transactions. Makes one request to Stripe for each hundred of them. The desk lists a difference until somebody fixes it or sets it aside.',
    answers: { 200: comparison },
    refuses: ['payments-closed', 'busy'],
  },
  checkPayment: {
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
  },
  refundPayment: {
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
  },
  mailPayLink: {
    summary: 'Email the giver of a pledge a link to pay',
    description:
      'For an accepted pledge of money whose giver has a confirmed address. At most once an hour. The link works for 30 days.',
    answers: { 201: z.strictObject({ ref }) },
    refuses: ['payments-closed', 'conflict', 'too-many'],
  },
});
