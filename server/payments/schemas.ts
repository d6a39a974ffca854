import { z } from 'zod';
import { SEEN_FLAGS } from '../domain/payment.ts';
import { say } from '../domain/say.ts';
import { decimal, lines } from '../http/text.ts';
import { country } from '../signatories/schemas.ts';
import { isCharged } from './stripe/currency.ts';

const amount = decimal.describe('In major units of the currency, such as "1250.50".');
const payerCountry = country.describe(
  'The payer’s country. Some recipients can’t take money from some countries.',
);

export const payInput = z.strictObject({ amount, country: payerCountry });
export type PayInput = z.infer<typeof payInput>;

export const giftInput = z.strictObject({
  amount,
  currency: z
    .string()
    .refine(isCharged, { error: () => say().payments.currencyNotCharged })
    .describe('ISO 4217. Stripe must support it.'),
  country: payerCountry,
});
export type GiftInput = z.infer<typeof giftInput>;

export const refundInput = z.strictObject({
  amount: amount
    .optional()
    .describe('The amount to refund, in major units. The default is everything left.'),
  reason: lines(1000).describe('The reason. It is public if the pledge shows its giver.'),
});
export type RefundInput = z.infer<typeof refundInput>;

export const clearFlagInput = z.strictObject({
  flag: z.enum(SEEN_FLAGS),
  note: lines(1000).describe('What the outcome was. Admins see it in the history.'),
});
export type ClearFlagInput = z.infer<typeof clearFlagInput>;

export const asideInput = z.strictObject({
  note: lines(1000).describe('Why nothing needs doing. Only admins see it.'),
});
