import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import { Breach } from './breach.ts';

/**
 * Throws `Breach` unless each thing that a payment's provider did is in the ledger as it is kept: one
 * batch of its payment's pledge that moves its whole amount by its verb, and no more taken of a payment, when
 * it was, than was there of it in that pledge (payments/follow/payment-balance.ts). What an admin takes back later is no breach: so
 * what came counts as it stood then, what went only if it stands by now, and what was won whenever that was.
 * That a thing does a verb once is the table's own key; what the trail tells of is in that table, or it could be
 * recorded again.
 */
export async function checkProviderBatches(reader: Db | Tx): Promise<void> {
  const [other] = rowsOf<{ object: string; verb: string }>(
    await reader.execute(sql`
      SELECT done.object, done.verb
      FROM provider_batch AS done
      JOIN payment ON payment.id = done.payment_id
      LEFT JOIN movement ON movement.batch = done.batch AND movement.verb = done.verb
        AND movement.pledge_id = payment.pledge_id
      GROUP BY done.object, done.verb
      HAVING sum(movement.quantity) IS DISTINCT FROM done.amount_minor
      LIMIT 1`),
  );
  if (other) {
    throw new Breach(`what ${other.object} did by ${other.verb} is not what its batch moves`);
  }
  const [over] = rowsOf<{ code: string }>(
    await reader.execute(sql`
      WITH moved AS (
          SELECT payment.code, movement.seq, movement.batch, movement.verb, movement.quantity,
            undoing.seq AS undone
          FROM (SELECT DISTINCT payment_id FROM provider_batch WHERE verb <> 'receive') AS taking
          JOIN payment ON payment.id = taking.payment_id
          CROSS JOIN LATERAL (VALUES (payment.intent), (payment.charge), (payment.object)
            UNION SELECT object FROM provider_batch WHERE payment_id = payment.id) AS name (name)
          JOIN evidence ON evidence.reference = name.name
          JOIN movement ON movement.batch = evidence.batch AND movement.pledge_id = payment.pledge_id
          LEFT JOIN movement AS undoing
            ON undoing.pledge_id = movement.pledge_id AND undoing.reverses = movement.seq),
        taken AS (
          SELECT moved.code, moved.batch, moved.verb, max(moved.seq) AS seq
          FROM moved JOIN provider_batch AS done ON done.batch = moved.batch AND done.verb = moved.verb
          GROUP BY moved.code, moved.batch, moved.verb)
      SELECT taken.code
      FROM taken JOIN moved USING (code)
      WHERE taken.verb IN ('refund', 'dispute', 'win', 'lose')
      GROUP BY taken.code, taken.batch
      HAVING sum(CASE
        WHEN taken.verb IN ('refund', 'dispute') AND moved.verb = 'win' THEN quantity
        WHEN moved.seq > taken.seq THEN 0
        WHEN taken.verb IN ('refund', 'dispute') THEN CASE
          WHEN moved.verb = 'receive' AND (undone IS NULL OR undone > taken.seq) THEN quantity
          WHEN moved.verb IN ('refund', 'dispute') AND undone IS NULL THEN -quantity
          ELSE 0 END
        WHEN moved.verb = 'dispute' AND (undone IS NULL OR undone > taken.seq) THEN quantity
        WHEN moved.verb IN ('win', 'lose') AND undone IS NULL THEN -quantity
        ELSE 0 END) < 0
      LIMIT 1`),
  );
  if (over) throw new Breach(`more was taken of payment ${over.code} than was there of it`);
  const [forgotten] = rowsOf<{ batch: string }>(
    await reader.execute(sql`
      SELECT told.batch
      FROM audit CROSS JOIN LATERAL (
        SELECT facts ->> 'batch' AS batch, split_part(act, '.', 2) AS verb) AS told
      WHERE audit.by = 'stripe' AND told.batch IS NOT NULL AND NOT EXISTS (
        SELECT FROM evidence JOIN provider_batch AS done ON done.object = evidence.reference
        WHERE evidence.batch = told.batch AND done.verb = told.verb)
      LIMIT 1`),
  );
  if (forgotten) throw new Breach(`what batch ${forgotten.batch} is of is not known any more`);
}
