import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { backup } from '../../server/backup/backup.ts';
import { digestOf } from '../../server/backup/manifest.ts';
import { runProgram } from '../../server/backup/program.ts';
import { restore } from '../../server/backup/restore.ts';
import type { Config } from '../../server/config.ts';
import { keepLastCheckpoint } from '../../server/ledger/last-checkpoint.ts';
import { openContext } from '../../server/open-context.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { verifyAll } from '../../server/maintenance/verify.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { usePostgresPrograms } from '../support/postgres.ts';

let app: TestApp;
let ada: string;
let folder: string;
let target: TestDatabase;
const quiet = () => {};

beforeAll(async () => {
  await usePostgresPrograms();
  app = await startApp();
  ada = await publishedSignatory(app);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-backup-test-'));
  target = await createDatabase({ empty: true });
});
afterEach(async () => {
  await checkLedger(app);
  await target.drop();
  await rm(folder, { recursive: true });
});
afterAll(() => app.close());

/** The configuration of another machine: the empty database and a data folder of its own. */
const elsewhere = (): Config => ({
  ...app.ctx.config,
  dataDir: join(folder, 'data'),
  databaseUrl: target.appUrl,
  migrateDatabaseUrl: target.ownerUrl,
});

const tablesOfTarget = () =>
  target.asOwner(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`);

describe('a backup of Postgres', () => {
  test('comes back with the same figures, and the application goes on from it', async () => {
    await fundingPledge(app, ada);
    const before = await progressOf(app);
    const made = await backup(app.ctx.config, join(folder, 'ours.dump'), quiet);
    expect(made).toMatchObject({ engine: 'postgres', entries: 4, newest: { size: 4 } });
    expect(made.note).toContain(`\n4\n${made.newest!.root}\n`);
    for (const name of ['ours.dump', 'ours.dump.json']) {
      // eslint-disable-next-line no-bitwise -- permission bits
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    }
    await restore(elsewhere(), made.file, quiet);
    // As the application's own login, whose rights the dump carries.
    const { ctx, close } = await openContext(elsewhere());
    const verified = await verifyAll(ctx, MACHINE, []);
    expect(verified).toMatchObject({
      holds: true,
      entries: 4,
      figures: { funding: before.funding },
    });
    await expect(ctx.db.execute('DELETE FROM ledger_entry')).rejects.toMatchObject({
      cause: { code: '42501' },
    });
    await expect(ctx.db.execute('CREATE TEMPORARY TABLE x (y int)')).rejects.toMatchObject({
      cause: { code: '42501' },
    });
    await close();
  });

  test('in the midst of writes holds what was verified, and no more', async () => {
    const backedUp = new AbortController();
    const writes = (async () => {
      while (!backedUp.signal.aborted) await fundingPledge(app, ada);
    })();
    const made = await backup(app.ctx.config, folder, quiet).finally(() => {
      backedUp.abort();
      return writes;
    });
    expect(made.file).toMatch(/\/muster-\d{8}T\d{6}Z\.dump$/);
    await restore(elsewhere(), made.file, quiet);
    const [{ count }] = (await target.asOwner('SELECT count(*)::int FROM ledger_entry')) as [
      { count: number },
    ];
    expect(count).toBe(made.entries);
    expect((await progressOf(app)).asOf.size).toBeGreaterThan(count);
  });

  test('is not made of a ledger that does not hold, and leaves no file', async () => {
    const asOwner = app.database!.asOwner;
    const set = async (sign: string) => {
      await asOwner('ALTER TABLE movement DISABLE TRIGGER append_only');
      await asOwner(`UPDATE movement SET base = base ${sign} 1 WHERE seq = 3`);
      await asOwner('ALTER TABLE movement ENABLE TRIGGER append_only');
    };
    await set('+');
    await expect(backup(app.ctx.config, join(folder, 'x.dump'), quiet)).rejects.toThrow(
      'BREACH: entry 3: the movement row says something else than its leaf',
    );
    expect(await readdir(folder)).toEqual([]);
    await set('-');
  });

  test('that cannot be written or dumped leaves no file and says why', async () => {
    await expect(backup(app.ctx.config, join(folder, 'none/x.dump'), quiet)).rejects.toThrow(
      'none: there is no such folder',
    );
    vi.stubEnv('PATH', '/nowhere');
    await expect(backup(app.ctx.config, join(folder, 'x.dump'), quiet)).rejects.toThrow(
      'pg_dump is not here: install postgresql-client',
    );
    vi.unstubAllEnvs();
    // The application's login may read what the application reads, not this.
    await app.database!.asOwner('CREATE TABLE secret (id int)');
    const config = { ...app.ctx.config, migrateDatabaseUrl: app.database!.appUrl };
    await expect(backup(config, join(folder, 'x.dump'), quiet)).rejects.toThrow(
      'permission denied for table secret',
    );
    await app.database!.asOwner('DROP TABLE secret');
    expect(await readdir(folder)).toEqual([]);
  });

  test('does not replace a file, nor begin beside another one at the same name', async () => {
    const file = join(folder, 'x.dump');
    await writeFile(file, 'kept');
    await expect(backup(app.ctx.config, file, quiet)).rejects.toThrow(`${file} is there already`);
    expect(await readdir(folder)).toEqual(['x.dump']);
    expect(await readFile(file, 'utf8')).toBe('kept');
    await rm(file);
    const both = await Promise.allSettled([1, 2].map(() => backup(app.ctx.config, file, quiet)));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await restore(elsewhere(), file, quiet);
  });

  test('killed half way leaves none that looks whole', async () => {
    const { databaseUrl, migrateDatabaseUrl } = app.ctx.config;
    const child = spawn(
      process.execPath,
      [join(PROJECT_ROOT, 'dist/commands/backup.js'), join(folder, 'x.dump')],
      {
        env: {
          PATH: process.env['PATH'],
          DATABASE_URL: databaseUrl!,
          MIGRATE_DATABASE_URL: migrateDatabaseUrl!,
          LEDGER_KEY: app.ctx.config.ledgerSeed!.toString('base64'),
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    await once(child.stderr, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await readdir(folder)).toEqual(['x.dump.partial']);
    await expect(restore(elsewhere(), join(folder, 'x.dump'), quiet)).rejects.toThrow(
      'x.dump.json: ENOENT',
    );
    await expect(backup(app.ctx.config, join(folder, 'x.dump'), quiet)).rejects.toThrow(
      'x.dump.partial: another backup is at it, or was cut off',
    );
  });
});

describe('a restore of Postgres', () => {
  let file: string;
  beforeEach(async () => {
    ({ file } = await backup(app.ctx.config, join(folder, 'ours.dump'), quiet));
  });

  test('refuses bytes that are not those that were backed up', async () => {
    const bytes = await readFile(file);
    bytes[bytes.length >> 1]! ^= 1;
    await writeFile(file, bytes);
    await expect(restore(elsewhere(), file, quiet)).rejects.toThrow('is not what was backed up');
    expect(await tablesOfTarget()).toEqual([]);
  });

  test('refuses a manifest that is none, or of a newer version', async () => {
    const path = `${file}.json`;
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    const migrations = [...manifest.migrations, '0099_later.sql'];
    await writeFile(path, JSON.stringify({ ...manifest, migrations }));
    await expect(restore(elsewhere(), file, quiet)).rejects.toThrow(
      'migration 0099_later.sql, which this version lacks',
    );
    await writeFile(path, '{}');
    await expect(restore(elsewhere(), file, quiet)).rejects.toThrow('is not that of a backup');
    expect(await tablesOfTarget()).toEqual([]);
  });

  test('refuses a database with anything in it', async () => {
    await target.asOwner('CREATE TABLE precious (id int)');
    await expect(restore(elsewhere(), file, quiet)).rejects.toThrow(
      'is not empty, it has a table precious',
    );
    expect(await tablesOfTarget()).toEqual([{ relname: 'precious' }]);
  });

  test('refuses to go back behind a checkpoint that was shown', async () => {
    const config = elsewhere();
    await fundingPledge(app, ada);
    await app.publicCache.refresh();
    keepLastCheckpoint(config.dataDir, [(await app.request('/log/checkpoint')).body]);
    await expect(restore(config, file, quiet)).rejects.toThrow(
      /last-checkpoint: a checkpoint of \d+ entries was shown, and this backup ends at \d+/,
    );
    expect(await tablesOfTarget()).toEqual([]);
    await rm(join(config.dataDir, 'last-checkpoint'));
    await restore(config, file, quiet);
  });

  test('of a database that somebody changed is refused, however whole the file is', async () => {
    await restore(elsewhere(), file, quiet);
    await target.asOwner(`SET session_replication_role = replica;
      UPDATE signatory SET statement = 'I was never asked'`);
    await runProgram('pg_dump', ['--format=custom', `--file=${file}`, target.ownerUrl], {});
    const manifest = JSON.parse(await readFile(`${file}.json`, 'utf8'));
    await writeFile(`${file}.json`, JSON.stringify({ ...manifest, ...(await digestOf(file)) }));
    const other = await createDatabase({ empty: true });
    const config = {
      ...elsewhere(),
      dataDir: join(folder, 'other'),
      databaseUrl: other.appUrl,
      migrateDatabaseUrl: other.ownerUrl,
    };
    await expect(restore(config, file, quiet)).rejects.toThrow(
      /BREACH: signatory .+: its row was changed by something other than Muster/,
    );
    await other.drop();
  });

  test('says so when what came back is another ledger than the manifest has', async () => {
    const path = `${file}.json`;
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    const newest = { size: manifest.newest.size, root: Buffer.alloc(32).toString('base64') };
    await writeFile(path, JSON.stringify({ ...manifest, newest }));
    await expect(restore(elsewhere(), file, quiet)).rejects.toThrow('do not use it');
  });

  test('refuses the backup of the other engine', async () => {
    const trial = { ...elsewhere(), databaseUrl: null, migrateDatabaseUrl: null };
    await expect(restore(trial, file, quiet)).rejects.toThrow('DATABASE_URL: is needed');
  });
});
