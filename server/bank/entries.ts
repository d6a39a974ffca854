/** What became of the bank's entries: which receipt each one is, if any. */
import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { BankEntry, EntryState } from '../../web/data/bank.ts';
import type { Db, Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';

/** The batches that were undone. */
const UNDONE: SQL = sql`undone AS (
  SELECT movement.batch FROM movement AS back JOIN movement ON movement.seq = back.reverses
  WHERE back.reverses IS NOT NULL)`;

/** Entries without a receipt of their own: never recorded, or the receipt was undone. */
const BARE: SQL = sql`bare AS (
  SELECT * FROM bank_entry WHERE batch IS NULL OR batch IN (SELECT batch FROM undone))`;

/**
 * Receipts recorded by hand under an entry's reference, one for one: of two equal payments, one receipt is one entry.
 * Payers choose their references, so that under these the amount must be the same too. A pledge in another currency
 * needs the bank's reference.
 */
const BY_HAND: SQL = sql`by_hand AS (
  SELECT DISTINCT ON (batch) batch, entry_id FROM (
    SELECT evidence.batch, bare.id AS entry_id
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
      ELSE evidence.reference = bare.reference END) AS same
  ORDER BY batch, entry_id)`;

/**
 * Defines `entry`: all entries, each with its `receipt`, whether that was recorded by hand, and its `state`. Use it
 * after WITH.
 */
export const ENTRIES: SQL = sql`${UNDONE}, ${BARE}, ${BY_HAND}, entry AS (
  SELECT bank_entry.*, coalesce(by_hand.batch, CASE WHEN bare.id IS NULL THEN bank_entry.batch END) AS receipt,
    by_hand.batch IS NOT NULL AS is_by_hand,
    CASE WHEN bare.id IS NULL OR by_hand.batch IS NOT NULL THEN 'recorded'
      WHEN bank_entry.aside_note IS NOT NULL THEN 'aside' ELSE 'open' END AS state
  FROM bank_entry
  LEFT JOIN bare ON bare.id = bank_entry.id
  LEFT JOIN by_hand ON by_hand.entry_id = bank_entry.id)`;

/**
 * Whether an earlier file may have brought the same entry in other words: with the same reference, or in the other
 * format on the same day.
 */
const MAY_BE_TWIN: SQL = sql`EXISTS (
  SELECT FROM bank_entry AS other
  WHERE other.account = entry.account AND other.amount_minor = entry.amount_minor
    AND other.currency = entry.currency AND other.id < entry.id AND other.file_id <> entry.file_id
    AND (other.reference = entry.reference
      OR other.booked_on = entry.booked_on AND other.format <> entry.format))`;

const STATES = ['open', 'aside', 'recorded'] as const satisfies EntryState[];

const entryRow = z.strictObject({
  id: z.string(),
  state: z.enum(STATES),
  bookedOn: z.string(),
  account: z.string(),
  currency: z.string(),
  amountMinor: z.string(),
  reference: z.string().nullable(),
  payerReference: z.string().nullable(),
  name: z.string().nullable(),
  text: z.string().nullable(),
  asideNote: z.string().nullable(),
  receipt: z.string().nullable(),
  isByHand: z.boolean(),
  ref: z.string().nullable(),
  mayBeTwin: z.boolean(),
});
interface Asked {
  where: SQL;
  limit: number;
}

/** The oldest first. */
export async function readEntries(reader: Db | Tx, { where, limit }: Asked): Promise<BankEntry[]> {
  const rows = rowsOf(
    await reader.execute(sql`
      WITH ${ENTRIES}
      SELECT id::text, state, booked_on::text AS "bookedOn", account, currency,
        amount_minor::text AS "amountMinor", reference, payer_reference AS "payerReference", name, text,
        aside_note AS "asideNote", receipt, is_by_hand AS "isByHand",
        (SELECT pledge.ref FROM movement JOIN pledge ON pledge.id = movement.pledge_id
          WHERE movement.batch = entry.receipt LIMIT 1) AS ref,
        ${MAY_BE_TWIN} AS "mayBeTwin"
      FROM entry WHERE ${where} ORDER BY entry.booked_on, entry.id LIMIT ${limit}`),
    entryRow,
  );
  return rows.map(({ amountMinor, ...row }) => ({ ...row, amountMinor: BigInt(amountMinor) }));
}

export async function findEntry(reader: Db | Tx, id: string): Promise<BankEntry | null> {
  const [found] = await readEntries(reader, { where: sql`entry.id = ${id}::bigint`, limit: 1 });
  return found ?? null;
}

export async function countEntries(db: Db): Promise<Record<EntryState, number>> {
  const rows = rowsOf(
    await db.execute(sql`
      WITH ${ENTRIES} SELECT state, count(*)::int AS found FROM entry GROUP BY state`),
    z.strictObject({ state: z.enum(STATES), found: z.int() }),
  );
  const found = new Map(rows.map((row) => [row.state, row.found]));
  return {
    open: found.get('open') ?? 0,
    aside: found.get('aside') ?? 0,
    recorded: found.get('recorded') ?? 0,
  };
}
