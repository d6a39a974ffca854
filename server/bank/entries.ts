/** What became of the bank's entries: which receipt each one is, if any. */
import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { BankEntry } from '../../web/data/bank.ts';
import type { Db, Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import { notFound } from '../domain/errors.ts';
import { say } from '../domain/say.ts';

/** The batches that were undone. */
const UNDONE: SQL = sql`undone AS (
  SELECT movement.batch FROM movement AS back JOIN movement ON movement.seq = back.reverses
  WHERE back.reverses IS NOT NULL)`;

/** Entries without a receipt of their own: never recorded, or the receipt was undone. */
const bareOf = (which: SQL): SQL => sql`bare AS (
  SELECT * FROM bank_entry WHERE (batch IS NULL OR batch IN (SELECT batch FROM undone)) AND ${which})`;

/** The entries, and those that share a reference with one: no other can have the same receipt. */
function beside(ids: readonly string[]): SQL {
  const own = sql`${sql.param(ids)}::bigint[]`;
  const references = sql`ARRAY(
    SELECT unnest(ARRAY[reference, payer_reference]) FROM bank_entry WHERE id = ANY(${own}))`;
  return sql`(id = ANY(${own}) OR reference = ANY(${references}) OR payer_reference = ANY(${references}))`;
}

/**
 * Receipts recorded by hand under an entry's reference. Payers choose their references, so that under these the amount
 * must be the same too. A pledge in another currency needs the bank's reference.
 */
const SAME: SQL = sql`same AS (
  SELECT evidence.batch, evidence.reference, bare.id AS entry_id
  FROM bare
  JOIN evidence ON evidence.reference IN (bare.reference, bare.payer_reference)
  JOIN movement ON movement.batch = evidence.batch AND movement.verb = 'receive'
  JOIN pledge ON pledge.id = movement.pledge_id AND pledge.source IS NULL
  WHERE bare.amount_minor > 0
    AND evidence.batch NOT IN (SELECT batch FROM undone)
    AND NOT EXISTS (SELECT FROM bank_entry AS other WHERE other.batch = evidence.batch)
  GROUP BY evidence.batch, evidence.reference, evidence.fee_minor,
    evidence.credited_currency, evidence.credited_minor, bare.id, bare.amount_minor,
    bare.reference, bare.currency, pledge.asset
  HAVING CASE WHEN evidence.credited_currency = bare.currency
    THEN evidence.credited_minor = bare.amount_minor
    WHEN pledge.asset = bare.currency
    THEN bare.amount_minor IN (sum(movement.quantity), sum(movement.quantity) - evidence.fee_minor)
    ELSE evidence.reference = bare.reference END)`;

/** One for one: of two equal payments, the first receipt is the first entry. */
const BY_HAND: SQL = sql`${SAME}, by_hand AS (
  SELECT DISTINCT ON (entry_id) batch, entry_id FROM (
    SELECT DISTINCT ON (batch) batch, entry_id FROM (
      SELECT batch, entry_id, row_number() OVER (PARTITION BY batch ORDER BY entry_id) AS nth_entry,
        row_number() OVER (PARTITION BY entry_id, reference ORDER BY batch) AS nth_batch
      FROM same) AS numbered
    WHERE nth_entry = nth_batch ORDER BY batch, entry_id) AS once
  ORDER BY entry_id, batch)`;

/** Defines `entry`: entries, each with its `receipt` and its `state`, which holds for those among `which`. */
const entriesOf = (which: SQL): SQL => sql`${UNDONE}, ${bareOf(which)}, ${BY_HAND}, entry AS (
  SELECT bank_entry.*, coalesce(by_hand.batch, CASE WHEN bare.id IS NULL THEN bank_entry.batch END) AS receipt,
    CASE WHEN bare.id IS NULL OR by_hand.batch IS NOT NULL THEN 'recorded'
      WHEN bank_entry.aside_note IS NOT NULL THEN 'aside' ELSE 'open' END AS state
  FROM bank_entry
  LEFT JOIN bare ON bare.id = bank_entry.id
  LEFT JOIN by_hand ON by_hand.entry_id = bank_entry.id)`;

/** Defines `entry` with all of them. Use it after WITH. */
export const ENTRIES: SQL = entriesOf(sql`true`);

const entryRow = z.strictObject({
  id: z.string(),
  state: z.enum(['open', 'aside', 'recorded']),
  bookedOn: z.string(),
  account: z.string(),
  currency: z.string(),
  amountMinor: z.string(),
  reference: z.string().nullable(),
  payerReference: z.string().nullable(),
  name: z.string().nullable(),
  text: z.string().nullable(),
  asideNote: z.string().nullable(),
  ref: z.string().nullable(),
});

/** As they were read; of some by their ids it takes little, however many there are. */
export async function readEntries(
  reader: Db | Tx,
  where: SQL,
  limit: number,
  ids: readonly string[] | null = null,
): Promise<BankEntry[]> {
  const rows = rowsOf(
    await reader.execute(sql`
      WITH ${ids === null ? ENTRIES : entriesOf(beside(ids))}
      SELECT id::text, state, booked_on::text AS "bookedOn", account, currency,
        amount_minor::text AS "amountMinor", reference, payer_reference AS "payerReference", name, text,
        aside_note AS "asideNote",
        (SELECT pledge.ref FROM movement JOIN pledge ON pledge.id = movement.pledge_id
          WHERE movement.batch = entry.receipt LIMIT 1) AS ref
      FROM entry
      WHERE ${where} AND ${ids === null ? sql`true` : sql`entry.id = ANY(${sql.param(ids)}::bigint[])`}
      ORDER BY entry.id LIMIT ${limit}`),
    entryRow,
  );
  return rows.map(({ amountMinor, ...row }) => ({ ...row, amountMinor: BigInt(amountMinor) }));
}

/** If it is locked, the second of two transactions waits and finds what the first has done. Throws `not-found`. */
export async function findEntry(reader: Db | Tx, id: string, isLocked = false): Promise<BankEntry> {
  if (!/^\d{1,18}$/.test(id)) throw notFound(say().bank.noEntry);
  if (isLocked) {
    await reader.execute(sql`SELECT FROM bank_entry WHERE id = ${id}::bigint FOR UPDATE`);
  }
  const [found] = await readEntries(reader, sql`true`, 1, [id]);
  if (found) return found;
  throw notFound(say().bank.noEntry);
}
