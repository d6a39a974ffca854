import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { ENTRIES } from '../../bank/entries.ts';
import type { Db } from '../../db/db.ts';
import { rowsOf } from '../../db/sql.ts';

const MOST_LINES = 200;

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

const sumOf = (...what: string[]): SQL =>
  sql`coalesce(sum(amount) FILTER (WHERE what = ANY(${sql.param(what)}::text[])), 0)::text`;

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
    ${sumOf('hand')} AS recorded, ${sumOf('stripe')} AS "throughStripe",
    ${sumOf('provider')} AS "atStripe",
    ${sumOf('open', 'aside', 'recorded')} AS credited, ${sumOf('open')} AS open, ${sumOf('aside')} AS aside
  FROM told GROUP BY currency ORDER BY currency`;

const minor = z.string();
const lineRow = z.strictObject({
  currency: z.string(),
  recorded: minor,
  throughStripe: minor,
  atStripe: minor,
  credited: minor,
  open: minor,
  aside: minor,
});

/** One by hand may have another day, a fee or a rate. Stripe's have a list of differences of their own. */
const oddReceipts = (within: (day: SQL) => SQL): SQL => sql`
  WITH ${ENTRIES}, ${RECEIPTS}
  SELECT ref, giver, received_on::text AS "receivedOn", receipt.currency, amount::text,
    entry.id::text AS entry, booked_on::text AS "bookedOn", entry.currency AS "bankCurrency",
    amount_minor::text AS credited
  FROM receipt LEFT JOIN entry ON entry.receipt = receipt.batch
  WHERE (entry.id IS NULL AND NOT is_stripe AND ${within(sql`received_on`)})
    OR ((${within(sql`received_on`)} OR ${within(sql`booked_on`)})
      AND (amount <> amount_minor OR receipt.currency <> entry.currency
        OR date_trunc('month', received_on) <> date_trunc('month', booked_on)))
  ORDER BY received_on, receipt.batch LIMIT ${MOST_LINES}`;

const oddRow = z.strictObject({
  ref: z.string(),
  giver: z.string(),
  receivedOn: z.string(),
  currency: z.string(),
  amount: minor,
  entry: z.string().nullable(),
  bookedOn: z.string().nullable(),
  bankCurrency: z.string().nullable(),
  credited: minor.nullable(),
});

/** Ledger, Stripe and bank of a month such as 2026-11, by the days on which each says that money came. */
export async function readMonth(db: Db, month: string) {
  const from = `${month}-01`;
  const within = (day: SQL): SQL =>
    sql`(${day} >= ${from}::date AND ${day} < ${from}::date + interval '1 month')`;
  const lines = await db.execute(linesIn(within));
  const receipts = await db.execute(oddReceipts(within));
  return { month, lines: rowsOf(lines, lineRow), receipts: rowsOf(receipts, oddRow) };
}
