import { sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { ASSETS, flag, guarded, selectList, whereAll, type Columns } from './cells.ts';
import { days, filtersOf, type AsOf, type CsvFile } from './file.ts';
import { instalmentRows, LISTED } from '../db/instalment-rows.ts';

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

const select = (asOf: AsOf, { from, to }: Filters): SQL => sql`
  SELECT ${selectList(columns(asOf))}
  FROM (${instalmentRows(LISTED)}) AS part
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
