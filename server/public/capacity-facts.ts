import type { Tx, Db } from '../db/db.ts';
import { capacityAt } from '../ledger/capacity.ts';
import type { Checkpoint } from '../ledger/checkpoint.ts';
import type { MeteredUse } from '../ledger/metered-use.ts';
import type { Figures } from './progress.ts';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../db/sql.ts';
import { IS_ACCEPTED, IS_SHOWN } from '../db/standing.ts';

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

/**
 * The names of sites by their codes, of those at which an accepted pledge shows its giver: a name
 * often tells the giver, and one who hides keeps it. What others have at such a site is known to be
 * there all the same, for each leaf of the ledger has the site's code.
 */
export async function siteNames(
  reader: Db | Tx,
  codes: readonly (string | null)[],
): Promise<Map<string, string>> {
  const rows = rowsOf<{ code: string; name: string }>(
    await reader.execute(sql`
      SELECT code, name FROM site
      WHERE code = ANY(${sql.param(codes.filter((code) => code !== null))}::text[]) AND EXISTS (
        SELECT FROM pledge
        JOIN standing ON standing.pledge_id = pledge.id
        JOIN signatory ON signatory.id = pledge.signatory_id
        WHERE pledge.site = site.code AND ${IS_SHOWN} AND ${IS_ACCEPTED})`),
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
