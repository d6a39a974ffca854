import { sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import type { Day } from '../../domain/day.ts';
import { amount, whereAll } from '../../exports/cells.ts';
import { asset } from './pledges.ts';
import { askedOf, type Facts, type DeskList } from './desk-list.ts';

/** From this month on; then comes "later". */
const MONTHS = 24;
const LATER = MONTHS + 1;
const UNSCHEDULED = MONTHS + 2;

const filters = askedOf(['period'], { asset });
type Filters = z.infer<typeof filters>;

const months = (day: SQL): SQL =>
  sql`(date_part('year', ${day}) * 12 + date_part('month', ${day}))`;

/** 0 is overdue; the months follow from 1. */
const periodOf = (today: Day): SQL => sql`CASE WHEN due_on IS NULL THEN ${UNSCHEDULED}::int
    WHEN due_on < ${today} THEN 0
    ELSE least(${months(sql`due_on`)} - ${months(sql`${today}::date`)} + 1, ${LATER}::int)::int END`;

const EXPECTED = ['committed', 'pledged', 'waiting'] as const;

const sumOf = (stage: string): SQL =>
  sql`COALESCE(sum(${sql.identifier(`${stage}_base`)}), 0)::bigint AS ${sql.identifier(stage)}`;

/** Expected amounts by day: few rows, one of them without a day. */
const byDay = ({ asset: code }: Filters): SQL => sql`
  SELECT due_on, count(*) AS parts, ${sql.join(EXPECTED.map(sumOf), sql`, `)}
  FROM outstanding_part
  WHERE ${whereAll(code && sql`pledge_id IN (SELECT id FROM pledge WHERE asset = ${code})`)}
  GROUP BY due_on`;

/** By period; a period in which nothing is due is a row too. */
const from = ({ today }: Facts, wanted: Filters): SQL => sql`
  generate_series(0, ${UNSCHEDULED}::int) AS period (n)
  LEFT JOIN (
    SELECT ${periodOf(today)} AS n, sum(parts)::bigint AS parts,
      ${sql.join(
        EXPECTED.map((stage) => sql.raw(`sum(${stage})::bigint AS ${stage}`)),
        sql`, `,
      )}
    FROM (${byDay(wanted)}) AS day GROUP BY 1) AS due ON due.n = period.n`;

const held = (stage: string): SQL => sql`COALESCE(due.${sql.identifier(stage)}, 0)`;
const TOTAL: SQL = sql`(${sql.join(EXPECTED.map(held), sql` + `)})`;

export const cash: DeskList<Filters> = {
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
