import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { fullAmount } from '../../../web/format.ts';
import type Stripe from 'stripe';
import { v7 as uuidv7 } from 'uuid';
import { requireRight, requireTouch, type Actor } from '../../actor.ts';
import { audit, writeAs } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import { payment, refundOrder } from '../../db/payments.ts';
import { rowsFrom } from '../../db/sql.ts';
import { answered, type Answer } from '../../db/write.ts';
import { today } from '../../domain/day.ts';
import { conflict, DomainError, notFound } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { planMoves } from '../../domain/move.ts';
import { formatAmount, parseAmount } from '../../domain/quantity.ts';
import { lockPledge, openPledge } from '../../pledges/open-pledge.ts';
import { plannedOn } from '../../pledges/record.ts';
import { ask, requireStripe, type StripeClient } from '../../stripe/client.ts';
import type { UseCaseOn, UseCaseOnSeen } from '../../use-case.ts';
import { toStripe } from '../stripe/currency.ts';
import type { RecordedStep } from '../follow/payment-balance.ts';
import { receiptText } from '../follow/fit-to-ledger.ts';
import type { PaymentRow } from '../payment.ts';
import { refundRecord, refundableOf, type RefundOrder } from '../follow/refund-orders.ts';
import { refOfPledge } from '../follow/record-steps.ts';
import type { RefundInput } from '../schemas.ts';
import { checkPayment, lockPayment, fetchFromStripe } from '../follow/settle.ts';
import { CODE_KEY, ORDER_KEY, refundState } from '../stripe/stripe-state.ts';

/** Locks payment and pledge. Throws `over-draw` for more than is left, and `conflict` if it changed since `seen`. */
export async function planRefund(
  ctx: Context,
  tx: Tx,
  code: string,
  { amount: typed, reason }: RefundInput,
  seen?: string,
) {
  const row = await lockPayment(tx, 'code', code);
  const { currency } = row;
  // Nobody moves money from here until the commit.
  const locked = row.pledgeId && (await lockPledge(tx, await refOfPledge(tx, row.pledgeId)));
  const record = await refundRecord(tx, row);
  const left = refundableOf(record);
  if (row.intent === null || !locked || left <= 0n) throw nothingLeft(receiptGap(row, record));
  const amount = typed === undefined ? left : parseAmount(typed, currency);
  if (amount > left) {
    const most = fullAmount(left, currency);
    throw new DomainError('over-draw', say().payments.onlySoMuch(most), {
      fields: [{ field: 'amount', message: say().payments.moreThan(most) }],
      balances: { received: formatAmount(left, currency) },
    });
  }
  toStripe(amount, currency);
  const opened = await openPledge(tx, locked);
  const now = `${opened.seen}.${record.orders.length}`;
  if (seen !== undefined && seen !== now) throw conflict(say().payments.refundPageOld);
  const on = today(ctx.now());
  const moves = planMoves(opened.book, { verb: 'refund', quantity: amount, on });
  const batch = { moves, on, grade: 'payment', evidence: { note: reason } } as const;
  return { row, amount, left, planned: { ...plannedOn(opened, batch), seen: now } };
}

/** Why less is held than was paid; null if all of it is held, or nothing was paid. */
const receiptGap = (row: PaymentRow, { recorded }: { recorded: RecordedStep[] }): string | null =>
  row.paidAt === null ? null : receiptText(recorded, row);

const nothingLeft = (gap: string | null): DomainError => {
  const { nothingToRefund } = say().payments;
  return conflict(gap === null ? nothingToRefund : `${nothingToRefund} ${gap}`);
};

/**
 * We commit the order before we ask Stripe: it reserves its amount, and after a crash an admin can send it again. If
 * Stripe's answer was lost, the next look finds the refund by the order's id.
 */
export const refundPayment: UseCaseOnSeen<RefundInput> = async (
  ctx,
  actor,
  key,
  code,
  input,
  seen,
) => {
  requireRight(actor, 'refund');
  requireTouch(actor, ctx.now());
  const id = uuidv7();
  const deed = { right: 'refund', act: 'payment.refund', object: code } as const;
  const ordered = await writeAs(ctx, actor, key, { ...deed, facts: { order: id } }, async (tx) => {
    const { row, amount } = await planRefund(ctx, tx, code, input, seen);
    requireStripe(ctx);
    const { reason } = input;
    await tx
      .insert(refundOrder)
      .values({ id, paymentId: row.id, amountMinor: amount, reason, createdAt: ctx.now() });
    await tx.update(payment).set({ watched: true }).where(eq(payment.id, row.id));
    return { status: 201, body: { order: id } };
  });
  const order = String(ordered.body['order']);
  return order === id ? sendOrder(ctx, code, id) : resendRefund(ctx, actor, code, order);
};

/** The history says so each time, for `cancelRefund`. */
export async function resendRefund(ctx: Context, actor: Actor, code: string, id: string) {
  requireRight(actor, 'refund');
  requireTouch(actor, ctx.now());
  const { order } = await findOrder(ctx, code, id);
  if (order.object === null && order.refusal === null) {
    const deed = { act: 'payment.refund', object: code, facts: { order: id } } as const;
    await ctx.db.transaction((tx) => audit(tx, ctx, actor, deed));
  }
  return sendOrder(ctx, code, id);
}

const ON_ITS_WAY_MINUTES = 10;

export const cancelRefund: UseCaseOn<string> = async (ctx, actor, key, code, id) => {
  requireRight(actor, 'refund');
  const before = await answered(ctx, key);
  if (before) return before;
  const { order, row } = await findOrder(ctx, code, id);
  if (order.object !== null || order.refusal !== null) {
    throw conflict(say().payments.refundNotWaiting);
  }
  const atStripe = await fetchFromStripe(ctx, row.object!);
  if (!atStripe) throw conflict(say().payments.notInAccount);
  if (atStripe.refunds.some((refund) => refund.order === id)) {
    await checkPayment(ctx, code);
    throw conflict(say().payments.refundArrived);
  }
  const deed = { right: 'refund', act: 'payment.let-go', object: code } as const;
  return writeAs(ctx, actor, key, { ...deed, facts: { order: id } }, async (tx) => {
    const now = sql`${ctx.now().toISOString()}::timestamptz`;
    const span = sql`make_interval(mins => ${ON_ITS_WAY_MINUTES})`;
    // A later one came from a clock that was ahead.
    const cancelled = await rowsFrom(tx, z.strictObject({ id: z.string() }))`
      UPDATE refund_order SET refusal = ${say().payments.refundCancelled}
      WHERE id = ${id} AND object IS NULL AND refusal IS NULL
        AND NOT EXISTS (SELECT FROM audit
          WHERE audit.object = ${code} AND act = 'payment.refund' AND facts ->> 'order' = ${id}
            AND at > ${now} - ${span} AND at < ${now} + ${span})
      RETURNING id`;
    if (cancelled.length > 0) return { status: 201, body: { order: id } };
    throw conflict(say().payments.refundOnItsWay(ON_ITS_WAY_MINUTES));
  });
};

async function findOrder({ db }: Pick<Context, 'db'>, code: string, id: string) {
  const [found] = await db
    .select({ order: refundOrder, row: payment })
    .from(refundOrder)
    .innerJoin(payment, eq(payment.id, refundOrder.paymentId))
    .where(and(eq(refundOrder.id, id), eq(payment.code, code)));
  if (!found) throw notFound(say().payments.noRefund);
  return found;
}

async function sendOrder(ctx: Context, code: string, id: string): Promise<Answer> {
  await checkPayment(ctx, code);
  const { order, row } = await findOrder(ctx, code, id);
  const stripe = requireStripe(ctx);
  const known = order.object;
  if (known === null) await checkReceipt(ctx, row);
  const { id: refund, status } =
    known === null
      ? await askForRefund(ctx, stripe, order, row)
      : await ask(stripe, () => stripe.api.refunds.retrieve(known));
  await checkPayment(ctx, code);
  const { currency } = row;
  const amount = formatAmount(order.amountMinor, currency);
  const state = refundState(status);
  return { status: 201, body: { code, order: id, refund, currency, amount, state } };
}

/** Throws `conflict` where an admin has undone the receipt, which Stripe doesn't know. */
async function checkReceipt({ db }: Context, row: PaymentRow): Promise<void> {
  const record = await refundRecord(db, row);
  const gap = receiptGap(row, record);
  if (gap !== null && refundableOf(record) < 0n) throw nothingLeft(gap);
}

async function askForRefund(
  ctx: Context,
  stripe: StripeClient,
  order: RefundOrder,
  row: PaymentRow,
): Promise<Stripe.Refund> {
  if (order.refusal !== null) throw refused(order.refusal);
  const { id, amountMinor } = order;
  const keep = (kept: Partial<RefundOrder>) =>
    ctx.db.update(refundOrder).set(kept).where(eq(refundOrder.id, id));
  try {
    const made = await ask(stripe, () =>
      stripe.api.refunds.create(
        {
          payment_intent: row.intent!,
          amount: toStripe(amountMinor, row.currency),
          metadata: { [ORDER_KEY]: id, [CODE_KEY]: row.code },
        },
        { idempotencyKey: `muster-refund-${id}` },
      ),
    );
    await keep({ object: made.id });
    return made;
  } catch (error) {
    const failure = stripe.failureOf(error);
    if (!failure) throw error;
    await keep({ refusal: failure.message });
    throw refused(failure.message);
  }
}

const refused = (message: string): DomainError => conflict(say().payments.refundRefused(message));
