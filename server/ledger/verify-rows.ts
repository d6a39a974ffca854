import type { Tx, Db } from '../db/db.ts';
import type { KeyObject } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../db/sql.ts';
import { Breach } from './breach.ts';
import { faultOfLogs, logSigner, readLogs, type LogSigner } from './identity.ts';

/**
 * Throws `Breach` unless every row that pages show has its entry: what was put beside the ledger by
 * hand has none. `refs` are the pledges that terms entries speak of. verify.ts finds entries without
 * a row.
 */
export async function checkFacts(reader: Tx, refs: ReadonlySet<string>): Promise<void> {
  const [stray] = rowsOf<{ what: string }>(
    await reader.execute(sql`
      SELECT 'movement ' || movement.seq AS what FROM movement
      LEFT JOIN ledger_entry entry USING (seq) WHERE entry.kind IS DISTINCT FROM 'movement'
      UNION ALL
      SELECT 'the name of entry ' || entry_name.seq FROM entry_name
      LEFT JOIN ledger_entry entry USING (seq)
      WHERE entry.kind IS NULL OR entry.kind NOT IN ('signature', 'terms')
      UNION ALL
      SELECT 'the change of the initiative ' || change.seq FROM initiative_change change
      LEFT JOIN ledger_entry entry USING (seq) WHERE entry.kind IS DISTINCT FROM 'initiative'
      LIMIT 1`),
  );
  if (stray) throw new Breach(`${stray.what} has no entry`);
  const [unnamed] = rowsOf<{ seq: string }>(
    await reader.execute(sql`
      SELECT entry.seq::text AS seq FROM ledger_entry entry LEFT JOIN entry_name name USING (seq)
      WHERE entry.kind IN ('signature', 'terms') AND name.seq IS NULL ORDER BY entry.seq LIMIT 1`),
  );
  if (unnamed) throw new Breach(`entry ${unnamed.seq}: the name that it commits to is gone`);
  const accepted = rowsOf<{ ref: string }>(
    await reader.execute(sql`SELECT ref FROM pledge WHERE status = 'accepted'`),
  );
  const stranger = accepted.find(({ ref }) => !refs.has(ref));
  if (stranger) throw new Breach(`pledge ${stranger.ref} is accepted, and has no entry`);
}

/**
 * Throws `Breach` unless `terms_change` names each terms entry that follows another of its pledge, with the one
 * before it, and no other: pages say what changed by the two.
 */
export async function checkTermsChanges(reader: Db | Tx): Promise<void> {
  const [wrong] = rowsOf<{ seq: string }>(
    await reader.execute(sql`
      WITH said AS (
        SELECT entry.seq, pledge.id AS pledge_id,
          lag(entry.seq) OVER (PARTITION BY entry.ref ORDER BY entry.seq) AS earlier
        FROM (
          SELECT seq, convert_from(leaf, 'UTF8')::jsonb ->> 'ref' AS ref
          FROM ledger_entry WHERE kind = 'terms') AS entry
        JOIN pledge ON pledge.ref = entry.ref)
      SELECT coalesce(said.seq, change.seq)::text AS seq
      FROM (SELECT * FROM said WHERE earlier IS NOT NULL) AS said
      FULL JOIN terms_change AS change ON change.seq = said.seq
      WHERE (change.pledge_id, change.earlier) IS DISTINCT FROM (said.pledge_id, said.earlier)
      ORDER BY 1 LIMIT 1`),
  );
  if (wrong)
    throw new Breach(`entry ${wrong.seq}: its row in terms_change disagrees with the ledger`);
}

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

/**
 * The signers of the ledger's logs by number, made from the configured key. Throws `Breach` where the
 * database names another key, where a log is missing or its key did not sign its beginning, and
 * where a checkpoint is outside its log.
 */
export async function checkLogs(reader: Tx, key: KeyObject): Promise<Map<number, LogSigner>> {
  const logs = await readLogs(reader);
  const fault = faultOfLogs(logs, key);
  if (fault !== null) throw new Breach(fault);
  const [stray] = rowsOf<{ size: string; log: number }>(
    await reader.execute(sql`
      SELECT checkpoint.size::text AS size, log FROM checkpoint
      LEFT JOIN log_identity own ON own.id = log
      LEFT JOIN log_identity following ON following.id = log + 1
      WHERE own.id IS NULL OR checkpoint.size < own.from_size OR checkpoint.size > following.from_size
      ORDER BY 1 LIMIT 1`),
  );
  if (stray)
    throw new Breach(`the checkpoint of size ${stray.size} is outside its log ${stray.log}`);
  return new Map(logs.map((row) => [row.id, logSigner(row, key)]));
}
