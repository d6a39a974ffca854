import { sql, type SQL } from 'drizzle-orm';
import { IS_ACCEPTED, OUTSTANDING, stands } from './standing.ts';
import type { Stage } from '../domain/stage.ts';

/** Which instalments are laid end to end: those that a pledge lists. */
export const LISTED: SQL = sql`pledge.instalments`;

/** Longer than any pledge (domain/quantity.ts): what is due on no day is without an end. */
const ENDLESS = '1000000000000000000';

/** The same, and after them, due on no day, whatever they leave of the pledge. */
export const LISTED_AND_REST: SQL = sql`pledge.instalments || '[[null, "${sql.raw(ENDLESS)}"]]'::jsonb`;

/** What is expected is filled from the firmest first. */
const FIRMEST_FIRST = ['committed', 'pledged', 'waiting'] as const satisfies readonly Stage[];

/** Instalments of a pledge, each with where it ends when they are laid end to end. */
const partsOf = (instalments: SQL): SQL => sql`
  SELECT position, due_on, quantity,
    (sum(quantity) OVER (ORDER BY due_on, position))::bigint AS stop
  FROM (
    SELECT position, (instalment ->> 0)::date AS due_on, (instalment ->> 1)::bigint AS quantity
    FROM jsonb_array_elements(${instalments}) WITH ORDINALITY AS listed (instalment, position)
  ) AS listed`;

/** How much of the instalment from `start` to `stop` lies between two points of the pledge. */
const overlap = (from: SQL, until: SQL): SQL =>
  sql`greatest(least(part.stop, ${until}) - greatest(part.stop - part.quantity, ${from}), 0)`;

/** Where the stretch of a stage begins on the pledge: after what came, and after what is firmer. */
const begins = (table: string, index: number): SQL =>
  sql.raw(
    ['received', ...FIRMEST_FIRST.slice(0, index)].map((name) => `${table}.${name}`).join(' + '),
  );

const FILLED: SQL = sql.join(
  FIRMEST_FIRST.map(
    (stage, index) =>
      sql`${overlap(begins('standing', index), begins('standing', index + 1))} AS ${sql.identifier(`of_${stage}`)}`,
  ),
  sql`, `,
);

/**
 * A part's share of a stage's base: what the stage holds up to the part's end, rounded down, without
 * what it holds up to its beginning. So the shares of all parts add up to all of it. Most pledges are
 * in the initiative's own currency, whose base needs no division.
 */
function baseOf(stage: Stage, index: number): SQL {
  const [held, base] = [sql.raw(`filled.${stage}`), sql.raw(`filled.${stage}_base`)];
  const upTo = (point: string): SQL =>
    sql`div(${base}::numeric * least(greatest(${sql.raw(point)} - (${begins('filled', index)}), 0), ${held}), ${held})`;
  return sql`CASE WHEN filled.${sql.identifier(`of_${stage}`)} = 0 THEN 0
    WHEN ${held} = ${base} THEN filled.${sql.identifier(`of_${stage}`)}
    ELSE (${upTo('filled.stop')} - ${upTo('(filled.stop - filled.part_quantity)')})::bigint END`;
}

/** The columns of what each stage holds of a part: `committed`, `committed_base` and so on. */
const STAGES_OF_PART: SQL = sql.join(
  FIRMEST_FIRST.flatMap((stage, index) => [
    sql`filled.${sql.identifier(`of_${stage}`)} AS ${sql.identifier(stage)}`,
    sql`${baseOf(stage, index)} AS ${sql.identifier(`${stage}_base`)}`,
  ]),
  sql`, `,
);

/**
 * The instalments of accepted pledges, as rows. Laid end to end, the oldest first, they are as long
 * as the pledge: what is received covers their beginning, what is outstanding the stretch after it,
 * and what is left is no longer expected. (The pages say the same: domain/schedule.ts.) Of the
 * stretch that is outstanding, what is agreed comes first, then what is promised, then what waits: a
 * payment, too, draws on the firmest first.
 */
export const laid = (instalments: SQL, ...conditions: SQL[]): SQL => sql`
  SELECT filled.pledge_id, filled.first_seq, filled.position, filled.due_on,
    filled.part_quantity AS quantity, filled.of_received AS received,
    ${sql.raw(FIRMEST_FIRST.map((stage) => `filled.of_${stage}`).join(' + '))} AS outstanding,
    ${STAGES_OF_PART}
  FROM (
    SELECT standing.*, part.position, part.due_on, part.quantity AS part_quantity, part.stop,
      ${overlap(sql`0`, sql`standing.received`)} AS of_received, ${FILLED}
    FROM standing
    JOIN pledge ON pledge.id = standing.pledge_id
    CROSS JOIN LATERAL (${partsOf(instalments)}) AS part
    WHERE ${sql.join([IS_ACCEPTED, ...conditions], sql` AND `)}
    -- Each overlap is reckoned once, not in each place that names it.
    OFFSET 0
  ) AS filled`;

/** Of which something is still expected: of all others, no instalment is due. */
export const IS_OUTSTANDING: SQL = sql`${stands(OUTSTANDING)} > 0`;

const HAS_INSTALMENTS: SQL = sql`pledge.instalments <> '[]'`;

/** The first day on which something of a pledge is expected; null where nothing is, or on no day. */
export const NEXT_DUE: SQL = sql`CASE WHEN ${IS_OUTSTANDING} AND ${HAS_INSTALMENTS} THEN (
  SELECT min(part.due_on) FROM (${partsOf(LISTED)}) AS part WHERE ${overlap(
    sql`standing.received`,
    begins('standing', FIRMEST_FIRST.length),
  )} > 0) END`;
