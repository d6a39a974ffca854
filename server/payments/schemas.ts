import { z } from 'zod';
import { SEEN_FLAGS } from '../domain/payment.ts';
import { decimal, lines } from '../http/text.ts';
import { country } from '../signatories/schemas.ts';
import { isCharged } from './currency.ts';

const amount = decimal.describe(
  'In major units of the currency, with at most its digits: "1250.50".',
);
const payerCountry = country.describe(
  'Where the payer is: some recipients take nothing from some.',
);

export const payInput = z.strictObject({ amount, country: payerCountry });
export type PayInput = z.infer<typeof payInput>;

export const giftInput = z.strictObject({
  amount,
  currency: z
    .string()
    .refine(isCharged, 'is no currency that can be paid by Stripe')
    .describe('ISO 4217, as far as Stripe charges in it.'),
  country: payerCountry,
});
export type GiftInput = z.infer<typeof giftInput>;

export const refundInput = z.strictObject({
  amount: amount
    .optional()
    .describe('A part, in major units of its currency; else all that is left.'),
  reason: lines(1000).describe('Why: public with the change, where the pledge shows its giver.'),
});
export type RefundInput = z.infer<typeof refundInput>;

export const seenInput = z.strictObject({
  flag: z.enum(SEEN_FLAGS),
  note: lines(1000).describe('What came of it. For the admins, in the trail.'),
});
export type SeenInput = z.infer<typeof seenInput>;

export const asideInput = z.strictObject({
  note: lines(1000).describe('Why nothing is to be done about it. For the admins.'),
});
