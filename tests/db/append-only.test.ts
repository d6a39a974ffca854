import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { migratePostgres, openPostgres } from '../../server/db/client.ts';
import { rowsOf } from '../../server/db/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';
import { createDatabase } from '../support/database.ts';

let app: TestApp;
let login: pg.Client;

const databaseName = async (): Promise<string> =>
  String((await app.database!.asOwner('SELECT current_database() AS name'))[0]!['name']);

beforeAll(async () => {
  app = await startApp();
  await fundingPledge(app, await publishedSignatory(app));
  await app.publicCache.refresh();
  login = new pg.Client({ connectionString: app.database!.appUrl });
  await login.connect();
});
afterEach(() => watchLedger(app));
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

const UNKNOWN = 'a0000000-0000-7000-8000-000000000000';
const MOVEMENT_OF_UNKNOWN = `
  WITH head AS (UPDATE ledger_head SET size = size + 1 RETURNING size - 1 AS seq)
  INSERT INTO movement (seq, pledge_id, batch, verb, from_stage, to_stage, quantity, base, occurred_on, grade)
  SELECT head.seq, '${UNKNOWN}', batch, verb, from_stage, to_stage, quantity, base, occurred_on, grade
  FROM head, movement LIMIT 1`;

describe('the application’s login cannot brick the log', () => {
  test.each([
    ['the head alone', 'UPDATE ledger_head SET size = size + 1'],
    [
      'the head by more than it appends',
      `WITH moved AS (UPDATE ledger_head SET size = size + 2 RETURNING size)
       INSERT INTO ledger_entry SELECT moved.size - 1, kind, leaf, leaf_hash, recorded_at
       FROM moved, ledger_entry WHERE seq = 1`,
    ],
  ])('by moving %s', async (_what, sql) => {
    await expect(login.query(sql)).rejects.toThrow('moves only with its entries');
  });

  test.each([
    [
      'by beginning another log',
      `INSERT INTO log_identity (id, origin, verifier_key) VALUES (2, 'x/2', 'x')`,
      'only the owner begins another log',
    ],
    [
      'by a seal out of order',
      `INSERT INTO seal VALUES (9223372036854775807, 1, 0, sha256('x'), 'x')`,
      'is not the next one',
    ],
    ['by a state in another seal', 'UPDATE row_state SET sealed_in = -1', 'a state stays as it is'],
    [
      'by a state in a second seal',
      'UPDATE row_state SET sealed_in = (SELECT max(n) + 1 FROM seal)',
      'a state stays as it is',
    ],
  ])('%s', async (_what, sql, refusal) => {
    await expect(login.query(sql)).rejects.toThrow(refusal);
  });

  test('with a temporary head of its own', async () => {
    // A database made from a template has the rights of a fresh one: those of a migrated one are revoked here too.
    await app.database!.asOwner(
      'GRANT TEMPORARY ON DATABASE ' + (await databaseName()) + ' TO PUBLIC',
    );
    await login.query('CREATE TEMPORARY TABLE ledger_head AS SELECT 1000000 AS size');
    await login.query('SET search_path = pg_temp, public');
    await expect(
      login.query(
        'INSERT INTO public.ledger_entry SELECT 1000, kind, leaf, leaf_hash, recorded_at FROM public.ledger_entry LIMIT 1',
      ),
    ).rejects.toThrow('beyond the head of the ledger');
    await login.query('RESET search_path; DROP TABLE pg_temp.ledger_head');
  });

  test('for it may make no temporary table, and no state or salt', async () => {
    const fresh = await createDatabase({ empty: true });
    await migratePostgres(fresh.ownerUrl);
    const other = new pg.Client({ connectionString: fresh.appUrl });
    await other.connect();
    await expect(other.query('CREATE TEMPORARY TABLE x (y int)')).rejects.toThrow(
      'permission denied',
    );
    await expect(other.query('CREATE TABLE x (y int)')).rejects.toThrow('permission denied');
    await expect(
      other.query(`INSERT INTO row_state (tbl, row_key) VALUES ('pledge', 'x')`),
    ).rejects.toThrow('permission denied');
    await expect(other.query('DELETE FROM row_salt')).rejects.toThrow('permission denied');
    await expect(other.query(`SELECT state_existing('pledge', 1)`)).rejects.toThrow(
      'permission denied',
    );
    await other.end();
    await fresh.drop();
  });
});

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
      'a movement',
      `INSERT INTO movement SELECT 1000, pledge_id, batch, verb, from_stage, to_stage, quantity, base, windows,
         occurred_on, grade FROM movement LIMIT 1`,
    ],
    [
      'a name',
      'INSERT INTO entry_name SELECT 1000, signatory_id, salt, name FROM entry_name LIMIT 1',
    ],
    [
      'a checkpoint',
      'INSERT INTO checkpoint SELECT 1000, root, note, totals, frontier, 0, created_at FROM checkpoint LIMIT 1',
    ],
  ])('the application cannot add %s beyond the head', async (_what, sql) => {
    await expect(login.query(sql)).rejects.toThrow('beyond the head of the ledger');
  });

  test('nobody adds a movement without its pledge, or takes the pledge of one away', async () => {
    for (const query of [app.database!.asOwner, (sql: string) => login.query(sql)]) {
      await expect(query(MOVEMENT_OF_UNKNOWN)).rejects.toThrow(
        `a movement of the pledge ${UNKNOWN}, which does not exist`,
      );
    }
    for (const sql of ['DELETE FROM pledge', `UPDATE pledge SET id = '${UNKNOWN}'`]) {
      await expect(app.database!.asOwner(sql)).rejects.toThrow('has movements, so it stays');
    }
  });

  // A session keeps its first plan. One made for few pledges must also do for a long import.
  test('the pledge of a movement is found by its id, also among few', async () => {
    await login.query('SELECT pg_stat_force_next_flush()');
    await login.query('BEGIN; SAVEPOINT before');
    try {
      await expect(login.query(MOVEMENT_OF_UNKNOWN)).rejects.toThrow('which does not exist');
      await login.query('ROLLBACK TO before');
      const { rows } = await login.query(
        `SELECT seq_scan, idx_scan > 0 AS by_index FROM pg_stat_xact_user_tables WHERE relname = 'pledge'`,
      );
      expect(rows).toEqual([{ seq_scan: '0', by_index: true }]);
    } finally {
      await login.query('ROLLBACK');
    }
  });

  test.each([
    ['another hash', `hash = sha256('x')`],
    ['another id', 'id = DEFAULT'],
  ])('nobody gives a state %s as it is sealed', async (_what, change) => {
    const sealing = `
      INSERT INTO row_state (tbl, row_key) VALUES ('site', 'x');
      UPDATE row_state SET ${change}, sealed_in = (SELECT max(n) + 1 FROM seal) WHERE sealed_in IS NULL`;
    await expect(app.database!.asOwner(sealing)).rejects.toThrow('a state stays as it is');
  });

  test.each([
    'UPDATE pledge SET ref = id',
    `UPDATE signatory SET code = 'ANOTHER'`,
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

  test('nobody renames a published signatory who doesn’t sign anew', async () => {
    const rename = `SET muster.states = 'on'; UPDATE signatory SET name = 'Somebody Else'`;
    await expect(app.database!.asOwner(rename)).rejects.toThrow('the name that it signed under');
    await expect(login.query(rename)).rejects.toThrow('the name that it signed under');
  });

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
