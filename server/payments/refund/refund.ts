import { and, eq, sql } from 'drizzle-orm';
import type Stripe from 'stripe';
import { v7 as uuidv7 } from 'uuid';
import { requireRight, requireTouch, type Actor } from '../../actor.ts';
import { audit, writeAs } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import * as payments from '../../db/payments.ts';
import { rowsOf } from '../../db/sql.ts';
import { answered, type Answer, type RequestKey } from '../../db/write.ts';
import { today } from '../../domain/day.ts';
import { DomainError } from '../../domain/errors.ts';
import { planMoves } from '../../domain/move.ts';
import { formatAmount, parseAmount } from '../../domain/quantity.ts';
import { lockPledge, openPledge } from '../../pledges/open-pledge.ts';
import type { Planned } from '../../pledges/record.ts';
import { ask, requireStripe, type StripeClient } from '../../stripe/client.ts';
import { toStripe } from '../stripe/currency.ts';
import type { Standing } from '../follow/payment-balance.ts';
import { receiptText } from '../follow/fit-to-ledger.ts';
import type { PaymentRow } from '../payment.ts';
import { recordOf, refundableOf, type RefundOrder } from '../follow/refund-orders.ts';
import { refOfPledge } from '../follow/plan-steps.ts';
import type { RefundInput } from '../schemas.ts';
import { checkPayment, lockPayment, truthOf } from '../follow/settle.ts';
import { CODE_KEY, ORDER_KEY, refundState } from '../stripe/stripe-state.ts';

export interface PlannedRefund {
  row: PaymentRow;
  amount: bigint;
  left: bigint;
  planned: Planned;
}

/**
 * What a refund would do, of everything left unless `amount` names a part. Locks payment and pledge. Throws `over-
 * draw` for more than there is, so Stripe sends nothing we can't record, and `conflict` if overtaken since `seen`.
 */
export async function planRefund(
  ctx: Context,
  tx: Tx,
  code: string,
  { amount: typed, reason }: RefundInput,
  seen?: string,
): Promise<PlannedRefund> {
  const row = await lockPayment(tx, 'code', code);
  const { currency } = row;
  // Locked before reading: nobody moves any of it until the commit.
  const locked = row.pledgeId && (await lockPledge(tx, await refOfPledge(tx, row.pledgeId)));
  const record = await recordOf(tx, row);
  const left = refundableOf(record);
  if (row.intent === null || !locked || left <= 0n) throw nothingLeft(lackingReceipt(row, record));
  const amount = typed === undefined ? left : parseAmount(typed, currency);
  if (amount > left) {
    const most = `${formatAmount(left, currency)} ${currency}`;
    throw new DomainError('over-draw', `Only ${most} of this payment can be sent back.`, {
      fields: [{ field: 'amount', message: `is more than the ${most} that can be sent back` }],
      balances: { received: formatAmount(left, currency) },
    });
  }
  toStripe(amount, currency);
  const opened = await openPledge(tx, locked);
  const now = `${opened.seen}.${record.orders.length}`;
  if (seen !== undefined && seen !== now) {
    throw new DomainError(
      'conflict',
      'A refund or movement was added since you opened this page. Check it again.',
    );
  }
  const { book, currency: base } = opened;
  const on = today(ctx.now());
  const planned = {
    pledge: opened.row,
    currency: base,
    book,
    terms: book.terms,
    moves: planMoves(book, { verb: 'refund', quantity: amount, on }),
    on,
    grade: 'payment' as const,
    evidence: { note: reason },
    seen: now,
  };
  return { row, amount, left, planned };
}

/** Null if all of it is held, or nothing came. */
const lackingReceipt = (row: PaymentRow, { standing }: { standing: Standing[] }): string | null =>
  row.paidAt === null ? null : receiptText(standing, row);

const nothingLeft = (where: string | null): DomainError => {
  const nothing = 'Nothing of this payment is left to send back.';
  return new DomainError('conflict', where === null ? nothing : `${nothing} ${where}`);
};

/**
 * Sends money back through Stripe. Needs a fresh touch: it leaves the account for good.
 *
 * Crash points: the order is committed before Stripe is asked and reserves its amount. If Stripe was not asked, it can
 * be sent again. If the answer was lost, the next look finds the refund by the order's id. Sending again looks first
 * and uses the same key.
 */
export async function refundPayment(
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  code: string,
  input: RefundInput,
  seen?: string,
): Promise<Answer> {
  requireRight(actor, 'refund');
  requireTouch(actor, ctx.now());
  const id = uuidv7();
  const deed = { right: 'refund', act: 'payment.refund', object: code } as const;
  const ordered = await writeAs(ctx, actor, key, { ...deed, facts: { order: id } }, async (tx) => {
    const { row, amount } = await planRefund(ctx, tx, code, input, seen);
    requireStripe(ctx);
    const { reason } = input;
    await tx
      .insert(payments.refundOrder)
      .values({ id, paymentId: row.id, amountMinor: amount, reason, createdAt: ctx.now() });
    const { payment } = payments;
    await tx.update(payment).set({ watched: true }).where(eq(payment.id, row.id));
    return { status: 201, body: { order: id } };
  });
  const order = String(ordered.body['order']);
  return order === id ? sendOrder(ctx, code, id) : resendRefund(ctx, actor, code, order);
}

/** Sends an order again whose answer was lost. The trail says so each time (see `letRefundGo`). Throws `not-found`. */
export async function resendRefund(
  ctx: Context,
  actor: Actor,
  code: string,
  id: string,
): Promise<Answer> {
  requireRight(actor, 'refund');
  requireTouch(actor, ctx.now());
  const { order } = await findOrder(ctx, code, id);
  if (order.object === null && order.refusal === null) {
    const deed = { act: 'payment.refund', object: code, facts: { order: id } } as const;
    await ctx.db.transaction((tx) => audit(tx, ctx, actor, deed));
  }
  return sendOrder(ctx, code, id);
}

const LET_GO = 'It was let go here, for Stripe had not got it.';

/** An order may be on its way to Stripe this long. */
const ON_ITS_WAY_MINUTES = 10;

/**
 * Gives up an order that Stripe hasn't got. If it still arrives there, its refund is recorded like any other. Throws
 * `not-found`, `busy`, and `conflict` if Stripe has it or may be getting it.
 */
export async function letRefundGo(
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  code: string,
  id: string,
): Promise<Answer> {
  requireRight(actor, 'refund');
  const before = await answered(ctx, key);
  if (before) return before;
  const { order, row } = await findOrder(ctx, code, id);
  if (order.object !== null || order.refusal !== null) {
    throw new DomainError('conflict', 'This refund is no longer waiting. Reload the page.');
  }
  const truth = await truthOf(ctx, row.object!);
  if (!truth) throw new DomainError('conflict', 'Stripe has no such payment in this account.');
  if (truth.refunds.some((refund) => refund.order === id)) {
    await checkPayment(ctx, code);
    throw new DomainError('conflict', 'Stripe has got this refund.');
  }
  const deed = { right: 'refund', act: 'payment.let-go', object: code } as const;
  return writeAs(ctx, actor, key, { ...deed, facts: { order: id } }, async (tx) => {
    const now = sql`${ctx.now().toISOString()}::timestamptz`;
    const span = sql`make_interval(mins => ${ON_ITS_WAY_MINUTES})`;
    // An audit line dated later than that has a clock that was ahead.
    const gone = await tx.execute(sql`
      UPDATE refund_order SET refusal = ${LET_GO}
      WHERE id = ${id} AND object IS NULL AND refusal IS NULL
        AND NOT EXISTS (SELECT FROM audit
          WHERE audit.object = ${code} AND act = 'payment.refund' AND facts ->> 'order' = ${id}
            AND at > ${now} - ${span} AND at < ${now} + ${span})
      RETURNING id`);
    if (rowsOf(gone).length > 0) return { status: 201, body: { order: id } };
    throw new DomainError(
      'conflict',
      `It may still be on its way to Stripe: it can be let go ${ON_ITS_WAY_MINUTES} minutes after it was sent.`,
    );
  });
}

async function findOrder(
  { db }: Pick<Context, 'db'>,
  code: string,
  id: string,
): Promise<{ order: RefundOrder; row: PaymentRow }> {
  const { payment, refundOrder } = payments;
  const [found] = await db
    .select({ order: refundOrder, row: payment })
    .from(refundOrder)
    .innerJoin(payment, eq(payment.id, refundOrder.paymentId))
    .where(and(eq(refundOrder.id, id), eq(payment.code, code)));
  if (!found) throw new DomainError('not-found', 'There is no such refund.');
  return found;
}

/** `state` is Stripe's word. */
async function sendOrder(ctx: Context, code: string, id: string): Promise<Answer> {
  await checkPayment(ctx, code);
  const { order, row } = await findOrder(ctx, code, id);
  const stripe = requireStripe(ctx);
  const known = order.object;
  if (known === null) await checkHeld(ctx, row);
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

/** Throws `conflict` where an admin has since undone the receipt: Stripe doesn't know of that. */
async function checkHeld({ db }: Context, row: PaymentRow): Promise<void> {
  const record = await recordOf(db, row);
  const where = lackingReceipt(row, record);
  if (where !== null && refundableOf(record) < 0n) throw nothingLeft(where);
}

/** Throws `conflict` with Stripe's words where it refuses, and keeps them; `busy` where it is away. */
async function askForRefund(
  ctx: Context,
  stripe: StripeClient,
  order: RefundOrder,
  row: PaymentRow,
): Promise<Stripe.Refund> {
  if (order.refusal !== null) throw refused(order.refusal);
  const { id, amountMinor } = order;
  const keep = (kept: Partial<RefundOrder>) =>
    ctx.db.update(payments.refundOrder).set(kept).where(eq(payments.refundOrder.id, id));
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

const refused = (message: string): DomainError =>
  new DomainError('conflict', `Stripe refused the refund: ${message}`);
