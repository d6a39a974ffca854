import { sql, type SQL } from 'drizzle-orm';
import { IS_ACCEPTED, OUTSTANDING, stands } from './standing.ts';
import type { Stage } from '../domain/stage.ts';

export const LISTED: SQL = sql`pledge.instalments`;

/** Over MAX_QUANTITY: the part due on no day has no end. */
const ENDLESS = '1000000000000000000';

export const LISTED_AND_REST: SQL = sql`pledge.instalments || '[[null, "${sql.raw(ENDLESS)}"]]'::jsonb`;

const FIRMEST_FIRST = ['committed', 'pledged', 'waiting'] as const satisfies readonly Stage[];

/** Each with its end when all are laid end to end. */
const partsOf = (instalments: SQL): SQL => sql`
  SELECT position, due_on, quantity,
    (sum(quantity) OVER (ORDER BY due_on, position))::bigint AS stop
  FROM (
    SELECT position, (instalment ->> 0)::date AS due_on, (instalment ->> 1)::bigint AS quantity
    FROM jsonb_array_elements(${instalments}) WITH ORDINALITY AS listed (instalment, position)
  ) AS listed`;

const overlap = (from: SQL, until: SQL): SQL =>
  sql`greatest(least(part.stop, ${until}) - greatest(part.stop - part.quantity, ${from}), 0)`;

/** Where a stage begins on the pledge: after what is received and firmer. */
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

/** Base up to the part's end minus base up to its beginning, rounded down, so that all shares add up. */
function baseOf(stage: Stage, index: number): SQL {
  const [held, base] = [sql.raw(`filled.${stage}`), sql.raw(`filled.${stage}_base`)];
  const upTo = (point: string): SQL =>
    sql`div(${base}::numeric * least(greatest(${sql.raw(point)} - (${begins('filled', index)}), 0), ${held}), ${held})`;
  return sql`CASE WHEN filled.${sql.identifier(`of_${stage}`)} = 0 THEN 0
    WHEN ${held} = ${base} THEN filled.${sql.identifier(`of_${stage}`)}
    ELSE (${upTo('filled.stop')} - ${upTo('(filled.stop - filled.part_quantity)')})::bigint END`;
}

const STAGES_OF_PART: SQL = sql.join(
  FIRMEST_FIRST.flatMap((stage, index) => [
    sql`filled.${sql.identifier(`of_${stage}`)} AS ${sql.identifier(stage)}`,
    sql`${baseOf(stage, index)} AS ${sql.identifier(`${stage}_base`)}`,
  ]),
  sql`, `,
);

/** Laid end to end, the oldest first; filled by what is received, then by what is outstanding, firmest first. */
export const instalmentRows = (instalments: SQL, ...conditions: SQL[]): SQL => sql`
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
    -- Computes each overlap once.
    OFFSET 0
  ) AS filled`;

export const IS_OUTSTANDING: SQL = sql`${stands(OUTSTANDING)} > 0`;
