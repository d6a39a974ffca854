import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  inject,
  test,
  vi,
} from 'vitest';
import { FLAGS, ownEnv, startServer, type Env, type Server } from '../../scripts/support/server.ts';
import { move } from '../../server/backup/move.ts';
import { readConfig } from '../../server/config.ts';
import { migratePostgres } from '../../server/db/client.ts';
import { openEmbedded } from '../../server/db/embedded.ts';
import { lockFolder } from '../../server/trial/folder-lock.ts';
import { rowsOf } from '../../server/db/sql.ts';
import { openContext } from '../../server/open-context.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { APP_LOGIN, withDatabase } from '../support/database.ts';

/** The built command moves the demonstration of a built server to a database of a plain owner. */
const tag = randomBytes(4).toString('hex');
const owner = `owner_${tag}`;
const database = `muster_${tag}`;
const TOKEN = 'the-admin-token-of-the-tests';
const QUIET = { LOG_LEVEL: 'silent', BASE_URL: 'http://localhost:8080', ADMIN_TOKEN: TOKEN };
const ENTRIES = 175;
let folder: string;
let server: pg.Client;
let target: pg.Client;
const dataDir = (name = 'data') => join(folder, name);
const ownerUrl = withDatabase(inject('databaseUrl'), database, owner);
const appUrl = withDatabase(inject('databaseUrl'), database, APP_LOGIN);

function run(command: string, args: string[], env: Env) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...FLAGS, join(PROJECT_ROOT, `dist/commands/${command}.js`), ...args],
    { env: ownEnv({ ...QUIET, ...env }), encoding: 'utf8' },
  );
  return { status, stdout, stderr: stderr.replaceAll(/^\(.*\n/gm, '') };
}
const moveHere = (env: Env = {}) =>
  move(readConfig({ ...QUIET, DATA_DIR: dataDir(), ...env }), ownerUrl, () => {});

/** Dee signs and is published: two requests of an admin. */
async function publishDee({ url }: Server, email: string) {
  const post = async (path: string, body: object) => {
    const headers = {
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
      'idempotency-key': path + email,
    };
    const answer = await fetch(`${url}/api/v1/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return (await answer.json()) as { id: string; status: string };
  };
  const dee = { kind: 'person', name: 'Dee Example', email, public: true };
  const { id } = await post('signatories', dee);
  expect(await post(`admin/signatories/${id}/publish`, {})).toMatchObject({ status: 'published' });
}
const progressOf = async ({ url }: Server): Promise<{ asOf: { size: number } }> =>
  (await fetch(`${url}/api/v1/progress`)).json() as never;

const showsEntries = (shower: Server, entries: number) =>
  vi.waitFor(async () => expect((await progressOf(shower)).asOf.size).toBe(entries), 10_000);

/** A trial with the demonstration and one more entry, whose server has stopped. */
let shown: unknown;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-move-test-'));
  const trial = await startServer({ ...QUIET, DATA_DIR: dataDir('trial') });
  await trial.ready;
  await publishDee(trial, 'dee@example.org');
  await showsEntries(trial, ENTRIES);
  shown = await progressOf(trial);
  await trial.stop();
  server = new pg.Client({ connectionString: inject('databaseUrl') });
  await server.connect();
  await server.query(`CREATE ROLE ${owner} LOGIN`);
});
beforeEach(async () => {
  await cp(dataDir('trial'), dataDir(), { recursive: true });
  await server.query(`CREATE DATABASE ${database} OWNER ${owner}`);
  target = new pg.Client({ connectionString: ownerUrl });
  await target.connect();
});
afterEach(async () => {
  await target.end();
  await server.query(`DROP DATABASE ${database} WITH (FORCE)`);
  await rm(dataDir(), { recursive: true });
});
afterAll(async () => {
  await server.query(`DROP ROLE ${owner}`);
  await server.end();
  await rm(folder, { recursive: true });
});

const TABLES = `
  SELECT quote_ident(relname) AS name FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migration' ORDER BY 1`;
/** How many rows each table has, and a digest of all that they say. */
async function contentOf(query: (text: string) => Promise<Record<string, unknown>[]>) {
  await query(`SET timezone = 'UTC'`);
  const names = (await query(TABLES)).map(({ name }) => String(name));
  const [row] = await query(
    `SELECT ${names
      .map(
        (
          name,
        ) => `(SELECT count(*) || ' ' || md5(string_agg(t::text, '' ORDER BY t::text COLLATE "C"))
          FROM ${name} AS t) AS ${name}`,
      )
      .join(', ')}`,
  );
  return row!;
}

describe('moving a trial to Postgres', () => {
  test('copies every row, both sides hold, and the ledger goes on there', async () => {
    const moved = run('move', ['--to', ownerUrl], { DATA_DIR: dataDir() });
    expect(moved.stderr).not.toMatch(/BREACH|Error/);
    expect(moved.stdout).toMatch(
      new RegExp(`^move: ${ENTRIES} entries, root \\S{44}, verified on both sides → ${database} `),
    );
    expect(moved.stdout).toContain('its name, localhost:8080, and its key');
    const trial = await openEmbedded(dataDir());
    const before = await contentOf(async (text) => rowsOf(await trial.db.execute(sql.raw(text))));
    await trial.close();
    expect(Object.keys(before).length).toBeGreaterThan(40);
    expect(await contentOf(async (text) => (await target.query(text)).rows)).toEqual(before);

    const there = {
      DATA_DIR: dataDir(),
      DATABASE_URL: appUrl,
      LEDGER_KEY: (await readFile(join(dataDir(), 'ledger.key'), 'utf8')).trim(),
    };
    const root = /root \S{44}/.exec(moved.stdout)![0];
    expect(run('verify', [], { DATA_DIR: dataDir() }).stdout).toContain(root);
    expect(run('verify', [], there).stdout).toContain(root);
    const next = await startServer({ ...QUIET, ...there });
    await next.ready;
    expect(await progressOf(next)).toEqual(shown);
    await publishDee(next, 'dee@elsewhere.example');
    await showsEntries(next, ENTRIES + 1);
    expect(run('verify', [], there).stdout).toMatch(
      new RegExp(`^${ENTRIES + 1} entries[^]*The ledger holds`),
    );
    expect(await next.stop()).toBe(0);
    await expect(target.query('DELETE FROM ledger_entry')).rejects.toThrow('append-only');
  });

  test('stops the trial: two servers would sign under one name', async () => {
    await moveHere();
    const file = join(dataDir(), 'moved');
    const why =
      `DATA_DIR: this trial was moved to ${database} on ${target.host}: set DATABASE_URL. ` +
      `If the ledger isn't there, remove ${file}`;
    expect(run('../main', [], { DATA_DIR: dataDir(), PORT: '0' })).toEqual({
      status: 1,
      stdout: '',
      stderr: `muster: ${why}\n`,
    });
    await expect(moveHere()).rejects.toThrow(why);
  });

  test('is one transaction: where it fails nothing is there, and it can be run again', async () => {
    await migratePostgres(ownerUrl);
    await target.query('ALTER TABLE movement ADD CONSTRAINT never CHECK (seq < 100)');
    await expect(moveHere()).rejects.toThrow('violates check constraint "never"');
    expect((await target.query('SELECT FROM ledger_entry')).rowCount).toBe(0);
    expect((await target.query('SELECT FROM gpu_factor')).rowCount).toBeGreaterThan(0);
    expect(existsSync(join(dataDir(), 'moved'))).toBe(false);
    await target.query('ALTER TABLE movement DROP CONSTRAINT never');
    expect(await moveHere()).toMatchObject({ entries: ENTRIES });
  });

  test('refuses another key, a folder that a server holds, and one without a trial', async () => {
    const LEDGER_KEY = Buffer.alloc(32, 9).toString('base64');
    await expect(moveHere({ LEDGER_KEY })).rejects.toThrow(
      'LEDGER_KEY: is not the key that this ledger was begun with',
    );
    const lock = lockFolder(dataDir());
    await expect(moveHere()).rejects.toThrow('is in use by another Muster process');
    lock.close();
    await expect(moveHere({ DATA_DIR: dataDir('none') })).rejects.toThrow('there is no ledger in');
    await expect(moveHere({ DATABASE_URL: ownerUrl, LEDGER_KEY })).rejects.toThrow('unset it');
    expect((await target.query(TABLES)).rowCount).toBe(0);
  });

  test('refuses a database that is somebody else’s, or has a ledger of its own', async () => {
    await target.query('CREATE TABLE somebody_else ()');
    await expect(moveHere()).rejects.toThrow('is not empty, it has a table somebody_else');
    await target.query('DROP TABLE somebody_else');
    const { close } = await openContext(
      readConfig({
        DATABASE_URL: appUrl,
        MIGRATE_DATABASE_URL: ownerUrl,
        LEDGER_KEY: Buffer.alloc(32, 9).toString('base64'),
        DATA_DIR: dataDir('theirs'),
      }),
    );
    await close();
    const content = () => contentOf(async (text) => (await target.query(text)).rows);
    const before = await content();
    await expect(moveHere()).rejects.toThrow('has a ledger of its own: use a new database');
    expect(await content()).toEqual(before);
    expect(existsSync(join(dataDir(), 'moved'))).toBe(false);
  });
});
