import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { anywhere } from '../../db/sql.ts';
import { isGpu } from '../../domain/asset.ts';
import type { Day } from '../../domain/day.ts';
import { say } from '../../domain/say.ts';
import { hours, whereAll } from '../../exports/cells.ts';
import { askedOf, part, type Facts, type View } from './view.ts';

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

const DAYS: SQL = sql`LATERAL (
  SELECT COALESCE(pledge.from_on, min((part ->> 1)::date)) AS starts_on,
    COALESCE(pledge.to_on, max((part ->> 2)::date)) AS ends_on
  FROM jsonb_array_elements(pledge.windows) AS part)`;

/** A hundredth of an hour: cutting a window in two and rounding down loses less. */
const LEAST_SECONDS = 36;

const from = (facts: Facts): SQL => sql`(
  SELECT pledge.id AS pledge_id, days.starts_on, days.ends_on, due.*,
    CASE WHEN due.gap >= ${LEAST_SECONDS}::int THEN due.gap ELSE 0 END AS short,
    CASE WHEN due.gap >= ${LEAST_SECONDS}::int
      THEN div(standing.committed_base::numeric * due.gap, standing.committed)::bigint ELSE 0 END AS short_base,
    CASE WHEN due.rest >= ${LEAST_SECONDS}::int THEN due.rest ELSE 0 END AS over
  FROM pledge
  JOIN standing ON standing.pledge_id = pledge.id
  CROSS JOIN ${DAYS} AS days
  CROSS JOIN LATERAL (
    SELECT standing.received AS delivered, standing.received_base AS delivered_base,
      standing.committed - (${ahead(facts)}) AS gap,
      standing.committed - (${mayCome(facts)}) AS rest
    -- Computes both once.
    OFFSET 0) AS due
  WHERE pledge.source IS NOT NULL AND standing.committed + standing.received > 0
    AND days.starts_on < ${facts.today}
  OFFSET 0) AS part
  JOIN pledge ON pledge.id = part.pledge_id
  JOIN signatory ON signatory.id = pledge.signatory_id
  LEFT JOIN site ON site.code = pledge.site`;

/** Agreed up to today. Early deliveries aren't due yet. */
const AGREED: SQL = sql`greatest(part.delivered + part.gap, 0)`;
const AGREED_BASE: SQL = sql`CASE WHEN part.gap >= 0 THEN part.delivered_base + part.short_base
  ELSE div(part.delivered_base::numeric * ${AGREED}, greatest(part.delivered, 1))::bigint END`;

const where = (wanted: Filters): SQL =>
  whereAll(
    sql`(${AGREED} > 0 OR part.delivered > 0)`,
    wanted.only === 'short' && sql`part.short > 0`,
    wanted.only === 'over' && sql`part.over > 0`,
    wanted.model && sql`pledge.asset = ${wanted.model}`,
    wanted.q &&
      sql`(signatory.name ILIKE ${anywhere(wanted.q)} OR site.name ILIKE ${anywhere(wanted.q)})`,
  );

const FIGURES: Record<string, SQL> = {
  agreed_hours: AGREED,
  delivered_hours: sql`part.delivered`,
  short_hours: sql`part.short`,
  over_hours: sql`part.over`,
  agreed_h100e_hours: AGREED_BASE,
  delivered_h100e_hours: sql`part.delivered_base`,
  short_h100e_hours: sql`part.short_base`,
};

const figures = (sumOf: (seconds: SQL) => SQL): Record<string, SQL> =>
  Object.fromEntries(
    Object.entries(FIGURES).map(([name, seconds]) => [name, hours(sumOf(seconds))]),
  );

export const shortfall: View<Filters> = {
  name: 'shortfall',
  audience: 'admin',
  filters,
  typed: ['q'],
  cells: () => ({
    ref: sql`pledge.ref`,
    signatory_id: sql`pledge.signatory_id`,
    giver: { text: sql`signatory.name` },
    model: sql`pledge.asset`,
    source: sql`pledge.source`,
    site: { text: sql`site.name` },
    starts_on: sql`part.starts_on`,
    ends_on: sql`part.ends_on`,
    expected_until: sql`pledge.expected_until`,
    ...figures((seconds) => sql`(${seconds})`),
  }),
  from,
  where: (_facts, wanted) => where(wanted),
  sorts: {
    // In H100-equivalents, so that models compare.
    gap: { by: sql`part.short_base`, type: 'bigint', dir: 'desc' },
    agreed: { by: sql`(${AGREED_BASE})`, type: 'bigint', dir: 'desc' },
    until: { by: sql`part.ends_on`, type: 'date', dir: 'asc' },
  },
  id: { by: sql`pledge.id`, type: 'uuid' },
  sums: (facts, wanted) => sql`
    SELECT pledge.asset AS model, count(*)::text AS found,
      ${sql.join(
        Object.entries(figures((seconds) => sql`sum(${seconds})::bigint`)).map(
          ([name, cell]) => sql`(${cell})::text AS ${sql.identifier(name)}`,
        ),
        sql`, `,
      )}
    FROM ${from(facts)} WHERE ${where(wanted)}
    GROUP BY pledge.asset ORDER BY sum(part.short_base) DESC, pledge.asset`,
};
