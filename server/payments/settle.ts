import { and, eq, inArray, sql } from 'drizzle-orm';
import { requireRight, type Actor } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import * as payments from '../db/payments.ts';
import { statement } from '../db/prepared.ts';
import { answered, write, type RequestKey } from '../db/write.ts';
import type { EventOutcome, UnmatchedReason } from '../domain/payment.ts';
import { queueMail } from '../mail/queue.ts';
import { requireStripe } from './client.ts';
import { mismatchOf, type StepName } from './effect.ts';
import { flagsOf } from './flags.ts';
import { fitOf, isReceived, mismatchText, type Misfit } from './misfit.ts';
import { keepSaid, saidOf, untilNewest } from './newest.ts';
import { noPayment, type PaymentRow } from './opened.ts';
import { matchOrders } from './orders.ts';
import { planFitting, type Planned } from './plan.ts';
import { recordSteps } from './record.ts';
import { lackingOf } from './recorded.ts';
import { statusOf } from './status.ts';
import { invoiceTruth, sessionTruth, type Look, type Truth } from './truth.ts';
import { isWatched } from './watched.ts';

/** What came of a look at a payment. */
export interface Outcome {
  outcome: Exclude<EventOutcome, 'unknown'>;
  reason: UnmatchedReason | null;
  detail: string | null;
}

const NOTHING: Outcome = { outcome: 'nothing', reason: null, detail: null };
const APPLIED: Outcome = { ...NOTHING, outcome: 'applied' };

const unmatched = (reason: UnmatchedReason, detail: string | null = null): Outcome => ({
  outcome: 'unmatched',
  reason,
  detail,
});

/** What mends itself once an admin has mended what is here. */
const MENDABLE = ['elsewhere', 'not-accepted', 'over-draw', 'won-after-all', 'no-rate'] as const;

export async function truthOf(ctx: Context, object: string): Promise<Look | null> {
  const asOf = ctx.now();
  const before = await saidOf(ctx.db, object);
  const find = object.startsWith('in_') ? invoiceTruth : sessionTruth;
  const truth = await find(requireStripe(ctx), object);
  return truth && { ...truth, asOf, before };
}

const paymentToLock = (by: 'id' | 'code') =>
  statement((tx) => {
    const { payment } = payments;
    return tx
      .select()
      .from(payment)
      .where(eq(payment[by], sql.placeholder('value')))
      .for('update');
  });

const LOCKED = { id: paymentToLock('id'), code: paymentToLock('code') };

/** Locks a payment: of several looks at it, one at a time is recorded. Throws `not-found`. */
export async function lockPayment(tx: Tx, by: 'id' | 'code', value: string): Promise<PaymentRow> {
  const [row] = await LOCKED[by](tx, { value });
  if (!row) throw noPayment();
  return row;
}

interface Settling {
  /** Writes down what comes of it. */
  keep?: (outcome: Outcome) => Promise<unknown>;
  /** A step to be recorded though it was, and was taken back by hand. */
  again?: StepName | null;
}

/**
 * Brings the ledger to what Stripe says of a payment, in the caller's transaction and as its last act.
 * Locks the payment, then its pledge, then the ledger's head, in this order like everybody; `keep` writes
 * down what comes of it before the head, for which everybody waits.
 *
 * Crash points: the look at Stripe is before the transaction and changes nothing. Before the commit there
 * is no movement and no `provider_batch`, and whoever tells us again (Stripe, the daily comparison, the
 * payer's return) makes it look again; after it there are both, and the key of `provider_batch` makes
 * every further look find nothing to do. A look that was overtaken by another throws, so that nothing is
 * recorded of what has been taken back meanwhile: whoever looks does so by `untilNewest`.
 *
 * What an admin has taken back by hand stays so, whatever is told of it, but for the one step that an admin
 * wants recorded `again`. Its row of `provider_batch` is there from the first time, so that a crash leaves
 * either nothing of it or the movements with their evidence, which make every further try find them.
 */
export async function settle(
  ctx: Context,
  tx: Tx,
  id: string,
  truth: Look,
  { keep = async () => {}, again = null }: Settling = {},
): Promise<Outcome> {
  const { outcome, record } = await prepare(ctx, tx, id, truth, again);
  // Sent one behind the other.
  await Promise.all([keep(outcome), record?.()]);
  return outcome;
}

/** What comes of a look, and what appends its movements where there are any. */
interface Prepared {
  outcome: Outcome;
  record?: () => Promise<void>;
}

async function prepare(
  ctx: Context,
  tx: Tx,
  id: string,
  truth: Look,
  again: StepName | null,
): Promise<Prepared> {
  const row = await lockPayment(tx, 'id', id);
  const reason = mismatchOf(row, truth, requireStripe(ctx));
  if (reason !== null) return { outcome: unmatched(reason, mismatchText(row, truth)) };
  await keepSaid(tx, row, truth);
  await matchOrders(tx, id, truth.refunds);
  const found = await lackingOf(tx, row, truth, again);
  const fit = fitOf(row, truth, found);
  const planned = await planFitting(ctx, tx, row, truth, fit.fitting);
  const { opened, done } = planned;
  const misfit = planned.misfit ?? fit.misfit;
  const email = row.email ?? truth.payer.email;
  // What has come is recorded, if not of its pledge: the payment itself is paid.
  const isOut = isReceived(found.lacking) && !isReceived(done.map(({ step }) => step));
  const changed =
    !isOut && (await updatePayment(ctx, tx, row, email, truth, planned, misfit !== null));
  if (misfit === null) await mendEvents(tx, { id });
  return {
    outcome: outcomeOf(misfit, changed || done.length > 0),
    ...(opened && {
      record: () => recordSteps(ctx, tx, { ...row, email }, { opened, done }),
    }),
  };
}

function outcomeOf(misfit: Misfit | null, isChanged: boolean): Outcome {
  if (misfit !== null) return unmatched(misfit.reason, misfit.detail);
  return isChanged ? APPLIED : NOTHING;
}

/** Says what is known of it now, and whether the ledger `lacks` any of it; whether its status is a new one. */
async function updatePayment(
  ctx: Context,
  tx: Tx,
  row: PaymentRow,
  email: string | null,
  truth: Truth,
  { opened, done }: Planned,
  lacks: boolean,
): Promise<boolean> {
  const status = statusOf(row, truth);
  const flags = await flagsOf(tx, row, truth, {
    opened,
    moves: done.flatMap(({ moves }) => moves),
  });
  await tx
    .update(payments.payment)
    .set({
      status,
      // As it goes on: of one that has ended long ago it was swept, and no look brings it back.
      email: status === row.status ? row.email : email,
      flags,
      pledgeId: opened?.pledge.id ?? row.pledgeId,
      paidAt: row.paidAt ?? truth.receipt?.at ?? null,
      watched: isWatched(row, truth, lacks),
      checkedAt: ctx.now(),
    })
    .where(eq(payments.payment.id, row.id));
  if (status === 'failed' && row.status !== 'failed' && email !== null) {
    await queueMail(tx, ctx, email, {
      kind: 'payment',
      told: 'failed',
      code: row.code,
      batch: null,
    });
  }
  return status !== row.status;
}

/** What could not be recorded before a look is, or is no more to be. */
const mendEvents = statement((tx) => {
  const { stripeEvent } = payments;
  return tx
    .update(stripeEvent)
    .set({ outcome: 'applied', reason: null, detail: null })
    .where(
      and(
        eq(stripeEvent.paymentId, sql.placeholder('id')),
        eq(stripeEvent.outcome, 'unmatched'),
        inArray(stripeEvent.reason, [...MENDABLE]),
      ),
    );
});

/**
 * Looks at a payment over there, and records what is new of it; `by` whom, where an admin asks for it.
 * Throws `not-found`, and `busy` where Stripe does not answer.
 */
export async function checkPayment(
  ctx: Context,
  code: string,
  by?: { actor: Actor; key: RequestKey },
): Promise<Outcome> {
  if (by) requireRight(by.actor, 'record');
  const before = await answered(ctx, by?.key ?? null);
  if (before) return before.body as unknown as Outcome;
  const { payment } = payments;
  const [row] = await ctx.db.select().from(payment).where(eq(payment.code, code));
  if (!row) throw noPayment();
  const { id, object } = row;
  if (object === null) return NOTHING;
  return untilNewest(async () => {
    const truth = await truthOf(ctx, object);
    if (!truth) return unmatched('no-such-object', object);
    const answer = await write(ctx, by?.key ?? null, async (tx) => {
      if (by) await audit(tx, ctx, by.actor, { act: 'payment.check', object: code });
      return { status: 201, body: { ...(await settle(ctx, tx, id, truth)) } };
    });
    return answer.body as unknown as Outcome;
  });
}
