import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/client.ts';
import { rowsOf } from '../db/sql.ts';

/** Names wait until as many givers hide together: one name beside one amount is not hidden. */
const LEAST_GIVERS = 5;

export interface HiddenGivers {
  /** The months of acceptance, "2026-07": the first and the last of them. */
  from: string;
  to: string;
  names: string[];
}

interface Month {
  month: string;
  /** Of pledges that an admin has looked at (policy.ts): anonymous ones may be one person's. */
  givers: string[];
  names: string[];
}

/**
 * Who has pledged without showing an amount, in batches of whole months, the newest first. It says
 * what was so when the present month began, as of the last checkpoint before that: a name that came
 * or went with a ledger entry would be linked to the entry's amount.
 */
export async function hiddenGivers(reader: Db | Tx, at: Date): Promise<HiddenGivers[]> {
  const begin = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth())).toISOString();
  const months = rowsOf<Month>(
    await reader.execute(sql`
      WITH accepted AS (
        SELECT movement.pledge_id, min(movement.seq) AS first_seq
        FROM movement JOIN pledge ON pledge.id = movement.pledge_id
        WHERE pledge.visibility = 'amount-hidden'
          AND 'outside' IN (movement.from_stage, movement.to_stage)
          AND movement.seq < (SELECT max(size) FROM checkpoint WHERE created_at < ${begin})
        GROUP BY movement.pledge_id
        HAVING sum(CASE movement.from_stage WHEN 'outside' THEN movement.quantity
                   ELSE -movement.quantity END) > 0)
      SELECT to_char(entry.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month,
        json_agg(DISTINCT signatory.id) AS givers,
        COALESCE(json_agg(DISTINCT signatory.name) FILTER (
          WHERE signatory.public AND signatory.status = 'published'), '[]') AS names
      FROM accepted
      JOIN ledger_entry entry ON entry.seq = accepted.first_seq
      JOIN pledge ON pledge.id = accepted.pledge_id
      JOIN signatory ON signatory.id = pledge.signatory_id
      GROUP BY month ORDER BY month`),
  );
  return batchesOf(months).toReversed();
}

function batchesOf(months: Month[]): HiddenGivers[] {
  const batches: HiddenGivers[] = [];
  let waiting: Month[] = [];
  for (const month of months) {
    waiting.push(month);
    if (new Set(waiting.flatMap(({ givers }) => givers)).size < LEAST_GIVERS) continue;
    const names = [...new Set(waiting.flatMap((each) => each.names))];
    const from = waiting[0]!.month;
    if (names.length > 0) batches.push({ from, to: month.month, names });
    waiting = [];
  }
  return batches;
}
