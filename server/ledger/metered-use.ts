import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import type { Use } from '../domain/gpus-in-use.ts';

export interface MeteredUse {
  size: bigint;
  days: Use;
}

export const NOTHING_METERED: MeteredUse = { size: 0n, days: new Map() };

/** Metered GPU-seconds by day; adds new entries to `from`. A batch that was undone was not metered. */
export async function foldUse(
  reader: Db | Tx,
  from: MeteredUse,
  size: bigint,
): Promise<MeteredUse> {
  const rows = rowsOf(
    await reader.execute(sql`
      SELECT COALESCE(first.occurred_on, movement.occurred_on)::text AS "on",
        sum(CASE 'received' WHEN movement.to_stage THEN movement.quantity
          WHEN movement.from_stage THEN -movement.quantity ELSE 0 END)::text AS "gpuSeconds"
      FROM movement LEFT JOIN movement AS first ON first.seq = movement.reverses
      WHERE movement.seq >= ${from.size} AND movement.seq < ${size}
        AND COALESCE(first.grade, movement.grade) = 'metered'
      GROUP BY 1`),
    z.strictObject({ on: z.string(), gpuSeconds: z.string() }),
  );
  const days = new Map(from.days);
  for (const { on, gpuSeconds } of rows) days.set(on, (days.get(on) ?? 0n) + BigInt(gpuSeconds));
  return { size, days };
}

/** Keeps the last answer, until another ledger replaces this one. */
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
