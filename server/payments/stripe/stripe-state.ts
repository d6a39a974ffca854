import type Stripe from 'stripe';
import { isCurrency } from '../../domain/asset.ts';
import type { RefundState } from '../../domain/payment.ts';
import { ask, find, type StripeClient } from '../../stripe/client.ts';
import { fromStripe } from './currency.ts';

/** What Stripe says of a payment now, in our units: minor units of ISO 4217, currencies in capitals. */
export interface StripePayment {
  /** The session (cs_…) or invoice (in_…) that the payer got. */
  object: string;
  code: string | null;
  livemode: boolean;
  currency: string;
  /** Null for an amount that ISO 4217 can't express. */
  amount: bigint | null;
  state: 'open' | 'processing' | 'paid' | 'failed' | 'expired' | 'off-stripe';
  receipt: { amount: bigint | null; at: Date; balance: Balance | null } | null;
  intent: string | null;
  charge: string | null;
  payer: { name: string | null; email: string | null; country: string | null };
  refunds: Refund[];
  disputes: Dispute[];
}

/** With the digest of the look before this one (follow/retry-overtaken.ts). */
export type Look = StripePayment & { before: Buffer | null };

/** What reached the account's balance, in its currency. */
export interface Balance {
  object: string;
  currency: string;
  fee: bigint | null;
  net: bigint | null;
}

export interface Refund {
  object: string;
  amount: bigint | null;
  state: RefundState;
  at: Date;
  /** The id of our order. */
  order: string | null;
}

export interface Dispute {
  object: string;
  amount: bigint | null;
  state: 'open' | 'won' | 'lost';
  at: Date;
  /** When a won dispute's money came back; null where Stripe has not said. */
  backAt: Date | null;
}

export const CODE_KEY = 'muster_payment';
export const ORDER_KEY = 'muster_refund';

const INTENT = ['latest_charge.balance_transaction', 'latest_charge.refunds'];

export const instantOf = (seconds: number): Date => new Date(seconds * 1000);

export const idOf = (of: string | { id: string } | null | undefined): string | null =>
  typeof of === 'string' ? of : (of?.id ?? null);

export const amountOf = (amount: number, currency: string): bigint | null =>
  isCurrency(currency) ? fromStripe(amount, currency) : null;

export function balanceOf(of: string | Stripe.BalanceTransaction | null): Balance | null {
  if (of === null || typeof of === 'string') return null;
  const currency = of.currency.toUpperCase();
  return {
    object: of.id,
    currency,
    fee: amountOf(of.fee, currency),
    net: amountOf(of.net, currency),
  };
}

/** A bank takes days, and a refund that was done may still fail. */
export const refundState = (status: string | null): RefundState => {
  if (status === 'succeeded') return 'done';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
};

/** Null where no money is taken: an inquiry, or a dispute that a refund prevented. */
export const disputeState = (status: string): Dispute['state'] | null => {
  if (status === 'won' || status === 'lost') return status;
  return status.startsWith('warning') || status === 'prevented' ? null : 'open';
};

/** Null in another currency than the payment's. */
const amountIn = (of: { amount: number; currency: string }, currency: string): bigint | null =>
  of.currency.toUpperCase() === currency ? amountOf(of.amount, currency) : null;

async function refundsOf(
  { api }: StripeClient,
  charge: Stripe.Charge,
  intent: string,
  currency: string,
): Promise<Refund[]> {
  const { refunds } = charge;
  if (!refunds || (refunds.data.length === 0 && !refunds.has_more)) return [];
  const all = refunds.has_more
    ? await api.refunds
        .list({ payment_intent: intent, limit: 100 })
        .autoPagingToArray({ limit: 1_000 })
    : refunds.data;
  return all.map((refund) => ({
    object: refund.id,
    amount: amountIn(refund, currency),
    state: refundState(refund.status),
    at: instantOf(refund.created),
    order: refund.metadata?.[ORDER_KEY] ?? null,
  }));
}

async function disputesOf(
  { api }: StripeClient,
  charge: Stripe.Charge,
  intent: string,
  currency: string,
): Promise<Dispute[]> {
  if (!charge.disputed) return [];
  const { data } = await api.disputes.list({ payment_intent: intent, limit: 100 });
  return data.flatMap((dispute) => {
    const state = disputeState(dispute.status);
    const amount = amountIn(dispute, currency);
    const at = instantOf(dispute.created);
    const back = dispute.balance_transactions.find(({ net }) => net > 0);
    const backAt = back ? instantOf(back.created) : null;
    return state ? [{ object: dispute.id, amount, state, at, backAt }] : [];
  });
}

type Money = Pick<StripePayment, 'intent' | 'charge' | 'receipt' | 'refunds' | 'disputes'>;

const NO_MONEY: Money = { intent: null, charge: null, receipt: null, refunds: [], disputes: [] };

/** Amounts in another `currency` than we asked for are null. */
async function moneyOf(stripe: StripeClient, intent: Stripe.PaymentIntent, currency: string) {
  const { id, latest_charge: charge, status } = intent;
  if (charge === null || typeof charge === 'string' || status !== 'succeeded') {
    return { ...NO_MONEY, intent: id };
  }
  const { balance_transaction: settled } = charge;
  const at = settled === null || typeof settled === 'string' ? charge.created : settled.created;
  return {
    intent: id,
    charge: charge.id,
    receipt: {
      amount: amountIn({ amount: intent.amount_received, currency: intent.currency }, currency),
      at: instantOf(at),
      balance: balanceOf(settled),
    },
    refunds: await refundsOf(stripe, charge, id, currency),
    disputes: await disputesOf(stripe, charge, id, currency),
  };
}

function sessionState(session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent | null) {
  if (session.status === 'expired') return 'expired';
  if (session.status === 'open') return 'open';
  if (session.payment_status === 'paid') return 'paid';
  // A bank debit: under way, or refused after days.
  return intent?.status === 'requires_payment_method' || intent?.status === 'canceled'
    ? 'failed'
    : 'processing';
}

export async function fetchSession(stripe: StripeClient, id: string) {
  const expand = ['payment_intent', ...INTENT.map((part) => `payment_intent.${part}`)];
  const session = await find(stripe, () => stripe.api.checkout.sessions.retrieve(id, { expand }));
  if (!session) return null;
  const { payment_intent: intent, customer_details: payer } = session;
  const made = typeof intent === 'string' ? null : intent;
  const currency = (session.currency ?? '').toUpperCase();
  const state: StripePayment['state'] = sessionState(session, made);
  const money = made ? await ask(stripe, () => moneyOf(stripe, made, currency)) : NO_MONEY;
  return {
    ...money,
    receipt: state === 'paid' ? money.receipt : null,
    object: session.id,
    code: session.client_reference_id,
    livemode: session.livemode,
    currency,
    amount: amountOf(session.amount_total ?? 0, currency),
    state,
    payer: {
      name: payer?.name ?? null,
      email: payer?.email ?? null,
      country: payer?.address?.country ?? null,
    },
  };
}

function invoiceState({ status, ...invoice }: Stripe.Invoice): StripePayment['state'] {
  if (status === 'void' || status === 'uncollectible') return 'expired';
  if (status !== 'paid') return 'open';
  // Admins record such a payment by hand, with the bank's reference.
  return invoice.amount_paid_off_stripe ? 'off-stripe' : 'paid';
}

export async function fetchInvoice(stripe: StripeClient, id: string) {
  const { api } = stripe;
  const invoice = await find(stripe, () => api.invoices.retrieve(id, { expand: ['payments'] }));
  if (!invoice) return null;
  const currency = invoice.currency.toUpperCase();
  const payments = invoice.payments?.data ?? [];
  const paying = payments.find(({ status }) => status === 'paid') ?? payments[0];
  const intentId = idOf(paying?.payment.payment_intent);
  const money =
    intentId === null
      ? NO_MONEY
      : await ask(stripe, async () =>
          moneyOf(
            stripe,
            await api.paymentIntents.retrieve(intentId, { expand: INTENT }),
            currency,
          ),
        );
  const state = invoiceState(invoice);
  const paidAt = invoice.status_transitions.paid_at;
  return {
    ...money,
    receipt:
      state === 'paid' && paidAt !== null
        ? {
            amount: amountOf(invoice.amount_paid, currency),
            at: instantOf(paidAt),
            balance: money.receipt?.balance ?? null,
          }
        : null,
    object: invoice.id,
    code: invoice.metadata?.[CODE_KEY] ?? null,
    livemode: invoice.livemode,
    currency,
    amount: amountOf(invoice.total, currency),
    state,
    payer: {
      name: invoice.customer_name,
      email: invoice.customer_email,
      country: invoice.customer_address?.country ?? null,
    },
  };
}

export async function objectOfIntent(stripe: StripeClient, intent: string): Promise<string | null> {
  const { api } = stripe;
  return find(stripe, async () => {
    const sessions = await api.checkout.sessions.list({ payment_intent: intent, limit: 1 });
    if (sessions.data[0]) return sessions.data[0].id;
    const payments = await api.invoicePayments.list({
      payment: { type: 'payment_intent', payment_intent: intent },
      limit: 1,
    });
    return idOf(payments.data[0]?.invoice);
  });
}
