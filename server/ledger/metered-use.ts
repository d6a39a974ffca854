import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import type { Day } from '../domain/day.ts';
import type { Use } from '../domain/gpus-in-use.ts';

/** What was metered by the first `size` entries of the ledger. */
export interface MeteredUse {
  size: bigint;
  days: Use;
}

export const NOTHING_METERED: MeteredUse = { size: 0n, days: new Map() };

/**
 * The metered GPU-seconds of each day as of the first `size` entries, from those of fewer: whoever
 * keeps the last answer pays for the new entries alone. A batch that was taken back was not metered,
 * whatever the day and the grade of its reversal.
 */
export async function foldUse(
  reader: Db | Tx,
  from: MeteredUse,
  size: bigint,
): Promise<MeteredUse> {
  const rows = rowsOf<{ on: Day; gpuSeconds: string }>(
    await reader.execute(sql`
      SELECT COALESCE(first.occurred_on, movement.occurred_on)::text AS "on",
        sum(CASE 'received' WHEN movement.to_stage THEN movement.quantity
          WHEN movement.from_stage THEN -movement.quantity ELSE 0 END)::text AS "gpuSeconds"
      FROM movement LEFT JOIN movement AS first ON first.seq = movement.reverses
      WHERE movement.seq >= ${from.size} AND movement.seq < ${size}
        AND COALESCE(first.grade, movement.grade) = 'metered'
      GROUP BY 1`),
  );
  const days = new Map(from.days);
  for (const { on, gpuSeconds } of rows) days.set(on, (days.get(on) ?? 0n) + BigInt(gpuSeconds));
  return { size, days };
}

/** Metered use as it grows: what was folded last is kept, until another log takes the place of this one. */
export function keptUse() {
  let kept = NOTHING_METERED;
  return {
    at: async (reader: Db | Tx, size: bigint): Promise<MeteredUse> =>
      (kept = await foldUse(reader, kept, size)),
    forget: (): void => {
      kept = NOTHING_METERED;
    },
  };
}
