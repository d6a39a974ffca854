import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { DETAILS } from '../domain/details.ts';
import { STAGES, type Stage } from '../domain/stage.ts';
import {
  amount,
  ASSETS,
  base,
  baseUnit,
  flag,
  guarded,
  hours,
  instant,
  quantity,
  selectList,
  UNIT,
  whereAll,
  type Columns,
} from './cells.ts';
import { days, filtersOf, kind, type AsOf, type CsvFile } from './file.ts';
import { acceptedOn, IS_ACCEPTED, IS_SHOWN, OUTSTANDING, stands } from '../db/standing.ts';

const publicFilters = filtersOf({ ...days, ...kind, stage: z.enum(STAGES).optional() });
const filters = publicFilters.extend({
  status: z.enum(['pending', 'accepted', 'rejected', 'withdrawn']).optional(),
});
type Filters = z.infer<typeof filters>;

export const status: SQL = sql`CASE WHEN ${IS_ACCEPTED} THEN 'accepted'
  WHEN pledge.status IN ('rejected', 'withdrawn') THEN pledge.status ELSE 'pending' END`;

export const whenAccepted = (cell: SQL): SQL => sql`CASE WHEN ${IS_ACCEPTED} THEN ${cell} END`;

export const standingColumns = (currency: string): Columns => {
  const sums: [name: string, stages: readonly Stage[]][] = [
    ...STAGES.map((stage): [string, readonly Stage[]] => [stage, [stage]]),
    ['outstanding', OUTSTANDING],
  ];
  return Object.fromEntries([
    ...sums.map(([name, stages]) => [name, quantity(stands(stages))]),
    ['base_unit', baseUnit(currency)],
    ...sums.map(([name, stages]) => [`${name}_base`, base(stands(stages, '_base'), currency)]),
  ]);
};

const reaches: SQL = sql`(pledge.condition ->> 'reaches')::bigint`;

const conditionColumns = (currency: string): Columns => ({
  condition_metric: sql`pledge.condition ->> 'metric'`,
  condition_reaches: sql`CASE pledge.condition ->> 'metric'
    WHEN 'funding' THEN ${amount(reaches, currency)}
    WHEN 'gpuHours' THEN ${hours(reaches)} ELSE ${reaches} END`,
  condition_counts: sql`pledge.condition ->> 'counts'`,
  condition_by: sql`pledge.condition ->> 'by'`,
});

const detailColumns = (hasLines: boolean): Columns =>
  Object.fromEntries(
    Object.values(DETAILS)
      .filter((facts) => facts.hasLines === hasLines)
      .map(({ column }) => [column, guarded(sql`pledge.${sql.identifier(column)}`)]),
  );

/** The public sees no visibility: with the list of names without amounts, it would narrow down whose a reference is. */
const columns = (currency: string, isAdmin: boolean): Columns => ({
  ref: sql`pledge.ref`,
  ...(isAdmin
    ? {
        status,
        visibility: sql`pledge.visibility`,
        signatory_id: sql`pledge.signatory_id`,
        signatory: guarded(sql`signatory.name`),
        signatory_kind: sql`signatory.kind`,
      }
    : { signatory: guarded(sql`CASE WHEN ${IS_SHOWN} THEN signatory.name END`) }),
  kind: sql`asset.kind`,
  asset: sql`asset.code`,
  source: sql`pledge.source`,
  site: guarded(isAdmin ? sql`site.name` : sql`CASE WHEN ${IS_SHOWN} THEN site.name END`),
  ...(isAdmin && {
    ...detailColumns(false),
    paid_through_kind: sql`pledge.paid_through ->> 'kind'`,
    paid_through: guarded(sql`pledge.paid_through ->> 'name'`),
    measured_by: sql`pledge.measured_by`,
  }),
  windows: sql`NULLIF(pledge.windows, '[]')`,
  grant_from: sql`pledge.from_on`,
  grant_to: sql`pledge.to_on`,
  ...conditionColumns(currency),
  firm: flag(sql`pledge.firm`),
  accepted_on: whenAccepted(sql`acceptance.occurred_on`),
  rate_num: whenAccepted(sql`pledge.rate_num`),
  rate_den: whenAccepted(sql`pledge.rate_den`),
  rate_on: whenAccepted(sql`pledge.rate_on`),
  rate_source: whenAccepted(guarded(sql`pledge.rate_source`)),
  unit: UNIT,
  quantity: quantity(sql`pledge.quantity`),
  ...standingColumns(currency),
  ...(isAdmin && {
    created_at: instant(sql`pledge.created_at`),
    ...detailColumns(true),
    reason: guarded(sql`pledge.reason`),
    asked_quantity: quantity(sql`(pledge.asked ->> 'quantity')::bigint`),
    revision: sql`pledge.revision`,
    decided_at: instant(sql`CASE WHEN ${status} <> 'pending' THEN pledge.decided_at END`),
    question: guarded(sql`pledge.question`),
    asked_at: instant(sql`pledge.asked_at`),
  }),
});

/** `from` and `to` are days of acceptance. */
const select = ({ size, currency }: AsOf, wanted: Filters, isAdmin: boolean): SQL =>
  sql`
    SELECT ${selectList(columns(currency, isAdmin))}
    FROM pledge
    JOIN ${ASSETS} ON asset.code = pledge.asset
    JOIN signatory ON signatory.id = pledge.signatory_id
    LEFT JOIN site ON site.code = pledge.site
    LEFT JOIN standing ON standing.pledge_id = pledge.id
    CROSS JOIN LATERAL (SELECT ${acceptedOn(size)} AS occurred_on) AS acceptance
    WHERE ${whereAll(
      isAdmin ? undefined : IS_ACCEPTED,
      wanted.from && sql`${IS_ACCEPTED} AND acceptance.occurred_on >= ${wanted.from}`,
      wanted.to && sql`${IS_ACCEPTED} AND acceptance.occurred_on <= ${wanted.to}`,
      wanted.stage && sql`${stands([wanted.stage])} > 0`,
      wanted.kind && sql`asset.kind = ${wanted.kind}`,
      wanted.status && sql`${status} = ${wanted.status}`,
    )}
    ORDER BY standing.first_seq, pledge.id`;

export const pledges: CsvFile<Filters> = {
  name: 'pledges',
  audience: 'admin',
  filters,
  select,
};
export const publicPledges: CsvFile<z.infer<typeof publicFilters>> = {
  ...pledges,
  audience: 'public',
  filters: publicFilters,
};
