import { and, eq, inArray, sql } from 'drizzle-orm';
import { requireRight, type Actor } from '../../actor.ts';
import { audit } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import { together } from '../../db/sql.ts';
import * as payments from '../../db/payments.ts';
import { statement } from '../../db/prepared.ts';
import { answered, write, type RequestKey } from '../../db/write.ts';
import type { EventOutcome, UnmatchedReason } from '../../domain/payment.ts';
import { queueMail } from '../../mail/queue.ts';
import { requireStripe } from '../../stripe/client.ts';
import { lackingOf, mismatchOf, type StepName } from './missing-steps.ts';
import { flagsOf } from './flags.ts';
import { fitOf, isReceived, mismatchText, type Misfit } from './fit-to-ledger.ts';
import { keepSaid, saidOf, untilNewest } from './retry-overtaken.ts';
import { noPayment, type PaymentRow } from '../payment.ts';
import { matchOrders } from './refund-orders.ts';
import { planFitting, type Planned } from './plan-steps.ts';
import { recordSteps } from './record-steps.ts';
import { isWatched, statusOf } from './payment-status.ts';
import { invoiceTruth, sessionTruth, type Look, type Truth } from '../stripe/stripe-state.ts';

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

/** Reasons that an admin can resolve here, so that the next look clears them. */
const MENDABLE = ['by-hand', 'not-accepted', 'over-draw', 'won-after-all', 'no-rate'] as const;

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

/** One look at a payment is recorded at a time. Throws `not-found`. */
export async function lockPayment(tx: Tx, by: 'id' | 'code', value: string): Promise<PaymentRow> {
  const [row] = await LOCKED[by](tx, { value });
  if (!row) throw noPayment();
  return row;
}

interface Settling {
  /** Writes down the outcome. */
  keep?: (outcome: Outcome) => Promise<unknown>;
  /** Record this step again, though an admin undid it. */
  again?: StepName | null;
}

/**
 * Brings the ledger to what Stripe says of a payment, as the transaction's last act. Locks the payment, its pledge,
 * then the head; `keep` writes the outcome before the head, for which everybody waits.
 *
 * Crash points: before the commit there is nothing, and whoever tells us again makes it look again. After it, the key
 * of `provider_batch` leaves nothing to do. An overtaken look throws, so callers use `untilNewest`.
 *
 * What an admin undid stays undone, except the one step wanted `again`. Its evidence makes every further try find it.
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
  await together([keep(outcome), record?.()]);
  return outcome;
}

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
  const fit = fitOf(row, found);
  const planned = await planFitting(ctx, tx, row, truth, fit.fitting);
  const { opened, done } = planned;
  const misfit = planned.misfit ?? fit.misfit;
  const email = row.email ?? truth.payer.email;
  // The payment stays unpaid while its receipt can't be recorded.
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

/** Returns whether the status is new. */
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
      // The address of a payment that ended long ago was swept and stays away.
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

/** Events that waited for this look. */
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
 * Looks at a payment at Stripe and records what is new, `by` an admin if one asks. Throws `not-found`, and `busy`
 * where Stripe doesn't answer.
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
