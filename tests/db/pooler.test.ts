import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { openPostgres } from '../../server/db/client.ts';
import { rowsOf } from '../../server/db/sql.ts';
import { openContext, openExisting } from '../../server/open-context.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { createDatabase, withDatabase, type TestDatabase } from '../support/database.ts';
import { hasPgBouncer, startPooler, throughPooler, type Pooler } from '../support/pgbouncer.ts';
import { signatory, startMailApp, type MailApp } from '../support/sign-up.ts';

const LEDGER_KEY = Buffer.alloc(32, 7).toString('base64');
const hasPooler = hasPgBouncer();

describe.skipIf(!hasPooler)('behind a PgBouncer that lends four connections', () => {
  let pooler: Pooler;
  let app: MailApp;
  beforeAll(async () => {
    pooler = await startPooler(inject('databaseUrl'), { default_pool_size: 4 });
    app = await startMailApp({ poolerPort: pooler.port });
  });
  afterAll(async () => {
    await app.close();
    await pooler.stop();
  });

  /** What Postgres says of the sessions of the application's login. */
  const sessions = async () =>
    app.database!.asOwner(`SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND usename = 'muster_login'`);

  test('pledges are logged, accepted, listed, downloaded, signed and verified', async () => {
    const bo = await publishedSignatory(app, { name: 'Bo Example' });
    const refs = await Promise.all(
      Array.from({ length: 12 }, async () => fundingPledge(app, bo, { amount: '25.00' })),
    );
    const listed = await app.request('/api/v1/pledges?limit=200', { token: false });
    expect(listed.body.pledges.map(({ ref }: { ref: string }) => ref).toSorted()).toEqual(
      refs.toSorted(),
    );
    const [publicly, forCy] = [
      await app.request('/data/pledges.csv', { token: false }),
      await app.request('/api/v1/admin/exports/pledges.csv'),
    ];
    for (const { status, body } of [publicly, forCy]) {
      expect(status).toBe(200);
      for (const ref of refs) expect(body).toContain(ref);
    }
    const { body: note } = await app.request('/log/checkpoint', { token: false });
    expect(note).toMatch(/\n\n— /);
    await app.publicCache.refresh();
    const verdict = await app.request('/api/v1/admin/verify', { body: {} });
    expect(verdict.body).toMatchObject({ holds: true });
    expect((await sessions()).length).toBeLessThanOrEqual(4);
    await checkLedger(app);
  });

  test('Ada signs up by a link, and signs in', async () => {
    const ada = await signatory(app);
    const mine = await app.request('/api/v1/me', { token: ada.session });
    expect(mine.body.signature).toMatchObject({ email: ada.email });
    await checkLedger(app);
  });
});

/** What a session is set to, as the login of the tests has it by default, and what it runs as. */
const SETTINGS = [
  ['role', 'muster_app'],
  ['search_path', 'public, pg_temp'],
  ['datestyle', 'ISO, MDY'],
  ['standard_conforming_strings', 'on'],
  ['jit', 'off'],
  ['max_parallel_workers_per_gather', '0'],
  ['muster.states', 'on'],
  ['statement_timeout', '1min'],
  ['idle_in_transaction_session_timeout', '1min'],
] as const;
const set = `SELECT pg_backend_pid() AS pid, current_user AS role, ${SETTINGS.slice(1)
  .map(([name]) => `current_setting('${name}', true) AS "${name}"`)
  .join(', ')}`;
const OURS = Object.fromEntries(SETTINGS);

describe.skipIf(!hasPooler)('on one session of Postgres that a pooler lends to all', () => {
  let pooler: Pooler;
  let database: TestDatabase;
  let url: string;
  beforeAll(async () => {
    database = await createDatabase();
    pooler = await startPooler(inject('databaseUrl'), { default_pool_size: 1 });
    url = throughPooler(database.appUrl, pooler.port);
  });
  afterAll(async () => {
    await pooler.stop();
    await database.drop();
  });

  test('our settings end with each transaction, and a stranger’s do not reach ours', async () => {
    const dee = new pg.Client({ connectionString: url });
    dee.on('error', () => {});
    await dee.connect();
    const { db, copyOut, close } = openPostgres(url, { isPooled: true });
    const seen = async (): Promise<object> => (await dee.query(set)).rows[0];
    const before = await seen();
    expect(before).toMatchObject({ role: 'muster_login', 'muster.states': null });

    const [ours] = rowsOf<{ pid: number }>(await db.execute(set));
    expect(ours).toMatchObject({ ...OURS, pid: (before as { pid: number }).pid });
    await db.transaction(async (tx) => expect(rowsOf(await tx.execute(set))).toMatchObject([OURS]));
    const failed = db.transaction(async (tx) => tx.execute('SELECT 1 / 0'));
    await expect(failed).rejects.toThrow('Failed query: SELECT 1 / 0');
    // Once a setting has been used in a session, Postgres knows it there, empty.
    expect(await seen()).toEqual({ ...before, 'muster.states': '' });

    await dee.query(`SET search_path = pg_temp; SET jit = on; SET muster.states = 'off';
      SET statement_timeout = '7s'; SET datestyle = 'German'`);
    expect(rowsOf(await db.execute(set))).toMatchObject([OURS]);
    await db.transaction(async (tx) => expect(rowsOf(await tx.execute(set))).toMatchObject([OURS]));
    expect(await seen()).toMatchObject({ search_path: 'pg_temp', statement_timeout: '7s' });
    const rows = await copyOut(async (reader) => {
      const [copying] = rowsOf(await reader.execute(set));
      expect(copying).toMatchObject({ role: 'muster_app', search_path: 'public, pg_temp' });
      return sql`SELECT '1\\2' AS "as it is"`;
    });
    expect(await text(rows)).toBe('as it is\n1\\2\n');
    await Promise.all([dee.end(), close()]);
  });

  test('transactions of two servers take turns, and statements that come again have no name', async () => {
    const [one, two] = [
      openPostgres(url, { isPooled: true }),
      openPostgres(url, { isPooled: true }),
    ];
    const order: string[] = [];
    const work = (name: string, { db }: typeof one) =>
      db.transaction(async (tx) => {
        for (const step of [1, 2, 3]) {
          const rows = rowsOf(await tx.execute(sql`SELECT ${`${name}${step}`}::text AS step`));
          order.push((rows[0] as { step: string }).step);
        }
        return rowsOf(await tx.execute(set))[0];
      });
    const all = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name, at) => work(name, at % 2 ? one : two)),
    );
    expect(new Set(all.map((row) => (row as { pid: number }).pid)).size).toBe(1);
    for (const row of all) expect(row).toMatchObject(OURS);
    // None begins while another is under way.
    const runs = order.map((step) => step[0]!).filter((name, at, names) => name !== names[at - 1]);
    expect(runs.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    const prepared = await one.db.execute('SELECT statement FROM pg_prepared_statements');
    expect(rowsOf(prepared)).toEqual([]);
    await Promise.all([one.close(), two.close()]);
  });

  test('the start refuses a database that lacks a migration, and applies none', async () => {
    const env = { DATABASE_URL: url, DATABASE_POOLER: 'transaction', LEDGER_KEY };
    const [last] = await database.asOwner('SELECT * FROM migration ORDER BY name DESC LIMIT 1');
    await database.asOwner('DELETE FROM migration WHERE name = $1', [last!['name']]);
    await expect(openContext(readConfig(env))).rejects.toThrow(
      `the database lacks migration ${String(last!['name'])}; first: npm run migrate`,
    );
    await database.asOwner('INSERT INTO migration (name, checksum) VALUES ($1, $2)', [
      last!['name'],
      last!['checksum'],
    ]);
  });
});

describe.skipIf(!hasPooler)('the start refuses, in one line,', () => {
  const opened = async (settings: Record<string, string>) => {
    const database = await createDatabase();
    const pooler = await startPooler(inject('databaseUrl'), settings);
    const url = throughPooler(database.appUrl, pooler.port);
    try {
      const { close } = await openExisting(readConfig({ DATABASE_URL: url, LEDGER_KEY }));
      await close();
    } finally {
      await pooler.stop();
      await database.drop();
    }
  };

  test('a pooler that drops what a connection is set to', async () => {
    const dropped = 'options, statement_timeout, lock_timeout, idle_in_transaction_session_timeout';
    await expect(opened({ ignore_startup_parameters: dropped })).rejects.toThrow(
      /^DATABASE_URL: statements run as muster_login, not as muster_app, .* set DATABASE_POOLER=transaction/,
    );
  });

  test('a pooler that takes no settings', async () => {
    const refusal = await opened({}).catch((error: unknown) => error);
    expect(deepest(refusal)).toMatch('unsupported startup parameter');
  });
});

test('a login that lacks the role is told so each time, and goes on once it has it', async () => {
  const database = await createDatabase();
  const login = `muster_${randomBytes(6).toString('hex')}`;
  await database.asOwner(`CREATE ROLE ${login} LOGIN`);
  const name = new URL(database.appUrl).pathname.slice(1);
  const { db, close } = openPostgres(withDatabase(database.appUrl, name, login), {
    connections: 1,
    isPooled: true,
  });
  for (const query of ['SELECT 1', 'SELECT 2']) {
    const refusal = await db.execute(query).catch((error: unknown) => error);
    expect(deepest(refusal)).toBe('permission denied to set role "muster_app"');
  }
  await database.asOwner(`GRANT muster_app TO ${login}`);
  expect(rowsOf(await db.execute('SELECT current_user AS role'))).toEqual([{ role: 'muster_app' }]);
  await close();
  await database.asOwner(`DROP ROLE ${login}`);
  await database.drop();
});

/** What the database said, under what drizzle wraps it in. */
const deepest = (error: unknown): string => {
  const { cause, message } = error as Error;
  return cause === undefined ? message : deepest(cause);
};
