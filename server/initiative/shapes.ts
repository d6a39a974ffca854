import { z } from 'zod';
import { countries } from '../../web/data/countries.ts';
import type { Collector } from '../domain/collect-errors.ts';
import { parseAmount } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { day, decimal, line, lines, webAddress } from '../http/text.ts';

export const callText = line(300);
export const noteText = lines(2000);

const MINUTE = /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/;

export const minute = z
  .string()
  .refine(
    // Of 30 February, Date makes 2 March.
    (text) => MINUTE.test(text) && new Date(text).toJSON() === text.replace('Z', ':00.000Z'),
    { error: () => say().initiative.notMinute },
  )
  .describe('In UTC, to the minute: `2027-01-15T09:00Z`.');

export const gpusAtOnce = z
  .int()
  .min(1, { error: () => say().pledges.atLeast(1) })
  .max(10_000_000, { error: () => say().initiative.tooManyGpus });

const COUNTRIES: ReadonlySet<string> = new Set(countries.map(([code]) => code));

export const recipient = z.strictObject({
  name: line(200),
  registration: line(200).optional(),
  country: line(100).optional(),
  taxStatus: line(200).optional(),
  refundPolicy: webAddress.optional(),
  privacyNotice: webAddress.optional(),
  contact: line(200).optional(),
  sponsorOf: line(200).optional().describe('The recipient is the fiscal sponsor of this project.'),
  sponsorFee: line(300).optional().describe('What the fiscal sponsor keeps, in words.'),
  earlier: z
    .array(z.strictObject({ name: line(200), registration: line(200).optional(), lastOn: day }))
    .max(24)
    .optional()
    .describe('Who received the money before. `lastOn` is the last day.'),
  closedCountries: z
    .array(z.string())
    .max(250)
    .refine((codes) => codes.every((code) => COUNTRIES.has(code)), {
      error: () => say().initiative.notCountries,
    })
    .optional()
    .describe('ISO 3166 codes. Nobody can pay through Stripe from these countries.'),
  screenedBy: line(200).optional().describe('Who screens payments. Payers see this name.'),
  screenedAbove: decimal
    .optional()
    .describe(
      'Payments above this amount are screened. If absent, all payments are. In major units of the initiative’s currency.',
    ),
  receiptText: noteText
    .optional()
    .describe(
      'Confirmations of payments show it in place of “This is a payment confirmation, not a tax receipt.”',
    ),
});

export function checkRecipient(
  given: z.infer<typeof recipient> | null | undefined,
  currency: string,
  check: Collector,
): void {
  const { screenedBy, screenedAbove, sponsorOf, sponsorFee } = given ?? {};
  if (sponsorFee !== undefined && sponsorOf === undefined)
    check.refuse('recipient.sponsorOf', say().initiative.sponsorOfMissing);
  if (screenedAbove === undefined) return;
  check.attempt(() => parseAmount(screenedAbove, currency, 'recipient.screenedAbove'));
  if (screenedBy === undefined)
    check.refuse('recipient.screenedBy', say().initiative.screenedByMissing);
}
