import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { anywhere } from '../../db/sql.ts';
import { addDays } from '../../domain/day.ts';
import { amount, ASSETS, flag, whereAll } from '../../exports/cells.ts';
import { asset } from './pledges.ts';
import { askedOf, part, type Facts, type DeskList } from './desk-list.ts';

/** In days; today is the first. */
const WITHIN_DAYS = { week: 7, soon: 30 };

const filters = askedOf(['due', 'outstanding', 'giver'], {
  due: z.enum(['overdue', 'week', 'soon']).default('overdue'),
  asset,
  q: part,
});
type Filters = z.infer<typeof filters>;

const from = sql`outstanding_part AS part
  JOIN pledge ON pledge.id = part.pledge_id
  JOIN ${ASSETS} ON asset.code = pledge.asset
  JOIN signatory ON signatory.id = pledge.signatory_id`;

const GIVER = sql`JOIN signatory ON signatory.id = pledge.signatory_id`;

/** Pledges and givers are joined only where a condition or the order needs them. */
function find(_: Facts, { asset: code, q, sort }: Filters): SQL[] {
  const giver = q !== undefined || sort === 'giver';
  const pledge =
    giver || code !== undefined ? sql`JOIN pledge ON pledge.id = part.pledge_id` : sql``;
  return [sql`outstanding_part AS part ${pledge} ${giver ? GIVER : sql``}`];
}

/** Due today isn't late yet. */
const where = ({ today }: Facts, { due, ...wanted }: Filters): SQL =>
  whereAll(
    due === 'overdue'
      ? sql`part.due_on < ${today}`
      : sql`part.due_on >= ${today} AND part.due_on < ${addDays(today, WITHIN_DAYS[due])}`,
    wanted.asset && sql`pledge.asset = ${wanted.asset}`,
    wanted.q && sql`signatory.name ILIKE ${anywhere(wanted.q)}`,
  );

const OUTSTANDING_BASE = sql`(part.committed_base + part.pledged_base + part.waiting_base)`;

export const overdue: DeskList<Filters> = {
  name: 'overdue',
  audience: 'admin',
  filters,
  typed: ['q'],
  cells: ({ today, currency, addresses, isFile }) => ({
    ref: sql`pledge.ref`,
    signatory_id: sql`pledge.signatory_id`,
    giver: { text: sql`signatory.name` },
    ...(addresses && { email: { text: sql`signatory.email` } }),
    // Nobody is reminded at an address that isn't confirmed.
    ...(!isFile && {
      reachable: flag(sql`signatory.email IS NOT NULL AND signatory.confirmed_at IS NOT NULL`),
    }),
    position: sql`part.position`,
    due_on: sql`part.due_on`,
    days_late: sql`greatest(${today}::date - part.due_on, 0)`,
    currency: sql`asset.code`,
    amount: sql`part.quantity * asset.minor`,
    received: sql`part.received * asset.minor`,
    outstanding: sql`part.outstanding * asset.minor`,
    committed: sql`part.committed * asset.minor`,
    pledged: sql`part.pledged * asset.minor`,
    waiting: sql`part.waiting * asset.minor`,
    base_currency: sql`${currency}`,
    outstanding_base: amount(OUTSTANDING_BASE, currency),
  }),
  find,
  from: () => from,
  where,
  sorts: {
    due: { by: sql`part.due_on`, type: 'date', dir: 'asc' },
    outstanding: { by: OUTSTANDING_BASE, type: 'bigint', dir: 'desc' },
    giver: { by: sql`lower(signatory.name)`, type: 'text', dir: 'asc' },
  },
  key: sql`part.pledge_id, part.position`,
  // A pledge has at most 200 instalments (domain/schedule.ts).
  id: { by: sql`(part.first_seq * 1000 + part.position)`, type: 'bigint' },
  sums: (facts, wanted) => sql`
    SELECT asset.code AS currency, due.found::text AS found,
      (due.outstanding * asset.minor)::text AS outstanding,
      (${amount(sql`due.base`, facts.currency)})::text AS base
    FROM (
      SELECT pledge.asset, count(*) AS found, sum(part.outstanding) AS outstanding,
        sum(${OUTSTANDING_BASE}) AS base
      FROM outstanding_part AS part
      JOIN pledge ON pledge.id = part.pledge_id
      ${wanted.q === undefined ? sql`` : GIVER}
      WHERE ${where(facts, wanted)}
      GROUP BY pledge.asset) AS due
    JOIN ${ASSETS} ON asset.code = due.asset
    ORDER BY due.base DESC`,
};
