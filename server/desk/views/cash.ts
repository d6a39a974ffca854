import { sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import type { Day } from '../../domain/day.ts';
import { amount, whereAll } from '../../exports/cells.ts';
import { HAS_INSTALMENTS, IS_OUTSTANDING, laid, LISTED_AND_REST } from '../../exports/laid.ts';
import { asset } from './pledges.ts';
import { askedOf, type Facts, type View } from './view.ts';

/** This month is the first; what is due after the last is "later". */
const MONTHS = 24;
const LATER = MONTHS + 1;
const UNSCHEDULED = MONTHS + 2;

const filters = askedOf(['period'], { asset });
type Filters = z.infer<typeof filters>;

const months = (day: SQL): SQL =>
  sql`(date_part('year', ${day}) * 12 + date_part('month', ${day}))`;

/** The period of a due day: overdue is 0, the months follow from 1. */
const periodOf = (today: Day): SQL => sql`CASE WHEN due_on IS NULL THEN ${UNSCHEDULED}::int
    WHEN due_on < ${today} THEN 0
    ELSE least(${months(sql`due_on`)} - ${months(sql`${today}::date`)} + 1, ${LATER}::int)::int END`;

const EXPECTED = ['committed', 'pledged', 'waiting'] as const;

const sumOf = (stage: string): SQL =>
  sql`COALESCE(sum(${sql.identifier(`${stage}_base`)}), 0)::bigint AS ${sql.identifier(stage)}`;

const ofAsset = ({ asset: code }: Filters): SQL =>
  whereAll(sql`pledge.source IS NULL`, code && sql`pledge.asset = ${code}`);

/** What is outstanding of money, by its day; without instalments it is due on no day. */
const outstanding = (wanted: Filters): SQL => {
  const bases = EXPECTED.map((stage) => sql.identifier(`${stage}_base`));
  const columns = sql.join(bases, sql`, `);
  return sql`
    SELECT due_on, ${columns} FROM (
      ${laid(LISTED_AND_REST, IS_OUTSTANDING, HAS_INSTALMENTS, ofAsset(wanted))}) AS part
    WHERE outstanding > 0
    UNION ALL
    SELECT NULL, ${columns} FROM standing JOIN pledge ON pledge.id = standing.pledge_id
    WHERE ${IS_OUTSTANDING} AND NOT ${HAS_INSTALMENTS} AND ${ofAsset(wanted)}`;
};

/** What is expected, by period. A period in which nothing is due is a row as well. */
const from = ({ today }: Facts, wanted: Filters): SQL => sql`
  generate_series(0, ${UNSCHEDULED}::int) AS period (n)
  LEFT JOIN (
    SELECT ${periodOf(today)} AS n, count(*) AS parts, ${sql.join(EXPECTED.map(sumOf), sql`, `)}
    FROM (${outstanding(wanted)}) AS part GROUP BY 1) AS due ON due.n = period.n`;

const held = (stage: string): SQL => sql`COALESCE(due.${sql.identifier(stage)}, 0)`;
const TOTAL: SQL = sql`(${sql.join(EXPECTED.map(held), sql` + `)})`;

export const cash: View<Filters> = {
  name: 'cash',
  audience: 'desk',
  filters,
  typed: [],
  cells: ({ today, currency }) => ({
    period: sql`CASE period.n WHEN 0 THEN 'overdue' WHEN ${LATER}::int THEN 'later'
      WHEN ${UNSCHEDULED}::int THEN 'unscheduled'
      ELSE to_char(date_trunc('month', ${today}::timestamp)
        + (period.n - 1) * interval '1 month', 'YYYY-MM') END`,
    parts: sql`COALESCE(due.parts, 0)`,
    currency: sql`${currency}`,
    ...Object.fromEntries(EXPECTED.map((stage) => [stage, amount(held(stage), currency)])),
    total: amount(TOTAL, currency),
  }),
  from,
  where: () => sql`true`,
  sorts: { period: { by: sql`period.n`, type: 'bigint', dir: 'asc' } },
  id: { by: sql`period.n`, type: 'bigint' },
  sums: null,
};
