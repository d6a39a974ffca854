import { countryName } from '../../../web/countries.ts';
import { plainAmount } from '../../../web/format.ts';
import { parseAmount } from '../../domain/quantity.ts';
import type { Initiative } from '../../initiative/read.ts';
import type { PaymentRow } from '../payment.ts';

/** What is paid for, as the payer's receipt has it. */
export const payPurpose = ({ name }: Initiative, ref: string | null): string =>
  ref === null ? `Gift to ${name}` : `Pledge ${ref} to ${name}`;

/** What is screened, and by whom, as far as it may be this payment; null for one that is not. */
const screening = ({ currency, recipient }: Initiative, paid: Paid | null): string | null => {
  const { screenedAbove, screenedBy } = recipient ?? {};
  if (screenedBy === undefined) return null;
  if (screenedAbove === undefined) return `Payments are screened by ${screenedBy}.`;
  const limit = parseAmount(screenedAbove, currency);
  // A foreign amount is not held against it: better told once too often.
  const isBelow = paid?.currency === currency && paid.amountMinor <= limit;
  if (isBelow) return null;
  return `Payments of more than ${plainAmount(limit, currency)} are screened by ${screenedBy}.`;
};

type Paid = Pick<PaymentRow, 'currency' | 'amountMinor'>;

/** What stands beside the button by which one pays, in lines; `paid` is null while it is not known. */
export function disclosureLines(initiative: Initiative, paid: Paid | null): string[] {
  const { recipient } = initiative;
  const { name = '', registration, country, taxStatus, closedCountries = [] } = recipient ?? {};
  const screened = screening(initiative, paid);
  const who = [registration, country, taxStatus].filter(Boolean).join(', ');
  return [
    `You pay ${name}${who && ` (${who})`} directly. You get a payment confirmation, not a tax receipt.`,
    ...(screened === null ? [] : [screened]),
    ...(recipient?.refundPolicy ? [`Refunds: ${recipient.refundPolicy}`] : []),
    // Last: it may be longer than Checkout takes, and is the one of which a part is of use.
    ...(closedCountries.length > 0
      ? [`No payments are taken from: ${closedCountries.map(countryName).join(', ')}.`]
      : []),
  ];
}

/** How many characters Stripe takes of what stands beside the button at Checkout, and at the foot of an invoice. */
const MOST = { checkout: 1_200, invoice: 5_000 };

/** The same as one text, cut between characters where Stripe takes no more. */
export function disclosure(initiative: Initiative, paid: Paid, place: keyof typeof MOST): string {
  const text = Array.from(disclosureLines(initiative, paid).join(' '));
  const most = MOST[place];
  return text.length > most ? `${text.slice(0, most - 1).join('')}…` : text.join('');
}
