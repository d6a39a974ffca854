import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migratePostgres } from '../../server/db/client.ts';
import { MIGRATIONS_DIR } from '../../server/paths.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const RIGHTS = '0019_token_rights.sql';

let database: TestDatabase;
const sql = (text: string, params?: unknown[]) => database.asOwner(text, params);
const idOf = (nth: number): string => `00000000-0000-7000-8000-${String(nth).padStart(12, '0')}`;

const admin = (nth: number, name: string, isRemoved = false) =>
  sql(
    `INSERT INTO admin (id, name, email, email_key, role, created_at, removed_at)
     VALUES ($1, $2, $3, $3, 'owner', now(), CASE WHEN $4 THEN now() END)`,
    [idOf(nth), name, `${name}@desk.example`, isRemoved],
  );

const token = (nth: number, name: string, rights: string, { by = 1, state = 'works' } = {}) =>
  sql(
    `INSERT INTO api_token (id, name, token_hash, rights, made_by, created_at, expires_at, revoked_at)
     VALUES ($1, $2, sha256(convert_to($2, 'UTF8')), $3, $4, now(),
       now() + CASE WHEN $5 = 'over' THEN -1 ELSE 1 END * interval '1 day',
       CASE WHEN $5 = 'revoked' THEN now() END)`,
    [idOf(nth), name, rights, idOf(by), state],
  );

beforeAll(async () => {
  database = await createDatabase({ empty: true });
  const before = await mkdtemp(join(tmpdir(), 'muster-migrations-'));
  for (const name of await readdir(MIGRATIONS_DIR)) {
    if (name < RIGHTS) await copyFile(join(MIGRATIONS_DIR, name), join(before, name));
  }
  await migratePostgres(database.ownerUrl, before);
  await rm(before, { recursive: true });
  await admin(1, 'cy');
  await admin(2, 'bo');
  await admin(3, 'gone', true);
  await token(11, 'nightly', '{view,export}');
  await token(12, 'bank', '{record}');
  await token(13, 'reader', '{view}', { by: 2 });
  await token(14, 'old', '{export}', { by: 2, state: 'over' });
  await token(15, 'revoked', '{export}', { by: 2, state: 'revoked' });
  await token(16, 'orphan', '{export}', { by: 3 });
  await migratePostgres(database.ownerUrl, MIGRATIONS_DIR);
});
afterAll(() => database.drop());

test('no token that was there keeps the right to export, and none gets the right to refund', async () => {
  const rows = await sql('SELECT name, rights FROM api_token ORDER BY id');
  expect(rows.map(({ name, rights }) => [name, rights])).toEqual([
    ['nightly', ['view']],
    ['bank', ['record']],
    ['reader', ['view']],
    ['old', []],
    ['revoked', []],
    ['orphan', []],
  ]);
});

test('whoever made one that worked and lost something is emailed once, with its name', async () => {
  const rows = await sql('SELECT kind, address, data FROM mail');
  expect(rows).toEqual([
    { kind: 'token-rights', address: 'cy@desk.example', data: { tokens: ['bank', 'nightly'] } },
  ]);
});

test('the trail says which tokens lost rights, and which are left', async () => {
  const rows = await sql(`SELECT by, act, object, facts FROM audit ORDER BY object`);
  const line = (nth: number, rights: string) => ({
    by: 'machine',
    act: 'token.rights',
    object: idOf(nth),
    facts: { rights },
  });
  expect(rows).toEqual([line(11, 'view'), line(12, 'record'), line(16, '')]);
});
