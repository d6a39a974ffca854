import { z } from 'zod';
import {
  PAYMENT_FLAGS,
  PAYMENT_STATUSES,
  PAYMENT_WAYS,
  REFUND_STATES,
  UNMATCHED_REASONS,
} from '../domain/payment.ts';
import type { PostOperation } from '../http/api.ts';
import type { Operation } from '../openapi/operation.ts';
import { instant, money, next, ref } from '../openapi/shapes.ts';
import { paymentsInput } from './list.ts';

const code = z.string().describe('Names a payment: random.');
const currency = z.string().describe('ISO 4217.');
const stripeId = z.string().describe('Stripe’s own id.');

const payment = z
  .strictObject({
    code,
    pledge: ref.nullable().describe('Null of a gift that has not come yet.'),
    status: z.enum(PAYMENT_STATUSES),
    way: z.enum(PAYMENT_WAYS),
    currency,
    amount: money.describe('What was asked for.'),
    country: z.string().describe('Where the payer says to be: ISO 3166, two letters.'),
    received: money,
    refunded: money.describe('By refunds and by disputes that were lost.'),
    disputed: money,
    balance: z
      .strictObject({ currency, fee: money, net: money })
      .nullable()
      .describe('What Stripe kept of the receipt and what reached its balance, in its currency.'),
    flags: z.array(z.enum(PAYMENT_FLAGS)).describe('What an admin should look at.'),
    live: z.boolean().describe('Whether it is real money.'),
    object: stripeId.nullable().describe('The Checkout session or the invoice.'),
    intent: stripeId.nullable().describe('The PaymentIntent behind it.'),
    createdAt: instant,
    paidAt: instant.nullable(),
  })
  .meta({ id: 'AdminPayment' });

export const listPayments: Operation = {
  id: 'listPayments',
  tag: 'Admin',
  summary: 'The payments through Stripe that were begun',
  description: 'The newest first, without names and addresses.',
  access: 'view',
  query: paymentsInput,
  answers: {
    200: {
      text: 'A page of payments.',
      schema: z.strictObject({ payments: z.array(payment), next }),
    },
  },
};

const params = z.object({ code });

export const checkPayment: PostOperation = {
  id: 'checkPayment',
  tag: 'Admin',
  summary: 'Look at a payment with Stripe now',
  description:
    'Records what Stripe says of it and the ledger lacks, as each of Stripe’s events does. `unmatched`: what Stripe says cannot be recorded, and why.',
  params,
  refuses: ['payments-closed', 'busy'],
  answers: {
    201: {
      text: 'Looked at.',
      schema: z.strictObject({
        code,
        outcome: z.enum(['applied', 'nothing', 'unmatched']),
        reason: z.enum(UNMATCHED_REASONS).nullable(),
        detail: z.string().nullable(),
      }),
    },
  },
};

export const refundPayment: PostOperation = {
  id: 'refundPayment',
  tag: 'Admin',
  summary: 'Send money of a payment back through Stripe',
  description:
    'All that is left of it, unless `amount` names a part. It leaves the account for good; the payer is told by mail. Its movements are recorded once Stripe has done it, which for a bank debit takes days. After a 503 the same request, with the same key, goes on where it stopped.',
  params,
  refuses: ['payments-closed', 'busy', 'conflict', 'over-draw', 'touch-again'],
  answers: {
    201: {
      text: 'Ordered, and where it stands at Stripe.',
      schema: z.strictObject({
        code,
        order: z.uuid(),
        refund: stripeId,
        currency,
        amount: money,
        state: z
          .enum(REFUND_STATES)
          .describe('`pending` is under way at Stripe: no money has gone back yet.'),
      }),
    },
  },
};

export const mailPayLink: PostOperation = {
  id: 'mailPayLink',
  tag: 'Admin',
  summary: 'Mail the giver of a pledge a link to pay it by',
  description:
    'Of an accepted pledge of money whose giver has confirmed an address; once an hour at most. The link works for 30 days.',
  params: z.object({ ref }),
  refuses: ['payments-closed', 'conflict', 'too-many'],
  answers: { 201: { text: 'On its way.', schema: z.strictObject({ ref }) } },
};
