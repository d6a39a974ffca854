import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { ENTRIES } from '../../bank/entries.ts';
import { ASSETS } from '../../exports/cells.ts';
import { askedOf, type Facts, type DeskList } from './desk-list.ts';

const filters = askedOf(['received'], {
  month: z
    .string()
    .regex(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/)
    .optional(),
});
type Filters = z.infer<typeof filters>;

/** In the month that was asked for, or the one before today's. */
function isWithin(day: SQL, { today }: Facts, { month }: Filters): SQL {
  const first = month
    ? sql`${`${month}-01`}::date`
    : sql`date_trunc('month', ${today}::date) - interval '1 month'`;
  return sql`(${day} >= ${first} AND ${day} < ${first} + interval '1 month')`;
}

/** Receipts of money that weren't undone. One through Stripe has what Stripe says of it. */
const RECEIPTS: SQL = sql`receipt AS (
  SELECT movement.batch, pledge.ref, pledge.asset AS currency, pledge.signatory_id,
    max(movement.occurred_on) AS received_on, sum(movement.quantity)::bigint AS amount,
    provider_batch.amount_minor AS at_stripe
  FROM movement JOIN pledge ON pledge.id = movement.pledge_id
  LEFT JOIN provider_batch ON provider_batch.batch = movement.batch
  WHERE movement.verb = 'receive' AND pledge.source IS NULL
    AND movement.batch NOT IN (SELECT batch FROM undone)
  GROUP BY movement.batch, pledge.id, provider_batch.amount_minor)`;

/** One by hand may have another day, a fee or a rate. Stripe's have a list of differences of their own. */
function odd(facts: Facts, wanted: Filters): SQL {
  const received = isWithin(sql`received_on`, facts, wanted);
  const booked = isWithin(sql`booked_on`, facts, wanted);
  return sql`(
    WITH ${ENTRIES}, ${RECEIPTS}
    SELECT receipt.*, entry.id AS entry, booked_on, entry.currency AS bank_currency, amount_minor
    FROM receipt LEFT JOIN entry ON entry.receipt = receipt.batch
    WHERE (entry.id IS NULL AND at_stripe IS NULL AND ${received})
      OR ((${received} OR ${booked})
        AND (amount <> amount_minor OR receipt.currency <> entry.currency OR ${received} <> ${booked}))) AS odd
    JOIN signatory ON signatory.id = odd.signatory_id
    JOIN ${ASSETS} ON asset.code = odd.currency
    LEFT JOIN (SELECT code, minor FROM ${ASSETS}) AS bank ON bank.code = odd.bank_currency`;
}

const money = (sum: SQL): SQL => sql`(coalesce(${sum}, 0) * asset.minor)::text`;

/** The receipts of a month that differ from the bank's entries, and sums of all by currency. */
export const bankMonth: DeskList<Filters> = {
  name: 'bank-month',
  audience: 'desk',
  filters,
  typed: [],
  cells: ({ isFile }) => ({
    ref: sql`odd.ref`,
    received_on: sql`odd.received_on`,
    currency: sql`odd.currency`,
    amount: sql`odd.amount * asset.minor`,
    entry: sql`odd.entry`,
    booked_on: sql`odd.booked_on`,
    bank_currency: sql`odd.bank_currency`,
    credited: sql`odd.amount_minor * bank.minor`,
    ...(!isFile && { signatory_id: sql`odd.signatory_id`, giver: sql`signatory.name` }),
  }),
  from: odd,
  where: () => sql`true`,
  sorts: { received: { by: sql`odd.received_on`, type: 'date', dir: 'asc' } },
  id: { by: sql`odd.batch`, type: 'text' },
  sums: (facts, wanted) => sql`
    WITH ${ENTRIES}, ${RECEIPTS}, told AS (
      SELECT currency, received_on AS day, amount, at_stripe, NULL AS state FROM receipt
      UNION ALL SELECT currency, booked_on, amount_minor, NULL, state FROM entry)
    SELECT currency,
      ${money(sql`sum(amount) FILTER (WHERE at_stripe IS NOT NULL)`)} AS through_stripe,
      ${money(sql`sum(at_stripe)`)} AS at_stripe,
      ${money(sql`sum(amount) FILTER (WHERE state IS NULL AND at_stripe IS NULL)`)} AS recorded,
      ${money(sql`sum(amount) FILTER (WHERE state IS NOT NULL)`)} AS credited,
      ${money(sql`sum(amount) FILTER (WHERE state = 'open')`)} AS open,
      ${money(sql`sum(amount) FILTER (WHERE state = 'aside')`)} AS aside,
      ${money(sql`sum(CASE WHEN state = 'recorded' THEN amount WHEN state IS NULL AND at_stripe IS NULL THEN -amount END)`)} AS difference
    FROM told JOIN ${ASSETS} ON asset.code = currency
    WHERE ${isWithin(sql`day`, facts, wanted)}
    GROUP BY currency, asset.minor ORDER BY currency`,
};
