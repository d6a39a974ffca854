import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openPostgres } from '../../server/db/client.ts';
import { rowsOf } from '../../server/db/sql.ts';
import { checkLedger, startApp, type TestApp } from '../support/app.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';

let app: TestApp;
let login: pg.Client;

beforeAll(async () => {
  app = await startApp();
  await fundingPledge(app, await publishedSignatory(app));
  await app.face.refresh();
  login = new pg.Client({ connectionString: app.database!.appUrl });
  await login.connect();
});
afterEach(() => checkLedger(app));
afterAll(async () => {
  await login.end();
  await app.close();
});

const CHANGES = [
  `UPDATE ledger_entry SET leaf = ''`,
  'DELETE FROM ledger_entry',
  'TRUNCATE ledger_entry CASCADE',
  'UPDATE movement SET quantity = quantity + 1',
  'DELETE FROM movement',
  'TRUNCATE movement CASCADE',
  `UPDATE checkpoint SET note = ''`,
  'DELETE FROM checkpoint',
  'TRUNCATE checkpoint CASCADE',
  `UPDATE log_identity SET origin = 'elsewhere'`,
  'UPDATE ledger_head SET size = size - 1',
  'DELETE FROM ledger_head',
];

describe('the ledger is append-only', () => {
  test.each(CHANGES)('for its owner, by triggers: %s', async (sql) => {
    await expect(app.database!.asOwner(sql)).rejects.toThrow(/append-only|only grows/);
  });

  test.each(CHANGES.filter((sql) => !sql.startsWith('UPDATE ledger_head')))(
    'for the application, by its role: %s',
    async (sql) => {
      await expect(login.query(sql)).rejects.toThrow('permission denied');
    },
  );

  test.each([
    [
      'an entry',
      `INSERT INTO ledger_entry SELECT 1000, kind, leaf, leaf_hash, recorded_at FROM ledger_entry LIMIT 1`,
    ],
    [
      'a checkpoint',
      'INSERT INTO checkpoint SELECT 1000, root, note, totals, frontier, 0, created_at FROM checkpoint LIMIT 1',
    ],
  ])('the application cannot add %s beyond the head', async (_what, sql) => {
    await expect(login.query(sql)).rejects.toThrow('beyond the head of the ledger');
  });

  test.each([
    'UPDATE pledge SET ref = id',
    `UPDATE signatory SET name = 'Somebody Else'`,
    'DELETE FROM derived',
    'DELETE FROM evidence',
  ])('the application may not: %s', async (sql) => {
    await expect(login.query(sql)).rejects.toThrow('permission denied');
  });

  test.each([`asset = 'EUR'`, 'quantity = quantity - 1', `site = 'none'`, `rate_num = '2'`])(
    'nobody gives an accepted pledge other terms: %s',
    async (change) => {
      for (const query of [app.database!.asOwner, (sql: string) => login.query(sql)]) {
        await expect(query(`UPDATE pledge SET ${change}`)).rejects.toThrow(/stand|permission/);
      }
    },
  );

  test('an owner’s URL, with options of its own, still runs as the application', async () => {
    const url = `${app.database!.ownerUrl}?options=-c%20lock_timeout%3D5000`;
    const { db, close } = openPostgres(url);
    const rows = rowsOf(
      await db.execute(`SELECT current_user AS role, current_setting('lock_timeout') AS timeout`),
    );
    expect(rows).toEqual([{ role: 'muster_app', timeout: '5s' }]);
    await close();
  });

  test('the application cannot disable the triggers or take the owner’s place', async () => {
    await expect(
      login.query('ALTER TABLE ledger_entry DISABLE TRIGGER append_only'),
    ).rejects.toThrow('must be owner');
    await expect(login.query('SET ROLE postgres')).rejects.toThrow('permission denied');
  });
});
