import { sql, type SQL } from 'drizzle-orm';
import type { InitiativeLine, TargetChange } from '../../web/data/home.ts';
import type { Db, Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import { parseGpuHours } from '../domain/quantity.ts';
import type { Targets } from '../domain/totals.ts';

/** What an `initiative` entry says, in minor units. */
export const initiativeLine = ({ funding, gpus, gpuHours, from, to }: Targets): InitiativeLine => ({
  currency: funding[0],
  funding: funding[1] === null ? null : BigInt(funding[1]),
  gpus,
  gpuSeconds: gpuHours === null ? null : parseGpuHours(gpuHours),
  from,
  to,
});

/** How targets and window changed among the first `size` entries: the newest `limit`, newest first. */
export const newestTargetChanges = (reader: Db | Tx, size: bigint, limit: number) =>
  readChanges(reader, sql`change.seq < ${size.toString()}::bigint`, limit);

/** The same of certain entries; those that change nothing, such as the first, are left out. */
export const targetChangesAt = (reader: Db | Tx, seqs: bigint[]) =>
  readChanges(reader, sql`change.seq = ANY(${sql.param(seqs.map(String))}::bigint[])`, seqs.length);

/** By way of the reasons, which are few: the ledger may have millions of entries. Its first is the call. */
async function readChanges(reader: Db | Tx, which: SQL, limit: number): Promise<TargetChange[]> {
  const rows = rowsOf<{ seq: string; reason: string; on: string; leaf: string; before: string }>(
    await reader.execute(sql`
      SELECT change.seq::text AS seq, change.reason,
             (entry.recorded_at AT TIME ZONE 'UTC')::date::text AS on,
             convert_from(entry.leaf, 'UTF8') AS leaf, convert_from(earlier.leaf, 'UTF8') AS before
      FROM (SELECT seq, reason, coalesce(lag(seq) OVER (ORDER BY seq), 0) AS earlier
            FROM initiative_change) AS change
      JOIN ledger_entry entry ON entry.seq = change.seq
      JOIN ledger_entry earlier ON earlier.seq = change.earlier
      WHERE ${which} ORDER BY change.seq DESC LIMIT ${limit}`),
  );
  return rows.map(({ seq, reason, on, leaf, before }) => ({
    kind: 'initiative',
    seq: Number(seq),
    on,
    reason,
    before: initiativeLine(JSON.parse(before) as Targets),
    after: initiativeLine(JSON.parse(leaf) as Targets),
  }));
}
