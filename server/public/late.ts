import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Late } from '../../web/data/home.ts';
import type { LatePledge } from '../../web/data/how-we-know.ts';
import type { Db, Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import { addDays, today, type Day } from '../domain/day.ts';
import { computeStanding } from '../domain/figures.ts';
import { spreadByMonth } from '../domain/hours-by-month.ts';
import { grantsOf } from './compute-volume.ts';
import type { Figures } from './progress.ts';

const LATE_SHOWN = 20;

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

/** Of pledges: how many givers they have would tell whose an anonymous one is. */
async function lateMoney(reader: Db | Tx, asOf: Day): Promise<Late['money']> {
  const [row] = rowsOf(
    await reader.execute(sql`
      SELECT COALESCE(sum(part.committed_base), 0)::text AS amount,
        count(DISTINCT part.pledge_id)::int AS pledges
      FROM outstanding_part AS part
      WHERE part.due_on < ${asOf}::date AND part.committed > 0`),
    z.strictObject({ amount: z.string(), pledges: z.int() }),
  );
  return { amount: BigInt(row!.amount), pledges: row!.pledges };
}

/** The largest of them, each with what is late of it since its first late instalment, and no giver. */
export async function latePledges(
  reader: Db | Tx,
  { createdAt }: Figures['checkpoint'],
): Promise<LatePledge[]> {
  const rows = rowsOf(
    await reader.execute(sql`
      WITH late AS (
        SELECT pledge_id AS id, min(due_on) AS due_on, sum(committed) AS quantity,
          sum(committed_base) AS base
        FROM outstanding_part WHERE due_on < ${today(createdAt)}::date AND committed > 0
        GROUP BY pledge_id ORDER BY base DESC, pledge_id LIMIT ${LATE_SHOWN})
      SELECT pledge.ref, pledge.asset, late.due_on::text AS "dueOn", late.quantity::text AS quantity
      FROM late JOIN pledge USING (id) ORDER BY late.base DESC, id`),
    z.strictObject({
      ref: z.string(),
      asset: z.string(),
      dueOn: z.string(),
      quantity: z.string(),
    }),
  );
  return rows.map((row) => ({ ...row, quantity: BigInt(row.quantity) }));
}
