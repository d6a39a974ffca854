import { createHash } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import * as tables from '../db/compute.ts';
import type { Tx } from '../db/db.ts';
import { updateOne } from '../db/prepared.ts';
import { rowsOf } from '../db/sql.ts';
import { doubtsOf, otherwiseOf, otherwiseTold, untoldOf, type Asked } from './conflicting-jobs.ts';
import type { Turn } from './spread.ts';

export interface TypeTurn extends Turn {
  /** The whole file, or what is new on the pledge's days. */
  what: 'whole' | 'fresh';
  type: string;
}

/** 4 MB would sort a million jobs on disk; they need 100. The planner, not knowing how long lists are, would loop or compile. */
const SETTINGS = sql`
  SELECT set_config('work_mem', '128MB', true), set_config('enable_nestloop', 'off', true),
    set_config('jit', 'off', true)`;

/** When a part ran on the days that count. */
const insideOf = (days: string, ended: SQL): SQL =>
  sql`int8multirange(int8range(part.started_at, ${ended})) * ${days}::int8multirange`;

/** In the SELECT, where unnest hands row by row on. In FROM it would first fill a table for each array. */
const rowsOfFile = (meteringId: string): SQL => sql`
  SELECT * FROM (
    SELECT unnest(jobs) COLLATE "C" AS job, unnest(starts) AS started_at, unnest(types) COLLATE "C" AS type,
      unnest(seconds) AS seconds, unnest(gpus) AS gpus, unnest(running) AS running
    FROM metering_block WHERE metering_id = ${meteringId}) AS one
  WHERE seconds > 0`;

/**
 * CTEs ending with `part`: the file's, without repeats. Nearly every job has one row, which needs no windows. Rows are
 * sorted first, to fill the index in order; the planner would hash them, which takes half as long again.
 * `several`: of repeats the row that says when the job ended, else the longer run. Of GPUs without a type, those with
 * one are taken off. `until` is when an earlier start ended.
 */
const partsOf = (meteringId: string): SQL => sql`
  job_of_file AS MATERIALIZED (
    SELECT job, count(*) AS rows, min(started_at) AS started_at, min(type) AS type,
      min(seconds) AS seconds, min(gpus) AS gpus, bool_and(running) AS running
    FROM (SELECT * FROM (${rowsOfFile(meteringId)}) AS read ORDER BY job) AS sorted
    GROUP BY job),
  several AS MATERIALIZED (
    SELECT job, started_at, type, seconds, running, count(*) OVER (PARTITION BY job, started_at) AS parts,
      CASE WHEN count(*) OVER (PARTITION BY job, started_at) > 1
        THEN array_agg(type) OVER (PARTITION BY job, started_at) END AS types,
      CASE type WHEN '' THEN greatest(0,
          gpus - coalesce(sum(gpus) FILTER (WHERE type <> '') OVER (PARTITION BY job, started_at), 0))
        ELSE gpus END AS gpus,
      max(started_at + seconds) OVER (
        PARTITION BY job ORDER BY started_at
        GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS until
    FROM (
      SELECT job, started_at, type,
        coalesce(max(seconds) FILTER (WHERE NOT running), max(seconds)) AS seconds,
        max(gpus) AS gpus, bool_and(running) AS running
      FROM (${rowsOfFile(meteringId)}) AS read
      WHERE EXISTS (SELECT FROM job_of_file WHERE rows > 1)
        AND (job IN (SELECT job FROM job_of_file WHERE rows > 1)) IS TRUE
      GROUP BY job, started_at, type) AS alike),
  part AS NOT MATERIALIZED (
    SELECT job, started_at, type, seconds, running, 1 AS parts, NULL::text[] AS types, gpus,
      NULL::bigint AS until
    FROM job_of_file WHERE rows = 1
    UNION ALL
    SELECT job, started_at, type, seconds, running, parts, types, gpus, until FROM several)`;

/** Recorded GPUs of the part's type, of one that the file doesn't name, or of none. */
const SAME_GPUS = sql`(type = part.type OR '' IN (type, part.type) OR (type = ANY(part.types)) IS NOT TRUE)`;

/** What is recorded of the same start. `past` begins when it ended; `own`: by its own cluster; `elsewhere`: by which other. */
const knownOf = ({ standing, others }: Asked): SQL =>
  standing.length + others.length === 0
    ? sql`CROSS JOIN (
        SELECT NULL::int8multirange AS ran, NULL::int8multirange AS past, NULL::bigint AS until,
          false AS differs, NULL::boolean AS own, NULL::uuid AS elsewhere) AS known`
    : sql`LEFT JOIN LATERAL (
        SELECT
          range_agg(ran) FILTER (WHERE own AND ${SAME_GPUS}) AS ran,
          int8multirange(range_intersect_agg(int8range(ended_at, NULL))
            FILTER (WHERE own AND ended_at IS NOT NULL)) AS past,
          max(upper(ran)) FILTER (WHERE own) AS until,
          bool_or((gpus, type) <> (part.gpus, part.type)) FILTER (WHERE own AND ${SAME_GPUS}) AS differs,
          bool_or(own) AS own,
          (array_agg(metering_id) FILTER (WHERE NOT own))[1] AS elsewhere
        FROM (
          SELECT metered_job.*, metering_id = ANY(${sql.param(standing)}::uuid[]) AS own
          FROM metered_job
          WHERE metered_job.job = part.job AND metered_job.started_at = part.started_at
            AND metering_id = ANY(${sql.param([...standing, ...others])}::uuid[])) AS kept) AS known ON true`;

/** A JSON number couldn't hold the sums. */
export type Told<T extends Turn> = Omit<T, 'gpus' | 'seconds'> & { gpus: string; seconds: string };

export const turnOf = <T extends { gpus: string; seconds: string }>(turn: T) => ({
  ...turn,
  gpus: BigInt(turn.gpus),
  seconds: BigInt(turn.seconds),
});

/** The turns of spans, by `key`. Merges spans by day first, so few are left to split. */
export const turnsOf = (key: SQL, spans: SQL): SQL => sql`
  SELECT ${key}, day::integer, sum(gpus)::text AS gpus, sum(seconds)::text AS seconds
  FROM (
    SELECT ${key}, unnest(ARRAY[first, last]) AS day, unnest(ARRAY[gpus, -gpus]) AS gpus,
      unnest(ARRAY[-lead, tail]) AS seconds
    FROM (
      SELECT ${key}, began / 86400 AS first, ended / 86400 AS last, sum(gpus) AS gpus,
        sum(gpus * (began % 86400)) AS lead, sum(gpus * (ended % 86400)) AS tail
      FROM (${spans}) AS spans GROUP BY ${key}, began / 86400, ended / 86400) AS stretches) AS turns
  GROUP BY ${key}, day`;

const typesOf = (what: TypeTurn['what'], spans: SQL): SQL =>
  sql`SELECT ${what}::text AS what, * FROM (${turnsOf(sql`type`, spans)}) AS turns`;

const FRESH_SPANS = sql`
  SELECT type, gpus, lower(span) AS began, upper(span) AS ended
  FROM (SELECT type, gpus, unnest(fresh) AS span FROM fresh) AS unnested`;

const START = sql`hashtextextended(job, started_at)`;

const COUNTS = sql`
  (SELECT json_build_object('jobs', alone.jobs + starts.jobs, 'running', alone.running + starts.running,
      'newJobs', (
        SELECT count(*) FILTER (WHERE parts = 1)
          + count(DISTINCT ${START}) FILTER (WHERE parts > 1)
        FROM fresh WHERE NOT isempty(fresh)))
    FROM (
      SELECT count(*) AS jobs, count(*) FILTER (WHERE running) AS running
      FROM job_of_file WHERE rows = 1) AS alone
    CROSS JOIN (
      SELECT count(DISTINCT ${START}) AS jobs, count(DISTINCT ${START}) FILTER (WHERE running) AS running
      FROM several) AS starts) AS counts`;

/** Nothing is summed where no file is recorded. */
const secondsOf = ({ standing }: Asked, ranges: SQL, where: SQL): SQL => sql`
  (SELECT coalesce(sum(gpus * (upper(span) - lower(span))), 0)::text
    FROM fresh AS part CROSS JOIN LATERAL unnest(${ranges}) AS span
    WHERE ${standing.length > 0}::boolean AND ${where})`;

const sumsOf = (asked: Asked): SQL => {
  const inside = insideOf(asked.days, sql`ended`);
  return sql`
    ${secondsOf(asked, sql`${inside} * ran`, sql`ran IS NOT NULL`)} AS known,
    ${secondsOf(asked, sql`${inside} * past - coalesce(ran, '{}')`, sql`running`)} AS after_end`;
};

const count = z.number();
/** In seconds since 1970-01-01 UTC. */
const start = z.strictObject({ job: z.string(), started_at: count });
export type Start = z.infer<typeof start>;

const tallied = z.strictObject({
  turns: z.custom<Told<TypeTurn>[]>(Array.isArray).nullable(),
  /** A requeued job counts several times. */
  counts: z.strictObject({ jobs: count, newJobs: count, running: count }),
  /** GPU-seconds that are recorded already. */
  known: z.string(),
  /** GPU-seconds after the recorded end of jobs that still ran in the file. */
  after_end: z.string(),
  /** What is recorded beyond what the file says. */
  overstated: z.strictObject({ jobs: count, gpuSeconds: z.string(), batches: z.array(z.string()) }),
  /** A job that the file starts again before it ended. */
  twice: start.nullable(),
  /** A job recorded with another start that isn't another run. */
  moved: start.extend({ jobs: count }).nullable(),
  /** A job recorded with fewer GPUs than the file says. */
  fewer: start.extend({ recorded: count, counted: count, jobs: count }).nullable(),
  /** Whether a job of the file has several rows. */
  repeats: z.boolean(),
  /** Another cluster that has recorded some of the jobs. */
  elsewhere: z.strictObject({ cluster: z.string(), batch: z.string(), jobs: count }).nullable(),
});
export type Tally = Awaited<ReturnType<typeof tallyJobs>>;

/** CTEs ending with `fresh`: what is new in the parts that count. */
const freshOf = (asked: Asked): SQL => {
  const inside = insideOf(asked.days, sql`part.started_at + part.seconds`);
  return sql`
    fresh AS (
      SELECT part.job, part.started_at, part.type, part.gpus, parts, own, elsewhere,
        part.started_at + part.seconds AS ended, running, known.until, differs, past, ran,
        CASE
          WHEN ran IS NULL AND (past IS NULL OR NOT running) THEN ${inside}
          WHEN running THEN ${inside} - coalesce(ran, '{}') - coalesce(past, '{}')
          ELSE ${inside} - ran END AS fresh
      FROM part ${knownOf(asked)}
      WHERE part.gpus > 0 AND part.type = ANY(${sql.param(asked.types)}::text[]))`;
};

const tallyOf = (asked: Asked): SQL => sql`
  WITH ${partsOf(asked.meteringId)},
  ${freshOf(asked)},
  ${untoldOf(asked.standing)},
  ${otherwiseOf(asked)},
  turns AS (
    ${typesOf('whole', sql`SELECT type, gpus, started_at AS began, started_at + seconds AS ended FROM part`)}
    UNION ALL
    ${typesOf('fresh', FRESH_SPANS)})
  SELECT (SELECT json_agg(turns) FROM turns) AS turns, ${COUNTS}, ${sumsOf(asked)},
    EXISTS (SELECT FROM several) AS repeats,
    ${otherwiseTold(asked)}, ${doubtsOf(asked)}`;

async function withoutLoops<T>(tx: Tx, run: () => Promise<T>): Promise<T> {
  await tx.execute(SETTINGS);
  const result = await run();
  await tx.execute(sql`SELECT set_config('enable_nestloop', 'on', true)`);
  return result;
}

const dialect = new PgDialect();

const hashOf = (statement: SQL): string => {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  return createHash('sha256')
    .update(JSON.stringify([text, params]))
    .digest('base64');
};

/**
 * Kept with the file under the statement's hash: neither a file's rows nor the jobs of a recorded file change, so the
 * same statement has the same answer. Which files are recorded, on which days and as which types jobs count is in it.
 */
export async function tallyJobs(tx: Tx, asked: Asked, kept: { hash: string; row: unknown } | null) {
  const statement = tallyOf(asked);
  const hash = hashOf(statement);
  let row = kept?.hash === hash ? (kept.row as z.infer<typeof tallied>) : undefined;
  if (!row) {
    [row] = rowsOf(await withoutLoops(tx, () => tx.execute(statement)), tallied);
    await updateOne(tx, tables.metering, asked.meteringId, { tally: { hash, row } });
  }
  const { turns, counts, known, after_end: afterEnd, overstated, ...doubts } = row!;
  return {
    ...doubts,
    ...counts,
    overstated: { ...overstated, gpuSeconds: BigInt(overstated.gpuSeconds) },
    turns: (turns ?? []).map((turn) => turnOf(turn)),
    known: BigInt(known),
    afterEnd: BigInt(afterEnd),
  };
}

/** Sorted, to fill the index in order. Without repeats a part is a row of the file. */
export async function keepJobs(tx: Tx, asked: Asked, { repeats }: Tally): Promise<void> {
  const alone = sql`
    part AS (
      SELECT job, started_at, type, seconds, running, 1 AS parts, gpus, NULL::text[] AS types,
        NULL::bigint AS until
      FROM (${rowsOfFile(asked.meteringId)}) AS read ORDER BY job)`;
  await withoutLoops(tx, () =>
    tx.execute(sql`
      WITH ${repeats ? partsOf(asked.meteringId) : alone},
      ${freshOf(asked)}
      INSERT INTO metered_job (metering_id, job, started_at, type, gpus, ran, ended_at)
      SELECT ${asked.meteringId}::uuid, job, started_at, type, gpus, fresh,
        CASE WHEN NOT running THEN ended END
      FROM (SELECT * FROM fresh OFFSET 0) AS once
      WHERE NOT isempty(fresh) OR (until IS NOT NULL AND past IS NULL AND NOT running)`),
  );
}
