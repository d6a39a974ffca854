import { readdir } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_TOKEN, startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { publishedSignatory } from '../support/actors.ts';
import { ADMIN, playScenario } from './scenario.ts';

/** In the order in which they refer to one another. */
const TABLES = [
  'initiative',
  'signatory',
  'site',
  'pledge',
  'ledger_entry',
  'movement',
  'evidence',
  'entry_name',
  'checkpoint',
  'derived',
  'standing',
];

let postgres: TestApp;
let embedded: TestApp;
beforeAll(async () => {
  // One after the other: the embedded one takes the whole process while it starts.
  postgres = await startApp();
  embedded = await startApp({ engine: 'embedded', initiative: null });
});
afterAll(async () => {
  await Promise.all([checkLedger(postgres), checkLedger(embedded)]);
  await Promise.all([postgres.close(), embedded.close()]);
});

/** The same rows on the embedded database, to the microsecond. */
async function copyLedger(): Promise<void> {
  const { asOwner } = postgres.database!;
  const [head] = await asOwner('SELECT size FROM ledger_head');
  // The head moves only with its entries.
  await embedded.ctx.db.transaction(async (db) => {
    await db.execute(sql`UPDATE ledger_head SET size = ${head!['size']}`);
    for (const table of TABLES) {
      const columns = await asOwner(
        `SELECT string_agg(attname, ', ' ORDER BY attnum) AS names FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND attgenerated = ''`,
        [table],
      );
      const names = sql.raw(String(columns[0]!['names']));
      const [all] = await asOwner(`SELECT json_agg(t)::text AS rows FROM ${table} AS t`);
      await db.execute(sql`
      INSERT INTO ${sql.raw(table)} (${names})
      SELECT ${names} FROM json_populate_recordset(NULL::${sql.raw(table)}, ${all!['rows'] ?? '[]'}::json)`);
    }
  });
}

const FILES = [
  `${ADMIN}/signatories.csv`,
  `${ADMIN}/pledges.csv`,
  `${ADMIN}/movements.csv`,
  `${ADMIN}/instalments.csv`,
  `${ADMIN}/capacity.csv`,
  '/data/pledges.csv',
  '/data/givers.csv',
  '/data/movements.csv',
  '/data/capacity.csv',
];

test('nothing is exported before there is an initiative', async () => {
  for (const path of FILES) expect((await embedded.request(path)).status).toBe(404);
});

test('a file without rows is its header', async () => {
  for (const path of FILES) {
    const { body } = await postgres.request(path);
    expect(body).toMatch(/^[a-z0-9_]+(,[a-z0-9_]+)*\r\n$/);
  }
});

test('both engines write the same bytes of the same ledger', async () => {
  const { ada } = await playScenario(postgres);
  await postgres.database!.asOwner(
    `UPDATE signatory SET statement = E'\\t=cmd\\r\\n"x", 한국어 🎉', affiliation = '' WHERE id = $1`,
    [ada],
  );
  await copyLedger();
  for (const path of FILES) {
    const [one, other] = await Promise.all([postgres.request(path), embedded.request(path)]);
    expect(one.body.trimEnd().split('\r\n').length).toBeGreaterThan(1);
    expect(other.body).toBe(one.body);
    expect(other.headers.get('etag')).toBe(one.headers.get('etag'));
  }
});

describe('on the embedded database', () => {
  test('a slow reader holds nobody up, and leaves no file behind', async () => {
    await embedded.ctx.db.execute(sql`
      INSERT INTO pledge SELECT (jsonb_populate_record(pledge, jsonb_build_object(
        'id', gen_random_uuid(), 'ref', 'X' || n, 'payment_ref', 'X' || n, 'note', repeat('0123456789', 400)))).*
      FROM pledge, generate_series(1, 4000) AS n WHERE status = 'rejected'`);
    const authorization = `Bearer ${ADMIN_TOKEN}`;
    const slow = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { authorization };
      get(`${embedded.url}${ADMIN}/pledges.csv`, { headers }, resolve).on('error', reject);
    });
    await publishedSignatory(embedded, { name: 'Dee Example' });
    expect(slow.complete).toBe(false);
    expect(await readdir(embedded.ctx.config.dataDir)).not.toContainEqual(
      expect.stringMatching(/^export/),
    );
    const bytes = (await slow.toArray()).reduce((sum, chunk: Buffer) => sum + chunk.length, 0);
    expect(slow.complete).toBe(true);
    expect(bytes).toBeGreaterThan(4000 * 4000);
    await embedded.ctx.db.execute(sql`SELECT 1`);
  });

  test('a query that fails is a problem document, and the next one works', async () => {
    const broken = embedded.ctx.copyOut(
      async () => sql`SELECT 1 / (n - 9000) FROM generate_series(1, 10000) AS n`,
    );
    await expect(broken).rejects.toMatchObject({ code: '22012' });
    expect((await embedded.request(`${ADMIN}/movements.csv`)).status).toBe(200);
  });

  test('a copy writes nothing', async () => {
    for (const app of [embedded, postgres]) {
      const write = app.ctx.copyOut(
        async () =>
          sql`WITH gone AS (UPDATE signatory SET status = 'rejected' RETURNING 1) SELECT * FROM gone`,
      );
      await expect(write.then((rows) => rows.toArray())).rejects.toMatchObject({ code: '25006' });
    }
  });
});
