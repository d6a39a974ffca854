import { countryName } from '../../../web/data/countries.ts';
import { plainAmount } from '../../../web/format.ts';
import { parseAmount } from '../../domain/quantity.ts';
import type { Initiative } from '../../initiative/read.ts';
import type { PaymentRow } from '../payment.ts';

export const payPurpose = ({ name }: Initiative, ref: string | null): string =>
  ref === null ? `Gift to ${name}` : `Pledge ${ref} to ${name}`;

/** Who screens payments like this one; null for nobody. */
const screening = ({ currency, recipient }: Initiative, paid: Paid | null): string | null => {
  const { screenedAbove, screenedBy } = recipient ?? {};
  if (screenedBy === undefined) return null;
  if (screenedAbove === undefined) return `Payments are screened by ${screenedBy}.`;
  const limit = parseAmount(screenedAbove, currency);
  const isBelow = paid?.currency === currency && paid.amountMinor <= limit;
  if (isBelow) return null;
  return `Payments of more than ${plainAmount(limit, currency)} are screened by ${screenedBy}.`;
};

type Paid = Pick<PaymentRow, 'currency' | 'amountMinor'>;

/** The lines beside the button to pay; `paid` is null while unknown. */
export function disclosureLines(initiative: Initiative, paid: Paid | null): string[] {
  const { recipient } = initiative;
  const { name = '', registration, country, taxStatus, closedCountries = [] } = recipient ?? {};
  const screened = screening(initiative, paid);
  const who = [registration, country, taxStatus].filter(Boolean).join(', ');
  return [
    `You pay ${name}${who && ` (${who})`} directly. You get a payment confirmation, not a tax receipt.`,
    ...(screened === null ? [] : [screened]),
    ...(recipient?.refundPolicy ? [`Refunds: ${recipient.refundPolicy}`] : []),
    // Last, because Checkout's limit may cut it, and a part of the list still helps.
    ...(closedCountries.length > 0
      ? [`No payments are taken from: ${closedCountries.map(countryName).join(', ')}.`]
      : []),
  ];
}

/** Stripe's limits, in characters. */
const MOST = { checkout: 1_200, invoice: 5_000 };

/** One text, cut between characters at Stripe's limit. */
export function disclosure(initiative: Initiative, paid: Paid, place: keyof typeof MOST): string {
  const text = Array.from(disclosureLines(initiative, paid).join(' '));
  const most = MOST[place];
  return text.length > most ? `${text.slice(0, most - 1).join('')}…` : text.join('');
}
