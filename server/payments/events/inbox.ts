import { eq, or, sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/db.ts';
import * as payments from '../../db/payments.ts';
import { rawStatement, statement } from '../../db/prepared.ts';
import { write, type Answer } from '../../db/write.ts';
import type { EventOutcome } from '../../domain/payment.ts';
import { say } from '../../domain/say.ts';
import { keepCash, readCash, type Cash } from '../follow/cash.ts';
import { accountOf, requireStripe, type StripeClient } from '../../stripe/client.ts';
import { claimText } from '../follow/fit-to-ledger.ts';
import { overtaken, retryOvertaken } from '../follow/retry-overtaken.ts';
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

const given = sql.placeholder;

/** Whether an event is known, with the payment that it is about: one round trip before we ask Stripe. */
const lookUp = rawStatement(
  sql`
  SELECT EXISTS (SELECT FROM stripe_event WHERE stripe_event.id = ${given('event')}) AS "isKnown",
    payment.id, payment.object, encode(payment.said, 'hex') AS said
  FROM (SELECT) AS event
  LEFT JOIN payment ON payment.object = ${given('object')} OR payment.intent = ${given('intent')}`,
  z.strictObject({
    isKnown: z.boolean(),
    id: z.string().nullable(),
    object: z.string().nullable(),
    said: z.string().nullable(),
  }),
);

/** `ours`: the payment that we gave out, with the look that was recorded last. */
type LookedUp = Awaited<ReturnType<typeof lookUpEvent>>;

async function lookUpEvent(db: Db, event: string | null, names: Names) {
  const [row] = await lookUp(db, { event, ...names });
  const { isKnown, id, object, said } = row!;
  const ours = id === null || object === null ? null : { id, object };
  return {
    isKnown,
    ours: ours && { ...ours, said: said === null ? null : Buffer.from(said, 'hex') },
  };
}

const KNOWN: Answer = { status: 200, body: { outcome: 'known' } };

/**
 * An event only says where to look: what counts is what Stripe says of the payment now. We answer 200 after the commit,
 * or Stripe sends the event again.
 */
export async function takeEvent(ctx: Context, event: Stripe.Event): Promise<Answer> {
  const stripe = requireStripe(ctx);
  const names = namesOf(event.data.object);
  return retryOvertaken(async () => {
    const { isKnown, ours } = await lookUpEvent(ctx.db, event.id, names);
    return isKnown ? KNOWN : keepEvent(ctx, event, await followEvent(ctx, stripe, event, ours));
  });
}

/** Nothing comes back where the event is there already. A copy under way is waited for. */
const insertEvent = rawStatement(
  sql`
  INSERT INTO stripe_event (id, type, object, payment_id, livemode, outcome, reason, detail, received_at)
  VALUES (${given('id')}, ${given('type')}, ${given('object')}, ${given('payment')}, ${given('livemode')},
    ${given('outcome')}, ${given('reason')}, ${given('detail')}, ${given('receivedAt')})
  ON CONFLICT DO NOTHING RETURNING id`,
  z.strictObject({ id: z.string() }),
);

/**
 * Of two copies of an event, the second waits for the first one's lock on the payment, and then finds its row: all that
 * it did is rolled back. An event that is about no payment has its row alone.
 */
function keepEvent(ctx: Context, event: Stripe.Event, sighting: Sighting): Promise<Answer> {
  const { payment, cash, ...found } = sighting;
  const { id, type, livemode } = event;
  const row = {
    id,
    type,
    livemode,
    object: idIn(event.data.object),
    payment: payment?.id ?? null,
    receivedAt: ctx.now().toISOString(),
  };
  return write(ctx, null, async (tx) => {
    if (payment) {
      const keep = async (outcome: Outcome) => {
        const [fresh] = await insertEvent(tx, { ...row, ...outcome });
        if (!fresh) throw overtaken();
      };
      const outcome = await settle(ctx, tx, payment.id, payment.atStripe, { keep });
      return { status: 200, body: { ...outcome } };
    }
    const [fresh] = await insertEvent(tx, { ...row, ...found });
    if (!fresh) return KNOWN;
    if (cash) await keepCash(ctx, tx, cash);
    return { status: 200, body: found };
  });
}

const idIn = (object: object): string | null =>
  'id' in object && typeof object.id === 'string' ? object.id : null;

/** An id that Stripe itself made. */
const isId = (id: unknown): id is string => typeof id === 'string' && /^\w+$/.test(id);

/** Throws `busy` where Stripe doesn't answer, so that Stripe sends the event again. */
async function followEvent(
  ctx: Context,
  stripe: StripeClient,
  event: Stripe.Event,
  ours: LookedUp['ours'],
): Promise<Sighting> {
  if (!(EVENTS as readonly string[]).includes(event.type))
    return { ...NOTHING, outcome: 'unknown' };
  if (event.account) {
    const own = await accountOf(stripe);
    if (own === null)
      return unmatched('account', `${event.account}: ${say().payments.accountUnread}`);
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
  return lookAt(ctx, stripe, pointer as Pointer, ours);
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

/** The session or invoice that an object of Stripe's is, or the intent that it belongs to. */
type Names = Record<'object' | 'intent', string | null>;

function namesOf({ id, object, payment_intent: by }: Partial<Pointer>): Names {
  if (object === 'checkout.session' || object === 'invoice')
    return { object: id ?? null, intent: null };
  const intent = object === 'payment_intent' ? id : typeof by === 'string' ? by : by?.id;
  return { object: null, intent: intent ?? null };
}

/** Finds the payment behind an object of Stripe's, and what Stripe says of it now. */
export async function lookAt(
  ctx: Context,
  stripe: StripeClient,
  pointer: Pointer,
  known?: LookedUp['ours'],
): Promise<Sighting> {
  const names = namesOf(pointer);
  const ours = known === undefined ? (await lookUpEvent(ctx.db, null, names)).ours : known;
  if (ours) {
    const atStripe = await fetchFromStripe(ctx, ours.object, ours.said);
    if (!atStripe) return unmatched('no-such-object', ours.object);
    return { ...NOTHING, payment: { id: ours.id, atStripe } };
  }
  const { object: own, intent } = names;
  const object = own ?? (intent === null ? null : await objectOfIntent(stripe, intent));
  if (object === null) return unmatched('not-ours', pointer.id);
  const atStripe = await fetchFromStripe(ctx, object);
  if (!atStripe) return unmatched('no-such-object', object);
  const rows = await paymentsBy(ctx.db, { object, code: atStripe.code ?? '' });
  // Prefers the one that we gave out. settle() checks one that only the code names.
  const row = rows.find((each) => each.object === object) ?? rows[0];
  if (!row) return unmatched('not-ours', claimText(atStripe));
  return { ...NOTHING, payment: { id: row.id, atStripe } };
}
