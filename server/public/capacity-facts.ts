import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import { capacityAt } from '../ledger/capacity.ts';
import type { Checkpoint } from '../ledger/checkpoint.ts';
import type { MeteredUse } from '../ledger/metered-use.ts';
import type { Figures } from './progress.ts';
import { rowsOf } from '../db/sql.ts';
import { IS_ACCEPTED, IS_SHOWN } from '../db/standing.ts';

export interface CapacityFacts extends Figures {
  siteNames: ReadonlyMap<string, string>;
}

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

/** Sites of shown givers only: a name often tells the giver. The leaves have every site's code anyway. */
export async function siteNames(
  reader: Db | Tx,
  codes: readonly (string | null)[],
): Promise<Map<string, string>> {
  const rows = rowsOf(
    await reader.execute(sql`
      SELECT code, name FROM site
      WHERE code = ANY(${sql.param(codes.filter((code) => code !== null))}::text[]) AND EXISTS (
        SELECT FROM pledge
        JOIN standing ON standing.pledge_id = pledge.id
        JOIN signatory ON signatory.id = pledge.signatory_id
        WHERE pledge.site = site.code AND ${IS_SHOWN} AND ${IS_ACCEPTED})`),
    z.strictObject({ code: z.string(), name: z.string() }),
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}
