import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../db/client.ts';
import { rowsOf } from '../db/sql.ts';
import { DOUBTS, untoldOf } from './doubts.ts';
import { otherwiseOf, otherwiseTold } from './conflicting-jobs.ts';
import type { Turn } from './spread.ts';

/** Of GPUs of one type. */
export interface TypeTurn extends Turn {
  /** All that the file says; and what of it is within the pledge's days and new. */
  what: 'whole' | 'fresh';
  type: string;
}

export interface Tally {
  turns: TypeTurn[];
  /** Jobs on GPUs, and those of which something is new. A requeued one is several. */
  jobs: number;
  newJobs: number;
  /** Counted, as far as they had run. */
  running: number;
  /** A job that begins anew before it has ended, by the file alone. */
  twice: Start | null;
  /** A job that is recorded with a start that is no other one of it, and how many there are. */
  moved: (Start & { jobs: number }) | null;
  /** A job that is recorded with fewer GPUs than the file says, and how many there are. */
  fewer: (Start & { recorded: number; counted: number; jobs: number }) | null;
  /** GPU-seconds within the pledge's days that are recorded already. */
  known: bigint;
  /** GPU-seconds after the end of their jobs, by what is recorded: in the file these still ran. */
  afterEnd: bigint;
  /** What stands recorded of jobs beyond what the file says of them, as which batches. */
  overstated: { jobs: number; gpuSeconds: bigint; batches: string[] };
  /** The cluster of which some of the jobs are recorded. */
  elsewhere: { cluster: string; batch: string; jobs: number } | null;
}

/** A job's, in seconds since 1970-01-01 UTC. */
export interface Start {
  job: string;
  started_at: number;
}

interface Asked {
  meteringId: string;
  /** The pledge's days (metered-pledge.ts). */
  days: string;
  /** The types of GPU that count for it. */
  types: readonly string[];
  /** The meterings that stand recorded: of the cluster, and of others. */
  standing: readonly string[];
  others: readonly string[];
}

/**
 * Sorting a million jobs in the usual 4 MB would go by the disk. The planner cannot tell how long lists in rows
 * are, and takes a file for some jobs, of which it would compare each with each other one: loops are left for
 * what is looked up by LATERAL. Without them it finds the whole expensive enough to be compiled, which it is not.
 */
const SETTINGS = sql`
  SELECT set_config('work_mem', '64MB', true), set_config('enable_nestloop', 'off', true),
    set_config('jit', 'off', true)`;

/** When the file says that a job's GPUs ran. */
const RAN = sql`int8multirange(int8range(part.started_at, part.started_at + part.seconds))`;

/**
 * The file's rows. Of one that is there twice the row holds that says when the job ended; else the longer run.
 * They are sorted first because the planner cannot tell how long lists in rows are, and would hash them, which
 * takes half as long again; and so the index is filled in its own order.
 */
const rowsAlike = (meteringId: string): SQL => sql`
  SELECT job, started_at, type, 
    coalesce(max(seconds) FILTER (WHERE NOT running), max(seconds)) AS seconds,
    max(gpus) AS gpus, bool_and(running) AS running
  FROM (
    SELECT one.started_at, one.job COLLATE "C" AS job, one.type COLLATE "C" AS type,
      one.seconds, one.gpus, one.running
    FROM metering_block AS block
    CROSS JOIN unnest(block.jobs, block.starts, block.seconds, block.gpus, block.types, block.running)
      AS one (job, started_at, seconds, gpus, type, running)
    WHERE metering_id = ${meteringId} AND one.seconds > 0
    ORDER BY job, started_at, type) AS sorted
  GROUP BY job, started_at, type`;

/**
 * The file's jobs: GPUs without a type are those that its typed ones, of the same row or of another, leave
 * over; `types` are all of the start, null where there is one; `until` is when an earlier start of the job
 * has ended.
 */
const partsOf = (meteringId: string): SQL => sql`
  SELECT job, started_at, type, seconds, running, count(*) OVER (PARTITION BY job, started_at) AS parts,
    CASE WHEN count(*) OVER (PARTITION BY job, started_at) > 1
      THEN array_agg(type) OVER (PARTITION BY job, started_at) END AS types,
    CASE type WHEN '' THEN greatest(0,
        gpus - coalesce(sum(gpus) FILTER (WHERE type <> '') OVER (PARTITION BY job, started_at), 0))
      ELSE gpus END AS gpus,
    max(started_at + seconds) OVER (
      PARTITION BY job ORDER BY started_at
      GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS until
  FROM (${rowsAlike(meteringId)}) AS alike`;

/**
 * Of what is recorded of a start, the part's own GPUs: those of its type, and of one that the file does not
 * tell of the start, by which name they went before. Those without a type may be any.
 */
const SAME_GPUS = sql`(type = part.type OR '' IN (type, part.type) OR (type = ANY(part.types)) IS NOT TRUE)`;

/**
 * What of a job is recorded already, with the same start: while it ran, none of the part's GPUs are new. `past` is
 * from when on it is known to have ended; `own` is whether its cluster's files tell of it, and `elsewhere` which
 * one of another cluster's.
 */
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

/** A turn as the database tells it: its sums may be beyond what a JSON number holds. */
export type Told<T extends Turn> = Omit<T, 'gpus' | 'seconds'> & { gpus: string; seconds: string };

export const turnOf = <T extends { gpus: string; seconds: string }>({
  gpus,
  seconds,
  ...rest
}: T) => ({
  ...rest,
  gpus: BigInt(gpus),
  seconds: BigInt(seconds),
});

/**
 * The turns of spans with a first second and one after the last, for each `key`. Spans are few once
 * they are taken together by their days, and only these are told apart into beginnings and ends.
 */
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

/** A job that is on GPUs of one type, as nearly all are, is a row of its own, which needs no sorting. */
const jobsOf = (where: SQL): SQL => sql`
  count(*) FILTER (WHERE parts = 1 AND ${where})
    + count(DISTINCT hashtextextended(job, started_at)) FILTER (WHERE parts > 1 AND ${where})`;

const COUNTS = sql`
  (SELECT json_build_object('jobs', ${jobsOf(sql`true`)}, 'running', ${jobsOf(sql`running`)},
      'newJobs', (SELECT ${jobsOf(sql`NOT isempty(fresh)`)} FROM fresh))
    FROM part) AS counts`;

const secondsOf = (ranges: SQL, where: SQL): SQL => sql`
  (SELECT coalesce(sum(gpus * (upper(span) - lower(span))), 0)::text
    FROM fresh CROSS JOIN LATERAL unnest(${ranges}) AS span WHERE ${where})`;

const SUMS = sql`
  ${secondsOf(sql`inside * ran`, sql`ran IS NOT NULL`)} AS known,
  ${secondsOf(sql`inside * past - coalesce(ran, '{}')`, sql`running`)} AS after_end`;

/** Writes down what is new: of a job that was recorded as it ran, that it has ended is. */
const keptOf = ({ meteringId }: Asked): SQL => sql`
  , kept AS (
    INSERT INTO metered_job (metering_id, job, started_at, type, gpus, ran, ended_at)
    SELECT ${meteringId}::uuid, job, started_at, type, gpus, fresh,
      CASE WHEN NOT running THEN ended END
    FROM fresh WHERE NOT isempty(fresh) OR (until IS NOT NULL AND past IS NULL AND NOT running))`;

/**
 * Adds up what a file says, and where `keeps` is set writes down what of it is new: by one statement,
 * so that what is kept is what was added up. No row of a job leaves the database.
 */
export async function tallyJobs(tx: Tx, asked: Asked, keeps: boolean): Promise<Tally> {
  const { meteringId, days, types } = asked;
  await tx.execute(SETTINGS);
  const [row] = rowsOf<{
    turns: Told<TypeTurn>[] | null;
    counts: Pick<Tally, 'jobs' | 'newJobs' | 'running'>;
    known: string;
    after_end: string;
    overstated: { jobs: number; gpuSeconds: string; batches: string[] };
    twice: Tally['twice'];
    moved: Tally['moved'];
    fewer: Tally['fewer'];
    elsewhere: Tally['elsewhere'];
  }>(
    await tx.execute(sql`
      WITH part AS MATERIALIZED (${partsOf(meteringId)}),
      inside AS (
        SELECT *, ${RAN} * ${days}::int8multirange AS inside
        FROM part WHERE gpus > 0 AND type = ANY(${sql.param(types)}::text[])),
      fresh AS MATERIALIZED (
        SELECT part.job, part.started_at, part.type, part.gpus, parts, inside, own, elsewhere,
          part.started_at + part.seconds AS ended, running, known.until, differs, past, ran,
          CASE WHEN running THEN inside - coalesce(ran, '{}') - coalesce(past, '{}')
            ELSE inside - coalesce(ran, '{}') END AS fresh
        FROM inside AS part ${knownOf(asked)}),
      ${untoldOf(asked.standing)},
      ${otherwiseOf(asked)}
      ${keeps ? keptOf(asked) : sql``},
      turns AS (
        ${typesOf('whole', sql`SELECT type, gpus, started_at AS began, started_at + seconds AS ended FROM part`)}
        UNION ALL
        ${typesOf('fresh', FRESH_SPANS)})
      SELECT (SELECT json_agg(turns) FROM turns) AS turns, ${COUNTS}, ${SUMS},
        ${otherwiseTold(asked)}, ${DOUBTS}`),
  );
  await tx.execute(sql`SELECT set_config('enable_nestloop', 'on', true)`);
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
