import { and, desc, eq, gt, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { Db, Tx } from '../../db/db.ts';
import { IS_GIFT, PAYMENT_REF, SEEN_REF, payment, stripeEvent } from '../../db/payments.ts';
import { pledge, signatory } from '../../db/schema.ts';
import { today } from '../../domain/day.ts';
import { DomainError } from '../../domain/errors.ts';
import type { FairQueue } from '../../db/fair-queue.ts';
import { isCode } from '../../ledger/codes.ts';
import { batchesOf } from '../follow/batches.ts';
import { checkPayment, type Outcome } from '../follow/settle.ts';
import { IS_PAYABLE, noPayment, type PaymentRow } from '../payment.ts';

const LOOK_EACH_MS = 10_000;

const URL = sql<string | null>`CASE WHEN ${IS_PAYABLE} THEN payment.url END`;

async function claimLook(ctx: Context, { id }: PaymentRow): Promise<boolean> {
  const now = ctx.now();
  const before = new Date(now.getTime() - LOOK_EACH_MS);
  const claimed = await ctx.db
    .update(payment)
    .set({ checkedAt: now })
    .where(
      and(
        eq(payment.id, id),
        // One in the future came from a clock that was ahead.
        or(isNull(payment.checkedAt), lt(payment.checkedAt, before), gt(payment.checkedAt, now)),
      ),
    )
    .returning({ id: payment.id });
  return claimed.length > 0;
}

async function look(ctx: Context, looks: FairQueue, row: PaymentRow): Promise<Outcome | null> {
  try {
    return await looks(() => checkPayment(ctx, row.code));
  } catch (error) {
    if (error instanceof DomainError && error.code === 'busy') return null;
    throw error;
  }
}

/** `url` is null unless the payment can be paid; `paymentRef` until a gift is paid. Throws `not-found`. */
export async function findPayment(reader: Db | Tx, code: string) {
  const [found] = isCode(code)
    ? await reader
        .select({ row: payment, url: URL, ref: SEEN_REF, paymentRef: PAYMENT_REF, isGift: IS_GIFT })
        .from(payment)
        .leftJoin(pledge, eq(pledge.id, payment.pledgeId))
        .leftJoin(signatory, eq(signatory.id, pledge.signatoryId))
        .where(eq(payment.code, code))
    : [];
  if (!found) throw noPayment();
  const { row, url, ...known } = found;
  return { ...known, row: { ...row, url } };
}

/** Looks at Stripe first while a payment is under way, as `looks` lets it. */
export async function seePayment(ctx: Context, looks: FairQueue, code: string) {
  const { row } = await ctx.publicly((db) => findPayment(db, code));
  const isUnderWay = row.status === 'open' || row.status === 'processing';
  const isDue = ctx.stripe !== null && isUnderWay && (await claimLook(ctx, row));
  const outcome = isDue ? await look(ctx, looks, row) : undefined;
  return ctx.publicly(async (db) => {
    const found = await findPayment(db, code);
    const held = await heldState(db, row, outcome);
    return {
      ...found,
      row: held === 'held' ? { ...found.row, url: null } : found.row,
      held,
      isStale: outcome === null,
      batches: await batchesOf(db, found.row),
    };
  });
}

/** Something couldn't be recorded; `aside` if an admin set all of it aside. */
async function heldState(
  reader: Db,
  { id }: PaymentRow,
  outcome: Outcome | null | undefined,
): Promise<'held' | 'aside' | null> {
  const unmatched = await reader
    .select({ note: stripeEvent.asideNote })
    .from(stripeEvent)
    .where(and(eq(stripeEvent.paymentId, id), eq(stripeEvent.outcome, 'unmatched')));
  if (unmatched.length === 0) return outcome?.outcome === 'unmatched' ? 'held' : null;
  return unmatched.some(({ note }) => note === null) ? 'held' : 'aside';
}

const MOST_PAYMENTS = 200;

/** Newest first, for whom the caller has let in. `url` is null unless one can be paid. */
export async function paymentsOfPledge(reader: Db | Tx, ref: string): Promise<PaymentRow[]> {
  const rows = await reader
    .select({ row: payment, url: URL })
    .from(payment)
    .innerJoin(pledge, eq(pledge.id, payment.pledgeId))
    .where(and(eq(pledge.ref, ref), ne(payment.status, 'new')))
    .orderBy(desc(payment.createdAt), desc(payment.id))
    .limit(MOST_PAYMENTS);
  return rows.map(({ row, url }) => ({ ...row, url }));
}

export const paymentLine = ({ code, status, currency, amountMinor, createdAt }: PaymentRow) => ({
  code,
  status,
  currency,
  amount: amountMinor,
  on: today(createdAt),
});
