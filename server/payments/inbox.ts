import { eq, or, sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Context } from '../context.ts';
import * as payments from '../db/payments.ts';
import { statement, updateOne } from '../db/prepared.ts';
import { write, type Answer } from '../db/write.ts';
import type { UnmatchedReason } from '../domain/payment.ts';
import { keepCash, readCash, type Cash } from './cash.ts';
import { accountOf, requireStripe, type StripeClient } from './client.ts';
import { openEvent } from './event.ts';
import { claimText } from './misfit.ts';
import { untilNewest } from './newest.ts';
import { settle, truthOf, type Outcome } from './settle.ts';
import { idOf, rootOfIntent, type Look } from './truth.ts';

/** What makes us look at what it speaks of. All else is kept, and answered 200. */
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

/** What an event led to when it was followed. */
type Sighting =
  | { what: 'unknown' }
  | { what: 'unmatched'; reason: UnmatchedReason; detail: string | null }
  | { what: 'payment'; id: string; truth: Look }
  | { what: 'cash'; cash: Cash };

const unmatched = (reason: UnmatchedReason, detail: string | null = null): Sighting => ({
  what: 'unmatched',
  reason,
  detail,
});

const knownEvent = statement((db) => {
  const { stripeEvent } = payments;
  return db
    .select({ id: stripeEvent.id })
    .from(stripeEvent)
    .where(eq(stripeEvent.id, sql.placeholder('id')));
});

/**
 * Takes one event. Its word is a hint where to look: the effect is what Stripe says of the payment now,
 * fetched by our own key (effect.ts), so that neither order nor repetition nor a leaked secret matters.
 *
 * The event's row is inserted first in the transaction: of the same event twenty times at once one goes on,
 * and the others wait for its commit and find it. Whoever is told 200 is told after the commit; a crash
 * between the two makes Stripe send it again, and then it is known.
 */
export async function takeEvent(
  ctx: Context,
  body: Buffer,
  signature: string | undefined,
): Promise<Answer> {
  const stripe = requireStripe(ctx);
  const event = openEvent(stripe, stripe.webhookSecret, body, signature, ctx.now());
  const [known] = await knownEvent(ctx.db, { id: event.id });
  if (known) return { status: 200, body: { outcome: 'known' } };
  return untilNewest(async () => keepEvent(ctx, event, await follow(ctx, stripe, event)));
}

/** Keeps an event with what came of it. */
function keepEvent(ctx: Context, event: Stripe.Event, sighting: Sighting): Promise<Answer> {
  const { stripeEvent } = payments;
  const found = outcomeOf(sighting);
  return write(ctx, null, async (tx) => {
    const [fresh] = await tx
      .insert(stripeEvent)
      .values({ ...factsOf(event), ...found, receivedAt: ctx.now() })
      .onConflictDoNothing()
      .returning({ id: stripeEvent.id });
    if (!fresh) return { status: 200, body: { outcome: 'known' } };
    if (sighting.what === 'cash') await keepCash(ctx, tx, sighting.cash);
    if (sighting.what !== 'payment') return { status: 200, body: found };
    const { id: paymentId, truth } = sighting;
    const keep = (outcome: Outcome) =>
      updateOne(tx, stripeEvent, event.id, { paymentId, ...outcome });
    const outcome = await settle(ctx, tx, paymentId, truth, { keep });
    return { status: 200, body: { ...outcome } };
  });
}

const factsOf = ({ id, type, data, livemode }: Stripe.Event) => ({
  id,
  type,
  object: idIn(data.object),
  livemode,
});

/** What came of an event as far as it is known before its payment is looked at here. */
function outcomeOf(sighting: Sighting) {
  if (sighting.what === 'unmatched') {
    const { reason, detail } = sighting;
    return { outcome: 'unmatched', reason, detail } as const;
  }
  const outcome = ({ cash: 'applied', unknown: 'unknown', payment: 'nothing' } as const)[
    sighting.what
  ];
  return { outcome, reason: null, detail: null };
}

const idIn = (object: object): string | null =>
  'id' in object && typeof object.id === 'string' ? object.id : null;

const NO_ACCOUNT =
  'STRIPE_SECRET_KEY may not read its own account. Give it read access to Accounts.';

/** An id that Stripe itself has given. */
const isId = (id: unknown): id is string => typeof id === 'string' && /^\w+$/.test(id);

/** Looks where an event points. Throws `busy` where Stripe does not answer, so that it is sent again. */
async function follow(ctx: Context, stripe: StripeClient, event: Stripe.Event): Promise<Sighting> {
  if (!(EVENTS as readonly string[]).includes(event.type)) return { what: 'unknown' };
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
    return cash ? { what: 'cash', cash } : unmatched('no-such-object', id);
  }
  const pointing = event.data.object as Partial<Pointing>;
  if (!isId(pointing.id)) return unmatched('no-such-object', pointing.id);
  return lookAt(ctx, stripe, pointing as Pointing);
}

/** What an event carries, as far as it points to a payment. */
export interface Pointing {
  id: string;
  object: string;
  payment_intent?: string | { id: string } | null;
}

const paymentsBy = statement((db) => {
  const { id, object, code } = payments.payment;
  return db
    .select({ id, object })
    .from(payments.payment)
    .where(or(eq(object, sql.placeholder('root')), eq(code, sql.placeholder('code'))));
});

/** The payment behind a thing of Stripe's, and what is true of it now. */
export async function lookAt(
  ctx: Context,
  stripe: StripeClient,
  pointing: Pointing,
): Promise<Sighting> {
  const root = await rootOf(ctx, stripe, pointing);
  if (root === null) return unmatched('not-ours', pointing.id);
  const truth = await truthOf(ctx, root);
  if (!truth) return unmatched('no-such-object', root);
  const rows = await paymentsBy(ctx.db, { root, code: truth.code ?? '' });
  // What we have given out ourselves; else what it says to be for, which settle() compares.
  const row = rows.find(({ object }) => object === root) ?? rows[0];
  return row ? { what: 'payment', id: row.id, truth } : unmatched('not-ours', claimText(truth));
}

async function rootOf(
  ctx: Context,
  stripe: StripeClient,
  { id, object, payment_intent: by }: Pointing,
): Promise<string | null> {
  if (object === 'checkout.session' || object === 'invoice') return id;
  const intent = object === 'payment_intent' ? id : typeof by === 'string' ? by : by?.id;
  if (intent === undefined) return null;
  const { payment } = payments;
  const [row] = await ctx.db
    .select({ object: payment.object })
    .from(payment)
    .where(eq(payment.intent, intent));
  return row?.object ?? rootOfIntent(stripe, intent);
}
