import { countryName } from '../../../web/data/countries.ts';
import { exactAmount, fullAmount } from '../../../web/format.ts';
import type { Context } from '../../context.ts';
import { digitsOf } from '../../domain/asset.ts';
import { isShut } from '../../domain/closing.ts';
import { DomainError, fieldError } from '../../domain/errors.ts';
import type { PaymentWay, WhyClosed } from '../../domain/payment.ts';
import { baseAtRate, parseAmount, type Rate } from '../../domain/quantity.ts';
import { say } from '../../domain/say.ts';
import { findInitiative, missingOfRecipient, type Initiative } from '../../initiative/read.ts';
import type { PaymentRow } from '../payment.ts';
import { toStripe, transferOf } from '../stripe/currency.ts';

export function whyClosed(
  { stripe }: Pick<Context, 'stripe'>,
  initiative: Initiative | null,
): WhyClosed | null {
  if (!stripe || !initiative) return 'no-stripe';
  if (isShut(initiative)) return 'initiative';
  if (missingOfRecipient(initiative).length > 0) return 'recipient';
  return stripe.livemode && initiative.demonstration ? 'demonstration' : null;
}

export const isOpenForPay = async (ctx: Pick<Context, 'stripe' | 'db'>): Promise<boolean> =>
  ctx.stripe !== null && whyClosed(ctx, await findInitiative(ctx.db)) === null;

export function checkOpenForPay(ctx: Pick<Context, 'stripe'>, initiative: Initiative | null) {
  const why = whyClosed(ctx, initiative);
  if (why === null) return;
  const { closed, recipientIncomplete } = say().payments;
  throw new DomainError(
    'payments-closed',
    why === 'recipient' ? recipientIncomplete(missingOfRecipient(initiative!)) : closed[why],
  );
}

export function checkCountry({ recipient }: Initiative, country: string): void {
  if (!recipient?.closedCountries?.includes(country)) return;
  throw fieldError('country', say().payments.countryClosed);
}

/** Invoices cost less and can't be charged back, but need a confirmed address. Throws `invalid-input` on `amount`. */
export function wayOf(
  { config }: Pick<Context, 'config'>,
  paid: { amount: bigint; currency: string; rate: Rate },
  { currency }: Pick<Initiative, 'currency'>,
  mayInvoice: boolean,
): PaymentWay {
  toStripe(paid.amount, paid.currency);
  const base = baseAtRate(paid.amount, paid.rate, digitsOf(paid.currency), digitsOf(currency));
  const most = parseAmount(config.checkoutLimit, currency);
  if (base <= most) return 'checkout';
  if (mayInvoice && transferOf(paid.currency) !== null) return 'invoice';
  const limit = fullAmount(most, currency);
  const { overLimitPledge, overLimitNoTransfer } = say().payments;
  if (!mayInvoice) throw fieldError('amount', overLimitPledge(limit));
  throw fieldError('amount', overLimitNoTransfer(limit, paid.currency));
}

export const payPurpose = ({ name }: Initiative, ref: string | null): string =>
  ref === null ? `Gift to ${name}` : `Pledge ${ref} to ${name}`;

const screening = ({ currency, recipient }: Initiative, paid: Paid | null): string | null => {
  const { screenedAbove, screenedBy } = recipient ?? {};
  if (screenedBy === undefined) return null;
  if (screenedAbove === undefined) return `Payments are screened by ${screenedBy}.`;
  const limit = parseAmount(screenedAbove, currency);
  const isBelow = paid?.currency === currency && paid.amountMinor <= limit;
  if (isBelow) return null;
  return `Payments of more than ${exactAmount(limit, currency)} are screened by ${screenedBy}.`;
};

type Paid = Pick<PaymentRow, 'currency' | 'amountMinor'>;

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

export function disclosure(initiative: Initiative, paid: Paid, place: keyof typeof MOST): string {
  const text = Array.from(disclosureLines(initiative, paid).join(' '));
  const most = MOST[place];
  return text.length > most ? `${text.slice(0, most - 1).join('')}…` : text.join('');
}
