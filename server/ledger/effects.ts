import { and, asc, eq, gte, lt } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { isCurrency } from '../domain/asset.ts';
import type { Effect } from '../domain/totals.ts';
import { targetsIn, type WrittenTargets } from './targets.ts';

/** No answer of this process waits for more than one page's work. */
const PAGE = 2_000n;

export interface EntryEffect {
  leafHash: Buffer;
  effect: Effect;
  hasWindows: boolean;
}

/**
 * In order. The range of movements and the limit add nothing, but without them a planner that lacks statistics (after
 * an import, and always on the embedded database) reads all movements.
 */
export async function* readEffects(
  reader: Db | Tx,
  from: bigint,
  to: bigint,
): AsyncGenerator<EntryEffect> {
  const { ledgerEntry, movement, pledge } = schema;
  for (let start = from; start < to; start += PAGE) {
    const end = start + PAGE < to ? start + PAGE : to;
    const rows = await reader
      .select({
        kind: ledgerEntry.kind,
        leaf: ledgerEntry.leaf,
        leafHash: ledgerEntry.leafHash,
        movement,
        asset: pledge.asset,
        source: pledge.source,
      })
      .from(ledgerEntry)
      .leftJoin(
        movement,
        and(eq(movement.seq, ledgerEntry.seq), gte(movement.seq, start), lt(movement.seq, end)),
      )
      .leftJoin(pledge, eq(pledge.id, movement.pledgeId))
      .where(and(gte(ledgerEntry.seq, start), lt(ledgerEntry.seq, end)))
      .orderBy(asc(ledgerEntry.seq))
      .limit(Number(end - start));
    for (const row of rows) {
      yield {
        leafHash: row.leafHash,
        effect: row.movement
          ? movementEffect(row.movement, row.asset!, row.source === 'bought')
          : leafEffect(row.leaf),
        hasWindows: row.movement?.windows != null,
      };
    }
  }
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
