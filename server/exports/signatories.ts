import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { PROFILE, PROFILE_FIELDS } from '../domain/profile.ts';
import { GIVER_STATUSES, SIGNATORY_KINDS, type GiverStatus } from '../domain/signatory.ts';
import {
  amount,
  ASSETS,
  dayOf,
  flag,
  guarded,
  hours,
  instant,
  selectList,
  whereAll,
  type Columns,
} from './cells.ts';
import { days, filtersOf, type AsOf, type CsvFile } from './file.ts';
import { IS_ACCEPTED } from '../db/standing.ts';

const filters = filtersOf({
  ...days,
  kind: z.enum(SIGNATORY_KINDS).optional(),
  status: z.enum(GIVER_STATUSES).optional(),
});
type Filters = z.infer<typeof filters>;

const profileColumns = (hasLines: boolean): Columns =>
  Object.fromEntries(
    PROFILE_FIELDS.filter((name) => (PROFILE[name].as === 'lines') === hasLines).map((name) => [
      name,
      guarded(sql`signatory.${sql.identifier(name)}`),
    ]),
  );

/** Not after a withdrawal or a rejection. */
const IS_REACHED = sql`signatory.status IN ('pending', 'published')`;

const columns = (currency: string): Columns => ({
  id: sql`signatory.id`,
  status: sql`signatory.status`,
  kind: sql`signatory.kind`,
  name: guarded(sql`signatory.name`),
  email: guarded(sql`signatory.email`),
  ...profileColumns(false),
  public: flag(sql`signatory.public`),
  created_at: instant(sql`signatory.created_at`),
  published_at: instant(sql`signatory.published_at`),
  pledges: sql`COALESCE(given.pledges, 0)`,
  currency: sql`${currency}`,
  secured_base: amount(sql`COALESCE(given.funding, 0)`, currency),
  secured_h100e_hours: hours(sql`COALESCE(given.compute, 0)`),
  ...profileColumns(true),
  review: sql`NULLIF(array_to_string(signatory.review, ' '), '')`,
  news_since: instant(sql`CASE WHEN ${IS_REACHED} THEN signatory.news_at END`),
  question: guarded(sql`signatory.question`),
  asked_at: instant(sql`signatory.asked_at`),
  rejected_at: instant(sql`CASE WHEN signatory.status = 'rejected' THEN refusal.at END`),
  reason: guarded(sql`signatory.reason`),
});

/** Who gave without signing is only shown if asked for. */
export const ofStatus = (status: GiverStatus | undefined): SQL =>
  status === undefined ? sql`signatory.status <> 'giver'` : sql`signatory.status = ${status}`;

/** `from` and `to` are days of signing. */
const select = ({ currency }: AsOf, wanted: Filters): SQL => sql`
  SELECT ${selectList(columns(currency))}
  FROM signatory
  LEFT JOIN (
    SELECT pledge.signatory_id,
      count(*) FILTER (WHERE ${IS_ACCEPTED}) AS pledges,
      sum(standing.secured_base) FILTER (WHERE asset.kind = 'funding') AS funding,
      sum(standing.secured_base) FILTER (
        WHERE asset.kind = 'compute' AND pledge.source = 'given')::bigint AS compute
    FROM standing
    JOIN pledge ON pledge.id = standing.pledge_id
    JOIN ${ASSETS} ON asset.code = pledge.asset
    GROUP BY pledge.signatory_id) AS given ON given.signatory_id = signatory.id
  LEFT JOIN (
    SELECT object, max(at) AS at FROM audit WHERE act = 'signatory.reject' GROUP BY object) AS refusal
    ON refusal.object = signatory.id::text
  WHERE ${whereAll(
    wanted.from && sql`${dayOf(sql`signatory.created_at`)} >= ${wanted.from}`,
    wanted.to && sql`${dayOf(sql`signatory.created_at`)} <= ${wanted.to}`,
    wanted.kind && sql`signatory.kind = ${wanted.kind}`,
    ofStatus(wanted.status),
  )}
  ORDER BY signatory.id`;

export const signatories: CsvFile<Filters> = {
  name: 'signatories',
  audience: 'admin',
  filters,
  select,
};
