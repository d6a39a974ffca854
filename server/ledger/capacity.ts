import { and, eq, isNotNull, lt } from 'drizzle-orm';
import type { Db, Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
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
