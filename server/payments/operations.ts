import { z } from 'zod';
import { PAYMENT_STATUSES, PAYMENT_WAYS } from '../domain/payment.ts';
import type { PostOperation } from '../http/api.ts';
import type { Operation } from '../openapi/operation.ts';
import { money, ref } from '../openapi/shapes.ts';

const code = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{12}$/)
  .meta({ id: 'PaymentCode', description: 'Names a payment, to whoever has it: random.' });

const way = z
  .enum(PAYMENT_WAYS)
  .describe('By card or bank debit, or by an invoice and a bank transfer.');

const opened = z.strictObject({
  code,
  way,
  url: z
    .url()
    .describe(
      'Stripe’s own page: the payer goes on there. To the same request, once that is paid or has ended, the page here that says so.',
    ),
});

const payment = z
  .strictObject({
    code,
    status: z
      .enum(PAYMENT_STATUSES)
      .describe('`new` has no page yet; `processing` is a bank debit under way.'),
    way,
    currency: z.string().describe('ISO 4217.'),
    amount: money,
    pledge: ref
      .nullable()
      .describe(
        'Null for a gift that has not come yet. Null too where the pledge isn’t public; its giver sees it at `/me/pledges/:ref/payments`.',
      ),
    url: z.url().nullable().describe('Where it is paid, while it is open and nothing came of it.'),
  })
  .meta({ id: 'Payment' });

const refuses = ['payments-closed', 'payment-refused', 'busy'] as const;

export const openPayment: PostOperation = {
  id: 'openPayment',
  tag: 'Signing and pledging',
  summary: 'Begin to pay a pledge, all of it or a part',
  description:
    'Of an accepted pledge of money. Up to a limit it is paid at Checkout, above it by an invoice, which is the same where one of that amount is open. A part pays the oldest instalments; what is beyond the promise counts as a gift. Nothing moves before Stripe has the money.',
  params: z.object({ ref }),
  refuses: [...refuses, 'conflict'],
  answers: { 201: { text: 'Begun.', schema: opened } },
};

export const openGift: PostOperation = {
  id: 'openGift',
  tag: 'Signing and pledging',
  summary: 'Begin to give money without signing',
  description:
    'Once it has come it is received from outside, by an anonymous pledge. In a currency that has a reference rate today, up to the limit of Checkout.',
  refuses: [...refuses, 'too-many'],
  answers: { 201: { text: 'Begun.', schema: opened } },
};

export const getPayment: Operation = {
  id: 'getPayment',
  access: 'public',
  tag: 'Signing and pledging',
  summary: 'What became of a payment',
  description: 'One that is under way is looked at with Stripe, at most once in ten seconds.',
  params: z.object({ code }),
  refuses: ['too-many'],
  answers: { 200: { text: 'The payment.', schema: payment } },
};

export const listOwnPayments: Operation = {
  id: 'listOwnPayments',
  access: 'signatory',
  tag: 'Signing and pledging',
  summary: 'The payments of one of one’s own pledges',
  description: 'The newest first, at most 200.',
  params: z.object({ ref }),
  answers: {
    200: { text: 'The payments.', schema: z.strictObject({ payments: z.array(payment) }) },
  },
};
