import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { IS_SHOWN } from '../db/standing.ts';
import { guarded, selectList, whereAll, type Columns } from './cells.ts';
import { days, filtersOf, type AsOf, type CsvFile } from './file.ts';

const filters = filtersOf({ ...days, stage: z.enum(['committed', 'pledged']).optional() });
type Filters = z.infer<typeof filters>;

/** As ledger/capacity.ts. */
const changes = (size: bigint): SQL => sql`
  SELECT movement.pledge_id, side.stage, edge.day, sum(side.sign * edge.sign * edge.gpus) AS gpus
  FROM movement
  CROSS JOIN LATERAL (VALUES (movement.from_stage, -1), (movement.to_stage, 1)) AS side (stage, sign)
  CROSS JOIN LATERAL jsonb_array_elements(movement.windows) AS lot
  CROSS JOIN LATERAL (VALUES
    ((lot ->> 1)::date, 1, (lot ->> 0)::bigint),
    ((lot ->> 2)::date, -1, (lot ->> 0)::bigint)) AS edge (day, sign, gpus)
  WHERE movement.seq < ${Number(size)} AND side.stage IN ('committed', 'pledged')
  GROUP BY 1, 2, 3
  HAVING sum(side.sign * edge.sign * edge.gpus) <> 0`;

/** From each change to the next. */
const runs = (size: bigint): SQL => sql`
  SELECT pledge_id, stage, day AS first, lead(day) OVER later AS until, sum(gpus) OVER later AS gpus
  FROM (${changes(size)}) AS change
  WINDOW later AS (PARTITION BY pledge_id, stage ORDER BY day)`;

/** The public sees a site's name only if the pledge shows it. */
const columns = (isAdmin: boolean): Columns => ({
  from: sql`run.first`,
  to: sql`run.until`,
  stage: sql`run.stage`,
  gpus: sql`run.gpus`,
  h100e: sql`round(run.gpus * pledge.rate_num::numeric / pledge.rate_den::numeric, 6)`,
  model: sql`pledge.asset`,
  source: sql`pledge.source`,
  site_code: sql`pledge.site`,
  site: guarded(isAdmin ? sql`site.name` : sql`CASE WHEN ${IS_SHOWN} THEN site.name END`),
  ref: sql`pledge.ref`,
  ...(isAdmin && {
    signatory_id: sql`pledge.signatory_id`,
    signatory: guarded(sql`signatory.name`),
    provider: guarded(sql`pledge.provider`),
  }),
  rate_num: sql`pledge.rate_num`,
  rate_den: sql`pledge.rate_den`,
});

/** `from` and `to` cut nothing. */
const select = ({ size }: AsOf, { from, to, stage }: Filters, isAdmin: boolean): SQL =>
  sql`
    SELECT ${selectList(columns(isAdmin))}
    FROM (${runs(size)}) AS run
    JOIN pledge ON pledge.id = run.pledge_id
    JOIN signatory ON signatory.id = pledge.signatory_id
    JOIN site ON site.code = pledge.site
    WHERE ${whereAll(
      sql`run.gpus > 0`,
      from && sql`run.until > ${from}`,
      to && sql`run.first <= ${to}`,
      stage && sql`run.stage = ${stage}`,
    )}
    ORDER BY run.first, pledge.id, run.stage = 'pledged'`;

export const capacity: CsvFile<Filters> = {
  name: 'capacity',
  audience: 'admin',
  filters,
  select,
};
export const publicCapacity: CsvFile<Filters> = { ...capacity, audience: 'public' };
