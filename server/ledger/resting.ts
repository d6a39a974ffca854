import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import type { Kind } from '../domain/asset.ts';
import { GRADES, type Grade } from '../domain/evidence.ts';

/** What is secured, by the evidence it rests on: money in minor units of the base, given compute in GPU-seconds. */
export interface Resting {
  size: bigint;
  sums: ReadonlyMap<`${Kind}/${Grade}`, bigint>;
}

const NOTHING: Resting = { size: 0n, sums: new Map() };

/**
 * Each amount rests on the grade of the movement that brought it to where it is. Where a pledge has several grades and
 * a part of it has moved on, the strongest left first: no evidence is overstated. Only pledges that moved since `from`
 * are read, as of both sizes. A contested payment that was won is a payment again. Movements that were undone, and those that undid them, are left out.
 */
async function foldResting(reader: Db | Tx, from: Resting, size: bigint): Promise<Resting> {
  const rows = rowsOf(
    await reader.execute(sql`
      WITH moved AS MATERIALIZED (
        SELECT DISTINCT pledge_id FROM movement WHERE seq >= ${from.size} AND seq < ${size}),
      side AS (
        SELECT state.sign, pledge_id, pledge.source IS NULL AS is_money, side.stage, side.grade,
          sum(side.sign * CASE WHEN pledge.source IS NULL THEN base ELSE movement.quantity END) AS amount
        FROM (VALUES (${from.size}::bigint, -1), (${size}::bigint, 1)) AS state (size, sign)
        JOIN movement ON movement.seq < state.size AND pledge_id IN (SELECT pledge_id FROM moved)
        JOIN pledge ON pledge.id = pledge_id AND pledge.source IS DISTINCT FROM 'bought'
        CROSS JOIN LATERAL
          (VALUES (to_stage, CASE verb WHEN 'win' THEN 'payment' ELSE movement.grade END, 1), (from_stage, NULL, -1)) AS side (stage, grade, sign)
        WHERE state.size > 0 AND side.stage IN ('committed', 'received') AND reverses IS NULL
          AND NOT EXISTS (SELECT FROM movement AS undoing
            WHERE undoing.reverses = movement.seq AND undoing.seq < state.size)
        GROUP BY 1, 2, 3, 4, 5),
      held AS (
        SELECT *, sum(amount) OVER pledge AS standing, sum(amount) OVER (pledge
          ORDER BY array_position(${sql.param(GRADES)}::text[], grade)) - amount AS weaker
        FROM side WINDOW pledge AS (PARTITION BY sign, pledge_id, stage))
      SELECT is_money AS "isMoney", grade,
        sum(sign * LEAST(amount, GREATEST(standing - weaker, 0)))::text AS amount
      FROM held WHERE grade IS NOT NULL GROUP BY 1, 2`),
    z.strictObject({ isMoney: z.boolean(), grade: z.enum(GRADES), amount: z.string() }),
  );
  const sums = new Map(from.sums);
  for (const { isMoney, grade, amount } of rows) {
    const key = `${isMoney ? 'funding' : 'compute'}/${grade}` as const;
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(amount));
  }
  return { size, sums };
}

/** Keeps the last answer, until another ledger replaces this one. */
export function keptResting() {
  let kept = NOTHING;
  return {
    at: async (reader: Db | Tx, size: bigint): Promise<Resting> => {
      const answer = await foldResting(reader, kept.size > size ? NOTHING : kept, size);
      if (answer.size >= kept.size) kept = answer;
      return answer;
    },
    forget: (): void => {
      kept = NOTHING;
    },
  };
}
