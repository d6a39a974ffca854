import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../db/db.ts';
import { providerBatch, refundOrder } from '../../db/payments.ts';
import { say } from '../../domain/say.ts';
import { paymentBalance, recordedUnder } from './payment-balance.ts';
import type { PaymentRow } from '../payment.ts';
import type { Refund } from '../stripe/stripe-state.ts';

export type RefundOrder = typeof refundOrder.$inferSelect;

/** Matches Stripe's refunds with our orders, by the order's id that each carries. A failed one reserves nothing. */
export async function matchOrders(tx: Tx, paymentId: string, refunds: readonly Refund[]) {
  const ordered = refunds.filter(({ order }) => order !== null);
  if (ordered.length === 0) return;
  const texts = (of: (refund: Refund) => string | null) =>
    sql`${sql.param(ordered.map((refund) => of(refund)))}::text[]`;
  await tx.execute(sql`
    UPDATE refund_order SET object = made.object,
      refusal = CASE WHEN made.state = 'failed' THEN ${say().payments.refundSentBack} END
    FROM unnest(${texts(({ order }) => order)}, ${texts(({ object }) => object)},
      ${texts(({ state }) => state)}) AS made (id, object, state)
    WHERE refund_order.payment_id = ${paymentId} AND refund_order.id::text = made.id`);
}

export async function refundReasons(tx: Tx, objects: readonly string[]) {
  if (objects.length === 0) return new Map();
  const rows = await tx
    .select({ object: refundOrder.object, reason: refundOrder.reason })
    .from(refundOrder)
    .where(inArray(refundOrder.object, [...objects]));
  return new Map(rows.map(({ object, reason }) => [object, reason]));
}

export async function refundRecord(
  reader: Db | Tx,
  { id: paymentId, intent }: Pick<PaymentRow, 'id' | 'intent'>,
) {
  const batches = await reader
    .select()
    .from(providerBatch)
    .where(eq(providerBatch.paymentId, paymentId))
    .orderBy(asc(providerBatch.happenedAt), asc(providerBatch.object));
  const orders = await reader
    .select()
    .from(refundOrder)
    .where(eq(refundOrder.paymentId, paymentId))
    .orderBy(asc(refundOrder.id));
  const names = [intent, ...[...batches, ...orders].map(({ object }) => object)];
  return { batches, orders, recorded: await recordedUnder(reader, names) };
}

type RefundRecord = Awaited<ReturnType<typeof refundRecord>>;

export const isUnderWay = (
  { object, refusal }: RefundOrder,
  { batches }: Pick<RefundRecord, 'batches'>,
): boolean =>
  refusal === null && !batches.some((each) => each.object === object && each.verb === 'refund');

/** What can be refunded, in minor units; negative where more is ordered than is left. */
export const refundableOf = (record: RefundRecord): bigint =>
  record.orders
    .filter((order) => isUnderWay(order, record))
    .reduce(
      (left, { amountMinor }) => left - amountMinor,
      paymentBalance(record.recorded).received,
    );
