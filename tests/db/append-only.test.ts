import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
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

  test('the application cannot disable the triggers or take the owner’s place', async () => {
    await expect(
      login.query('ALTER TABLE ledger_entry DISABLE TRIGGER append_only'),
    ).rejects.toThrow('must be owner');
    await expect(login.query('SET ROLE postgres')).rejects.toThrow('permission denied');
  });
});
