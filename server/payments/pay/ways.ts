import type { Context } from '../../context.ts';
import { digitsOf } from '../../domain/asset.ts';
import { DomainError, fieldError } from '../../domain/errors.ts';
import type { PaymentWay, WhyClosed } from '../../domain/payment.ts';
import { baseAtRate, parseAmount, type Rate } from '../../domain/quantity.ts';
import { findInitiative, missingOfRecipient, type Initiative } from '../../initiative/read.ts';
import { toStripe, transferOf } from '../stripe/currency.ts';

/**
 * Why payments are closed; null while open. A demonstration takes no real money, nor does a recipient that doesn't say
 * who it is.
 */
export function whyClosed(
  { stripe }: Pick<Context, 'stripe'>,
  initiative: Initiative | null,
): WhyClosed | null {
  if (!stripe || !initiative) return 'no-stripe';
  if (initiative.closed) return 'initiative';
  if (missingOfRecipient(initiative).length > 0) return 'recipient';
  return stripe.livemode && initiative.demonstration ? 'demonstration' : null;
}

export const isOpenForPay = async (ctx: Pick<Context, 'stripe' | 'db'>): Promise<boolean> =>
  ctx.stripe !== null && whyClosed(ctx, await findInitiative(ctx.db)) === null;

const WHY: Record<Exclude<WhyClosed, 'recipient'>, string> = {
  'no-stripe': 'No payments go by Stripe here; the recipient’s contact tells how to pay.',
  initiative: 'Signing, pledging and paying are closed for this initiative.',
  demonstration: 'This is a demonstration: no real money is taken.',
};

const whyIncomplete = (initiative: Initiative): string =>
  `Payments open once the recipient has said all of itself; missing: ${missingOfRecipient(initiative).join(', ')}.`;

/** Throws `payments-closed`. */
export function checkOpenForPay(ctx: Pick<Context, 'stripe'>, initiative: Initiative | null) {
  const closed = whyClosed(ctx, initiative);
  if (closed === null) return;
  const why = closed === 'recipient' ? whyIncomplete(initiative!) : WHY[closed];
  throw new DomainError('payments-closed', why);
}

/** Throws `invalid-input` where the recipient takes nothing from a country. */
export function checkCountry({ recipient }: Initiative, country: string): void {
  if (!recipient?.closedCountries?.includes(country)) return;
  throw fieldError('country', 'is one from which the recipient takes no payments by Stripe');
}

/**
 * How an amount can be paid: at Checkout up to the limit, in base; above it by invoice, which costs less and can't be
 * charged back. `mayInvoice` needs a confirmed address. Throws `invalid-input` on `amount`.
 */
export function wayOf(
  { config }: Pick<Context, 'config'>,
  paid: { amount: bigint; currency: string; rate: Rate },
  { currency }: Pick<Initiative, 'currency'>,
  mayInvoice: boolean,
): PaymentWay {
  toStripe(paid.amount, paid.currency);
  const base = baseAtRate(paid.amount, paid.rate, digitsOf(paid.currency), digitsOf(currency));
  const limit = `${config.checkoutLimit} ${currency}`;
  if (base <= parseAmount(config.checkoutLimit, currency)) return 'checkout';
  if (!mayInvoice) {
    throw fieldError('amount', `is over ${limit}: sign and pledge it, and pay by bank transfer`);
  }
  if (transferOf(paid.currency) !== null) return 'invoice';
  throw fieldError('amount', `is over ${limit}, and transfers in ${paid.currency} are not taken`);
}
