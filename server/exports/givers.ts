import { sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { isListed } from '../db/givers.ts';
import { base, baseUnit, guarded, selectList, type Columns } from './cells.ts';
import { filtersOf, kind, type AsOf, type CsvFile } from './file.ts';

const filters = filtersOf(kind);
type Filters = z.infer<typeof filters>;

const SUMS = ['received', 'committed', 'pledged', 'waiting', 'gone', 'amount'];

const columns = (currency: string): Columns => ({
  giver_id: sql`signatory.id`,
  giver: guarded(sql`signatory.name`),
  giver_kind: sql`signatory.kind`,
  kind: sql`asset.kind`,
  base_unit: baseUnit(currency),
  ...Object.fromEntries(
    SUMS.map((sum) => [`${sum}_base`, base(sql`giver_sum.${sql.identifier(sum)}`, currency)]),
  ),
});

const select = ({ currency }: AsOf, wanted: Filters): SQL => sql`
  SELECT ${selectList(columns(currency))}
  FROM giver_sum
  CROSS JOIN LATERAL (SELECT giver_sum.kind) AS asset
  JOIN signatory ON signatory.id = giver_sum.signatory_id
  WHERE ${isListed(wanted.kind)}
  ORDER BY giver_sum.kind DESC, giver_sum.amount DESC, giver_sum.signatory_id DESC`;

export const publicGivers: CsvFile<Filters> = {
  name: 'givers',
  audience: 'public',
  sums: 'Anonymous pledges are in no row.',
  filters,
  select,
};
