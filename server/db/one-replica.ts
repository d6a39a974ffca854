import { sql } from 'drizzle-orm';
import type { Database } from './client.ts';
import { tryLock } from './sql.ts';

/** Null where another replica is at it. If the lock's connection breaks, `work` may run twice. */
export async function onOneReplica<T>(
  ctx: Pick<Database, 'db' | 'engine'>,
  lock: bigint,
  work: () => Promise<T>,
): Promise<T | null> {
  if (ctx.engine === 'embedded') return work();
  return ctx.db.transaction(async (tx) => {
    if (!(await tryLock(tx, lock))) return null;
    // It waits as long as `work` takes, and holds up no writer.
    await tx.execute(sql`SET LOCAL idle_in_transaction_session_timeout = 0`);
    return work();
  });
}
