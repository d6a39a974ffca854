import { sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import type { AsOf } from './as-of.ts';
import { ASSETS, flag, guarded, selectList, whereAll, type Columns } from './cells.ts';
import { days, filtersOf, type CsvFile } from './file.ts';
import { IS_ACCEPTED, OUTSTANDING, stands } from '../db/standing.ts';

const filters = filtersOf(days);
type Filters = z.infer<typeof filters>;

const money = (minor: string): SQL => sql.raw(`${minor} * asset.minor`);

const columns = (asOf: AsOf): Columns => ({
  ref: sql`pledge.ref`,
  signatory_id: sql`pledge.signatory_id`,
  signatory: guarded(sql`signatory.name`),
  position: sql`part.position`,
  due_on: sql`part.due_on`,
  currency: sql`asset.code`,
  amount: money('part.quantity'),
  received: money('part.received'),
  outstanding: money('part.outstanding'),
  overdue: flag(sql`part.due_on < ${asOf.day} AND part.outstanding > 0`),
});

/**
 * The instalments of accepted pledges. Laid end to end, the oldest first, they are as long as the
 * pledge: what is received covers their beginning, what is outstanding the stretch after it, and
 * what is left is no longer expected. (The pages say the same: domain/schedule.ts.)
 */
const select = (asOf: AsOf, { from, to }: Filters): SQL => sql`
  WITH laid AS (
    SELECT pledge.id AS pledge_id, standing.first_seq, ${stands(['received'])} AS received_until,
      ${stands(['received', ...OUTSTANDING])} AS due_until,
      position, (instalment ->> 0)::date AS due_on, (instalment ->> 1)::bigint AS quantity,
      sum((instalment ->> 1)::bigint) OVER (PARTITION BY pledge.id ORDER BY instalment ->> 0, position) AS stop
    FROM standing
    JOIN pledge ON pledge.id = standing.pledge_id
    CROSS JOIN jsonb_array_elements(pledge.instalments) WITH ORDINALITY AS part (instalment, position)
    WHERE ${IS_ACCEPTED}
  ), part AS (
    SELECT *,
      greatest(least(stop, received_until) - (stop - quantity), 0) AS received,
      greatest(least(stop, due_until) - greatest(stop - quantity, received_until), 0) AS outstanding
    FROM laid
  )
  SELECT ${selectList(columns(asOf))}
  FROM part
  JOIN pledge ON pledge.id = part.pledge_id
  JOIN ${ASSETS} ON asset.code = pledge.asset
  JOIN signatory ON signatory.id = pledge.signatory_id
  WHERE ${whereAll(from && sql`part.due_on >= ${from}`, to && sql`part.due_on <= ${to}`)}
  ORDER BY part.first_seq, part.position`;

export const instalments: CsvFile<Filters> = {
  name: 'instalments',
  audience: 'admin',
  filters,
  select,
};
