import Fastify from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import pg from 'pg';
import { registerProblems } from '../../server/http/problem.ts';
import { fundingPledge, move, publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
afterEach(() => watchLedger(app));

const WARNING = 'Emails are written to DATA_DIR/outbox and reach nobody. Set SMTP_URL.';
const asStranger = (path: string) => app.request(path, { token: false });

test('warnings are told to a token that may view, and shown at the desk; a stranger is told none', async () => {
  expect((await asStranger('/readyz')).body).toEqual({ status: 'ready' });
  expect((await app.request('/readyz')).body.warnings).toContain(WARNING);
  const cy = await atDesk(app, 'viewer');
  expect((await cy.get('/admin')).page).toContain(WARNING);
  expect((await app.request('/readyz', { token: 'nobody-has-this-one' })).status).toBe(401);
});

describe('where the database takes no writes', () => {
  /** As a standby is, for sessions that begin from now on. */
  async function playStandby(isOne: boolean): Promise<void> {
    const name = new URL(app.database!.ownerUrl).pathname.slice(1);
    const owner = new pg.Client({ connectionString: app.database!.ownerUrl });
    await owner.connect();
    await owner.query('SET default_transaction_read_only = off');
    await owner.query(`ALTER DATABASE ${name} SET default_transaction_read_only = ${isOne}`);
    await owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND usename = 'muster_login'`,
    );
    await owner.end();
  }

  test('a write is told to come again, and only the readiness of writes fails', async () => {
    const ada = await publishedSignatory(app);
    const ref = await fundingPledge(app, ada, { accept: false });
    await app.publicCache.refresh();
    await playStandby(true);
    expect((await asStranger('/readyz')).status).toBe(200);
    await expect
      .poll(async () => (await asStranger('/readyz/writes')).body)
      .toEqual({ status: 'the database is a standby: it takes no writes' });
    const { status, headers } = await move(app, ref, 'accept');
    expect([status, headers.get('retry-after')]).toEqual([503, '1']);
    await playStandby(false);
    await expect.poll(async () => (await asStranger('/readyz/writes')).status).toBe(200);
  });

  test('a lock on the ledger fails the readiness of writes', async () => {
    const owner = new pg.Client({ connectionString: app.database!.ownerUrl });
    await owner.connect();
    await owner.query('BEGIN');
    await owner.query('SELECT FROM ledger_head FOR UPDATE');
    await expect
      .poll(async () => (await asStranger('/readyz/writes')).body)
      .toEqual({ status: 'another session has locked the ledger' });
    expect((await asStranger('/readyz')).status).toBe(200);
    await owner.end();
  });
});

test.each([
  '08006',
  '25006',
  '53100',
  '55P03',
  '57014',
  '58030',
  'EAI_AGAIN',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ETIMEDOUT',
])('%s of the database is answered with 503, however deep it is', async (code) => {
  const failing = Fastify();
  registerProblems(failing, { notFound: () => '', refusal: () => '' });
  failing.get('/', async () => {
    const cause = Object.assign(new Error('it failed'), { code });
    throw new Error('a query failed', { cause: new Error('within', { cause }) });
  });
  const { statusCode, headers } = await failing.inject({ url: '/' });
  expect([statusCode, headers['retry-after']]).toEqual([503, '1']);
  await failing.close();
});
