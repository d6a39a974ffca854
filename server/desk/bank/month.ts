import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { MonthData, MonthLine } from '../../../web/data/bank.ts';
import { ENTRIES, readEntries } from '../../bank/entries.ts';
import type { Db } from '../../db/db.ts';
import { rowsOf } from '../../db/sql.ts';
import type { Day } from '../../domain/day.ts';

const MOST_LINES = 200;

const minor = z.string();

/** Receipts of money that weren't undone, and how each is known. */
const RECEIPTS: SQL = sql`receipt AS (
  SELECT movement.batch, pledge.ref, pledge.asset AS currency, signatory.name AS giver,
    max(movement.occurred_on) AS received_on, sum(movement.quantity)::bigint AS amount,
    EXISTS (SELECT FROM provider_batch WHERE provider_batch.batch = movement.batch) AS is_stripe
  FROM movement JOIN pledge ON pledge.id = movement.pledge_id
  JOIN signatory ON signatory.id = pledge.signatory_id
  WHERE movement.verb = 'receive' AND pledge.source IS NULL
    AND movement.batch NOT IN (SELECT batch FROM undone)
  GROUP BY movement.batch, pledge.id, signatory.name)`;

const sumOf = (column: SQL, condition: SQL): SQL =>
  sql`coalesce(sum(${column}) FILTER (WHERE ${condition}), 0)::text`;

const linesIn = (within: (day: SQL) => SQL): SQL => sql`
  WITH ${ENTRIES}, ${RECEIPTS}, told AS (
    SELECT currency, CASE WHEN is_stripe THEN 'stripe' ELSE 'hand' END AS what, amount
      FROM receipt WHERE ${within(sql`received_on`)}
    UNION ALL SELECT payment.currency, 'provider', provider_batch.amount_minor
      FROM provider_batch JOIN payment ON payment.id = provider_batch.payment_id
      WHERE provider_batch.verb = 'receive'
        AND ${within(sql`(provider_batch.happened_at AT TIME ZONE 'UTC')::date`)}
        AND provider_batch.batch NOT IN (SELECT batch FROM undone)
    UNION ALL SELECT currency, state, amount_minor FROM entry WHERE ${within(sql`booked_on`)})
  SELECT currency,
    ${sumOf(sql`amount`, sql`what IN ('stripe', 'hand')`)} AS received,
    ${sumOf(sql`amount`, sql`what = 'stripe'`)} AS "throughStripe",
    ${sumOf(sql`amount`, sql`what = 'provider'`)} AS "atStripe",
    ${sumOf(sql`amount`, sql`what IN ('open', 'aside', 'recorded')`)} AS credited,
    ${sumOf(sql`amount`, sql`what = 'open'`)} AS open,
    ${sumOf(sql`amount`, sql`what = 'aside'`)} AS aside
  FROM told GROUP BY currency ORDER BY currency`;

const lineRow = z.strictObject({
  currency: z.string(),
  received: minor,
  throughStripe: minor,
  atStripe: minor,
  credited: minor,
  open: minor,
  aside: minor,
});

const RECEIPT: SQL = sql`receipt.batch, receipt.ref, receipt.giver, received_on::text AS "on",
  receipt.currency, receipt.amount::text AS "amountMinor"`;

const receiptRow = z.strictObject({
  batch: z.string(),
  ref: z.string(),
  giver: z.string(),
  on: z.string(),
  currency: z.string(),
  amountMinor: minor,
});

const withoutEntry = (within: (day: SQL) => SQL): SQL => sql`
  WITH ${ENTRIES}, ${RECEIPTS} SELECT ${RECEIPT} FROM receipt
  WHERE NOT is_stripe AND ${within(sql`received_on`)}
    AND batch NOT IN (SELECT receipt FROM entry WHERE receipt IS NOT NULL)
  ORDER BY received_on, batch LIMIT ${MOST_LINES}`;

/** A receipt by hand may have another day, a fee, or a pledge in another currency. */
const unequal = (within: (day: SQL) => SQL): SQL => sql`
  WITH ${ENTRIES}, ${RECEIPTS} SELECT ${RECEIPT}, entry.id::text AS entry, booked_on::text AS "bookedOn",
    entry.currency AS "entryCurrency", entry.amount_minor::text AS "entryMinor"
  FROM receipt JOIN entry ON entry.receipt = receipt.batch
  WHERE (${within(sql`received_on`)} OR ${within(sql`booked_on`)})
    AND (receipt.amount <> entry.amount_minor OR receipt.currency <> entry.currency
      OR date_trunc('month', received_on) <> date_trunc('month', booked_on))
  ORDER BY booked_on, entry.id LIMIT ${MOST_LINES}`;

const pairRow = receiptRow.extend({
  entry: z.string(),
  bookedOn: z.string(),
  entryCurrency: z.string(),
  entryMinor: minor,
});

const figuresOf = ({ currency, ...sums }: z.infer<typeof lineRow>): MonthLine => ({
  currency,
  ...(Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, BigInt(sum)])) as Omit<
    MonthLine,
    'currency'
  >),
});

/** Ledger, Stripe and bank of a month such as 2026-11, by the days on which each says that money came. */
export async function readMonth(db: Db, month: string): Promise<MonthData> {
  const [from, to] = [`${month}-01`, lastDayOf(month)];
  const within = (day: SQL): SQL => sql`${day} BETWEEN ${from}::date AND ${to}::date`;
  const where = sql`entry.state = 'open' AND ${within(sql`entry.booked_on`)}`;
  const [lines, lone, pairs, withoutReceipt] = await Promise.all([
    db.execute(linesIn(within)),
    db.execute(withoutEntry(within)),
    db.execute(unequal(within)),
    readEntries(db, { where, limit: MOST_LINES }),
  ]);
  return {
    month,
    lines: rowsOf(lines, lineRow).map(figuresOf),
    withoutEntry: rowsOf(lone, receiptRow).map((row) => ({
      ...row,
      amountMinor: BigInt(row.amountMinor),
    })),
    withoutReceipt,
    unequal: rowsOf(pairs, pairRow).map((row) => ({
      ...row,
      amountMinor: BigInt(row.amountMinor),
      entryMinor: BigInt(row.entryMinor),
    })),
  };
}

function lastDayOf(month: string): Day {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number, 0)).toISOString().slice(0, 10);
}

/** The month before (−1) or after (1). */
export function monthBeside(month: string, by: -1 | 1): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number! - 1 + by, 1)).toISOString().slice(0, 7);
}
