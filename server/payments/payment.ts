import { sql, type SQL } from 'drizzle-orm';
import type * as payments from '../db/payments.ts';
import type { Computed } from '../db/prepared.ts';
import { OUTSTANDING } from '../db/standing.ts';
import { DomainError } from '../domain/errors.ts';
import type { PaymentStatus } from '../domain/payment.ts';
import { say } from '../domain/say.ts';
import type { StripePayment } from './stripe/stripe-state.ts';

export type PaymentRow = typeof payments.payment.$inferSelect;

export type NewPayment = Pick<
  PaymentRow,
  'pledgeId' | 'way' | 'currency' | 'amountMinor' | 'country' | 'email'
>;

export const noPayment = (): DomainError => new DomainError('not-found', say().payments.noPayment);

const isOpen = sql`= ANY(${sql.param(OUTSTANDING)}::text[])`;

/**
 * In a query with `payment`, `pledge` and `signatory`: the giver is gone, a later invoice replaced it, or an amount left
 * what is outstanding, and less is left than the payment asks for.
 */
export const IS_UNEXPECTED: SQL = sql`(
  signatory.status IN ('rejected', 'withdrawn')
  OR payment.way = 'invoice' AND EXISTS (
    SELECT FROM payment later
    WHERE later.pledge_id = pledge.id AND later.way = 'invoice' AND later.object IS NOT NULL
      AND later.id > payment.id)
  OR EXISTS (
      SELECT FROM movement JOIN ledger_entry USING (seq)
      WHERE movement.pledge_id = pledge.id AND from_stage ${isOpen} AND NOT to_stage ${isOpen}
        AND ledger_entry.recorded_at >= payment.created_at)
    AND payment.amount_minor > (
      SELECT sum(CASE WHEN to_stage ${isOpen} THEN quantity ELSE 0 END
        - CASE WHEN from_stage ${isOpen} THEN quantity ELSE 0 END)
      FROM movement WHERE movement.pledge_id = pledge.id))`;

/** With `payment`. Not after an event that couldn't be recorded, unless it is another session that names the payment. */
export const IS_PAYABLE: SQL = sql`(payment.status = 'open' AND NOT EXISTS (
  SELECT FROM stripe_event
  WHERE stripe_event.payment_id = payment.id AND stripe_event.outcome = 'unmatched'
    AND stripe_event.reason <> 'session'))`;

const RANK: Record<PaymentStatus, number> = {
  new: 0,
  open: 1,
  processing: 2,
  failed: 3,
  expired: 3,
  paid: 4,
};

/** A status never goes back, so an older look changes nothing. */
export function statusOf(
  row: Pick<PaymentRow, 'status'>,
  { state, receipt }: StripePayment,
): PaymentStatus {
  // Stripe has not made the charge known yet.
  const unpaid = state === 'paid' || state === 'off-stripe' ? 'processing' : state;
  const seen = receipt === null ? unpaid : 'paid';
  return RANK[seen] < RANK[row.status] ? row.status : seen;
}

const given = sql.placeholder;
const IS_WATCHED = sql<boolean>`(${given('isUnderWay')}::boolean OR EXISTS (
    SELECT FROM refund_order
    WHERE payment_id = ${given('id')} AND refusal IS NULL
      AND (object IS NULL OR object <> ALL(${given('seenRefunds')}::text[])))
  OR ${given('lacks')}::boolean AND (
    SELECT bool_and(aside_note IS NOT NULL)
    FROM (
      SELECT aside_note FROM stripe_event WHERE payment_id = ${given('id')} AND outcome = 'unmatched'
      UNION ALL SELECT aside_note FROM difference WHERE payment_id = ${given('id')}) AS unrecorded) IS NOT TRUE)`;

/** Whether to look daily: something is under way, or the ledger `lacks` something that no admin set aside. */
export function isWatched({ refunds, disputes }: StripePayment, lacks: boolean): Computed {
  const isUnderWay =
    refunds.some(({ state }) => state === 'pending') ||
    disputes.some(({ state }) => state === 'open');
  const seenRefunds = refunds.map(({ object }) => object);
  return { sql: IS_WATCHED, values: { isUnderWay, seenRefunds, lacks } };
}
