import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FLAGS, ownEnv, startServer, type Server } from '../../scripts/support/server.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';

/** The built commands, beside a built server on a trial database. */
let folder: string;
let server: Server;
const dataDir = (name = 'data') => join(folder, name);
const file = () => join(folder, 'trial.tar.gz');
const QUIET = { LOG_LEVEL: 'silent', BASE_URL: 'http://localhost:8080' };

function run(command: string, args: string[], folderName?: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...FLAGS, join(PROJECT_ROOT, `dist/commands/${command}.js`), ...args],
    { env: ownEnv({ ...QUIET, DATA_DIR: dataDir(folderName) }), encoding: 'utf8' },
  );
  return { status, stdout, stderr: stderr.replaceAll(/^\(.*\n/gm, '') };
}

const progress = async ({ url }: Server) => (await fetch(`${url}/api/v1/progress`)).json();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-backup-test-'));
  server = await startServer({ ...QUIET, DATA_DIR: dataDir() });
  await server.ready;
});
afterAll(async () => {
  await server.kill();
  await rm(folder, { recursive: true });
});

describe('a backup of the trial database', () => {
  test('is given by the server that holds it, to this machine alone', async () => {
    const made = run('backup', [file()]);
    expect(made.stderr).toContain(`asking the server at http://127.0.0.1`);
    expect(made.stdout).toMatch(/^backup: 174 entries, root \S{44}, verified, \d\.\d MB → /);
    expect((await readdir(folder)).toSorted()).toEqual([
      'data',
      'trial.tar.gz',
      'trial.tar.gz.json',
      'trial.tar.gz.key',
    ]);
    for (const name of ['', '.json', '.key']) {
      // eslint-disable-next-line no-bitwise -- permission bits
      expect((await stat(file() + name)).mode & 0o777).toBe(0o600);
    }
    const { status } = await fetch(`${server.url}/api/v1/admin/archive`, { method: 'POST' });
    expect(status).toBe(401);
  });

  test('comes back in a new folder, where the server shows the same and signs on', async () => {
    const before = await progress(server);
    expect(run('restore', [file()], 'new')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^restore: 174 entries, root \S{44}, verified/),
    });
    expect((await readdir(dataDir('new'))).toSorted()).toEqual([
      'last-checkpoint',
      'ledger.key',
      'lock',
      'pg',
    ]);
    const restored = await startServer({ ...QUIET, DATA_DIR: dataDir('new') });
    await restored.ready;
    expect(await progress(restored)).toEqual(before);
    expect(await restored.stop()).toBe(0);
  });

  test('of a folder that no server holds is made here', async () => {
    const made = run('backup', [join(folder, 'second.tar.gz')], 'new');
    expect(made).toMatchObject({ status: 0, stdout: expect.stringContaining('174 entries') });
    expect(made.stderr).not.toContain('asking');
    expect(run('backup', [join(folder, 'none.tar.gz')], 'mistyped')).toMatchObject({
      status: 1,
      stderr: `muster: DATA_DIR: there is no ledger in ${dataDir('mistyped')}\n`,
    });
    expect(existsSync(dataDir('mistyped'))).toBe(false);
  });
});

describe('a restore of the trial database', () => {
  test('refuses a folder that has one, or that a server holds', () => {
    expect(run('restore', [file()], 'new').stderr).toContain('pg is there already');
    expect(run('restore', [file()]).stderr).toContain('is in use by another Muster process');
  });

  test('refuses a folder with another key, and bytes that were changed', async () => {
    expect(run('import', [join(PROJECT_ROOT, 'examples/bloom.json')], 'other').status).toBe(0);
    await rm(join(dataDir('other'), 'pg'), { recursive: true });
    expect(run('restore', [file()], 'other').stderr).toContain('has another ledger.key');
    const bytes = await readFile(file());
    await writeFile(file(), bytes.subarray(0, -1));
    expect(run('restore', [file()], 'third').stderr).toContain('is not what was backed up');
    await writeFile(file(), bytes);
    expect(existsSync(join(dataDir('third'), 'pg'))).toBe(false);
  });

  test('refuses to go back behind a checkpoint that was shown from the folder', async () => {
    const { token } = JSON.parse(await readFile(join(dataDir(), 'server.json'), 'utf8'));
    const post = async (path: string, body: object) => {
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': path,
      };
      const url = `${server.url}/api/v1/${path}`;
      return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json();
    };
    const dee = { kind: 'person', name: 'Dee Example', email: 'dee@example.org', public: true };
    const { id } = (await post('signatories', dee)) as { id: string };
    await post(`admin/signatories/${id}/publish`, {});
    await expect
      .poll(() => readFile(join(dataDir(), 'last-checkpoint'), 'utf8'))
      .toMatch(/\n174\n/);
    await server.stop();
    await rm(join(dataDir(), 'pg'), { recursive: true });
    const refused = run('restore', [file()]);
    expect(refused.stderr).toContain(
      'a checkpoint of 175 entries was shown, and this backup ends at 174',
    );
    expect(existsSync(join(dataDir(), 'pg'))).toBe(false);
  });
});
