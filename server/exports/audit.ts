import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { isMeant } from '../audit/read.ts';
import { ACTS } from '../domain/audit-trail.ts';
import { guarded, instant, selectList, type Columns } from './cells.ts';
import { days, filtersOf, type AsOf, type CsvFile } from './file.ts';

const filters = filtersOf({
  ...days,
  act: z.enum(ACTS).optional(),
  object: z.string().max(200).optional(),
});
type Filters = z.infer<typeof filters>;

const columns: Columns = {
  id: sql`audit.id`,
  at: instant(sql`audit.at`),
  by: sql`audit.by`,
  admin_id: sql`audit.admin_id`,
  admin: guarded(sql`admin.name`),
  token: guarded(sql`api_token.name`),
  signatory_id: sql`audit.signatory_id`,
  from: guarded(sql`audit."from"`),
  act: sql`audit.act`,
  object: guarded(sql`audit.object`),
  fields: sql`array_to_string(audit.fields, ' ')`,
  facts: guarded(sql`NULLIF(audit.facts, '{}')::text`),
};

/** Ids of signatories: nobody who was forgotten is named. */
const select = (_asOf: AsOf, { from, to, act, object }: Filters): SQL => sql`
  SELECT ${selectList(columns)}
  FROM audit
  LEFT JOIN admin ON admin.id = audit.admin_id
  LEFT JOIN api_token ON api_token.id = audit.means_id
  WHERE ${isMeant({ from, to, object, acts: act && [act] }) ?? sql`true`}
  ORDER BY audit.id`;

export const auditTrail: CsvFile<Filters> = { name: 'audit', audience: 'admin', filters, select };
