import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Money } from '../../web/data/home.ts';
import type { Db, Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import { isCurrency } from '../domain/asset.ts';
import { today } from '../domain/day.ts';
import type { Checkpoint } from '../ledger/checkpoint.ts';

/** A crowd's first weeks are drawn by month, because each new entry would read all movements again. */
const MOST_ENTRIES = 20_000n;

export const atLeastZero = (amount: bigint): bigint => (amount > 0n ? amount : 0n);

const change = (stage: 'received' | 'committed'): SQL => sql`
  sum(CASE ${stage} WHEN to_stage THEN base WHEN from_stage THEN -base ELSE 0 END)::text`;

/** What stood at the end of each day on which secured money changed; later days count as today. */
export async function moneyDays(
  reader: Db | Tx,
  { size, createdAt }: Pick<Checkpoint, 'size' | 'createdAt'>,
): Promise<Money['days']> {
  if (size > MOST_ENTRIES) return null;
  const changes = rowsOf(
    await reader.execute(sql`
      SELECT pledge.asset, least(occurred_on, ${today(createdAt)}::date)::text AS on,
        ${change('received')} AS received, ${change('committed')} AS committed
      FROM movement JOIN pledge ON pledge.id = movement.pledge_id
      WHERE seq < ${Number(size)} AND (
        from_stage IN ('received', 'committed') OR to_stage IN ('received', 'committed'))
      GROUP BY 1, 2 ORDER BY 2`),
    z.record(z.enum(['asset', 'on', 'received', 'committed']), z.string()),
  ).filter(({ asset }) => isCurrency(asset));
  let [received, committed] = [0n, 0n];
  const days = new Map<string, { received: bigint; committed: bigint }>();
  for (const day of changes) {
    received += BigInt(day.received);
    committed += BigInt(day.committed);
    days.set(day.on, { received: atLeastZero(received), committed: atLeastZero(committed) });
  }
  return days.size === 0 ? null : [...days].map(([on, stands]) => ({ on, ...stands }));
}
