import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { ReportData } from '../../../web/desk/report/data.ts';
import type { Context } from '../../context.ts';
import { rowsOf } from '../../db/sql.ts';
import { today, type Day } from '../../domain/day.ts';
import { STAGES } from '../../domain/stage.ts';
import { readAsOf } from '../../exports/file.ts';

export interface Period {
  from: Day;
  to: Day;
}

const MOST_LARGEST = 10;
const MOST_LINES = 100;
const STEPS_BACK = ['withdraw', 'lapse', 'dispute', 'lose', 'refund'] as const;

/** int8 and numeric come as text. */
const minor = z.string();
const giver = { signatoryId: z.string(), name: z.string() };

/** What left a stage or came to one by the last day, two rows for each movement. Amounts are in base. */
const movedBy = (size: bigint, to: Day): SQL => sql`
  WITH moved AS (
    SELECT CASE pledge.source WHEN 'bought' THEN 'bought' WHEN 'given' THEN 'compute'
        ELSE 'funding' END AS kind,
      pledge.ref, pledge.restricted_to, signatory.id AS signatory_id, signatory.name,
      movement.occurred_on, movement.reverses IS NOT NULL AS is_correction, side.stage, side.base
    FROM movement JOIN pledge ON pledge.id = movement.pledge_id
    JOIN signatory ON signatory.id = pledge.signatory_id
    CROSS JOIN LATERAL (
      VALUES (from_stage, -movement.base), (to_stage, movement.base)) AS side (stage, base)
    WHERE movement.seq < ${size.toString()}::bigint AND movement.occurred_on <= ${to}
      AND side.stage <> 'outside')`;

const sumWhere = (condition: SQL): SQL =>
  sql`coalesce(sum(base) FILTER (WHERE ${condition}), 0)::text`;

/** Opening + added − left + corrected = closing, for each stage. */
const stagesOf = ({ from }: Period): SQL => {
  const isWithin = sql`occurred_on >= ${from}`;
  return sql`
    SELECT kind, stage, ${sumWhere(sql`occurred_on < ${from}`)} AS opening,
      ${sumWhere(sql`${isWithin} AND NOT is_correction AND base > 0`)} AS added,
      ${sumWhere(sql`${isWithin} AND NOT is_correction AND base < 0`)} AS left,
      ${sumWhere(sql`${isWithin} AND is_correction`)} AS corrected,
      sum(base)::text AS closing
    FROM moved GROUP BY kind, stage`;
};

const stageRow = z.strictObject({
  kind: z.enum(['funding', 'compute', 'bought']),
  stage: z.enum(STAGES),
  opening: minor,
  added: minor,
  left: minor,
  corrected: minor,
  closing: minor,
});

const SECURED = sql`stage IN ('received', 'committed')`;

const largestOf = ({ from }: Period): SQL => sql`
  SELECT kind, "signatoryId", name, received, "receivedWithin", secured::text, whole FROM (
    SELECT kind, signatory_id AS "signatoryId", name, sum(base) AS secured,
      (sum(sum(base)) OVER (PARTITION BY kind))::text AS whole,
      row_number() OVER (PARTITION BY kind ORDER BY sum(base) DESC, signatory_id) AS place,
      ${sumWhere(sql`stage = 'received'`)} AS received,
      ${sumWhere(sql`stage = 'received' AND occurred_on >= ${from}`)} AS "receivedWithin"
    FROM moved WHERE ${SECURED} AND kind <> 'bought'
    GROUP BY kind, signatory_id, name HAVING sum(base) > 0) AS giver
  WHERE place <= ${MOST_LARGEST} ORDER BY place`;

const largestRow = z.strictObject({
  kind: z.enum(['funding', 'compute']),
  ...giver,
  received: minor,
  receivedWithin: minor,
  secured: minor,
  whole: minor,
});

const RESTRICTED = sql`
  SELECT ref, signatory_id AS "signatoryId", name, restricted_to AS "restrictedTo",
    sum(base)::text AS secured, (sum(sum(base)) OVER ())::text AS whole
  FROM moved WHERE ${SECURED} AND restricted_to IS NOT NULL
  GROUP BY ref, signatory_id, name, restricted_to HAVING sum(base) > 0
  ORDER BY sum(base) DESC, ref LIMIT ${MOST_LINES}`;

const restrictedRow = z.strictObject({
  ref: z.string(),
  ...giver,
  restrictedTo: z.string(),
  secured: minor,
  whole: minor,
});

/** As of the checkpoint, whatever the period. */
const overdueOn = (day: Day): SQL => sql`
  SELECT pledge.ref, signatory.id AS "signatoryId", signatory.name, due_on::text AS "dueOn",
    base::text AS outstanding, (sum(base) OVER ())::text AS whole, (count(*) OVER ())::int AS found
  FROM outstanding_part AS part JOIN pledge ON pledge.id = part.pledge_id
  JOIN signatory ON signatory.id = pledge.signatory_id
  CROSS JOIN LATERAL (VALUES (committed_base + pledged_base + waiting_base)) AS sum (base)
  WHERE due_on < ${day} ORDER BY base DESC, due_on, pledge.ref LIMIT ${MOST_LARGEST}`;

const overdueRow = z.strictObject({
  ref: z.string(),
  ...giver,
  dueOn: z.string(),
  outstanding: minor,
  whole: minor,
  found: z.number(),
});

const stepsWithin = (size: bigint, { from, to }: Period): SQL => sql`
  SELECT max(movement.seq)::text AS seq, max(occurred_on)::text AS "on", pledge.ref,
    signatory.id AS "signatoryId", signatory.name, verb,
    CASE WHEN pledge.source IS NULL THEN 'funding' ELSE 'compute' END AS kind,
    sum(movement.base)::text AS base, evidence.note AS reason, (count(*) OVER ())::int AS found
  FROM movement JOIN pledge ON pledge.id = movement.pledge_id
  JOIN signatory ON signatory.id = pledge.signatory_id
  LEFT JOIN evidence ON evidence.batch = movement.batch
  WHERE movement.seq < ${size.toString()}::bigint AND occurred_on BETWEEN ${from} AND ${to}
    AND verb IN ${[...STEPS_BACK, 'reverse']}
  GROUP BY movement.batch, pledge.id, signatory.id, verb, evidence.note
  ORDER BY max(movement.seq) DESC LIMIT ${MOST_LINES}`;

const stepRow = z.strictObject({
  seq: z.string(),
  on: z.string(),
  ref: z.string(),
  ...giver,
  verb: z.enum([...STEPS_BACK, 'reverse']),
  kind: z.enum(['funding', 'compute']),
  base: minor,
  reason: z.string().nullable(),
  found: z.number(),
});

/** By the days on which things happened, as of the newest checkpoint. Throws `not-found` before there is one. */
export async function readReport(
  { db, now }: Pick<Context, 'db' | 'now'>,
  period: Period,
): Promise<ReportData> {
  const { size, at, currency } = await readAsOf(db);
  const moved = movedBy(size, period.to);
  const [stages, largest, restricted, overdue, steps] = await Promise.all([
    db.execute(sql`${moved} ${stagesOf(period)}`),
    db.execute(sql`${moved} ${largestOf(period)}`),
    db.execute(sql`${moved} ${RESTRICTED}`),
    db.execute(overdueOn(today(now()))),
    db.execute(stepsWithin(size, period)),
  ]);
  return {
    ...period,
    currency,
    asOf: { size: Number(size), at },
    stages: rowsOf(stages, stageRow),
    largest: rowsOf(largest, largestRow),
    restricted: rowsOf(restricted, restrictedRow),
    overdue: rowsOf(overdue, overdueRow),
    steps: rowsOf(steps, stepRow),
  };
}

export function lastQuarter(day: Day): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const first = Math.floor((month - 1) / 3) * 3 - 3;
  const dayAt = (months: number, on: number): Day =>
    new Date(Date.UTC(year, months, on)).toISOString().slice(0, 10);
  return { from: dayAt(first, 1), to: dayAt(first + 3, 0) };
}
