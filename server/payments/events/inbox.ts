import { eq, or, sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import type { Context } from '../../context.ts';
import * as payments from '../../db/payments.ts';
import { statement, updateOne } from '../../db/prepared.ts';
import { write, type Answer } from '../../db/write.ts';
import type { UnmatchedReason } from '../../domain/payment.ts';
import { keepCash, readCash, type Cash } from '../follow/cash.ts';
import { accountOf, requireStripe, type StripeClient } from '../../stripe/client.ts';
import { openEvent } from './signed-event.ts';
import { claimText } from '../follow/fit-to-ledger.ts';
import { untilNewest } from '../follow/retry-overtaken.ts';
import { settle, truthOf, type Outcome } from '../follow/settle.ts';
import { idOf, rootOfIntent, type Look } from '../stripe/stripe-state.ts';

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
 * Takes one event. It only says where to look: what counts is what Stripe says of the payment now, so order,
 * repetition and a leaked secret don't matter.
 *
 * The event's row is inserted first, so the same event at once waits for the commit and finds it. We answer 200 after
 * the commit; after a crash Stripe sends it again.
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

/** What came of an event, before its payment is looked at. */
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

/** An id that Stripe itself made. */
const isId = (id: unknown): id is string => typeof id === 'string' && /^\w+$/.test(id);

/** Looks where an event points. Throws `busy` where Stripe doesn't answer, so that Stripe sends it again. */
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

/** The payment behind an object of Stripe's, and its state now. */
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
  // First what we gave out; else the payment it names, which settle() checks.
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
