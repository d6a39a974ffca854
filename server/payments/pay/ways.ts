import { fullAmount } from '../../../web/format.ts';
import type { Context } from '../../context.ts';
import { digitsOf } from '../../domain/asset.ts';
import { DomainError, fieldError } from '../../domain/errors.ts';
import type { PaymentWay, WhyClosed } from '../../domain/payment.ts';
import { baseAtRate, parseAmount, type Rate } from '../../domain/quantity.ts';
import { say } from '../../domain/say.ts';
import { findInitiative, missingOfRecipient, type Initiative } from '../../initiative/read.ts';
import { toStripe, transferOf } from '../stripe/currency.ts';

/** Null while payments are open. A demonstration takes no real money, nor does a recipient with missing details. */
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
  throw fieldError(
    'amount',
    mayInvoice ? overLimitNoTransfer(limit, paid.currency) : overLimitPledge(limit),
  );
}
