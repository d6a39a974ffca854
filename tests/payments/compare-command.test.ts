import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownEnv, startServer, type Server } from '../../scripts/support/server.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';
import * as payments from '../../server/db/payments.ts';
import { INITIATIVE } from '../support/app.ts';
import { RECIPIENT, stripeEnv, useTill } from '../support/pay.ts';
import { startFakeStripe, type FakeStripe } from '../support/stripe/fake.ts';

/** The built command, as `npm run compare` runs it; the fake Stripe answers it from this process. */
async function compare(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'dist/commands/compare.js'), ...args], {
    env: ownEnv({ LOG_LEVEL: 'silent', BASE_URL: 'http://localhost:8080', ...env }),
  });
  const out = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (out.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (out.stderr += chunk.toString()));
  const status = await new Promise((resolve) => child.on('close', resolve));
  return { status, ...out };
}

const MARCH = ['--from', '2026-03-01', '--to', '2026-03-31'];

describe('npm run compare on Postgres', () => {
  const till = useTill();

  test('names what differs and ends with 1, and with 0 once nothing does', async () => {
    const { database } = till.app;
    const env = {
      DATABASE_URL: database!.appUrl,
      MIGRATE_DATABASE_URL: database!.ownerUrl,
      DATA_DIR: till.app.ctx.config.dataDir,
      LEDGER_KEY: Buffer.alloc(32, 7).toString('base64'),
      ...stripeEnv(till.stripe),
    };
    const { code } = await till.pay(await till.pledge(), '500.00');
    await till.stripe.payByCard(await till.objectOf(code));
    const missed = await compare(env, ...MARCH);
    expect(missed).toMatchObject({ status: 1, stderr: '' });
    expect(missed.stdout).toMatch(
      /^2026-03-10 missing: receive pi_\w+: 500.00 USD with Stripe, nothing here\n2026-03-01 to 2026-03-31: 1 compared with Stripe, 1 differs\n$/,
    );
    await till.deliver();
    expect(await compare(env, ...MARCH)).toMatchObject({
      status: 0,
      stdout: '2026-03-01 to 2026-03-31: 1 compared with Stripe, 0 differ\n',
    });
    const [received] = await till.app.ctx.db.select().from(payments.providerBatch);
    const path = `/api/v1/admin/batches/${received!.batch}/reverse`;
    await till.app.request(path, { body: { reason: 'Not meant for it' } });
    expect((await compare(env, ...MARCH)).stdout).toMatch(
      /500.00 USD with Stripe, nothing here, taken back by hand on 2026-03-10\n/,
    );
    expect((await compare(env, '--from', '2026-03-01')).stderr).toContain('say which days');
    const wrong = await compare(env, '--from', 'March', '--to', '2026-03-31');
    expect(wrong.stderr).toContain('from: must be a day');
  });
});

describe('npm run compare on a trial', () => {
  let folder: string;
  let server: Server;
  let stripe: FakeStripe;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'muster-compare-test-'));
    stripe = await startFakeStripe();
    const { initiative } = INITIATIVE;
    const file = join(folder, 'initiative.json');
    await writeFile(file, JSON.stringify({ initiative, recipient: RECIPIENT }));
    server = await startServer({
      LOG_LEVEL: 'silent',
      BASE_URL: 'http://localhost:8080',
      DATA_DIR: join(folder, 'data'),
      INITIATIVE: file,
      ...stripeEnv(stripe),
    });
    await server.ready;
  });
  afterAll(async () => {
    await server.kill();
    await stripe.close();
    await rm(folder, { recursive: true });
  });

  test('asks the server that holds the folder', async () => {
    const done = await compare({ DATA_DIR: join(folder, 'data'), ...stripeEnv(stripe) }, ...MARCH);
    expect(done).toMatchObject({
      status: 0,
      stdout: '2026-03-01 to 2026-03-31: 0 compared with Stripe, 0 differ\n',
    });
    expect(done.stderr).toContain('asking the server at');
  });
});
