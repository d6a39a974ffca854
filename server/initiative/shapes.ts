import { z } from 'zod';
import { countries } from '../../web/data/countries.ts';
import type { Collector } from '../domain/collect-errors.ts';
import { parseAmount } from '../domain/quantity.ts';
import { decimal, line, lines, webAddress } from '../http/text.ts';

/** The shapes of what an initiative says, in its file and when it is changed. */

export const callText = line(300);
export const noteText = lines(2000);

export const gpusAtOnce = z
  .int()
  .min(1, 'must be at least 1')
  .max(10_000_000, 'must be at most 10 million');

const COUNTRIES: ReadonlySet<string> = new Set(countries.map(([code]) => code));

export const recipient = z.strictObject({
  name: line(200),
  registration: line(200).optional(),
  country: line(100).optional(),
  taxStatus: line(200).optional(),
  refundPolicy: webAddress.optional(),
  privacyNotice: webAddress.optional(),
  contact: line(200).optional(),
  closedCountries: z
    .array(z.string())
    .max(250)
    .refine((codes) => codes.every((code) => COUNTRIES.has(code)), {
      error: 'must be codes of countries (ISO 3166), such as NO',
    })
    .optional()
    .describe('ISO 3166 codes. Nobody can pay through Stripe from these countries.'),
  screenedBy: line(200).optional().describe('Who screens payments. Payers see this name.'),
  screenedAbove: decimal
    .optional()
    .describe(
      'Payments above this amount are screened. If absent, all payments are. In major units of the initiative’s currency.',
    ),
});

/** What the schema cannot judge: the amount is one of the initiative's currency, and of somebody's. */
export function checkRecipient(
  given: z.infer<typeof recipient> | null | undefined,
  currency: string,
  check: Collector,
): void {
  const { screenedBy, screenedAbove } = given ?? {};
  if (screenedAbove === undefined) return;
  check.attempt(() => parseAmount(screenedAbove, currency, 'recipient.screenedAbove'));
  if (screenedBy === undefined) check.refuse('recipient.screenedBy', 'is needed with an amount');
}
