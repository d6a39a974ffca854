import { eq, gte, lt, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import { rowState, seal } from '../db/log.ts';
import { rowsOf } from '../db/sql.ts';
import { Breach } from './breach.ts';
import type { LogSigner } from './identity.ts';
import { openNote } from './note.ts';
import { checkpointTimes, entryTimes, headOf, STATES, sealText } from './seal.ts';

const PAGE = 50_000;

/** The keys, and columns that change without a state. Whoever can change rows can change the database's own list. */
export const PROTECTED: Record<string, { key: string; unstated?: string[] }> = {
  initiative: { key: 'id::text' },
  initiative_change: { key: 'seq::text' },
  reported: { key: 'position::text' },
  milestone: { key: 'id::text' },
  signatory: { key: 'id::text' },
  pledge: { key: 'id::text' },
  pledge_request: { key: 'id::text' },
  site: { key: 'code' },
  evidence: { key: 'batch' },
  audit: { key: 'id::text' },
  admin: { key: 'id::text' },
  passkey: { key: 'id::text', unstated: ['counter', 'used_at'] },
  api_token: { key: 'id::text', unstated: ['used_at'] },
  reference_rate: { key: `concat_ws(' ', currency, rated_on)` },
  admin_rate: { key: `concat_ws(' ', currency, rated_on)` },
  gpu_factor: { key: `concat_ws(' ', model, holds_from)` },
  gpu_price: { key: 'id::text' },
  gpu_use: { key: `concat_ws(' ', pledge_id, used_on)` },
  provider_batch: { key: 'batch' },
  bank_entry: { key: 'id::text' },
  recipient_account: { key: `concat_ws(' ', currency, revision)` },
};

const sealRow = z.strictObject({
  n: z.string(),
  log: z.int(),
  size: z.string(),
  head: z.instanceof(Uint8Array),
  note: z.string(),
  states: z.instanceof(Uint8Array),
  entries: z.instanceof(Uint8Array),
  checkpoints: z.instanceof(Uint8Array),
});
type SealRow = z.infer<typeof sealRow>;

/** What was checked before: tests leave it out. */
export interface Unchanged {
  tables: readonly string[];
  /** So many of the first. */
  seals: bigint;
}

/** Recomputes the seals, then compares rows with their newest states, but for what is `unchanged`. */
export async function checkSeals(
  reader: Db | Tx,
  signers: ReadonlyMap<number, LogSigner>,
  unchanged: Unchanged,
): Promise<boolean> {
  // What a row's text depends on, as the triggers set it (migrations/0010_sealed.sql).
  await reader.execute(sql`SELECT set_config('timezone', 'UTC', true),
    set_config('datestyle', 'ISO', true), set_config('bytea_output', 'hex', true)`);
  let next = unchanged.seals;
  let before = next === 0n ? null : await headOfSeal(reader, next - 1n);
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const page: SealRow[] = await readPage(reader, next);
    for (const row of page) {
      if (BigInt(row.n) !== next) throw new Breach(`seal ${next} is missing`);
      before = checkSeal(row, before, signers.get(row.log));
      next += 1n;
    }
    if (page.length < PAGE) break;
  }
  await checkSealed(reader, next);
  if (next > 0n) await checkRows(reader, unchanged.tables);
  return next > 0n;
}

async function headOfSeal(reader: Db | Tx, n: bigint): Promise<Buffer> {
  const [row] = await reader.select({ head: seal.head }).from(seal).where(eq(seal.n, n));
  if (!row) throw new Breach(`seal ${n} is missing`);
  return row.head;
}

function checkSeal(row: SealRow, before: Buffer | null, signer: LogSigner | undefined): Buffer {
  const n = BigInt(row.n);
  const head = headOf(n, before, { ...row, size: BigInt(row.size) });
  if (!head.equals(row.head)) {
    throw new Breach(
      `seal ${n}: the changes that it covers, or the times of entries and checkpoints, are not those that were sealed`,
    );
  }
  if (!signer || openNote(row.note, signer.verifierKey) !== sealText(signer.name, n, head)) {
    throw new Breach(`seal ${n}: the log’s key did not sign it`);
  }
  return head;
}

async function readPage(reader: Db | Tx, from: bigint): Promise<SealRow[]> {
  return rowsOf(
    await reader.execute(sql`
      WITH page AS (
        SELECT *, lag(size, 1, 0::bigint) OVER (ORDER BY n) AS from_size,
          lag(log, 1, 0::smallint) OVER (ORDER BY n) AS from_log
        FROM seal WHERE n >= ${from}::bigint - 1),
      states AS (
        SELECT sealed_in, ${STATES} AS states FROM row_state
        WHERE sealed_in >= ${from}::bigint AND sealed_in < ${from}::bigint + ${PAGE} GROUP BY sealed_in)
      SELECT n::text AS n, log, size::text AS size, head, note,
        coalesce(states, sha256(''::bytea)) AS states,
        ${entryTimes(sql`from_size`, sql`page.size`)} AS entries,
        ${checkpointTimes(sql`(from_size, from_log)`, sql`(page.size, page.log)`)} AS checkpoints
      FROM page LEFT JOIN states ON sealed_in = n
      WHERE n >= ${from}::bigint ORDER BY page.n LIMIT ${PAGE}`),
    sealRow,
  );
}

async function checkSealed(reader: Db | Tx, seals: bigint): Promise<void> {
  const { id, sealedIn } = rowState;
  const [stray] = await reader
    .select({ id })
    .from(rowState)
    .where(or(lt(sealedIn, 0n), gte(sealedIn, seals)))
    .limit(1);
  if (stray) throw new Breach(`state ${stray.id} names a seal that is not there`);
}

async function checkRows(reader: Db | Tx, unchanged: readonly string[]): Promise<void> {
  for (const [table, { key, unstated = [] }] of Object.entries(PROTECTED)) {
    if (unchanged.includes(table)) continue;
    // oxlint-disable-next-line no-await-in-loop -- each table is one statement
    const [wrong] = await wrongRows(reader, table, key, unstated);
    if (!wrong) continue;
    const what = wrong.isGone ? 'was deleted' : wrong.isNew ? 'was added' : 'was changed';
    throw new Breach(`${table} ${wrong.key}: its row ${what} by something other than Muster`);
  }
}

async function wrongRows(reader: Db | Tx, table: string, key: string, unstated: string[]) {
  return rowsOf(
    await reader.execute(sql`
      WITH newest AS (
        SELECT DISTINCT ON (row_key) row_key, hash FROM row_state
        WHERE tbl = ${table} ORDER BY row_key, id DESC),
      present AS MATERIALIZED (
        SELECT stated.row_key, sha256(row_salt.salt || convert_to(body, 'UTF8')) AS hash
        FROM (SELECT ${sql.raw(key)} AS row_key,
            jsonb_strip_nulls(to_jsonb(given) - ${sql.param(unstated)}::text[])::text AS body
          FROM ${sql.identifier(table)} AS given) AS stated
        LEFT JOIN row_salt ON row_salt.tbl = ${table} AND row_salt.row_key = stated.row_key)
      SELECT coalesce(present.row_key, newest.row_key) AS key,
        present.row_key IS NULL AS "isGone", newest.hash IS NULL AS "isNew"
      FROM present FULL JOIN newest ON newest.row_key = present.row_key
      WHERE present.hash IS DISTINCT FROM newest.hash
        OR (present.row_key IS NOT NULL AND present.hash IS NULL)
      ORDER BY 1 LIMIT 1`),
    z.strictObject({ key: z.string(), isGone: z.boolean(), isNew: z.boolean() }),
  );
}
