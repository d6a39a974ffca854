import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { anywhere } from '../../db/sql.ts';
import { acceptedOn, IS_ACCEPTED, OUTSTANDING, stands } from '../../db/standing.ts';
import { isCurrency, isGpu } from '../../domain/asset.ts';
import { say } from '../../domain/say.ts';
import { STAGES } from '../../domain/stage.ts';
import { amount, ASSETS, base, hours, quantity, UNIT, whereAll } from '../../exports/cells.ts';
import { days, kind } from '../../exports/file.ts';
import { standingColumns, status, whenAccepted } from '../../exports/pledges.ts';
import { typedRef } from '../../ledger/codes.ts';
import { askedOf, part, type Facts, type DeskList } from './desk-list.ts';

export const asset = z
  .string()
  .refine((code) => isCurrency(code) || isGpu(code), { error: () => say().desk.notAnAsset })
  .optional();

const filters = askedOf(['newest', 'amount', 'outstanding', 'due'], {
  ...days,
  ...kind,
  status: z.enum(['pending', 'accepted', 'rejected', 'withdrawn']).optional(),
  stage: z.enum(STAGES).optional(),
  asset,
  q: part,
});
type Filters = z.infer<typeof filters>;

export const KIND: SQL = sql`CASE WHEN pledge.source IS NULL THEN 'funding' ELSE 'compute' END`;

/** Half of what a bigint holds, which sorts faster than a numeric. */
const MOST = sql.raw('4000000000000000000');

/** Money before compute: the two don't compare. */
export const moneyFirst = (key: SQL): SQL =>
  sql`(CASE WHEN pledge.source IS NULL THEN ${MOST} ELSE 0 END + least(${key}, ${MOST}))`;

export const inBase = (sum: SQL, currency: string): SQL =>
  sql`CASE ${KIND} WHEN 'compute' THEN ${hours(sum)} ELSE ${amount(sum, currency)} END`;

/** The day of the first movement, without looking through all unless one was ever taken back outside. */
const accepted = (size: bigint): SQL => sql`CASE
  WHEN EXISTS (
    SELECT FROM movement AS undone WHERE undone.pledge_id = pledge.id AND undone.to_stage = 'outside')
  THEN ${acceptedOn(size)}
  ELSE (SELECT first.occurred_on FROM movement AS first
    WHERE first.seq = standing.first_seq AND first.from_stage = 'outside') END`;

/** The first day on which something is expected, and the same for the order: a pledge without one is last. */
const NEXT: SQL = sql`LEFT JOIN LATERAL (
  SELECT min(due_on) AS due_on, COALESCE(min(due_on), '9999-12-31') AS sorted_on
  FROM outstanding_part WHERE pledge_id = pledge.id) AS next ON true`;

/** From the index on days: of each pledge the first of its parts, and pledges that have none. */
const BY_DAY_DUE: SQL[] = [
  sql`(
    SELECT pledge_id, due_on AS sorted_on FROM outstanding_part AS part
    WHERE due_on IS NOT NULL AND NOT EXISTS (
      SELECT FROM outstanding_part AS earlier
      WHERE earlier.pledge_id = part.pledge_id AND (earlier.due_on < part.due_on
        OR earlier.due_on = part.due_on AND earlier.position < part.position))) AS next
    JOIN pledge ON pledge.id = next.pledge_id`,
  sql`(
    SELECT id, date '9999-12-31' AS sorted_on FROM pledge AS undated
    WHERE NOT EXISTS (
      SELECT FROM outstanding_part WHERE pledge_id = undated.id AND due_on IS NOT NULL)) AS next
    JOIN pledge ON pledge.id = next.id`,
];

const withStanding = (pledge: SQL, { q }: Filters): SQL => sql`${pledge}
  LEFT JOIN standing ON standing.pledge_id = pledge.id
  ${q === undefined ? sql`` : sql`JOIN signatory ON signatory.id = pledge.signatory_id`}`;

const isBackward = ({ from, to }: Filters): boolean =>
  from !== undefined && to !== undefined && to < from;

const where = ({ size }: Facts, wanted: Filters): SQL =>
  whereAll(
    // Postgres rejects a range that ends before it begins.
    isBackward(wanted) && sql`false`,
    !isBackward(wanted) &&
      (wanted.from ?? wanted.to) &&
      sql`${IS_ACCEPTED} AND ${accepted(size)} <@
        daterange(${wanted.from ?? null}::date, ${wanted.to ?? null}::date, '[]')`,
    wanted.kind && sql`${KIND} = ${wanted.kind}`,
    wanted.status && sql`${status} = ${wanted.status}`,
    wanted.stage && sql`${stands([wanted.stage])} > 0`,
    wanted.asset && sql`pledge.asset = ${wanted.asset}`,
    wanted.q &&
      sql`(signatory.name ILIKE ${anywhere(wanted.q)}
        OR ${typedRef(wanted.q)} IN (pledge.ref, pledge.payment_ref))`,
  );

export const pledges: DeskList<Filters> = {
  name: 'pledges',
  audience: 'admin',
  filters,
  typed: ['q'],
  cells: ({ size, currency }) => ({
    ref: sql`pledge.ref`,
    signatory_id: sql`pledge.signatory_id`,
    giver: { text: sql`signatory.name` },
    kind: sql`asset.kind`,
    asset: sql`asset.code`,
    source: sql`pledge.source`,
    site: { text: sql`site.name` },
    windows: sql`NULLIF(pledge.windows, '[]')`,
    status,
    unit: UNIT,
    quantity: quantity(sql`pledge.quantity`),
    ...standingColumns(currency),
    total_base: base(sql`COALESCE(standing.total_base, 0)`, currency),
    accepted_on: whenAccepted(accepted(size)),
    next_due_on: sql`next.due_on`,
    visibility: sql`pledge.visibility`,
  }),
  find: (_facts, wanted) =>
    (wanted.sort === 'due' ? BY_DAY_DUE : [sql`pledge`]).map((from) => withStanding(from, wanted)),
  from: () => sql`pledge
    JOIN ${ASSETS} ON asset.code = pledge.asset
    JOIN signatory ON signatory.id = pledge.signatory_id
    LEFT JOIN site ON site.code = pledge.site
    LEFT JOIN standing ON standing.pledge_id = pledge.id ${NEXT}`,
  where,
  sorts: {
    newest: { by: sql`pledge.id`, type: 'uuid', dir: 'desc' },
    amount: {
      by: moneyFirst(sql`COALESCE(standing.total_base, 0)`),
      type: 'bigint',
      dir: 'desc',
    },
    outstanding: { by: moneyFirst(stands(OUTSTANDING, '_base')), type: 'bigint', dir: 'desc' },
    due: { by: sql`next.sorted_on`, type: 'date', dir: 'asc' },
  },
  id: { by: sql`pledge.id`, type: 'uuid' },
  sums: (facts, wanted) => sql`
    SELECT ${KIND} AS kind, pledge.source, count(*)::text AS found,
      ${sql.join(
        ['committed', 'received', 'pledged', 'waiting'].map((stage) => {
          const sum = sql`COALESCE(sum(standing.${sql.identifier(`${stage}_base`)}), 0)::bigint`;
          return sql`(${inBase(sum, facts.currency)})::text AS ${sql.identifier(stage)}`;
        }),
        sql`, `,
      )}
    FROM ${withStanding(sql`pledge`, wanted)} WHERE ${where(facts, wanted)}
    GROUP BY pledge.source ORDER BY kind DESC, pledge.source DESC`,
};
