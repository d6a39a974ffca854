import { sql, type SQL } from 'drizzle-orm';

/** Zones are at most this far apart. */
const MAX_ZONE_SECONDS = 26 * 3600;
const QUARTER_SECONDS = 900;

/**
 * CTEs beside those of sum-jobs.ts, ending with `untold`: recorded starts that the file leaves out, if they overlap
 * with its own or are as far `away` as a wrong zone puts them. Not pair by pair: a job may have thousands of starts.
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

/** The first of each sign that hours would count twice, as JSON. */
export const DOUBTS = sql`
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
    WHERE elsewhere IS NOT NULL GROUP BY cluster HAVING count(DISTINCT job) >= ${SAME_JOBS}
    ORDER BY jobs DESC, cluster LIMIT 1) AS elsewhere) AS elsewhere`;
