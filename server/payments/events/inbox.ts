import { eq, or, sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Context } from '../../context.ts';
import * as payments from '../../db/payments.ts';
import { statement, updateOne } from '../../db/prepared.ts';
import { write, type Answer } from '../../db/write.ts';
import type { EventOutcome } from '../../domain/payment.ts';
import { keepCash, readCash, type Cash } from '../follow/cash.ts';
import { accountOf, requireStripe, type StripeClient } from '../../stripe/client.ts';
import { claimText } from '../follow/fit-to-ledger.ts';
import { retryOvertaken } from '../follow/retry-overtaken.ts';
import {
  APPLIED,
  fetchFromStripe,
  NOTHING,
  settle,
  unmatched,
  type Outcome,
} from '../follow/settle.ts';
import { idOf, objectOfIntent, type Look } from '../stripe/stripe-state.ts';

/** The events that make us look. Others are kept and answered 200. */
export const EVENTS = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.partially_funded',
  'invoice.paid',
  'invoice.payment_failed',
  'invoice.voided',
  'charge.refunded',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
  'customer_cash_balance_transaction.created',
] as const;

/** What an event is about: its outcome so far, with the payment to settle or the cash to keep. */
interface Sighting extends Omit<Outcome, 'outcome'> {
  outcome: EventOutcome;
  payment?: { id: string; atStripe: Look };
  cash?: Cash;
}

const knownEvent = statement((db) => {
  const { stripeEvent } = payments;
  return db
    .select({ id: stripeEvent.id })
    .from(stripeEvent)
    .where(eq(stripeEvent.id, sql.placeholder('id')));
});

/**
 * An event only says where to look: what counts is what Stripe says of the payment now. Its row is inserted first, so a
 * copy that arrives meanwhile waits and finds it. We answer 200 after the commit, or Stripe sends the event again.
 */
export async function takeEvent(ctx: Context, event: Stripe.Event): Promise<Answer> {
  const stripe = requireStripe(ctx);
  const [known] = await knownEvent(ctx.db, { id: event.id });
  if (known) return { status: 200, body: { outcome: 'known' } };
  return retryOvertaken(async () => keepEvent(ctx, event, await followEvent(ctx, stripe, event)));
}

function keepEvent(ctx: Context, event: Stripe.Event, sighting: Sighting): Promise<Answer> {
  const { stripeEvent } = payments;
  const { payment, cash, ...found } = sighting;
  const { id, type, livemode } = event;
  const object = idIn(event.data.object);
  return write(ctx, null, async (tx) => {
    const [fresh] = await tx
      .insert(stripeEvent)
      .values({ id, type, object, livemode, ...found, receivedAt: ctx.now() })
      .onConflictDoNothing()
      .returning({ id: stripeEvent.id });
    if (!fresh) return { status: 200, body: { outcome: 'known' } };
    if (cash) await keepCash(ctx, tx, cash);
    if (!payment) return { status: 200, body: found };
    const keep = (outcome: Outcome) =>
      updateOne(tx, stripeEvent, id, { paymentId: payment.id, ...outcome });
    const outcome = await settle(ctx, tx, payment.id, payment.atStripe, { keep });
    return { status: 200, body: { ...outcome } };
  });
}

const idIn = (object: object): string | null =>
  'id' in object && typeof object.id === 'string' ? object.id : null;

const NO_ACCOUNT =
  'STRIPE_SECRET_KEY may not read its own account. Give it read access to Accounts.';

/** An id that Stripe itself made. */
const isId = (id: unknown): id is string => typeof id === 'string' && /^\w+$/.test(id);

/** Throws `busy` where Stripe doesn't answer, so that Stripe sends the event again. */
async function followEvent(
  ctx: Context,
  stripe: StripeClient,
  event: Stripe.Event,
): Promise<Sighting> {
  if (!(EVENTS as readonly string[]).includes(event.type))
    return { ...NOTHING, outcome: 'unknown' };
  if (event.account) {
    const own = await accountOf(stripe);
    if (own === null) return unmatched('account', `${event.account}: ${NO_ACCOUNT}`);
    if (own !== event.account) return unmatched('account', event.account);
  }
  if (event.livemode !== stripe.livemode) {
    return unmatched('livemode', event.livemode ? 'live' : 'test');
  }
  if (event.type === 'customer_cash_balance_transaction.created') {
    const { customer, currency } = event.data.object as Partial<typeof event.data.object>;
    const id = idOf(customer);
    const cash = isId(id) && currency ? await readCash(ctx, stripe, id, currency) : null;
    return cash ? { ...APPLIED, cash } : unmatched('no-such-object', id);
  }
  const pointer = event.data.object as Partial<Pointer>;
  if (!isId(pointer.id)) return unmatched('no-such-object', pointer.id);
  return lookAt(ctx, stripe, pointer as Pointer);
}

export interface Pointer {
  id: string;
  object: string;
  payment_intent?: string | { id: string } | null;
}

const paymentsBy = statement((db) => {
  const { id, object, code } = payments.payment;
  return db
    .select({ id, object })
    .from(payments.payment)
    .where(or(eq(object, sql.placeholder('object')), eq(code, sql.placeholder('code'))));
});

/** Finds the payment behind an object of Stripe's, and what Stripe says of it now. */
export async function lookAt(
  ctx: Context,
  stripe: StripeClient,
  pointer: Pointer,
): Promise<Sighting> {
  const object = await sessionOrInvoice(ctx, stripe, pointer);
  if (object === null) return unmatched('not-ours', pointer.id);
  const atStripe = await fetchFromStripe(ctx, object);
  if (!atStripe) return unmatched('no-such-object', object);
  const rows = await paymentsBy(ctx.db, { object, code: atStripe.code ?? '' });
  // Prefers the one that we gave out. settle() checks one that only the code names.
  const row = rows.find((each) => each.object === object) ?? rows[0];
  if (!row) return unmatched('not-ours', claimText(atStripe));
  return { ...NOTHING, payment: { id: row.id, atStripe } };
}

async function sessionOrInvoice(
  ctx: Context,
  stripe: StripeClient,
  { id, object, payment_intent: by }: Pointer,
): Promise<string | null> {
  if (object === 'checkout.session' || object === 'invoice') return id;
  const intent = object === 'payment_intent' ? id : typeof by === 'string' ? by : by?.id;
  if (intent === undefined) return null;
  const { payment } = payments;
  const [row] = await ctx.db
    .select({ object: payment.object })
    .from(payment)
    .where(eq(payment.intent, intent));
  return row?.object ?? objectOfIntent(stripe, intent);
}
