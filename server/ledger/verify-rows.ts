import type { KeyObject } from 'node:crypto';
import { asc, gt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { rowsOf } from '../db/sql.ts';
import { Breach } from './breach.ts';
import { faultOfLogs, logSigner, readLogs, type LogSigner } from './identity.ts';
import type { Pledges } from './verify-pledges.ts';

const PAGE = 5_000;

/** Every row that pages show has its entry; verify.ts finds entries without a row. `refs`: pledges with terms. */
export async function checkFacts(reader: Tx, refs: ReadonlySet<string>): Promise<void> {
  const [stray] = rowsOf(
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
    z.strictObject({ what: z.string() }),
  );
  if (stray) throw new Breach(`${stray.what} has no entry`);
  const [unnamed] = rowsOf(
    await reader.execute(sql`
      SELECT entry.seq::text AS seq FROM ledger_entry entry LEFT JOIN entry_name name USING (seq)
      WHERE entry.kind IN ('signature', 'terms') AND name.seq IS NULL ORDER BY entry.seq LIMIT 1`),
    z.strictObject({ seq: z.string() }),
  );
  if (unnamed) throw new Breach(`entry ${unnamed.seq}: the name that it commits to is gone`);
  const accepted = rowsOf(
    await reader.execute(sql`SELECT ref FROM pledge WHERE status = 'accepted'`),
    z.strictObject({ ref: z.string() }),
  );
  const stranger = accepted.find(({ ref }) => !refs.has(ref));
  if (stranger) throw new Breach(`pledge ${stranger.ref} is accepted, and has no entry`);
}

/** Each terms entry that follows another of its pledge is in `terms_change`, with that earlier one. */
export async function checkTermsChanges(reader: Db | Tx): Promise<void> {
  const [wrong] = rowsOf(
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
    z.strictObject({ seq: z.string() }),
  );
  if (wrong)
    throw new Breach(`entry ${wrong.seq}: its row in terms_change disagrees with the ledger`);
}

/**
 * A recorded file's batch receives just the GPU-seconds kept of its jobs (none where the pledge keeps hours available);
 * an undone batch keeps both. And each file that the audit trail names is there: else it could be recorded again.
 */
export async function checkMetering(reader: Db | Tx): Promise<void> {
  const [other] = rowsOf(
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
    z.strictObject({
      batch: z.string(),
      ref: z.string(),
      delivered: z.string(),
      received: z.string(),
    }),
  );
  if (other) {
    const { batch, ref, delivered, received } = other;
    throw new Breach(
      `batch ${batch} receives ${received} GPU-seconds of pledge ${ref}, where the jobs of its file delivered ${delivered}`,
    );
  }
  const [forgotten] = rowsOf(
    await reader.execute(sql`
      SELECT told.batch
      FROM audit CROSS JOIN LATERAL (SELECT facts ->> 'batch' AS batch) AS told
      WHERE act = 'pledge.meter'
        AND EXISTS (SELECT FROM movement WHERE batch = told.batch)
        AND NOT EXISTS (SELECT FROM metering WHERE batch = told.batch)
      LIMIT 1`),
    z.strictObject({ batch: z.string() }),
  );
  if (forgotten) throw new Breach(`the file of batch ${forgotten.batch} is not known any more`);
}

/** Signers by log, from the configured key. Each checkpoint is within its log. */
export async function checkLogs(reader: Tx, key: KeyObject): Promise<Map<number, LogSigner>> {
  const logs = await readLogs(reader);
  const fault = faultOfLogs(logs, key);
  if (fault !== null) throw new Breach(fault);
  const [stray] = rowsOf(
    await reader.execute(sql`
      SELECT checkpoint.size::text AS size, log FROM checkpoint
      LEFT JOIN log_identity own ON own.id = log
      LEFT JOIN log_identity following ON following.id = log + 1
      WHERE own.id IS NULL OR checkpoint.size < own.from_size OR checkpoint.size > following.from_size
      ORDER BY 1 LIMIT 1`),
    z.strictObject({ size: z.string(), log: z.int() }),
  );
  if (stray)
    throw new Breach(`the checkpoint of size ${stray.size} is outside its log ${stray.log}`);
  return new Map(logs.map((row) => [row.id, logSigner(row, key)]));
}

/**
 * Each `provider_batch` moves its whole amount by its verb, and no more was taken of a payment than was there then
 * (payments/follow/payment-balance.ts): receipts count as they were then, what was taken unless undone by now, what was
 * won always. And what the audit trail names is in the table: else it could be recorded again.
 */
export async function checkProviderBatches(reader: Db | Tx): Promise<void> {
  const [other] = rowsOf(
    await reader.execute(sql`
      SELECT done.object, done.verb
      FROM provider_batch AS done
      JOIN payment ON payment.id = done.payment_id
      LEFT JOIN movement ON movement.batch = done.batch AND movement.verb = done.verb
        AND movement.pledge_id = payment.pledge_id
      GROUP BY done.object, done.verb
      HAVING sum(movement.quantity) IS DISTINCT FROM done.amount_minor
      LIMIT 1`),
    z.strictObject({ object: z.string(), verb: z.string() }),
  );
  if (other) {
    throw new Breach(`what ${other.object} did by ${other.verb} is not what its batch moves`);
  }
  const [over] = rowsOf(
    await reader.execute(sql`
      WITH moved AS (
          SELECT payment.code, movement.seq, movement.batch, movement.verb, movement.quantity,
            undoing.seq AS undone
          FROM (SELECT DISTINCT payment_id FROM provider_batch WHERE verb <> 'receive') AS taking
          JOIN payment ON payment.id = taking.payment_id
          CROSS JOIN LATERAL (VALUES (payment.intent), (payment.charge), (payment.object)
            UNION SELECT object FROM provider_batch WHERE payment_id = payment.id) AS name (name)
          JOIN evidence ON evidence.reference = name.name
          JOIN movement ON movement.batch = evidence.batch AND movement.pledge_id = payment.pledge_id
          LEFT JOIN movement AS undoing
            ON undoing.pledge_id = movement.pledge_id AND undoing.reverses = movement.seq),
        taken AS (
          SELECT moved.code, moved.batch, moved.verb, max(moved.seq) AS seq
          FROM moved JOIN provider_batch AS done ON done.batch = moved.batch AND done.verb = moved.verb
          GROUP BY moved.code, moved.batch, moved.verb)
      SELECT taken.code
      FROM taken JOIN moved USING (code)
      WHERE taken.verb IN ('refund', 'dispute', 'win', 'lose')
      GROUP BY taken.code, taken.batch
      HAVING sum(CASE
        WHEN taken.verb IN ('refund', 'dispute') AND moved.verb = 'win' THEN quantity
        WHEN moved.seq > taken.seq THEN 0
        WHEN taken.verb IN ('refund', 'dispute') THEN CASE
          WHEN moved.verb = 'receive' AND (undone IS NULL OR undone > taken.seq) THEN quantity
          WHEN moved.verb IN ('refund', 'dispute') AND undone IS NULL THEN -quantity
          ELSE 0 END
        WHEN moved.verb = 'dispute' AND (undone IS NULL OR undone > taken.seq) THEN quantity
        WHEN moved.verb IN ('win', 'lose') AND undone IS NULL THEN -quantity
        ELSE 0 END) < 0
      LIMIT 1`),
    z.strictObject({ code: z.string() }),
  );
  if (over) throw new Breach(`more was taken of payment ${over.code} than was there of it`);
  const [forgotten] = rowsOf(
    await reader.execute(sql`
      SELECT told.batch
      FROM audit CROSS JOIN LATERAL (
        SELECT facts ->> 'batch' AS batch, split_part(act, '.', 2) AS verb) AS told
      WHERE audit.by = 'stripe' AND told.batch IS NOT NULL AND NOT EXISTS (
        SELECT FROM evidence JOIN provider_batch AS done ON done.object = evidence.reference
        WHERE evidence.batch = told.batch AND done.verb = told.verb)
      LIMIT 1`),
    z.strictObject({ batch: z.string() }),
  );
  if (forgotten) throw new Breach(`what batch ${forgotten.batch} is of is not known any more`);
}

/** Published signatories are those whom the entries leave signed (by code), under the entries' names (by id). */
export async function checkSignatories(
  reader: Db | Tx,
  { signers, names }: Pledges['people'],
): Promise<void> {
  const { signatory } = schema;
  const { id, code, kind, name, status } = signatory;
  let standing = 0;
  let after: string | null = null;
  do {
    const rows: { id: string; code: string; kind: string; name: string; status: string }[] =
      // oxlint-disable-next-line no-await-in-loop
      await reader
        .select({ id, code, kind, name, status })
        .from(signatory)
        .where(after === null ? undefined : gt(id, after))
        .orderBy(asc(id))
        .limit(PAGE);
    for (const row of rows) {
      const signed = row.status === 'published' ? row.kind : undefined;
      const called = names.get(row.id) ?? row.name;
      if (signers.get(row.code) !== signed || called !== row.name) {
        throw new Breach(`signatory ${row.code}: its row says something else than its entries`);
      }
      if (signed !== undefined) standing += 1;
    }
    after = rows.length === PAGE ? rows.at(-1)!.id : null;
  } while (after !== null);
  if (standing < signers.size) throw new Breach('a signatory who stands as signed has no row');
}
