import type { PaymentStatus } from '../../domain/payment.ts';
import type { PaymentRow } from '../payment.ts';
import type { Truth } from '../stripe/stripe-state.ts';
import { sql, type SQL } from 'drizzle-orm';

const AGE: Record<PaymentStatus, number> = {
  new: 0,
  open: 1,
  processing: 2,
  failed: 3,
  expired: 3,
  paid: 4,
};

/** A payment never goes back: an older look says nothing. */
export function statusOf(
  row: Pick<PaymentRow, 'status'>,
  { state, receipt }: Truth,
): PaymentStatus {
  // Stripe has not made the charge known yet.
  const unpaid = state === 'paid' || state === 'off-stripe' ? 'processing' : state;
  const seen = receipt === null ? unpaid : 'paid';
  return AGE[seen] < AGE[row.status] ? row.status : seen;
}

/** As a table `told`: what was told of a payment and isn't recorded, with an admin's note or not. */
const toldOf = (id: string): SQL => sql`(
    SELECT aside_note FROM stripe_event WHERE payment_id = ${id} AND outcome = 'unmatched'
    UNION ALL SELECT aside_note FROM difference WHERE payment_id = ${id}) AS told`;

/**
 * Whether to look at a payment daily: something is under way at Stripe or ordered and not seen yet, or the ledger
 * `lacks` something that no admin put aside.
 */
export function isWatched(
  { id }: Pick<PaymentRow, 'id'>,
  { refunds, disputes }: Truth,
  lacks: boolean,
): SQL<boolean> {
  const isUnderWay =
    refunds.some(({ state }) => state === 'pending') ||
    disputes.some(({ state }) => state === 'open');
  const seen = sql.param(refunds.map(({ object }) => object));
  return sql<boolean>`(${isUnderWay} OR EXISTS (
      SELECT FROM refund_order
      WHERE payment_id = ${id} AND refusal IS NULL
        AND (object IS NULL OR object <> ALL(${seen}::text[])))
    OR ${lacks} AND (SELECT bool_and(aside_note IS NOT NULL) FROM ${toldOf(id)}) IS NOT TRUE)`;
}
