import { sql } from 'drizzle-orm';
import type { Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import { Breach } from './breach.ts';

/**
 * Throws `Breach` unless every row that pages show has its entry: what was put beside the ledger by
 * hand has none. `refs` are the pledges that terms entries speak of. verify.ts finds entries without
 * a row.
 */
export async function checkFacts(reader: Tx, refs: ReadonlySet<string>): Promise<void> {
  const [stray] = rowsOf<{ what: string }>(
    await reader.execute(sql`
      SELECT 'movement ' || movement.seq AS what FROM movement
      LEFT JOIN ledger_entry entry USING (seq) WHERE entry.kind IS DISTINCT FROM 'movement'
      UNION ALL
      SELECT 'the name of entry ' || entry_name.seq FROM entry_name
      LEFT JOIN ledger_entry entry USING (seq)
      WHERE entry.kind IS NULL OR entry.kind NOT IN ('signature', 'terms')
      UNION ALL
      SELECT 'the change of the initiative ' || change.seq FROM initiative_change change
      LEFT JOIN ledger_entry entry USING (seq) WHERE entry.kind IS DISTINCT FROM 'initiative'
      LIMIT 1`),
  );
  if (stray) throw new Breach(`${stray.what} has no entry`);
  const [unnamed] = rowsOf<{ seq: string }>(
    await reader.execute(sql`
      SELECT entry.seq::text AS seq FROM ledger_entry entry LEFT JOIN entry_name name USING (seq)
      WHERE entry.kind IN ('signature', 'terms') AND name.seq IS NULL ORDER BY entry.seq LIMIT 1`),
  );
  if (unnamed) throw new Breach(`entry ${unnamed.seq}: the name that it commits to is gone`);
  const accepted = rowsOf<{ ref: string }>(
    await reader.execute(sql`SELECT ref FROM pledge WHERE status = 'accepted'`),
  );
  const stranger = accepted.find(({ ref }) => !refs.has(ref));
  if (stranger) throw new Breach(`pledge ${stranger.ref} is accepted, and has no entry`);
}
