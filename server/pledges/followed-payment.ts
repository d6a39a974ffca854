import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { lockTexts, rowsOf } from '../db/sql.ts';
import { DomainError } from '../domain/errors.ts';
import { isStripeName } from '../domain/payment.ts';

const FIELD = 'evidence.reference';

/** Which of some references are Stripe's ids of payments that Muster follows, with the payments' codes. */
async function followedPayments(
  reader: Db | Tx,
  references: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = references.filter(isStripeName);
  if (ids.length === 0) return new Map();
  const rows = rowsOf<{ id: string; code: string }>(
    await reader.execute(sql`
      WITH given AS (SELECT unnest(${sql.param(ids)}::text[]) AS id)
      SELECT given.id, payment.code FROM given JOIN payment ON payment.object = given.id
      UNION SELECT given.id, payment.code FROM given JOIN payment ON payment.intent = given.id
      UNION SELECT given.id, payment.code FROM given JOIN payment ON payment.charge = given.id
      UNION SELECT given.id, payment.code FROM given
        JOIN provider_batch ON provider_batch.object = given.id
        JOIN payment ON payment.id = provider_batch.payment_id
      UNION SELECT given.id, payment.code FROM given
        JOIN refund_order ON refund_order.object = given.id
        JOIN payment ON payment.id = refund_order.payment_id`),
  );
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** The refusal to record by hand what Stripe tells of a payment. */
export const isFollowed = (payment: string): DomainError => {
  const message = 'Muster follows this payment at Stripe. Open it and press “Look again”.';
  return new DomainError('conflict', message, { payment, fields: [{ field: FIELD, message }] });
};

/**
 * Keeps some references from being followed until the commit, or finds those that are. A look at Stripe takes the same
 * locks before it reads the ledger, so of the two whoever comes second finds the other.
 */
export async function lockReferences(
  tx: Tx,
  references: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = references.filter(isStripeName);
  if (ids.length > 0) await lockTexts(tx, ids);
  return followedPayments(tx, ids);
}
