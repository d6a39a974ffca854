import type * as payments from '../db/payments.ts';
import { OUTSTANDING } from '../db/standing.ts';
import { DomainError } from '../domain/errors.ts';
import { sql, type SQL } from 'drizzle-orm';

export type PaymentRow = typeof payments.payment.$inferSelect;

/** What a payment is begun with. */
export type NewPayment = Pick<
  PaymentRow,
  'pledgeId' | 'way' | 'currency' | 'amountMinor' | 'country' | 'email'
>;

/** The refusal of a code that is no payment's. */
export const noPayment = (): DomainError =>
  new DomainError('not-found', 'There is no such payment.');

const isOpen = sql`= ANY(${sql.param(OUTSTANDING)}::text[])`;

/**
 * That a payment is expected no more, in a query that has the tables `payment`, `pledge` and `signatory`: its
 * giver was rejected or has withdrawn; since it was begun so much of the pledge was paid, withdrawn or has
 * lapsed that less is outstanding than it asks for; or it is an invoice, and another one of its pledge was
 * given out after it. Who begins to pay more than is outstanding has meant it.
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
 * That a payment, in a query that has the table, is paid where its payer was sent to. Where something came of
 * it that could not be recorded, an admin looks at that or has put it aside, and nobody pays there again; what
 * came by another session or invoice that names it leaves it as it was.
 */
export const IS_PAYABLE: SQL = sql`(payment.status = 'open' AND NOT EXISTS (
  SELECT FROM stripe_event
  WHERE stripe_event.payment_id = payment.id AND stripe_event.outcome = 'unmatched'
    AND stripe_event.reason <> 'session'))`;
