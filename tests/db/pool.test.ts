import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inRequest } from '../../server/db/request-context.ts';
import { openPostgres } from '../../server/db/client.ts';
import { openPool } from '../../server/db/pool.ts';
import { rowsOf, together } from '../../server/db/sql.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

const within = <T>(leftMs: number, work: () => Promise<T>): Promise<T> =>
  inRequest({ network: '', leftMs }, work);

test('a transaction that cannot begin gives its connection back', async () => {
  const { db, close } = openPostgres(database.appUrl, { connections: 1 });
  const begin = { isolationLevel: 'no such level' as 'serializable' };
  await expect(db.transaction(async () => {}, begin)).rejects.toThrow('begin isolation level');
  expect(await db.transaction(async (tx) => tx.execute('SELECT 1'))).toBeDefined();
  await close();
});

describe('where a BEGIN is refused, and its connection stands,', () => {
  const refused = async (work: Parameters<ReturnType<typeof openPool>['db']['transaction']>[0]) => {
    await database.asOwner('CREATE TABLE IF NOT EXISTS tried (n int)');
    const { db, close } = openPool({
      settings: { connectionString: database.ownerUrl },
      max: 1,
      statementMs: 60_000,
      // Refused as a whole, like a BEGIN that is cancelled, or that a pooler has no session for.
      begin: ' nonsense',
    });
    await expect(db.transaction(work)).rejects.toMatchObject({ cause: { code: '42601' } });
    await close();
    // It may run what it was sent until it is gone.
    const others = () =>
      database.asOwner(`SELECT FROM pg_stat_activity WHERE datname = current_database()
        AND backend_type = 'client backend' AND pid <> pg_backend_pid()`);
    await expect.poll(others).toEqual([]);
    return database.asOwner('SELECT n FROM tried ORDER BY n');
  };
  const insert = (n: number) => sql`INSERT INTO tried VALUES (${n}::int)`;

  test('nothing is written, neither by the first statement', async () => {
    expect(await refused((tx) => tx.execute(insert(1)))).toEqual([]);
  });

  test('nor by one that was sent with what reads, nor behind it', async () => {
    const rows = await refused((tx) =>
      together([
        tx.execute(sql`SELECT 1`),
        tx.execute(insert(2)),
        tx.execute(sql`SELECT 2`),
        tx.execute(insert(3)),
      ]),
    );
    expect(rows).toEqual([]);
  });

  test('nor by one that comes later', async () => {
    const rows = await refused(async (tx) => {
      await setTimeout(200);
      await tx.execute(insert(4));
    });
    expect(rows).toEqual([]);
  });
});

test('what is sent with a BEGIN keeps its order, also where some of it waits', async () => {
  const { db, close } = openPostgres(database.appUrl, { connections: 1 });
  const count = sql`SELECT count(*)::int AS n FROM limit_use`;
  const add = (key: string) =>
    sql`INSERT INTO limit_use (key, uses, ends_at) VALUES (decode(${key}, 'hex'), 1, now())`;
  const seen = await db.transaction((tx) =>
    together([
      tx.execute(count),
      tx.execute(add('01')),
      tx.execute(count),
      tx.execute(add('02')),
      tx.execute(count),
    ]),
  );
  expect([seen[0], seen[2], seen[4]].map((result) => rowsOf(result)[0])).toEqual([
    { n: 0 },
    { n: 1 },
    { n: 2 },
  ]);
  await close();
});

/** A way to the database that may go silent, as a network does that loses a machine. */
async function silentWay() {
  const { hostname, port } = new URL(database.appUrl);
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) socket.on('error', () => socket.destroy());
    open.add(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(database.appUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    goSilent: () => {
      for (const socket of open) socket.unpipe();
    },
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}

describe('a request’s time', () => {
  test('ends its transaction, and a connection that no longer answers is closed', async () => {
    const way = await silentWay();
    const { db, close } = openPostgres(way.url, { connections: 1 });
    const lost = within(500, () =>
      db.transaction(async (tx) => {
        way.goSilent();
        await tx.execute('SELECT 1');
      }),
    );
    await expect(lost).rejects.toMatchObject({ cause: { message: 'Query read timeout' } });
    expect(rowsOf(await db.execute('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
    await close();
    way.close();
  });

  test('is what the database is told to take for a statement, with the BEGIN', async () => {
    const { db, close } = openPostgres(database.appUrl, { connections: 1 });
    const told = sql`SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock`;
    const limits = async (leftMs: number) =>
      within(leftMs, () => db.transaction(async (tx) => rowsOf(await tx.execute(told))));
    const [limited] = await limits(4_321);
    expect(limited).toMatchObject({ statement: expect.stringMatching(/^4[0-3]\d\dms$/) });
    expect(limited).toMatchObject({ lock: expect.stringMatching(/^(2s|1\d\d\dms)$/) });
    expect(await limits(Infinity)).toEqual([{ statement: '1min', lock: '0' }]);
    await expect(limits(0)).rejects.toMatchObject({ code: '57014' });
    await close();
  });

  test('ends while a lock is waited for, and leaves the connection for the next one', async () => {
    const { db, close } = openPostgres(database.appUrl, { connections: 1 });
    const pid = async () => rowsOf(await db.execute('SELECT pg_backend_pid() AS pid'));
    const before = await pid();
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('BEGIN');
    await owner.query('SELECT FROM ledger_head FOR UPDATE');
    const head = (ms: number) =>
      within(ms, () =>
        db.transaction((tx) => tx.execute('UPDATE ledger_head SET size = size + 0')),
      );
    // The limit on locks, and on statements.
    await expect(head(20_000)).rejects.toMatchObject({ cause: { code: '55P03' } });
    await expect(head(300)).rejects.toMatchObject({ cause: { code: '57014' } });
    expect(await pid()).toEqual(before);
    await owner.end();
    await close();
  });
});
