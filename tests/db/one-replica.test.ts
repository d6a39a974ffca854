import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onOneReplica } from '../../server/db/one-replica.ts';
import { openPostgres } from '../../server/db/client.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const LOCK = 7n;

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

test('work that takes longer than a transaction may be idle keeps its lock', async () => {
  const [one, two] = [
    openPostgres(database.appUrl, { connections: 1 }),
    openPostgres(database.appUrl, { connections: 1 }),
  ];
  await one.db.execute(sql`SET idle_in_transaction_session_timeout = 200`);
  const other = await onOneReplica(one, LOCK, async () => {
    await sleep(600);
    return { got: await onOneReplica(two, LOCK, async () => 'the lock') };
  });
  expect(other).toEqual({ got: null });
  expect(await onOneReplica(two, LOCK, async () => 'the lock')).toBe('the lock');
  await Promise.all([one.close(), two.close()]);
});
