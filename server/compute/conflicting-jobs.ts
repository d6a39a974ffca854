import { sql, type SQL } from 'drizzle-orm';

export interface Asked {
  meteringId: string;
  days: string;
  types: readonly string[];
  standing: readonly string[];
  others: readonly string[];
}

/**
 * `stretch`: starts that the file has differently from what is recorded, with their GPUs at each time, by type, unless
 * one has another name or none. Where a job still ran, the file says nothing about later.
 */
export const otherwiseOf = ({ meteringId, types, standing }: Asked): SQL => sql`
  otherwise AS MATERIALIZED (
    SELECT job, started_at, max(until) AS until
    FROM (
      SELECT job, started_at, CASE WHEN running THEN ended END AS until FROM fresh
      WHERE differs OR (until > ended AND NOT running)
      UNION ALL
      SELECT one.job COLLATE "C", one.started_at, NULL
      FROM metering_block AS block
      CROSS JOIN unnest(block.jobs, block.starts, block.seconds) AS one (job, started_at, seconds)
      WHERE metering_id = ${meteringId} AND one.seconds = 0) AS starts
    WHERE ${standing.length > 0}::boolean
    GROUP BY job, started_at),
  both_told AS (
    SELECT job, started_at, type, 0 AS recorded, gpus AS told,
      CASE WHEN type = ANY(${sql.param(types)}::text[]) THEN gpus ELSE 0 END AS counted,
      int8range(started_at, started_at + seconds) AS span
    FROM part JOIN otherwise USING (job, started_at) WHERE gpus > 0
    UNION ALL
    SELECT job, started_at, type, gpus, 0, 0, unnest(ran * int8multirange(int8range(NULL, until)))
    FROM otherwise CROSS JOIN LATERAL (${keptOf(sql`otherwise`, standing)}) AS kept),
  stretch AS MATERIALIZED (
    SELECT job, started_at, int8range(at, lead(at) OVER later) AS span,
      sum(recorded) OVER later AS recorded, sum(told) OVER later AS told, sum(counted) OVER later AS counted
    FROM (
      SELECT job, started_at, alike, at,
        sum(sign * recorded) AS recorded, sum(sign * told) AS told, sum(sign * counted) AS counted
      FROM (
        SELECT *, CASE WHEN bool_or(type = '' OR is_untold) OVER (PARTITION BY job, started_at)
          THEN '' ELSE type END AS alike
        FROM (
          SELECT *, max(told) OVER (PARTITION BY job, started_at, type) = 0 AS is_untold
          FROM both_told) AS named) AS grouped
      CROSS JOIN LATERAL (VALUES (lower(span), 1), (upper(span), -1)) AS ends (at, sign)
      GROUP BY job, started_at, alike, at) AS turns
    WINDOW later AS (PARTITION BY job, started_at, alike ORDER BY at))`;

const keptOf = (start: SQL, standing: readonly string[]): SQL => sql`
  SELECT metering_id, type, gpus, ran FROM metered_job
  WHERE metered_job.job = ${start}.job AND metered_job.started_at = ${start}.started_at
    AND metering_id = ANY(${sql.param(standing)}::uuid[])`;

export const otherwiseTold = ({ standing }: Asked): SQL => sql`
  (SELECT json_build_object('jobs', count(DISTINCT (job, started_at)),
      'gpuSeconds', coalesce(sum((recorded - told) * (upper(span) - lower(span))), 0)::text,
      'batches', (
        SELECT coalesce(json_agg(DISTINCT batch), '[]')
        FROM stretch
        CROSS JOIN LATERAL (${keptOf(sql`stretch`, standing)}) AS kept
        JOIN metering ON metering.id = metering_id
        WHERE recorded > told AND ran && span))
    FROM stretch WHERE recorded > told) AS overstated,
  (SELECT row_to_json(fewer) FROM (
    SELECT *, count(*) OVER () AS jobs
    FROM (
      SELECT DISTINCT ON (job, started_at) job, started_at, recorded, counted FROM stretch
      WHERE recorded > 0 AND counted > recorded ORDER BY job, started_at) AS starts
    ORDER BY job, started_at LIMIT 1) AS fewer) AS fewer`;

/** Zones are at most this far apart. */
const MAX_ZONE_SECONDS = 26 * 3600;
const QUARTER_SECONDS = 900;

/**
 * CTEs ending with `untold`: recorded starts that the file leaves out, if they overlap with its own or are as far `away`
 * as a wrong zone puts them. Not pair by pair: a job may have thousands of starts.
 */
export const untoldOf = (standing: readonly string[]): SQL => sql`
  doubted AS NOT MATERIALIZED (
    SELECT job, started_at, ended, own FROM fresh WHERE own IS NOT TRUE OR NOT isempty(fresh)),
  other AS MATERIALIZED (
    SELECT job, started_at, ended
    FROM (SELECT DISTINCT job FROM doubted) AS jobs
    CROSS JOIN LATERAL (
      SELECT started_at, max(upper(ran)) AS ended FROM metered_job
      WHERE metered_job.job = jobs.job AND metering_id = ANY(${sql.param(standing)}::uuid[])
      GROUP BY started_at) AS recorded
    WHERE ${standing.length > 0}::boolean AND NOT EXISTS (
      SELECT FROM part WHERE part.job = jobs.job AND part.started_at = recorded.started_at)),
  untold AS MATERIALIZED (
    SELECT job, started_at, NULL::bigint AS away
    FROM (
      SELECT job, started_at, is_other,
        max(ended) FILTER (WHERE NOT is_other) OVER (PARTITION BY job ORDER BY started_at) > started_at
          OR min(started_at) FILTER (WHERE NOT is_other) OVER (PARTITION BY job ORDER BY started_at DESC) < ended
          AS is_at_once
      FROM (
        SELECT job, started_at, ended, true AS is_other FROM other
        UNION ALL
        SELECT job, started_at, ended, false FROM doubted
        WHERE job IN (SELECT job FROM other)) AS starts) AS ordered
    WHERE is_other AND is_at_once
    UNION
    SELECT other.job, other.started_at, other.started_at - one.started_at
    FROM other
    CROSS JOIN generate_series(-1, 1) AS near
    JOIN doubted AS one ON one.own IS NOT TRUE AND one.job = other.job
      AND one.started_at % ${QUARTER_SECONDS}::integer = other.started_at % ${QUARTER_SECONDS}::integer
      AND one.started_at / ${MAX_ZONE_SECONDS}::integer = other.started_at / ${MAX_ZONE_SECONDS}::integer + near
    WHERE abs(other.started_at - one.started_at) <= ${MAX_ZONE_SECONDS}::integer)`;

const oneOf = (jobs: number): SQL => sql`
  least(3::bigint, (SELECT (count(DISTINCT job) + ${jobs - 1}::integer) / ${jobs}::integer FROM part))`;

/** If so many jobs have the same id and start, it is the same cluster. */
const SAME_JOBS = oneOf(50);
/** If so many starts are equally far off, one of the files is in another zone. */
const MOVED_JOBS = oneOf(2);

export const doubtsOf = ({ others }: Asked): SQL => sql`
  (SELECT row_to_json(twice) FROM (
    SELECT job, started_at FROM part WHERE until > started_at
    ORDER BY job, started_at LIMIT 1) AS twice) AS twice,
  (SELECT row_to_json(moved) FROM (
    SELECT job, started_at, count(*) OVER () AS jobs FROM untold
    WHERE away IS NULL OR away IN (
      SELECT away FROM untold GROUP BY away HAVING count(DISTINCT job) >= ${MOVED_JOBS})
    ORDER BY job, started_at LIMIT 1) AS moved) AS moved,
  (SELECT row_to_json(elsewhere) FROM (
    SELECT cluster, min(batch) AS batch, count(DISTINCT job) AS jobs
    FROM fresh JOIN metering ON metering.id = elsewhere
    WHERE ${others.length > 0}::boolean AND elsewhere IS NOT NULL GROUP BY cluster HAVING count(DISTINCT job) >= ${SAME_JOBS}
    ORDER BY jobs DESC, cluster LIMIT 1) AS elsewhere) AS elsewhere`;
