import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import { Breach } from './breach.ts';

/**
 * Throws `Breach` unless each file of which the trail tells is there, while its batch is in the ledger: one that
 * is not could be recorded again. And unless the batch of each recorded file receives, for its pledge, just the
 * GPU-seconds that are kept of the file's jobs. What is new of a job, within the pledge's days, is kept and
 * received by one transaction, also beyond the agreement; a batch that is taken back keeps its movements and its
 * jobs. Of hours that are kept available jobs deliver nothing.
 */
export async function checkMetering(reader: Db | Tx): Promise<void> {
  const [other] = rowsOf<{ batch: string; ref: string; delivered: string; received: string }>(
    await reader.execute(sql`
      WITH job AS (
        SELECT metering_id, sum(gpus::numeric * (upper(span) - lower(span))) AS gpu_seconds
        FROM metered_job CROSS JOIN LATERAL unnest(ran) AS span GROUP BY metering_id)
      SELECT metering.batch, pledge.ref, due.delivered::text AS delivered,
        moved.received::text AS received
      FROM metering
      JOIN pledge ON pledge.id = metering.pledge_id
      LEFT JOIN job ON job.metering_id = metering.id
      CROSS JOIN LATERAL (
        SELECT CASE pledge.measured_by WHEN 'reservation' THEN 0
          ELSE coalesce(job.gpu_seconds, 0) END AS delivered) AS due
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(quantity), 0) AS received FROM movement
        WHERE batch = metering.batch AND verb = 'receive' AND pledge_id = metering.pledge_id) AS moved
      WHERE metering.batch IS NOT NULL AND moved.received <> due.delivered
      ORDER BY metering.id LIMIT 1`),
  );
  if (other) {
    const { batch, ref, delivered, received } = other;
    throw new Breach(
      `batch ${batch} receives ${received} GPU-seconds of pledge ${ref}, where the jobs of its file delivered ${delivered}`,
    );
  }
  const [forgotten] = rowsOf<{ batch: string }>(
    await reader.execute(sql`
      SELECT told.batch
      FROM audit CROSS JOIN LATERAL (SELECT facts ->> 'batch' AS batch) AS told
      WHERE act = 'pledge.meter'
        AND EXISTS (SELECT FROM movement WHERE batch = told.batch)
        AND NOT EXISTS (SELECT FROM metering WHERE batch = told.batch)
      LIMIT 1`),
  );
  if (forgotten) throw new Breach(`the file of batch ${forgotten.batch} is not known any more`);
}
