import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPostgres } from '../../server/db/client.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

test('a transaction that cannot begin gives its connection back', async () => {
  const { db, close } = openPostgres(database.appUrl, 1);
  const begin = { isolationLevel: 'no such level' as 'serializable' };
  await expect(db.transaction(async () => {}, begin)).rejects.toThrow('begin isolation level');
  expect(await db.transaction(async (tx) => tx.execute('SELECT 1'))).toBeDefined();
  await close();
});
