import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import { readTrail } from '../../audit/read.ts';
import type { Db } from '../../db/db.ts';
import * as payments from '../../db/payments.ts';
import * as schema from '../../db/schema.ts';
import { paged } from '../../http/paging.ts';
import { batchesOf } from '../../payments/follow/batches.ts';
import { noPayment } from '../../payments/payment.ts';
import {
  isUnderWay,
  refundRecord,
  refundableOf,
  type RefundOrder,
} from '../../payments/follow/refund-orders.ts';
import { movedOf } from '../../pledges/open-pledge.ts';
import type { HeldCashPage } from '../../../web/desk/payments/held-cash.tsx';
import type { PaymentLine } from '../../../web/data/desk.ts';
import type { PaymentPage } from '../../../web/desk/payments/data.ts';

const SHOWN = 100;
const HELD_SHOWN = 200;
const PAGE = 50;

const giver = {
  id: schema.signatory.id,
  name: schema.signatory.name,
  status: schema.signatory.status,
};

const lineOf = {
  code: payments.payment.code,
  way: payments.payment.way,
  currency: payments.payment.currency,
  amountMinor: payments.payment.amountMinor,
  status: payments.payment.status,
  flags: payments.payment.flags,
  createdAt: payments.payment.createdAt,
  paidAt: payments.payment.paidAt,
};

/** With the pledge and the giver, once there are any. Throws `not-found`. */
export async function findAtDesk(db: Db, code: string) {
  const { payment } = payments;
  const { pledge, signatory } = schema;
  const [found] = await db
    .select({ row: payment, ref: pledge.ref, rateOn: pledge.rateOn, giver })
    .from(payment)
    .leftJoin(pledge, eq(pledge.id, payment.pledgeId))
    .leftJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .where(eq(payment.code, code));
  if (found) return found;
  throw noPayment();
}

const stateOf = (
  order: RefundOrder,
  record: Parameters<typeof isUnderWay>[1],
): PaymentPage['orders'][number]['state'] => {
  if (order.refusal !== null) return 'refused';
  if (!isUnderWay(order, record)) return 'done';
  return order.object === null ? 'lost' : 'pending';
};

export async function paymentPageOf(db: Db, code: string) {
  const { row, ...whose } = await findAtDesk(db, code);
  const record = await refundRecord(db, row);
  const { stripeEvent } = payments;
  const events = await db
    .select()
    .from(stripeEvent)
    .where(eq(stripeEvent.paymentId, row.id))
    .orderBy(desc(stripeEvent.receivedAt), desc(stripeEvent.id))
    .limit(SHOWN);
  return {
    ...whose,
    payment: row,
    batches: (await batchesOf(db, row)).map(({ movements, ...batch }) => ({
      ...batch,
      moves: movements.map(movedOf),
      seqs: movements.map(({ seq }) => Number(seq)),
    })),
    orders: record.orders.map((order) => ({ ...order, state: stateOf(order, record) })),
    events,
    trail: await readTrail(db, { object: code }, { limit: SHOWN }),
    left: refundableOf(record),
  };
}

export const paymentsOf = (db: Db, ref: string): Promise<PaymentLine[]> => {
  const { payment } = payments;
  const { pledge } = schema;
  return db
    .select(lineOf)
    .from(payment)
    .innerJoin(pledge, eq(pledge.id, payment.pledgeId))
    .where(eq(pledge.ref, ref))
    .orderBy(desc(payment.createdAt), desc(payment.id))
    .limit(SHOWN);
};

const CURSOR = /^(\d{1,13})_(\w{1,255})$/;

export async function readUnmatched(db: Db, isAside: boolean, cursor: string | undefined) {
  const { stripeEvent, payment } = payments;
  const [, after, afterId] = CURSOR.exec(cursor ?? '') ?? [];
  const rows = await db
    .select({ event: stripeEvent, payment: payment.code })
    .from(stripeEvent)
    .leftJoin(payment, eq(payment.id, stripeEvent.paymentId))
    .where(
      and(
        eq(stripeEvent.outcome, 'unmatched'),
        isAside ? isNotNull(stripeEvent.asideNote) : isNull(stripeEvent.asideNote),
        after === undefined
          ? undefined
          : sql`(${stripeEvent.receivedAt}, ${stripeEvent.id})
              > (${new Date(Number(after)).toISOString()}::timestamptz, ${afterId})`,
      ),
    )
    .orderBy(asc(stripeEvent.receivedAt), asc(stripeEvent.id))
    .limit(PAGE + 1);
  const { items, next } = paged(
    rows,
    PAGE,
    ({ event }) => `${event.receivedAt.getTime()}_${event.id}`,
  );
  return {
    events: items.map(({ event, payment: code }) => ({
      ...event,
      reason: event.reason!,
      payment: code,
    })),
    list: { cursor: after === undefined ? null : cursor!, next },
  };
}

export const readHeldCash = (db: Db): Promise<HeldCashPage['held']> => {
  const { unappliedCash: cash, stripeCustomer: customer } = payments;
  const { pledge, signatory } = schema;
  return db
    .select({
      customer: cash.customer,
      currency: cash.currency,
      amountMinor: cash.amountMinor,
      asOf: cash.asOf,
      ref: pledge.ref,
      giver,
    })
    .from(cash)
    .leftJoin(customer, eq(customer.customer, cash.customer))
    .leftJoin(pledge, eq(pledge.id, customer.pledgeId))
    .leftJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .where(gt(cash.amountMinor, 0n))
    .orderBy(desc(cash.asOf), asc(cash.customer), asc(cash.currency))
    .limit(HELD_SHOWN);
};
