import type * as payments from '../db/payments.ts';
import { OUTSTANDING } from '../db/standing.ts';
import { DomainError } from '../domain/errors.ts';
import { sql, type SQL } from 'drizzle-orm';

export type PaymentRow = typeof payments.payment.$inferSelect;

export type NewPayment = Pick<
  PaymentRow,
  'pledgeId' | 'way' | 'currency' | 'amountMinor' | 'country' | 'email'
>;

export const noPayment = (): DomainError =>
  new DomainError('not-found', 'There is no such payment.');

const isOpen = sql`= ANY(${sql.param(OUTSTANDING)}::text[])`;

/**
 * Whether a payment is no longer expected, in a query with `payment`, `pledge` and `signatory`: its giver is gone,
 * less is outstanding than it asks for, or a later invoice took its place. Someone may still choose to pay more than
 * is outstanding.
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

/**
 * Whether a payment, in a query that has the table, can still be paid. It can't once something came that an admin has
 * to look at. Another session or invoice that names it changes nothing.
 */
export const IS_PAYABLE: SQL = sql`(payment.status = 'open' AND NOT EXISTS (
  SELECT FROM stripe_event
  WHERE stripe_event.payment_id = payment.id AND stripe_event.outcome = 'unmatched'
    AND stripe_event.reason <> 'session'))`;
