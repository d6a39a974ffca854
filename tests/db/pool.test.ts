import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whileAsking } from '../../server/db/asking.ts';
import { openPostgres } from '../../server/db/client.ts';
import { rowsOf } from '../../server/db/sql.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

const within = <T>(leftMs: number, work: () => Promise<T>): Promise<T> =>
  whileAsking({ network: '', leftMs }, work);

test('a transaction that cannot begin gives its connection back', async () => {
  const { db, close } = openPostgres(database.appUrl, { connections: 1 });
  const begin = { isolationLevel: 'no such level' as 'serializable' };
  await expect(db.transaction(async () => {}, begin)).rejects.toThrow('begin isolation level');
  expect(await db.transaction(async (tx) => tx.execute('SELECT 1'))).toBeDefined();
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
