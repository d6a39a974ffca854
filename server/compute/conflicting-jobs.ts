import { sql, type SQL } from 'drizzle-orm';

interface Asked {
  meteringId: string;
  types: readonly string[];
  standing: readonly string[];
}

/**
 * CTEs beside those of sum-jobs.ts, ending with `stretch`: starts that the file has differently from what is recorded,
 * with how many GPUs each has at a time. Compares type by type, unless a type has another name or none. A file in
 * which a job still ran says nothing about later.
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

/** As JSON: what is recorded beyond the file, and the first job with more GPUs in the file. */
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
