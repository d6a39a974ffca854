import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Late } from '../../web/data/home.ts';
import type { Db, Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import { addDays, today, type Day } from '../domain/day.ts';
import { computeStanding } from '../domain/figures.ts';
import { spreadByMonth } from '../domain/hours-by-month.ts';
import { grantsOf } from './compute-volume.ts';
import type { Figures } from './progress.ts';

const LARGEST_SHOWN = 20;

/**
 * As of the checkpoint. Money: parts of instalments that were agreed in writing and due before that day. Hours: due by
 * the end of the last month, as on /compute, less all that was delivered.
 */
export async function lateOf(
  reader: Db | Tx,
  { checkpoint, totals, capacity }: Figures,
): Promise<Late> {
  const asOf = today(checkpoint.createdAt);
  const month = asOf.slice(0, 7);
  let due = capacity.due.reduce(
    (sum, part) => (part.month < month ? sum + BigInt(part.gpuSeconds) : sum),
    0n,
  );
  for (const { quantity, ...days } of await grantsOf(reader)) {
    for (const [at, part] of spreadByMonth(days, quantity)) if (at < month) due += part;
  }
  const missing = due - computeStanding(totals).received.quantity;
  return {
    money: await lateMoney(reader, asOf),
    hours: { due, missing: missing > 0n ? missing : 0n, by: addDays(`${month}-01`, -1) },
  };
}

/**
 * Its pledges, the largest with what is late of each since its first late instalment. No givers: how many there are would
 * tell whose an anonymous pledge is.
 */
async function lateMoney(reader: Db | Tx, asOf: Day): Promise<Late['money']> {
  const rows = rowsOf(
    await reader.execute(sql`
      WITH late AS (
        SELECT pledge_id AS id, min(due_on) AS due_on, sum(committed) AS quantity,
          sum(committed_base) AS base, sum(sum(committed_base)) OVER () AS amount,
          count(*) OVER () AS pledges
        FROM outstanding_part WHERE due_on < ${asOf}::date AND committed > 0
        GROUP BY pledge_id ORDER BY base DESC, pledge_id LIMIT ${LARGEST_SHOWN})
      SELECT pledge.ref, pledge.asset, late.due_on::text AS "dueOn", late.quantity::text AS quantity,
        late.amount::text AS amount, late.pledges::int AS pledges
      FROM late JOIN pledge USING (id) ORDER BY late.base DESC, id`),
    z.strictObject({
      ref: z.string(),
      asset: z.string(),
      dueOn: z.string(),
      quantity: z.string(),
      amount: z.string(),
      pledges: z.int(),
    }),
  );
  return {
    amount: BigInt(rows[0]?.amount ?? 0),
    pledges: rows[0]?.pledges ?? 0,
    largest: rows.map(({ ref, asset, dueOn, quantity }) => ({
      ref,
      asset,
      dueOn,
      quantity: BigInt(quantity),
    })),
  };
}
