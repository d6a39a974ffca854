import { sql, type SQL } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { IS_OUTSTANDING, laid, LISTED_AND_REST } from '../db/instalment-rows.ts';
import { outstandingPart, outstandingSize } from '../db/pledges.ts';
import { rowsOf } from '../db/sql.ts';
import { Breach } from './breach.ts';

/*
 * `outstanding_part` has a row for each outstanding instalment of money. The desk's lists of what is due add them up. It
 * follows from `standing`, and is as of the newest checkpoint too.
 */

const COLUMNS = sql.raw(
  `pledge_id, first_seq, position, due_on, quantity, received, outstanding,
   committed, committed_base, pledged, pledged_base, waiting, waiting_base`,
);

/** The rows as they follow from where pledges stand. */
const parts = (...conditions: SQL[]): SQL => sql`
  SELECT ${COLUMNS}
  FROM (${laid(LISTED_AND_REST, IS_OUTSTANDING, sql`pledge.source IS NULL`, ...conditions)}) AS part
  WHERE outstanding > 0`;

/** The pledges that moved, or whose terms changed, among entries that it has not seen. */
const changed = (to: bigint): SQL => sql`
  SELECT pledge_id FROM movement
  WHERE seq >= (SELECT size FROM outstanding_size) AND seq < ${to}
  UNION
  SELECT pledge_id FROM terms_change
  WHERE seq >= (SELECT size FROM outstanding_size) AND seq < ${to}`;

/** Follows `advanceStanding`, in the same transaction: lays the changed pledges' instalments anew. */
export async function advanceOutstanding(tx: Tx, to: bigint): Promise<void> {
  const isChanged = sql`IN (${changed(to)})`;
  await tx.delete(outstandingPart).where(sql`pledge_id ${isChanged}`);
  await tx.execute(sql`
    INSERT INTO outstanding_part (${COLUMNS}) ${parts(sql`standing.pledge_id ${isChanged}`)}`);
  await tx.update(outstandingSize).set({ size: to });
}

/**
 * Throws `Breach` unless the rows are those that follow from `standing`. A pledge whose terms have changed since the
 * newest checkpoint is left to the next one: its row is ahead of them.
 */
export async function checkOutstanding(reader: Db | Tx): Promise<void> {
  const kept = sql`SELECT ${COLUMNS} FROM outstanding_part`;
  const [wrong] = rowsOf<{ ref: string }>(
    await reader.execute(sql`
      SELECT pledge.ref
      FROM ((${kept} EXCEPT ${parts()}) UNION ALL (${parts()} EXCEPT ${kept})) AS part
      JOIN pledge ON pledge.id = part.pledge_id
      WHERE pledge.id NOT IN (
        SELECT pledge_id FROM terms_change WHERE seq >= (SELECT size FROM outstanding_size))
      LIMIT 1`),
  );
  if (wrong)
    throw new Breach(`pledge ${wrong.ref} has other instalments outstanding than are kept`);
}
