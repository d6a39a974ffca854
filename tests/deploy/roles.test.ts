import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { migratePostgres } from '../../server/db/client.ts';
import { importFile } from '../../server/import/import.ts';
import { keepLastCheckpoint, signNow } from '../../server/ledger/last-checkpoint.ts';
import { checkpointText, signNote } from '../../server/ledger/note.ts';
import { openContext } from '../../server/open-context.ts';
import { readConfig } from '../../server/config.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { INITIATIVE } from '../support/app.ts';
import { withDatabase } from '../support/database.ts';
import { usePostgresPrograms } from '../support/postgres.ts';

/** Names of our own: roles and databases belong to the whole server. */
const tag = randomBytes(4).toString('hex');
const names = { database: `muster_${tag}`, owner: `owner_${tag}`, login: `login_${tag}` };
const maker = `maker_${tag}`;
const url = inject('databaseUrl');
let folder: string;
let server: pg.Client;

beforeAll(async () => {
  await usePostgresPrograms();
  folder = await mkdtemp(join(tmpdir(), 'muster-roles-'));
  server = new pg.Client({ connectionString: url });
  await server.connect();
  await server.query(`CREATE ROLE ${maker} LOGIN CREATEROLE CREATEDB`);
  // As if it had made the role: since 16 only its maker, or a superuser, may grant it.
  await server.query(`GRANT muster_app TO ${maker} WITH ADMIN OPTION`);
  await writeFile(join(folder, 'owner'), `it's the owner's\n`);
  await writeFile(join(folder, 'app'), 'the application’s\n');
});
afterAll(async () => {
  await server.query(`DROP DATABASE IF EXISTS ${names.database} WITH (FORCE)`);
  for (const role of [names.owner, names.login, maker]) await server.query(`DROP ROLE ${role}`);
  await server.end();
  await rm(folder, { recursive: true });
});

/** deploy/roles.sql, run by psql as `maker`: a role with CREATEROLE and CREATEDB, no superuser. */
function makeRoles(ownerFile = 'owner') {
  const variables = Object.entries(names).flatMap(([name, value]) => ['-v', `${name}=${value}`]);
  return spawnSync(
    'psql',
    ['-X', '-d', withDatabase(url, 'postgres', maker), ...variables].concat(
      '-f',
      join(PROJECT_ROOT, 'deploy/roles.sql'),
    ),
    {
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        OWNER_PASSWORD_FILE: join(folder, ownerFile),
        APP_PASSWORD_FILE: join(folder, 'app'),
      },
    },
  );
}

test('without a password nothing is made', async () => {
  await writeFile(join(folder, 'empty'), '');
  for (const file of ['empty', 'none']) expect(makeRoles(file).status).not.toBe(0);
  const { rowCount } = await server.query('SELECT FROM pg_roles WHERE rolname = $1', [names.owner]);
  expect(rowCount).toBe(0);
});

test('makes an owner and a login without rights over others, twice without harm', async () => {
  for (const _ of [1, 2]) expect(makeRoles()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  const { rows } = await server.query(
    `SELECT rolname, rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls AS mighty,
            left(rolpassword, 14) AS password
     FROM pg_authid WHERE rolname = ANY ($1) ORDER BY rolname`,
    [[names.owner, names.login]],
  );
  const plain = { mighty: false, password: 'SCRAM-SHA-256$' };
  expect(rows).toEqual([
    { rolname: names.login, ...plain },
    { rolname: names.owner, ...plain },
  ]);
});

test('the owner then migrates and the login starts, with the few rights of the application', async () => {
  const ownerUrl = withDatabase(url, names.database, names.owner);
  const appUrl = withDatabase(url, names.database, names.login);
  const LEDGER_KEY = Buffer.alloc(32, 7).toString('base64');
  const config = readConfig({ DATABASE_URL: appUrl, LEDGER_KEY, DATA_DIR: folder });
  const early = spawnSync(process.execPath, [join(PROJECT_ROOT, 'dist/main.js')], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATABASE_URL: appUrl, LEDGER_KEY, DATA_DIR: folder },
  });
  expect(early.status).toBe(1);
  expect(early.stderr).toMatch(/^muster: .*first: npm run migrate, with the owner as [A-Z_]+\n/m);
  expect(await migratePostgres(ownerUrl)).toBeGreaterThan(0);
  const { ctx, close } = await openContext(config);
  await expect(ctx.db.execute('TRUNCATE ledger_head')).rejects.toMatchObject({
    cause: { code: '42501' },
  });
  await close();
});

test('each command says in one line that it can’t use the database', () => {
  const run = (command: string, DATABASE_URL: string) =>
    spawnSync(process.execPath, [join(PROJECT_ROOT, 'dist', command)], {
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        LEDGER_KEY: Buffer.alloc(32, 7).toString('base64'),
        DATA_DIR: join(folder, 'none'),
        DATABASE_URL,
      },
    }).stderr;
  // Port 9 is discard's: nobody listens there.
  const away = 'postgres://nobody@127.0.0.1:9/none';
  expect(run('main.js', away)).toMatch(/^muster: DATABASE_URL: .*ECONNREFUSED.*\n$/);
  expect(run('commands/verify.js', away)).toMatch(/^muster: DATABASE_URL: .*ECONNREFUSED.*\n$/);
  const owner = withDatabase(url, names.database, names.owner);
  expect(run('main.js', owner)).toMatch(/^muster: DATABASE_URL: the login lacks its role; .*\n$/);
});

test('a new log is begun by the owner, and not by the application’s login', async () => {
  const urls = {
    DATABASE_URL: withDatabase(url, names.database, names.login),
    MIGRATE_DATABASE_URL: withDatabase(url, names.database, names.owner),
  };
  const env = { LEDGER_KEY: Buffer.alloc(32, 7).toString('base64'), DATA_DIR: folder, ...urls };
  const { ctx, close } = await openContext(readConfig(env));
  await importFile(ctx, MACHINE, INITIATIVE);
  await signNow(ctx);
  const lost = checkpointText(ctx.signer.name, 9n, Buffer.alloc(32));
  keepLastCheckpoint(folder, [signNote(lost, ctx.signer)]);
  await close();
  const newLog = ({ MIGRATE_DATABASE_URL }: { MIGRATE_DATABASE_URL: string }) =>
    spawnSync(
      process.execPath,
      [join(PROJECT_ROOT, 'dist/commands/new-log.js'), '--reason', 'A standby was behind.'],
      { encoding: 'utf8', env: { PATH: process.env['PATH'], ...env, MIGRATE_DATABASE_URL } },
    );
  expect(newLog({ MIGRATE_DATABASE_URL: urls.DATABASE_URL })).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^muster: MIGRATE_DATABASE_URL: a new log is begun by the owner/),
  });
  expect(newLog(urls)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('goes on as localhost:8080/2 with 1 entries; 9 had been shown'),
  });
});
