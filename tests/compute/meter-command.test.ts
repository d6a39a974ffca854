import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownEnv, startServer, type Server } from '../../scripts/support/server.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { INITIATIVE, startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { aPledge, daysOf, EIGHT_A100 } from './meter.ts';
import { fileOf, gzipOf, row } from './sacct.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-meter-test-'));
  file = join(folder, 'march.txt.gz');
  // Four hours on two days at UTC, their steps, and GPUs of a type that is of no model.
  const text = fileOf(
    row({ start: '2026-03-03T00:30:00', elapsed: 7200 }),
    row({ id: '100.batch', start: '2026-03-03T00:30:00', elapsed: 7200 }),
    row({ id: '101', elapsed: 7200 }),
    row({ id: '102', tres: 'gres/gpu:v100=1,gres/gpu=1' }),
  );
  await writeFile(file, gzipOf(text));
});
afterAll(() => rm(folder, { recursive: true }));

/** The built command, as `npm run meter` runs it. */
async function meter(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'dist/commands/meter.js'), ...args], {
    env: ownEnv({ LOG_LEVEL: 'silent', BASE_URL: 'http://localhost:8080', ...env }),
  });
  const out = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (out.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (out.stderr += chunk.toString()));
  const status = await new Promise((resolve) => child.on('close', resolve));
  return { status, ...out };
}

const asked = (ref: string): string[] => [
  file,
  '--pledge',
  ref,
  '--cluster',
  'saga',
  '--zone',
  'Europe/Oslo',
  '--gpu',
  'a100=A100',
];

const reportOf = (ref: string): string[] => [
  '4 rows of saga, times in Europe/Oslo; SHA-256 ',
  '  1 steps of jobs',
  '3 jobs on GPUs, 0 of them running: 18000 GPU-seconds, 5.00 GPU-hours',
  '  2026-03 A100: 4.00 GPU-hours',
  'not counted: 1.00 GPU-hours of type v100, which is no model: say --gpu v100=MODEL if they count',
  `to record for ${ref}: 4.00 A100 GPU-hours of 2 jobs, 2026-03-02 to 2026-03-03`,
];
const RECORDED = /\nRecorded: 4\.00 GPU-hours, 2 movements, batch \w+\n$/;

describe('npm run meter on Postgres', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  test('tells first, records when it is told to, and a file that comes again adds nothing', async () => {
    const ref = await aPledge(app);
    const env = {
      DATABASE_URL: app.database!.appUrl,
      MIGRATE_DATABASE_URL: app.database!.ownerUrl,
      DATA_DIR: app.ctx.config.dataDir,
      LEDGER_KEY: Buffer.alloc(32, 7).toString('base64'),
    };
    const told = await meter(env, ...asked(ref));
    expect(told).toMatchObject({ status: 0, stderr: '' });
    for (const line of reportOf(ref)) expect(told.stdout).toContain(line);
    expect(told.stdout).toMatch(/\nNothing is recorded\. Add --record to record it\.\n$/);
    expect(await daysOf(app, ref)).toEqual({});

    const recorded = await meter(env, ...asked(ref), '--record');
    expect(recorded).toMatchObject({ status: 0, stdout: expect.stringMatching(RECORDED) });
    const days = { '2026-03-02': '9000', '2026-03-03': '5400' };
    expect(await daysOf(app, ref)).toEqual(days);

    const again = await meter(env, ...asked(ref), '--record');
    expect(again.stdout).toContain('not counted: 4.00 GPU-hours recorded before');
    expect(again.stdout).toMatch(/\nThere is nothing in the file to record\.\n$/);
    expect(await daysOf(app, ref)).toEqual(days);

    const more = await meter(env, ...asked(ref), '--gpu', 'v100=V100', '--untyped', 'A100');
    expect(more.stdout).toContain('of type v100, which is of another model');
    await checkLedger(app);
  });

  test('says what is wrong, and opens no database', async () => {
    for (const [args, message] of [
      [[file, '--cluster', 'saga'], 'name the file, the pledge and the cluster'],
      [[file, '--pledges', 'X'], "Unknown option '--pledges'"],
      [asked('X').with(0, join(folder, 'none')), 'cannot be read'],
      [asked('X').with(0, folder), 'cannot be read'],
      [asked('X').with(8, 'a100=A1000'), 'gpu: has the unknown model “A1000”'],
    ] as const) {
      const { status, stdout, stderr } = await meter({ DATA_DIR: join(folder, 'none') }, ...args);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(/^ +at /m);
    }
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});

describe('npm run meter on a trial', () => {
  let server: Server;
  let env: Record<string, string>;
  beforeAll(async () => {
    const initiative = join(folder, 'initiative.json');
    const pledge = {
      ...EIGHT_A100,
      key: 'gpus',
      signatory: 'ada',
      kind: 'compute',
      site: 'Oslo',
      movements: [{ verb: 'accept', occurredOn: '2026-03-01' }],
    };
    const signatories = [{ key: 'ada', kind: 'organisation', name: 'Ada', signedOn: '2026-03-01' }];
    await writeFile(initiative, JSON.stringify({ ...INITIATIVE, signatories, pledges: [pledge] }));
    env = { DATA_DIR: join(folder, 'data'), INITIATIVE: initiative };
    server = await startServer({ LOG_LEVEL: 'silent', BASE_URL: 'http://localhost:8080', ...env });
    await server.ready;
  });
  afterAll(() => server.kill());

  test('has the server read and record the file, which holds the folder', async () => {
    const list = await fetch(`${server.url}/api/v1/pledges`);
    const { pledges } = (await list.json()) as { pledges: { ref: string }[] };
    const { ref } = pledges[0]!;
    const { status, stdout, stderr } = await meter(env, ...asked(ref), '--record');
    expect(stderr).toContain('asking the server at');
    for (const line of reportOf(ref)) expect(stdout).toContain(line);
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(RECORDED) });
    const again = await meter(env, ...asked(ref), '--record');
    expect(again.stdout).toContain('There is nothing in the file to record.');
  });
});
