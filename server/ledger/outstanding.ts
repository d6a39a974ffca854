import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import { IS_OUTSTANDING, instalmentRows, LISTED_AND_REST } from '../db/instalment-rows.ts';
import { outstandingPart, outstandingSize } from '../db/pledges.ts';
import { rowsOf } from '../db/sql.ts';
import { Breach } from './breach.ts';

/* `outstanding_part` lists outstanding money by instalment for the desk. It follows from `standing`. */

const COLUMNS = sql.raw(
  `pledge_id, first_seq, position, due_on, quantity, received, outstanding,
   committed, committed_base, pledged, pledged_base, waiting, waiting_base`,
);

const parts = (...conditions: SQL[]): SQL => sql`
  SELECT ${COLUMNS}
  FROM (${instalmentRows(LISTED_AND_REST, IS_OUTSTANDING, sql`pledge.source IS NULL`, ...conditions)}) AS part
  WHERE outstanding > 0`;

const changed = (to: bigint): SQL => sql`
  SELECT pledge_id FROM movement
  WHERE seq >= (SELECT size FROM outstanding_size) AND seq < ${to}
  UNION
  SELECT pledge_id FROM terms_change
  WHERE seq >= (SELECT size FROM outstanding_size) AND seq < ${to}`;

/** After `advanceStanding`, in its transaction. */
export async function advanceOutstanding(tx: Tx, to: bigint): Promise<void> {
  // An array's length is guessed as ten: of `IN` a thousand are, and then whole tables are read.
  const isChanged = sql`= ANY (ARRAY(${changed(to)}))`;
  await tx.delete(outstandingPart).where(sql`pledge_id ${isChanged}`);
  // In the order of the primary key, where many are added.
  await tx.execute(sql`
    INSERT INTO outstanding_part (${COLUMNS}) ${parts(sql`standing.pledge_id ${isChanged}`)}
    ORDER BY pledge_id, position`);
  await tx.update(outstandingSize).set({ size: to });
}

/** Leaves out pledges whose terms changed since the newest checkpoint: their rows are ahead. */
export async function checkOutstanding(reader: Db | Tx): Promise<void> {
  const kept = sql`SELECT ${COLUMNS} FROM outstanding_part`;
  const [wrong] = rowsOf(
    await reader.execute(sql`
      SELECT coalesce(pledge.ref, part.pledge_id::text) AS ref
      FROM ((${kept} EXCEPT ${parts()}) UNION ALL (${parts()} EXCEPT ${kept})) AS part
      LEFT JOIN pledge ON pledge.id = part.pledge_id
      WHERE part.pledge_id NOT IN (
        SELECT pledge_id FROM terms_change WHERE seq >= (SELECT size FROM outstanding_size))
      LIMIT 1`),
    z.strictObject({ ref: z.string() }),
  );
  if (wrong)
    throw new Breach(`pledge ${wrong.ref} has other instalments outstanding than are kept`);
}
