import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import * as people from '../../server/db/people.ts';
import { keepDone } from '../../server/backup/last-done.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';
import { APP_LOGIN } from '../support/database.ts';
import { atDesk } from '../support/desk.ts';
import { ADMIN_TOKEN, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';

let app: TestApp;
/** What the measurements take for the time that has passed. */
let passed = 0;

beforeAll(async () => {
  app = await startApp();
  const real = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => real() + passed);
});
afterEach(() => watchLedger(app));
afterAll(async () => {
  vi.restoreAllMocks();
  await app.close();
});

/** Of everybody but the owner. */
const limitConnections = (most: number) =>
  app.database!.asOwner(`DO $$ BEGIN
    EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT ${most}', current_database());
  END $$`);

async function measured(token: string = ADMIN_TOKEN) {
  // The database is asked at most once in ten seconds.
  passed += 11_000;
  const response = await fetch(`${app.url}/metrics`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const text = await response.text();
  const value = (name: string): number | null => {
    const line = text.split('\n').find((each) => each.startsWith(`${name} `));
    return line === undefined ? null : Number(line.split(' ').at(-1));
  };
  return { status: response.status, text, value };
}

describe('/metrics', () => {
  test('counts those who wait for a turn to read as waiting for a connection', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const reads = Array.from({ length: 7 }, () => app.ctx.publicly(() => promise));
    const waiting = 'muster_database_connections{state="waiting"}';
    expect((await measured()).value(waiting)).toBe(3);
    resolve();
    await Promise.all(reads);
    expect((await measured()).value(waiting)).toBe(0);
  });

  test('counts requests by route and status, and makes no series of what clients make up', async () => {
    for (const path of ['/pledges/0123456789ABCDEF', '/pledges/FEDCBA9876543210', '/x1', '/x2']) {
      await (await fetch(app.url + path)).arrayBuffer();
    }
    await (await fetch(`${app.url}/`, { headers: { 'x-a': 'b' } })).arrayBuffer();
    await fetch(`${app.url}/x3`, { method: 'MKCOL' });
    const { text, value } = await measured();
    const of = (labels: string) => value(`muster_http_requests_total{${labels}}`);
    expect(of('method="GET",route="/pledges/:ref",status="404"')).toBe(2);
    expect(of('method="GET",route="",status="404"')).toBe(2);
    expect(of('method="GET",route="/",status="200"')).toBe(1);
    expect(of('method="other",route="",status="404"')).toBe(1);
    expect(value('muster_http_request_seconds_count{method="GET",route="/pledges/:ref"}')).toBe(2);
    expect(text).not.toMatch(/0123456789ABCDEF|MKCOL|x1/);
  });

  test('tells how long ago the ledger was signed, and how much of it is not', async () => {
    const ada = await publishedSignatory(app);
    await app.publicCache.refresh();
    const { asOwner } = app.database!;
    await asOwner('BEGIN');
    // Nobody can sign meanwhile.
    await asOwner('LOCK TABLE checkpoint IN SHARE MODE');
    await fundingPledge(app, ada);
    const unsigned = (await measured()).value('muster_unsigned_entries');
    await asOwner('COMMIT');
    // Its terms, and the movement.
    expect(unsigned).toBe(2);
    await app.publicCache.refresh();
    const { value } = await measured();
    expect(value('muster_unsigned_entries')).toBe(0);
    expect(value('muster_checkpoint_timestamp_seconds')).toBe(app.clock.now.getTime() / 1_000);
    expect(value('muster_database_connections{state="most"}')).toBe(14);
    expect(value('muster_database_connections{state="waiting"}')).toBe(0);
  });

  test('tells of emails that wait, of rates, and of the last backup', async () => {
    const at = new Date('2026-03-10T11:00:00Z');
    const mail = { address: 'ada@example.org', data: {}, createdAt: at, dueAt: at, turnAt: at };
    await app.ctx.db.insert(people.mail).values([
      { id: randomUUID(), kind: 'now-anonymous', attempts: 0, ...mail },
      { id: randomUUID(), kind: 'now-anonymous', attempts: 3, ...mail },
    ]);
    expect((await measured()).value('muster_backup_timestamp_seconds')).toBe(0);
    await keepDone(app.ctx.config.dataDir, 'backup', at);
    const { value } = await measured();
    expect([value('muster_mail_waiting'), value('muster_mail_retried')]).toEqual([2, 1]);
    expect(value('muster_mail_oldest_timestamp_seconds')).toBe(at.getTime() / 1_000);
    expect(value('muster_backup_timestamp_seconds')).toBe(at.getTime() / 1_000);
    // The bundled ones end on this day.
    const day = Date.parse('2026-04-13T00:00:00Z') / 1_000;
    expect(value('muster_rates_timestamp_seconds')).toBe(day);
    await app.ctx.db.delete(people.mail);
  });

  test('answers what it knew last while the database hangs, and says how old that is', async () => {
    expect((await measured()).value('muster_database_values_age_seconds')).toBeLessThan(10);
    const { asOwner } = app.database!;
    await asOwner('BEGIN');
    await asOwner('LOCK TABLE admin, mail IN ACCESS EXCLUSIVE MODE');
    const { status, value } = await measured();
    await asOwner('COMMIT');
    expect(status).toBe(200);
    expect(value('muster_database_values_age_seconds')).toBeGreaterThan(10);
    expect(value('muster_unsigned_entries')).toBe(0);
  });

  test('answers while the database is gone, to a token that was let in before, and to no other', async () => {
    await measured();
    const { asOwner } = app.database!;
    await limitConnections(0);
    try {
      await asOwner(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND usename = $1`,
        [APP_LOGIN],
      );
      const { status, value } = await measured();
      expect(status).toBe(200);
      expect(value('muster_database_values_age_seconds')).toBeGreaterThan(10);
      expect((await measured(`muster_${randomUUID()}`)).status).not.toBe(200);
    } finally {
      await limitConnections(-1);
    }
    // A pooler in front asks the database again after a second.
    await expect
      .poll(async () => (await measured()).value('muster_database_values_age_seconds'))
      .toBeLessThan(10);
  });

  test('lets nobody in whose token is refused, though it was let in before', async () => {
    expect((await measured()).status).toBe(200);
    await atDesk(app, 'owner', 'Cy Example', { hasPasskey: true });
    // ADMIN_TOKEN is over now.
    expect((await measured()).status).toBe(401);
  });
});
