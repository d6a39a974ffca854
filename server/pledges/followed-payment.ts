import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import { lockTexts } from '../db/lock-texts.ts';
import { rowsFrom } from '../db/sql.ts';
import { DomainError } from '../domain/errors.ts';
import { isStripeName } from '../domain/payment.ts';
import { say } from '../domain/say.ts';

/** Refuses to record by hand a payment that Muster follows at Stripe; `payment` is its code. */
export const isFollowed = (payment: string): DomainError => {
  const message = say().pledges.paymentFollowed;
  const fields = [{ field: 'evidence.reference', message }];
  return new DomainError('conflict', message, { payment, fields });
};

/** As followedPayments. A look at Stripe takes the same locks before it reads the ledger, so the second of the two finds the other. */
export async function lockReferences(tx: Tx, references: readonly string[]) {
  const ids = references.filter(isStripeName);
  if (ids.length > 0) await lockTexts(tx, ids);
  return followedPayments(tx, ids);
}

/** Which references are Stripe's ids of payments that Muster follows, with the payments' codes. */
export async function followedPayments(reader: Db | Tx, references: readonly string[]) {
  const ids = references.filter(isStripeName);
  if (ids.length === 0) return new Map<string, string>();
  const rows = await rowsFrom(reader, z.strictObject({ id: z.string(), code: z.string() }))`
    WITH given AS (SELECT unnest(${sql.param(ids)}::text[]) AS id)
    SELECT given.id, payment.code FROM given JOIN payment ON payment.object = given.id
    UNION SELECT given.id, payment.code FROM given JOIN payment ON payment.intent = given.id
    UNION SELECT given.id, payment.code FROM given JOIN payment ON payment.charge = given.id
    UNION SELECT given.id, payment.code FROM given
      JOIN provider_batch ON provider_batch.object = given.id
      JOIN payment ON payment.id = provider_batch.payment_id
    UNION SELECT given.id, payment.code FROM given
      JOIN refund_order ON refund_order.object = given.id
      JOIN payment ON payment.id = refund_order.payment_id`;
  return new Map(rows.map(({ id, code }) => [id, code]));
}
