import { sql } from 'drizzle-orm';
import type { Tx } from './client.ts';

/** The result rows of a raw statement, on either engine. */
export const rowsOf = <T>(result: unknown): T[] => (result as { rows: T[] }).rows;

/** Takes an advisory lock until the commit, if nobody else holds it. */
export async function tryLock(tx: Tx, lock: bigint): Promise<boolean> {
  const [row] = rowsOf<{ locked: boolean }>(
    await tx.execute(sql`SELECT pg_try_advisory_xact_lock(${lock.toString()}::bigint) AS locked`),
  );
  return row!.locked;
}
