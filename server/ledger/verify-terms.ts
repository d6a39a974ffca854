import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import { Breach } from './breach.ts';

/**
 * Throws `Breach` unless `terms_change` names each terms entry that follows another of its pledge, with the one
 * before it, and no other: pages say what changed by the two.
 */
export async function checkTermsChanges(reader: Db | Tx): Promise<void> {
  const [wrong] = rowsOf<{ seq: string }>(
    await reader.execute(sql`
      WITH said AS (
        SELECT entry.seq, pledge.id AS pledge_id,
          lag(entry.seq) OVER (PARTITION BY entry.ref ORDER BY entry.seq) AS earlier
        FROM (
          SELECT seq, convert_from(leaf, 'UTF8')::jsonb ->> 'ref' AS ref
          FROM ledger_entry WHERE kind = 'terms') AS entry
        JOIN pledge ON pledge.ref = entry.ref)
      SELECT coalesce(said.seq, change.seq)::text AS seq
      FROM (SELECT * FROM said WHERE earlier IS NOT NULL) AS said
      FULL JOIN terms_change AS change ON change.seq = said.seq
      WHERE (change.pledge_id, change.earlier) IS DISTINCT FROM (said.pledge_id, said.earlier)
      ORDER BY 1 LIMIT 1`),
  );
  if (wrong)
    throw new Breach(`entry ${wrong.seq}: its row in terms_change disagrees with the ledger`);
}
