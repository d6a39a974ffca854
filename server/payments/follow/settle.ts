import { and, eq, inArray, sql } from 'drizzle-orm';
import { requireRight, type Actor } from '../../actor.ts';
import { audit } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import { together } from '../../db/sql.ts';
import { payment, stripeEvent } from '../../db/payments.ts';
import { statement, updateOne } from '../../db/prepared.ts';
import { answered, write, type RequestKey } from '../../db/write.ts';
import type { EventOutcome, UnmatchedReason } from '../../domain/payment.ts';
import { queueOnce } from '../../mail/once.ts';
import { requireStripe } from '../../stripe/client.ts';
import { isWatched, noPayment, statusOf, type PaymentRow } from '../payment.ts';
import {
  fetchInvoice,
  fetchSession,
  type Look,
  type StripePayment,
} from '../stripe/stripe-state.ts';
import { fitToLedger, isReceived, mismatchText, type Misfit } from './fit-to-ledger.ts';
import { flagsOf } from './flags.ts';
import { batchesOf, findMissingSteps, mismatchOf, type StepName } from './missing-steps.ts';
import { planFitting, recordSteps, type Planned } from './record-steps.ts';
import { matchOrders } from './refund-orders.ts';
import { lastLook, lookToKeep, retryOvertaken } from './retry-overtaken.ts';

export interface Outcome {
  outcome: Exclude<EventOutcome, 'unknown'>;
  reason: UnmatchedReason | null;
  detail: string | null;
}

export const NOTHING: Outcome = { outcome: 'nothing', reason: null, detail: null };
export const APPLIED: Outcome = { ...NOTHING, outcome: 'applied' };

export const unmatched = (reason: UnmatchedReason, detail: string | null = null): Outcome => ({
  outcome: 'unmatched',
  reason,
  detail,
});

/** Reasons that an admin can resolve here, so that the next look records the payment. */
const CURABLE_HERE = ['by-hand', 'not-accepted', 'over-draw', 'won-after-all', 'no-rate'] as const;

/**
 * What Stripe says now of a session or invoice; null where our account has none with this id. Throws `busy`. `last` is
 * the look that was recorded last, if the caller has just read it.
 */
export async function fetchFromStripe(ctx: Context, object: string, last?: Buffer | null) {
  const before = last === undefined ? await lastLook(ctx.db, object) : last;
  const find = object.startsWith('in_') ? fetchInvoice : fetchSession;
  const atStripe = await find(requireStripe(ctx), object);
  return atStripe && { ...atStripe, before };
}

const paymentToLock = (by: 'id' | 'code') =>
  statement((tx) => {
    return tx
      .select()
      .from(payment)
      .where(eq(payment[by], sql.placeholder('value')))
      .for('update');
  });

const LOCKED = { id: paymentToLock('id'), code: paymentToLock('code') };

export async function lockPayment(tx: Tx, by: 'id' | 'code', value: string): Promise<PaymentRow> {
  const [row] = await LOCKED[by](tx, { value });
  if (!row) throw noPayment();
  return row;
}

interface Settling {
  keep?: (outcome: Outcome) => Promise<unknown>;
  /** A step to record again, though an admin undid it. */
  again?: StepName | null;
}

/**
 * Brings the ledger to what Stripe says of a payment, as the transaction's last act, in three round trips: lock and read
 * the payment, lock and read its pledge, write.
 *
 * Statements that are sent together run in their order, so locks are taken in the order that all writers keep: the
 * payment, its pledge, Stripe's ids, and last the ledger's head, for which everybody waits. `keep` writes before that.
 * What is read with a lock is read behind it, and stays true until the commit.
 *
 * Nothing is committed before all is written: after a crash the next look does it again, and the key of
 * `provider_batch` keeps steps from doubling. An overtaken look throws, so callers use `retryOvertaken`. What an admin
 * undid stays undone, except the step wanted `again`.
 */
export async function settle(
  ctx: Context,
  tx: Tx,
  id: string,
  atStripe: Look,
  { keep = async () => {}, again = null }: Settling = {},
): Promise<Outcome> {
  const [row, batches] = await together([lockPayment(tx, 'id', id), batchesOf(tx, { id })]);
  const reason = mismatchOf(row, atStripe, requireStripe(ctx));
  if (reason !== null) {
    const mismatch = unmatched(reason, mismatchText(row, atStripe));
    await keep(mismatch);
    return mismatch;
  }
  const look = lookToKeep(row, atStripe);
  await matchOrders(tx, id, atStripe.refunds);
  const found = await findMissingSteps(tx, row, batches, atStripe, again);
  const { fitting, misfit: unfit } = fitToLedger(row, found);
  const planned = await planFitting(ctx, tx, row, atStripe, { fitting, pledge: found.pledge });
  const { opened, done } = planned;
  const misfit = planned.misfit ?? unfit;
  const email = row.email ?? atStripe.payer.email;
  // While its receipt can't be recorded, the payment stays unpaid.
  const isUnrecorded = isReceived(found.missing) && !isReceived(done.map(({ step }) => step));
  const isChanged = !isUnrecorded && statusOf(row, atStripe) !== row.status;
  const outcome = outcomeOf(misfit, isChanged || done.length > 0);
  await together([
    isUnrecorded
      ? updateOne(tx, payment, id, look)
      : updatePayment(ctx, tx, { row, look, email, atStripe, planned, lacks: misfit !== null }),
    misfit === null && markApplied(tx, { id }),
    keep(outcome),
    opened && recordSteps(ctx, tx, { ...row, email }, { opened, done }),
  ]);
  return outcome;
}

function outcomeOf(misfit: Misfit | null, isChanged: boolean): Outcome {
  if (misfit !== null) return unmatched(misfit.reason, misfit.detail);
  return isChanged ? APPLIED : NOTHING;
}

async function updatePayment(
  ctx: Context,
  tx: Tx,
  of: {
    row: PaymentRow;
    look: ReturnType<typeof lookToKeep>;
    email: string | null;
    atStripe: StripePayment;
    planned: Planned;
    lacks: boolean;
  },
): Promise<void> {
  const { row, email, atStripe } = of;
  const { opened, done } = of.planned;
  const status = statusOf(row, atStripe);
  const moves = done.flatMap((step) => step.moves);
  const isFailed = status === 'failed' && row.status !== 'failed' && email !== null;
  const set = {
    ...of.look,
    status,
    // The address of a payment that ended long ago was deleted. It stays so.
    email: status === row.status ? row.email : email,
    flags: flagsOf(row, atStripe, { opened, moves }),
    pledgeId: opened?.pledge.id ?? row.pledgeId,
    paidAt: row.paidAt ?? atStripe.receipt?.at ?? null,
    checkedAt: ctx.now(),
  };
  const { code } = row;
  const mail = { kind: 'payment', told: 'failed', code, batch: null } as const;
  await together([
    updateOne(tx, payment, row.id, set, { watched: isWatched(atStripe, of.lacks) }),
    isFailed &&
      queueOnce(tx, ctx, [{ to: { address: email }, mail, object: code, occasion: 'failed' }]),
  ]);
}

const markApplied = statement((tx) => {
  return tx
    .update(stripeEvent)
    .set({ outcome: 'applied', reason: null, detail: null })
    .where(
      and(
        eq(stripeEvent.paymentId, sql.placeholder('id')),
        eq(stripeEvent.outcome, 'unmatched'),
        inArray(stripeEvent.reason, [...CURABLE_HERE]),
      ),
    );
});

export async function checkPayment(
  ctx: Context,
  code: string,
  by?: { actor: Actor; key: RequestKey },
): Promise<Outcome> {
  if (by) requireRight(by.actor, 'record');
  const before = await answered(ctx, by?.key ?? null);
  if (before) return before.body as unknown as Outcome;
  const [row] = await ctx.db.select().from(payment).where(eq(payment.code, code));
  if (!row) throw noPayment();
  const { id, object } = row;
  if (object === null) return NOTHING;
  return retryOvertaken(async () => {
    const atStripe = await fetchFromStripe(ctx, object);
    if (!atStripe) return unmatched('no-such-object', object);
    const answer = await write(ctx, by?.key ?? null, async (tx) => {
      if (by) await audit(tx, ctx, by.actor, { act: 'payment.check', object: code });
      return { status: 201, body: { ...(await settle(ctx, tx, id, atStripe)) } };
    });
    return answer.body as unknown as Outcome;
  });
}
