import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connectEmbedded } from '../../server/db/embedded-client.ts';
import * as schema from '../../server/db/schema.ts';
import { rowsOf } from '../../server/db/sql.ts';
import { requestKey, write } from '../../server/db/write.ts';
import { INITIATIVE, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ engine: 'embedded' });
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

/** How many times the page is answered, one after another, before `work` ends. */
async function pagesDuring(work: Promise<unknown>): Promise<number> {
  let isOver = false;
  const ended = work.finally(() => (isOver = true));
  let pages = 0;
  for (;;) {
    const { status } = await fetch(app.url);
    expect(status).toBe(200);
    if (isOver) break;
    pages += 1;
  }
  await ended;
  return pages;
}

/** A body of several megabytes, which takes a processor far longer than a page does. */
const wrongPledges = Array.from({ length: 40_000 }, (_, index) => ({
  key: `p${index}`,
  signatory: 'nobody',
  kind: 'funding',
  asset: 'USD',
  amount: '100.00',
  movements: [{ verb: 'accept', occurredOn: '2026-03-02' }],
}));

describe('beside the trial’s own thread, pages in memory are answered', () => {
  test('while a statement runs', async () => {
    const slow = app.ctx.db.execute(sql`SELECT count(*) FROM generate_series(1, 5000000)`);
    expect(await pagesDuring(slow)).toBeGreaterThan(100);
  });

  test('while an import is read and checked', async () => {
    const importing = app.request('/api/v1/admin/import', {
      body: { ...INITIATIVE, pledges: wrongPledges },
    });
    expect(await pagesDuring(importing)).toBeGreaterThan(100);
    const { status, body } = await importing;
    expect(status).toBe(400);
    expect(body.errors).toHaveLength(wrongPledges.length);
  });

  test('while a long list for verify is read', async () => {
    const acks = Array.from({ length: 120_000 }, (_, index) => ({
      key: `key-${index}`,
      body: { ref: '7K3M9QXW2R', batch: 'none', movements: [{ seq: index }] },
    }));
    const verifying = app.request('/api/v1/admin/verify', { body: { acks: [...acks, {}] } });
    expect(await pagesDuring(verifying)).toBeGreaterThan(100);
    expect((await verifying).body.errors).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: 'acks[120000].key' })]),
    );
  });
});

describe('the trial database', () => {
  test('refuses with Postgres’ code and constraint, without what was sent', async () => {
    const insert = () =>
      app.ctx.db.execute(sql`INSERT INTO limit_use VALUES ('\\x01'::bytea, 1, now())`);
    await insert();
    const refused = await insert().catch((error: unknown) => error as Error);
    expect(refused).toMatchObject({
      cause: { code: '23505', constraint: 'limit_use_pkey', severity: 'ERROR' },
    });
    expect((refused as Error).cause).not.toHaveProperty('params');
  });

  test('takes no other statement into a transaction, and gives its session back at the end', async () => {
    const order: string[] = [];
    let outside: Promise<unknown> | undefined;
    const inside = app.ctx.db.transaction(async (tx) => {
      await tx.execute(sql`SELECT 1`);
      outside = app.ctx.db.execute(sql`SELECT 1`).then(() => order.push('outside'));
      await tx.execute(sql`SELECT 1`);
      order.push('inside');
      throw new Error('taken back');
    });
    await expect(inside).rejects.toThrow('taken back');
    await outside;
    expect(order).toEqual(['inside', 'outside']);
  });

  test('keeps nothing where the answer can’t be kept, though the COMMIT is sent behind it', async () => {
    const key = requestKey('admin', 'taken');
    const taken = { ...key, status: 201, answer: {}, createdAt: app.ctx.now() };
    const written = write(app.ctx, key, async (tx) => {
      await tx.insert(schema.idempotency).values(taken);
      return { status: 201, body: {} };
    });
    await expect(written).rejects.toMatchObject({ cause: { code: '23505' } });
    const { key: column } = schema.idempotency;
    expect(await app.ctx.db.$count(schema.idempotency, eq(column, key.key))).toBe(0);
  });

  test('takes back the transaction of a thread that has ended', async () => {
    const port = await app.ctx.connect!();
    const { ask } = connectEmbedded(port);
    await ask('begin', []);
    await ask('query', [
      `INSERT INTO limit_use VALUES ('\\x02'::bytea, 1, now())`,
      [],
      { rowMode: 'object', isInside: true },
    ]);
    port.close();
    const found = await app.ctx.db.execute(sql`SELECT FROM limit_use WHERE key = '\\x02'::bytea`);
    expect(rowsOf(found)).toHaveLength(0);
  });

  test('tells who waits too long for another’s transaction to come again', async () => {
    const list = () => fetch(`${app.url}/api/v1/signatories`);
    const refused = await app.ctx.db.transaction(list);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refused.json()).toMatchObject({ type: 'urn:muster:problem:busy' });
    expect((await list()).status).toBe(200);
  });
});
