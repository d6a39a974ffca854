import { and, eq, isNotNull, lt, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { rowsOf, tryLock } from '../db/sql.ts';
import { capacityOf, type Capacity, type Presence } from '../domain/capacity.ts';

/**
 * Concurrent GPUs by day as of the first `size` entries. A movement's windows leave the stage it
 * takes from and join the one it gives to; a delivery moves hours and no windows, so a window
 * stands at the furthest of pledged and committed that it reached.
 */
export async function readCapacity(reader: Db | Tx, size: bigint): Promise<Capacity> {
  const { movement, pledge } = schema;
  const rows = await reader
    .select({
      from: movement.fromStage,
      to: movement.toStage,
      windows: movement.windows,
      site: pledge.site,
      source: pledge.source,
    })
    .from(movement)
    .innerJoin(pledge, eq(pledge.id, movement.pledgeId))
    .where(and(isNotNull(movement.windows), lt(movement.seq, size)));
  const presences: Presence[] = [];
  for (const { from, to, windows, site, source } of rows) {
    for (const [gpus, first, end] of windows!) {
      const days = { from: first, to: end, site: site!, bought: source === 'bought' };
      if (from === 'pledged' || from === 'committed') {
        presences.push({ ...days, stage: from, gpus: -gpus });
      }
      if (to === 'pledged' || to === 'committed') presences.push({ ...days, stage: to, gpus });
    }
  }
  return capacityOf(presences);
}

/** The kind of the derived rows that hold concurrency; another shape is another kind. */
const KIND = 'capacity-1';

/** An arbitrary number of our own: one replica at a time derives. */
const DERIVE_LOCK = 7_305_681_207n;

/**
 * What the public face stands on: the newest checkpoint whose concurrency is derived (`complete`),
 * whether the ledger is ahead of the newest one, and the size that still has to be derived, or null;
 * and what else a page shows that makes no entry: names, and the day of the newest reference rates.
 */
export async function ledgerState(reader: Db | Tx): Promise<{
  complete: bigint;
  /** What else pages show: it changes when names or exchange rates do. */
  besides: string;
  isBehind: boolean;
  underived: bigint | null;
}> {
  const [row] = rowsOf<{
    complete: string;
    besides: string;
    isBehind: boolean;
    underived: string | null;
  }>(
    await reader.execute(sql`
      SELECT coalesce(complete.size, 0)::text AS complete, concat_ws(' ', names.version,
               (SELECT count(*) FROM reference_rate WHERE currency = 'EUR'),
               (SELECT count(*) FROM admin_rate)) AS besides,
             head.size > coalesce(newest.size, 0) AS "isBehind",
             CASE WHEN newest.size > coalesce(complete.size, 0)
                  THEN newest.capacity_size::text END AS underived
      FROM ledger_head head CROSS JOIN names_version names
      LEFT JOIN LATERAL (
        SELECT size, capacity_size FROM checkpoint ORDER BY size DESC LIMIT 1) newest ON true
      LEFT JOIN LATERAL (
        SELECT size FROM checkpoint
        WHERE capacity_size = 0 OR EXISTS (
          SELECT FROM derived WHERE derived.kind = ${KIND} AND derived.size = capacity_size)
        ORDER BY size DESC LIMIT 1) complete ON true`),
  );
  const { complete, besides, isBehind, underived } = row!;
  return {
    complete: BigInt(complete),
    besides,
    isBehind,
    underived: underived === null ? null : BigInt(underived),
  };
}

/**
 * Derives the concurrency at a checkpoint's size, apart from the checkpoint, whose cost is that of
 * its new entries alone. One replica does it; the others find it done on a later turn.
 */
export async function deriveCapacity(ctx: Context, size: bigint): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    if (!(await tryLock(tx, DERIVE_LOCK))) return;
    const json = await readCapacity(tx, size);
    await tx.insert(schema.derived).values({ size, kind: KIND, json }).onConflictDoNothing();
  });
}

/** The derived concurrency at a size; null when it is not there. */
export async function derivedCapacity(reader: Db | Tx, size: bigint): Promise<Capacity | null> {
  const { derived } = schema;
  const [row] = await reader
    .select({ json: derived.json })
    .from(derived)
    .where(and(eq(derived.kind, KIND), eq(derived.size, size)));
  return (row?.json as Capacity | undefined) ?? null;
}
