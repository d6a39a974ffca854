import type { Tx } from '../db/db.ts';
import { capacityAt } from '../ledger/capacity.ts';
import type { Checkpoint } from '../ledger/checkpoint.ts';
import type { MeteredUse } from '../ledger/use.ts';
import type { Figures } from './progress.ts';
import { siteNames } from './site-names.ts';

/** What is said of concurrency, of one checkpoint: the figures, and the names of sites by their codes. */
export interface CapacityFacts extends Figures {
  siteNames: ReadonlyMap<string, string>;
}

/** `use` is of the checkpoint's size. */
export async function readCapacityFacts(
  tx: Tx,
  checkpoint: Checkpoint,
  use: MeteredUse,
): Promise<CapacityFacts> {
  const { totals, capacitySize } = checkpoint;
  const capacity = await capacityAt(tx, capacitySize);
  const names = await siteNames(
    tx,
    capacity.sites.map(({ site }) => site),
  );
  return { checkpoint, totals, capacity, use, siteNames: names };
}
