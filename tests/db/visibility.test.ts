import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migratePostgres } from '../../server/db/client.ts';
import { MIGRATIONS_DIR } from '../../server/paths.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const VISIBILITY = '0013_visibility.sql';

let database: TestDatabase;
const sql = (text: string, params?: unknown[]) => database.asOwner(text, params);
const idOf = (nth: number): string => `00000000-0000-7000-8000-${String(nth).padStart(12, '0')}`;

/** A giver and a pledge, as they were before. */
async function pledged(
  nth: number,
  {
    visibility = 'amount-hidden',
    status = 'accepted',
    email = `giver${nth}@example.org` as string | null,
    isProved = true,
  } = {},
): Promise<void> {
  await sql(
    `INSERT INTO signatory (id, code, kind, name, email, email_key, public, status, created_at, confirmed_at)
     VALUES ($1, $2, 'person', $2, $3, $3, true, 'published', now(), CASE WHEN $4 THEN now() END)`,
    [idOf(nth), `GIVER${nth}`, email, isProved],
  );
  await sql(
    `INSERT INTO pledge (id, ref, signatory_id, asset, quantity, windows, instalments, firm, visibility,
       status, rate_num, rate_den, created_at)
     VALUES ($1, $2, $1, 'USD', 100, '[]', '[]', false, $3, $4, '1', '1', now())`,
    [idOf(nth), `PLEDGE${nth}`, visibility, status],
  );
}

beforeAll(async () => {
  database = await createDatabase({ empty: true });
  const before = await mkdtemp(join(tmpdir(), 'muster-migrations-'));
  for (const name of await readdir(MIGRATIONS_DIR)) {
    if (name < VISIBILITY) await copyFile(join(MIGRATIONS_DIR, name), join(before, name));
  }
  await migratePostgres(database.ownerUrl, before);
  await rm(before, { recursive: true });
  await pledged(1);
  await pledged(2, { status: 'pending' });
  await pledged(3, { status: 'rejected' });
  await pledged(4, { isProved: false });
  await pledged(5, { email: null });
  await pledged(6, { visibility: 'public' });
  await pledged(7, { visibility: 'anonymous' });
  await sql(
    `INSERT INTO sign_up VALUES ($1, 'dee@example.org', 'dee@example.org',
       '{"name": "Dee", "pledge": {"kind": "funding", "visibility": "amount-hidden"}}', now())`,
    [idOf(8)],
  );
  await migratePostgres(database.ownerUrl, MIGRATIONS_DIR);
});
afterAll(() => database.drop());

test('who hid an amount is anonymous, and so is what nobody has confirmed yet', async () => {
  const rows = await sql('SELECT visibility FROM pledge ORDER BY ref');
  expect(rows.map(({ visibility }) => visibility)).toEqual([
    ...Array.from({ length: 5 }, () => 'anonymous'),
    'public',
    'anonymous',
  ]);
  const [signUp] = await sql(`SELECT input #>> '{pledge,visibility}' AS visibility FROM sign_up`);
  expect(signUp).toEqual({ visibility: 'anonymous' });
  await expect(
    sql(`UPDATE pledge SET visibility = 'amount-hidden' WHERE ref = 'PLEDGE1'`),
  ).rejects.toThrow('pledge_visibility_check');
});

test('the givers who have proved an address are told, once each, if the pledge still counts', async () => {
  const rows = await sql('SELECT kind, address FROM mail ORDER BY address');
  expect(rows).toEqual(
    [1, 2].map((nth) => ({ kind: 'now-anonymous', address: `giver${nth}@example.org` })),
  );
});

test('no page that was made before is served any more', async () => {
  expect(await sql('SELECT version FROM names_version')).toEqual([{ version: '1' }]);
});

test('each pledge has a payment reference, which is not its public one', async () => {
  const rows = await sql('SELECT ref, payment_ref FROM pledge');
  expect(new Set(rows.map((row) => row['payment_ref'])).size).toBe(rows.length);
  for (const row of rows) expect(row['payment_ref']).toMatch(/^[0-9A-F]{12}$/);
});

test('only an anonymous pledge that is pending can be ready', async () => {
  const ready = (ref: string) =>
    sql(`UPDATE pledge SET ready_at = now(), ready_by = 'admin' WHERE ref = $1`, [ref]);
  await ready('PLEDGE2');
  for (const ref of ['PLEDGE1', 'PLEDGE3', 'PLEDGE6']) {
    await expect(ready(ref)).rejects.toThrow('violates check constraint');
  }
});
