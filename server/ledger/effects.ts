import { and, eq, gte, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { rowsOf } from '../db/sql.ts';
import { isCurrency } from '../domain/asset.ts';
import type { Day } from '../domain/day.ts';
import type { Effect } from '../domain/totals.ts';
import { splitHashes } from './merkle.ts';
import { targetsIn, type WrittenTargets } from './targets.ts';

/** No answer of this process waits for more than one page's work. */
const PAGE = 5_000n;

const pageRow = z.strictObject({
  hashes: z.instanceof(Uint8Array).nullable(),
  leaves: z.array(z.string()).nullable(),
  movements: z.number(),
});

/** In order: the hashes of all leaves, what entries about no pledge change, and how many are movements. */
export async function* readLeaves(
  reader: Db | Tx,
  from: bigint,
  to: bigint,
): AsyncGenerator<{ hashes: Buffer[]; effects: Effect[]; movements: number }> {
  const ask = async (start: bigint): Promise<unknown> =>
    start < to &&
    reader.execute(sql`
      SELECT string_agg(leaf_hash, ''::bytea ORDER BY seq) AS hashes,
        json_agg(convert_from(leaf, 'UTF8') ORDER BY seq)
          FILTER (WHERE kind IN ('initiative', 'signature')) AS leaves,
        count(*) FILTER (WHERE kind = 'movement')::int AS movements
      FROM ledger_entry WHERE seq >= ${start} AND seq < ${start + PAGE < to ? start + PAGE : to}`);
  let asked = ask(from);
  for (let start = from; start < to; start += PAGE) {
    // oxlint-disable-next-line no-await-in-loop
    const [page] = rowsOf(await asked, pageRow);
    // Postgres reads the next page while this one is hashed.
    asked = ask(start + PAGE);
    asked.catch(() => {});
    yield {
      hashes: splitHashes(Buffer.from(page!.hashes ?? [])),
      effects: (page!.leaves ?? []).map((leaf) => leafEffect(Buffer.from(leaf))),
      movements: page!.movements,
    };
  }
}

/** Movements that are alike have one effect together: totals tell no days of a month apart. */
export async function readMoved(reader: Db | Tx, from: bigint, to: bigint) {
  const { movement, pledge } = schema;
  const { fromStage, toStage } = movement;
  const rows = await reader
    .select({
      asset: pledge.asset,
      source: pledge.source,
      fromStage,
      toStage,
      occurredOn: sql<Day>`to_char(${movement.occurredOn}, 'YYYY-MM-01')`,
      quantity: sql`sum(${movement.quantity})`.mapWith(BigInt),
      base: sql`sum(${movement.base})`.mapWith(BigInt),
      hasWindows: sql<boolean>`bool_or(${movement.windows} IS NOT NULL)`,
      count: sql`count(*)`.mapWith(Number),
    })
    .from(movement)
    .innerJoin(pledge, eq(pledge.id, movement.pledgeId))
    .where(and(gte(movement.seq, from), lt(movement.seq, to)))
    .groupBy(sql`1, 2, 3, 4, 5`);
  return {
    effects: rows.map((row) => movementEffect(row, row.asset, row.source === 'bought')),
    hasWindows: rows.some((row) => row.hasWindows),
    count: rows.reduce((sum, { count }) => sum + count, 0),
  };
}

export const movementEffect = (
  row: Pick<
    typeof schema.movement.$inferSelect,
    'fromStage' | 'toStage' | 'quantity' | 'base' | 'occurredOn'
  >,
  asset: string,
  bought: boolean,
): Effect => ({
  kind: 'movement',
  asset,
  isFunding: isCurrency(asset),
  bought,
  from: row.fromStage,
  to: row.toStage,
  quantity: row.quantity,
  base: row.base,
  on: row.occurredOn,
});

export function leafEffect(leaf: Uint8Array): Effect {
  const entry = JSON.parse(Buffer.from(leaf).toString()) as { kind: string } & Record<
    string,
    never
  >;
  switch (entry.kind) {
    case 'initiative': {
      return { kind: 'initiative', targets: targetsIn(entry as unknown as WrittenTargets) };
    }
    case 'signature':
      return { kind: 'signature', type: entry['type']!, act: entry['act']! };
    case 'terms':
      return { kind: 'terms' };
    default:
      throw new Error(`a leaf of the unknown kind ${entry.kind}`);
  }
}
