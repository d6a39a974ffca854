import { setTimeout } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgres, type Database } from '../../server/db/client.ts';
import type { Tx } from '../../server/db/db.ts';
import * as people from '../../server/db/people.ts';
import { insertRows, rawStatement, statement, updateOne } from '../../server/db/prepared.ts';
import * as schema from '../../server/db/schema.ts';
import { together } from '../../server/db/sql.ts';
import { requestKey, write } from '../../server/db/write.ts';
import { newWatch } from '../../server/domain/log-watch.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let made: TestDatabase;
let database: Database;
const at = new Date('2026-03-01T12:00:00Z');
const mail = (nth: number, network: string | null = null) => ({
  id: `a0000000-0000-7000-8000-00000000000${nth}`,
  kind: 'waiting' as const,
  address: 'cy@example.org',
  data: { nth, said: 'a "quote", a \\ and\na line' },
  createdAt: at,
  dueAt: at,
  turnAt: at,
  network: network === null ? null : Buffer.alloc(32, network),
});
const mails = () => database.db.select().from(people.mail).orderBy(people.mail.id);

beforeAll(async () => {
  made = await createDatabase();
  database = openPostgres(made.appUrl, { connections: 2 });
});
afterAll(async () => {
  await database.close();
  await made.drop();
});

describe('a statement that is prepared once', () => {
  test('writes what drizzle would: dates, bytes, JSON and null', async () => {
    const { db } = database;
    await db.transaction(async (tx) => {
      await insertRows(tx, people.mail, []);
      await insertRows(tx, people.mail, [mail(1)]);
      await insertRows(tx, people.mail, [mail(2, 'here')]);
      await insertRows(tx, people.mail, [mail(3, 'there'), { ...mail(4), askedBy: mail(3).id }]);
    });
    const fourth = { ...mail(4), askedBy: mail(3).id };
    expect(await mails()).toMatchObject([mail(1), mail(2, 'here'), mail(3, 'there'), fourth]);
    const later = new Date('2026-03-02T12:00:00Z');
    await db.transaction((tx) =>
      updateOne(tx, people.mail, mail(2).id, { dueAt: later, network: null }),
    );
    expect((await mails())[1]).toMatchObject({ ...mail(2), dueAt: later });
  });

  test.each(['zz', '0', 'f-'])(
    'refuses a UUID with %j behind it, as Postgres does',
    async (more) => {
      const row = { ...mail(9), id: `${mail(9).id.replaceAll('-', '')}${more}` };
      await expect(
        database.db.transaction((tx) => insertRows(tx, people.mail, [row])),
      ).rejects.toThrow('not a UUID');
    },
  );

  test('takes what differs each time, and is built once for a connection', async () => {
    let built = 0;
    const byId = statement((reader) => {
      built += 1;
      const { id } = people.mail;
      return reader
        .select({ id })
        .from(people.mail)
        .where(eq(id, sql.placeholder('id')));
    });
    const doubled = rawStatement<{ n: number }>(sql`SELECT 2 * ${sql.placeholder('n')}::int AS n`);
    const { db } = database;
    expect(await byId(db, { id: mail(1).id })).toEqual([{ id: mail(1).id }]);
    expect(await byId(db, { id: mail(3).id })).toEqual([{ id: mail(3).id }]);
    expect(built).toBe(1);
    expect(await db.transaction((tx) => doubled(tx, { n: 3 }))).toEqual([{ n: 6 }]);
    expect(await db.transaction((tx) => doubled(tx, { n: 4 }))).toEqual([{ n: 8 }]);
  });
});

describe('statements that are sent together', () => {
  test('run in their order, and each sees what the one before has done', async () => {
    const counts = await database.db.transaction((tx) => {
      const count = () => tx.execute(sql`SELECT count(*)::int AS n FROM mail`).execute();
      return Promise.all([count(), insertRows(tx, people.mail, [mail(5)]), count()]);
    });
    expect([counts[0], counts[2]]).toMatchObject([{ rows: [{ n: 4 }] }, { rows: [{ n: 5 }] }]);
  });

  test('all come to nothing where one fails, though the COMMIT went with them', async () => {
    const key = requestKey('admin', 'one');
    const ctx = { db: database.db, now: () => at, appended: () => {}, log: newWatch() };
    const kept = { ...key, status: 201, answer: {}, createdAt: at };
    // Its own answer is there already by the time that it is kept.
    const written = write(ctx, key, async (tx) => {
      await insertRows(tx, people.mail, [mail(6)]);
      await tx.insert(schema.idempotency).values(kept);
      return { status: 201, body: {} };
    });
    await expect(written).rejects.toMatchObject({ cause: { code: '23505' } });
    expect(await mails()).toHaveLength(5);
    expect(await database.db.select().from(schema.idempotency)).toEqual([]);
  });

  test('are not sent, neither the COMMIT, where an answer cannot be kept', async () => {
    const ctx = { db: database.db, now: () => at, appended: () => {}, log: newWatch() };
    const written = write(ctx, requestKey('admin', 'two'), async (tx) => {
      await insertRows(tx, people.mail, [mail(6)]);
      return { status: 201, body: { seq: 1n } };
    });
    await expect(written).rejects.toThrow('BigInt');
    expect(await mails()).toHaveLength(5);
  });

  test('lock a key before its answer is looked for', async () => {
    const ctx = { db: database.db, now: () => at, appended: () => {}, log: newWatch() };
    await made.asOwner('BEGIN');
    await made.asOwner('LOCK TABLE idempotency IN ACCESS EXCLUSIVE MODE');
    const written = write(ctx, requestKey('admin', 'three'), async () => ({
      status: 201,
      body: {},
    }));
    await expect.poll(() => made.waiting('%idempotency%')).toBe(1);
    const locks = await made.asOwner(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
    await made.asOwner('COMMIT');
    await written;
    expect(locks).toHaveLength(1);
  });

  test('leave none to run once the transaction has ended, where one of them fails', async () => {
    const late = Promise.withResolvers<void>();
    const work = async (tx: Tx): Promise<void> => {
      await setTimeout(100);
      await insertRows(tx, people.mail, [mail(9)]).finally(late.resolve);
    };
    const failing = database.db.transaction((tx) =>
      together([tx.execute(sql`SELECT 1 / 0`), work(tx)]),
    );
    await expect(failing).rejects.toMatchObject({ cause: { code: '22012' } });
    await late.promise;
    expect((await mails()).map(({ id }) => id)).not.toContain(mail(9).id);
  });

  test('leave the connection as it was where one of them fails', async () => {
    const { db } = database;
    const failing = db.transaction((tx) =>
      Promise.all([
        tx.execute(sql`SELECT 1 / 0`),
        tx.execute(sql`SELECT 1`),
        insertRows(tx, people.mail, [mail(7)]),
      ]),
    );
    await expect(failing).rejects.toMatchObject({ cause: { code: '22012' } });
    await db.transaction((tx) => insertRows(tx, people.mail, [mail(8)]));
    expect(await mails()).toHaveLength(6);
  });
});
