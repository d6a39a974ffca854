import { sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import { tryLock } from './sql.ts';

/**
 * Runs `work` on one replica at a time; null where another one is at it. The lock goes with its own
 * transaction, which holds nothing else: should its connection break, `work` may run twice, which it has
 * to take. The embedded database has one session, which a slow server must not hold, and no replicas.
 */
export async function onOneReplica<T>(
  ctx: Pick<Database, 'db' | 'engine'>,
  lock: bigint,
  work: () => Promise<T>,
): Promise<T | null> {
  if (ctx.engine === 'embedded') return work();
  return ctx.db.transaction(async (tx) => {
    if (!(await tryLock(tx, lock))) return null;
    // It waits for `work` however long that takes, and holds up nobody who writes.
    await tx.execute(sql`SET LOCAL idle_in_transaction_session_timeout = 0`);
    return work();
  });
}
