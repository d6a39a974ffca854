import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FLAGS, ownEnv } from '../scripts/support/server.ts';
import { PROJECT_ROOT } from '../server/paths.ts';
import { fileOf, row } from './compute/sacct.ts';
import { dailyCsv } from './rates/fixtures.ts';

/** The built program, as `npm start` and the commands run it. */
let dataDir: string;
let port: number;
let server: ChildProcess;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port: free } = probe.address() as AddressInfo;
  probe.close();
  return free;
}

const launch = (file: string, args: string[] = [], env: Record<string, string> = {}) =>
  spawn(process.execPath, [...FLAGS, join(PROJECT_ROOT, 'dist', file), ...args], {
    env: ownEnv({ DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'silent', ...env }),
  });

/** Runs to the end; what it said and how it ended. */
async function run(file: string, args: string[] = [], env: Record<string, string> = {}) {
  const child = launch(file, args, env);
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const [code] = await once(child, 'close');
  return { code: code as number | null, out };
}

/** Starts the server; it is there when it has said where it listens. */
async function start(): Promise<void> {
  server = launch('main.js');
  await once(server.stdout!, 'data');
}

const progress = async () =>
  (await (await fetch(`http://localhost:${port}/api/v1/progress`)).json()) as { asOf: object };

async function stop(signal: NodeJS.Signals): Promise<[number | null, string | null]> {
  const ended = once(server, 'exit');
  server.kill(signal);
  return (await ended) as [number | null, string | null];
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'muster-start-'));
  port = await freePort();
  await start();
});
afterAll(async () => {
  if (server.exitCode === null) server.kill('SIGKILL');
  await rm(dataDir, { recursive: true });
});

describe('the server', () => {
  test('on nothing but a data folder shows the demonstration', async () => {
    expect(await progress()).toMatchObject({
      initiative: { demonstration: true },
      funding: { target: '100000000.00' },
    });
  });

  test('refuses a second process on its data folder, with a clear line', async () => {
    const second = await run('main.js', [], { PORT: String(await freePort()) });
    expect(second).toEqual({
      code: 1,
      out: `muster: ${dataDir} is in use by another Muster process, at http://127.0.0.1:${port}\n`,
    });
  });

  test('is asked by `verify` and `import`, which may not open its database', async () => {
    const verified = await run('commands/verify.js');
    expect(verified.code).toBe(0);
    expect(verified.out).toContain(`asking the server at http://127.0.0.1:${port}`);
    expect(verified.out).toContain('The ledger holds.');
    const demo = join(PROJECT_ROOT, 'examples/demo.json');
    expect((await run('commands/import.js', [demo])).out).toContain(
      'pledges: 0 added, 42 there already',
    );
    const bad = join(dataDir, 'bad.json');
    const file = JSON.parse(await readFile(demo, 'utf8'));
    file.pledges[2].amount = '1.5.0';
    await writeFile(bad, JSON.stringify(file));
    expect(await run('commands/import.js', [bad])).toMatchObject({
      code: 1,
      out: expect.stringContaining('\n  pledges[2].amount: must be a plain decimal number'),
    });
  });

  test('takes reference rates from `rates`, which may not open its database', async () => {
    const file = join(dataDir, 'eurofxref.csv');
    await writeFile(file, dailyCsv('1 July 2024', { USD: '1.0745', KRW: '1485.1' }));
    const added = await run('commands/rates.js', [file]);
    expect(added.code).toBe(0);
    expect(added.out).toContain(`asking the server at http://127.0.0.1:${port}`);
    expect(added.out).toContain('1 days added, 0 there already; the newest are of 2026-04-13\n');
    await writeFile(file, dailyCsv('1 July 2024', { USD: '1.0746' }));
    expect(await run('commands/rates.js', [file])).toEqual({
      code: 1,
      out: expect.stringContaining('\n  file: USD on 2024-07-01 is 1.0746 in the file, but 1.0745'),
    });
    await writeFile(file, '<!doctype html><p>Not found');
    expect(await run('commands/rates.js', [file])).toEqual({
      code: 1,
      out: expect.stringContaining('\n  file: must be the ECB’s CSV or XML'),
    });
    expect(await run('commands/rates.js', ['/nowhere.csv'])).toEqual({
      code: 1,
      out: 'muster: /nowhere.csv cannot be read\n',
    });
  });

  test('imports rates older than 30 days only when it is told to', async () => {
    const folder = { DATA_DIR: await mkdtemp(join(tmpdir(), 'muster-import-')) };
    const file = join(folder.DATA_DIR, 'late.json');
    const movements = [{ verb: 'accept', occurredOn: '2026-06-01' }];
    const pledge = { key: 'p', signatory: 'ada', kind: 'funding', asset: 'KRW', amount: '1000' };
    await writeFile(
      file,
      JSON.stringify({
        initiative: { name: 'Late', call: 'A call.', currency: 'USD', targets: { funding: '1' } },
        signatories: [{ key: 'ada', kind: 'person', name: 'Ada Example' }],
        pledges: [{ ...pledge, movements }],
      }),
    );
    const line = 'KRW: 1 pledge of 2026-06-01 takes the rate of 2026-04-13';
    const refused = await run('commands/import.js', [file], folder);
    expect([refused.code, refused.out]).toEqual([1, expect.stringContaining(line)]);
    expect(refused.out).toContain('--use-old-rates');
    const taken = await run('commands/import.js', [file, '--use-old-rates'], folder);
    expect(taken).toEqual({ code: 0, out: expect.stringContaining(`${line}\n`) });
    expect(taken.out).toContain('These rates are more than 10 days old. Get newer rates');
    await rm(folder.DATA_DIR, { recursive: true });
  });

  test('reads a scheduler’s records by `meter`, and records them where it is told to', async () => {
    const { pledges } = (await (
      await fetch(`http://localhost:${port}/api/v1/pledges?asset=H200`)
    ).json()) as { pledges: { ref: string }[] };
    const file = join(dataDir, 'sacct.txt');
    await writeFile(file, fileOf(row({ start: '2026-10-02T10:00:00', tres: 'gres/gpu:h200=8' })));
    const meter = (...more: string[]) =>
      run('commands/meter.js', [file, '--pledge', pledges[0]!.ref, '--cluster', 'saga', ...more]);
    const said = ['--zone', 'Europe/Oslo', '--gpu', 'h200=H200'];
    const read = await meter(...said);
    expect(read.code).toBe(0);
    expect(read.out).toContain(
      '1 jobs on GPUs, 0 of them running: 28800 GPU-seconds, 8.00 GPU-hours',
    );
    expect(read.out).toContain('Nothing is recorded. Add --record to record it.');
    expect((await meter(...said, '--record')).out).toMatch(/Recorded: 8.00 GPU-hours, \d movement/);
    expect(await meter(...said, '--record')).toMatchObject({
      code: 0,
      out: expect.stringContaining('There is nothing in the file to record.'),
    });
    expect(await meter()).toMatchObject({
      code: 1,
      out: expect.stringContaining('zone: is missing'),
    });
    expect(await run('commands/meter.js', [file])).toMatchObject({
      code: 1,
      out: expect.stringContaining('name the file, the pledge and the cluster'),
    });
  });

  test('drains and closes on SIGTERM, and starts again on what it had', async () => {
    const { asOf: before } = await progress();
    expect(await stop('SIGTERM')).toEqual([0, null]);
    expect(existsSync(join(dataDir, 'server.json'))).toBe(false);
    await start();
    expect(await progress()).toMatchObject({ asOf: before });
  });

  test('refuses a database that is older than what was shown from its folder', async () => {
    await stop('SIGTERM');
    const backup = await mkdtemp(join(tmpdir(), 'muster-backup-'));
    await cp(dataDir, backup, { recursive: true });
    await start();
    const { token } = JSON.parse(await readFile(join(dataDir, 'server.json'), 'utf8'));
    const dee = { kind: 'person', name: 'Dee Example', email: 'dee@example.org', public: true };
    const post = async (path: string, body: object) => {
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': path,
      };
      const url = `http://localhost:${port}/api/v1/${path}`;
      return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json();
    };
    const { id } = (await post('signatories', dee)) as { id: string };
    await post(`admin/signatories/${id}/publish`, {});
    const last = join(dataDir, 'last-checkpoint');
    await expect.poll(() => readFile(last, 'utf8')).toMatch(/\n176\n/);
    await stop('SIGTERM');
    await rm(join(dataDir, 'pg'), { recursive: true });
    await cp(join(backup, 'pg'), join(dataDir, 'pg'), { recursive: true });
    const refused = await run('main.js');
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('a checkpoint of 176 entries was shown');
    await rm(last);
    await rm(backup, { recursive: true });
    await start();
  });

  test('frees its folder when it is killed, and the ledger holds', async () => {
    await stop('SIGKILL');
    const verified = await run('commands/verify.js');
    expect(verified.out).toContain('The ledger holds.');
    expect(verified.out).not.toContain('asking the server');
  });
});

describe('a start that cannot be', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a wrong port', { PORT: 'x' }, 'muster: PORT: must be a port number\n'],
    [
      'an initiative that is not there',
      { INITIATIVE: '/nowhere.json', DATA_DIR: 'NEW' },
      'muster: INITIATIVE: /nowhere.json cannot be read\n',
    ],
    [
      'a database that is not there',
      {
        DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
        LEDGER_KEY: Buffer.alloc(32).toString('base64'),
      },
      'muster: DATABASE_URL: connect ECONNREFUSED 127.0.0.1:1\n',
    ],
  ])('for %s says so in one line', async (_what, env, line) => {
    const fresh = await mkdtemp(join(tmpdir(), 'muster-start-'));
    const set = env['DATA_DIR'] ? { ...env, DATA_DIR: fresh } : env;
    expect(await run('main.js', [], set)).toEqual({ code: 1, out: line });
    await rm(fresh, { recursive: true });
  });

  test('of verify, on a folder without a ledger, is refused and makes none', async () => {
    const nowhere = join(dataDir, 'mistyped');
    const { code, out } = await run('commands/verify.js', [], { DATA_DIR: nowhere });
    expect([code, out]).toEqual([1, `muster: DATA_DIR: there is no ledger in ${nowhere}\n`]);
    expect(existsSync(nowhere)).toBe(false);
  });

  test('with another key than the ledger was begun with is refused', async () => {
    const { code, out } = await run('main.js', [], {
      LEDGER_KEY: Buffer.alloc(32, 3).toString('base64'),
    });
    expect([code, out]).toEqual([
      1,
      'muster: LEDGER_KEY: is not the key that this ledger was begun with\n',
    ]);
  });
});
