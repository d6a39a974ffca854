import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { anywhere } from '../../db/sql.ts';
import { isGpu } from '../../domain/asset.ts';
import type { Day } from '../../domain/day.ts';
import { say } from '../../domain/say.ts';
import { hours, whereAll } from '../../exports/cells.ts';
import { askedOf, part, type Facts, type DeskList } from './desk-list.ts';

const filters = askedOf(['gap', 'agreed', 'until'], {
  only: z.enum(['short', 'over']).optional(),
  model: z
    .string()
    .refine(isGpu, { error: () => say().desk.notAModel })
    .optional(),
  q: part,
});
type Filters = z.infer<typeof filters>;

/** GPU-seconds of windows from a day on, each rounded down (domain/window.ts). */
const secondsFrom = (windows: SQL, day: Day): SQL => sql`(
  SELECT sum(floor((part ->> 0)::bigint * 86400 * (part ->> 3)::numeric
    * ((part ->> 2)::date - greatest((part ->> 1)::date, ${day}::date))))
  FROM jsonb_array_elements(${windows}) AS part WHERE (part ->> 2)::date > ${day}::date)`;

/**
 * Agreed GPU-seconds that aren't due before `today`: those of windows from then on, or a whole grant until it ends. A
 * delivery moves hours but not their windows (ledger/capacity.ts), so movements to and from "agreed" have all of them.
 */
const ahead = ({ size, today }: Facts): SQL => sql`CASE
  WHEN pledge.from_on IS NOT NULL
    THEN CASE WHEN pledge.to_on > ${today}::date THEN standing.committed ELSE 0 END
  ELSE COALESCE((
    SELECT sum(CASE movement.to_stage WHEN 'committed' THEN 1 ELSE -1 END
      * COALESCE(${secondsFrom(sql`movement.windows`, today)}, 0))
    FROM movement
    WHERE movement.pledge_id = pledge.id AND movement.windows IS NOT NULL
      AND movement.seq < ${Number(size)} AND 'committed' IN (movement.from_stage, movement.to_stage)
  ), 0)::bigint END`;

/** What is missing counts as undelivered this many days after a window, unless an admin expects it for longer. */
const GRACE_DAYS = 30;

/** Whether agreed GPUs join or leave after a day. A window that was given up ends nothing. */
const changesAfter = ({ size }: Facts, day: SQL): SQL => sql`EXISTS (
  SELECT FROM movement
  CROSS JOIN LATERAL jsonb_array_elements(movement.windows) AS part
  CROSS JOIN LATERAL (VALUES (part ->> 1, 1), (part ->> 2, -1)) AS edge (on_day, sign)
  WHERE movement.pledge_id = pledge.id AND movement.seq < ${Number(size)}
    AND 'committed' IN (movement.from_stage, movement.to_stage) AND edge.on_day::date > ${day}
  GROUP BY edge.on_day
  HAVING sum(CASE movement.to_stage WHEN 'committed' THEN 1 ELSE -1 END
    * edge.sign * (part ->> 0)::bigint) <> 0)`;

/** Agreed GPU-seconds that may still come: of windows, or of a grant, that didn't end too long ago. */
const mayCome = (facts: Facts): SQL => {
  const { size, today } = facts;
  const since = sql`(${today}::date - ${GRACE_DAYS}::int)`;
  return sql`CASE
  WHEN pledge.expected_until >= ${today}::date THEN standing.committed
  WHEN pledge.from_on IS NOT NULL
    THEN CASE WHEN pledge.to_on > ${since} THEN standing.committed ELSE 0 END
  WHEN NOT ${changesAfter(facts, since)} THEN 0
  ELSE COALESCE((
    SELECT sum(CASE movement.to_stage WHEN 'committed' THEN 1 ELSE -1 END
      * COALESCE((
        SELECT sum(floor((part ->> 0)::bigint * 86400 * (part ->> 3)::numeric
          * ((part ->> 2)::date - (part ->> 1)::date)))
        FROM jsonb_array_elements(movement.windows) AS part
        WHERE (part ->> 2)::date > ${since}), 0))
    FROM movement
    WHERE movement.pledge_id = pledge.id AND movement.windows IS NOT NULL
      AND movement.seq < ${Number(size)} AND 'committed' IN (movement.from_stage, movement.to_stage)
  ), 0)::bigint END`;
};

/** A hundredth of an hour: cutting a window in two and rounding down loses less. */
const LEAST_SECONDS = 36;

/** Defines `standing` with its `gap`, and `part` with what is short. */
const from = (facts: Facts): SQL => sql`pledge
  CROSS JOIN LATERAL (
    SELECT standing.*, standing.committed - (${ahead(facts)}) AS gap
    FROM standing WHERE standing.pledge_id = pledge.id AND standing.committed + standing.received > 0
    -- Only for pledges that have begun, and once for each.
    OFFSET 0) AS standing
  CROSS JOIN LATERAL (
    SELECT CASE WHEN standing.gap >= ${LEAST_SECONDS}::int THEN standing.gap ELSE 0 END AS short,
      CASE WHEN standing.gap >= ${LEAST_SECONDS}::int
        THEN div(standing.committed_base::numeric * standing.gap, standing.committed)::bigint ELSE 0 END AS short_base
  ) AS part
  JOIN signatory ON signatory.id = pledge.signatory_id
  LEFT JOIN site ON site.code = pledge.site`;

/** GPU-seconds that no longer come. As long as no order needs it, it is worked out for the rows of one page. */
const over = (facts: Facts): SQL => sql`(
  SELECT CASE WHEN rest >= ${LEAST_SECONDS}::int THEN rest ELSE 0 END
  FROM (SELECT standing.committed - (${mayCome(facts)}) AS rest OFFSET 0) AS rest)`;

const STARTS_ON: SQL = sql`COALESCE(pledge.from_on, (
  SELECT min((part ->> 1)::date) FROM jsonb_array_elements(pledge.windows) AS part))`;
const ENDS_ON: SQL = sql`COALESCE(pledge.to_on, (
  SELECT max((part ->> 2)::date) FROM jsonb_array_elements(pledge.windows) AS part))`;

const hasBegun = (day: Day): SQL => sql`(pledge.from_on < ${day} OR jsonb_path_exists(
  pledge.windows, 'strict $[*] ? (@[1] < $day)', ${JSON.stringify({ day })}::jsonb))`;

/** Agreed up to today. Early deliveries aren't due yet. */
const AGREED: SQL = sql`greatest(standing.received + standing.gap, 0)`;
const AGREED_BASE: SQL = sql`CASE WHEN standing.gap >= 0 THEN standing.received_base + part.short_base
  ELSE div(standing.received_base::numeric * ${AGREED}, greatest(standing.received, 1))::bigint END`;

const where = (facts: Facts, wanted: Filters): SQL =>
  whereAll(
    sql`pledge.source IS NOT NULL AND ${hasBegun(facts.today)}`,
    sql`(${AGREED} > 0 OR standing.received > 0)`,
    wanted.only === 'short' && sql`part.short > 0`,
    wanted.only === 'over' && sql`${over(facts)} > 0`,
    wanted.model && sql`pledge.asset = ${wanted.model}`,
    wanted.q &&
      sql`(signatory.name ILIKE ${anywhere(wanted.q)} OR site.name ILIKE ${anywhere(wanted.q)})`,
  );

const figures = (facts: Facts, sumOf: (seconds: SQL) => SQL): Record<string, SQL> =>
  Object.fromEntries(
    Object.entries({
      agreed_hours: AGREED,
      delivered_hours: sql`standing.received`,
      short_hours: sql`part.short`,
      over_hours: over(facts),
      agreed_h100e_hours: AGREED_BASE,
      delivered_h100e_hours: sql`standing.received_base`,
      short_h100e_hours: sql`part.short_base`,
    }).map(([name, seconds]) => [name, hours(sumOf(seconds))]),
  );

export const shortfall: DeskList<Filters> = {
  name: 'shortfall',
  audience: 'admin',
  filters,
  typed: ['q'],
  cells: (facts) => ({
    ref: sql`pledge.ref`,
    signatory_id: sql`pledge.signatory_id`,
    giver: { text: sql`signatory.name` },
    model: sql`pledge.asset`,
    source: sql`pledge.source`,
    site: { text: sql`site.name` },
    starts_on: STARTS_ON,
    ends_on: ENDS_ON,
    expected_until: sql`pledge.expected_until`,
    ...figures(facts, (seconds) => sql`(${seconds})`),
  }),
  from,
  where,
  sorts: {
    // In H100-equivalents, so that models compare.
    gap: { by: sql`part.short_base`, type: 'bigint', dir: 'desc' },
    agreed: { by: sql`(${AGREED_BASE})`, type: 'bigint', dir: 'desc' },
    until: { by: ENDS_ON, type: 'date', dir: 'asc' },
  },
  id: { by: sql`pledge.id`, type: 'uuid' },
  sums: (facts, wanted) => sql`
    SELECT pledge.asset AS model, count(*)::text AS found,
      ${sql.join(
        Object.entries(figures(facts, (seconds) => sql`sum(${seconds})::bigint`)).map(
          ([name, cell]) => sql`(${cell})::text AS ${sql.identifier(name)}`,
        ),
        sql`, `,
      )}
    FROM ${from(facts)} WHERE ${where(facts, wanted)}
    GROUP BY pledge.asset ORDER BY sum(part.short_base) DESC, pledge.asset`,
};
