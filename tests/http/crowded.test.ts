import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import Fastify from 'fastify';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DomainError } from '../../server/domain/errors.ts';
import { registerProblems } from '../../server/http/problem.ts';
import { openSession } from '../../server/sessions/session.ts';
import { fundingPledge, move, publishedSignatory } from '../support/actors.ts';
import { INITIATIVE, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';

const ADA = 'the-session-of-ada';
/** Who asks is said by the proxy in front, which is this test. */
const DEE = { 'x-forwarded-for': '203.0.113.7' };
const BO = { 'x-forwarded-for': '198.51.100.7' };

let app: TestApp;
let ada: string;
let owner: pg.Client;
beforeAll(async () => {
  app = await startApp({ env: { TRUSTED_PROXIES: '127.0.0.1 ::1' } });
  ada = await publishedSignatory(app);
  await app.ctx.db.transaction((tx) =>
    openSession(tx, app.ctx, {
      holder: { signatoryId: ada },
      token: ADA,
      seconds: 3_600,
      browser: null,
    }),
  );
  owner = new pg.Client({ connectionString: app.database!.ownerUrl });
  await owner.connect();
});
afterEach(() => watchLedger(app));
afterAll(async () => {
  await owner.end();
  await app.close();
});

const read = async (path: string, headers: Record<string, string>): Promise<number> => {
  const response = await fetch(app.url + path, { headers });
  await response.arrayBuffer();
  return response.status;
};

/** Runs `work` while the owner's session holds something. */
async function whileHeld<T>(lock: string, work: () => Promise<T>): Promise<T> {
  await owner.query('BEGIN');
  try {
    await owner.query(lock);
    return await work();
  } finally {
    await owner.query('ROLLBACK');
  }
}

describe('while one network asks for more than can be answered', () => {
  test('who has signed in is let in at once, and the lists of others are answered', async () => {
    const order: string[] = [];
    await whileHeld('LOCK TABLE standing IN ACCESS EXCLUSIVE MODE', async () => {
      const flood = Array.from({ length: 300 }, async (_, index) => {
        const path = `/api/v1/pledges?limit=${1 + (index % 200)}`;
        const status = await read(path, DEE);
        order.push(`dee ${status}`);
      });
      await expect.poll(() => app.database!.waiting('%standing%')).toBeGreaterThan(0);
      const signedIn = { ...BO, authorization: `Bearer ${ADA}` };
      expect(await read('/api/v1/me', signedIn)).toBe(200);
      expect(await read('/api/v1/signatories', BO)).toBe(200);
      order.push('bo 200');
      await Promise.all(flood);
    });
    // The quarter of a queue that Dee's network keeps was still waiting.
    expect(order.slice(order.indexOf('bo 200')).length).toBeGreaterThan(10);
    expect(new Set(order)).toEqual(new Set(['dee 503', 'bo 200']));
  });

  test('made-up tokens from there keep nobody out', async () => {
    const madeUp = () => ({ ...DEE, authorization: `Bearer ${randomUUID()}` });
    const flood = Promise.all(Array.from({ length: 400 }, () => read('/api/v1/me', madeUp())));
    const known = { ...BO, authorization: `Bearer ${ADA}` };
    const answers = Array.from({ length: 5 }, () => read('/api/v1/me', known));
    expect(new Set(await Promise.all(answers))).toEqual(new Set([200]));
    expect(new Set(await flood)).toEqual(new Set([401, 503]));
  });
});

describe('while another session holds the head of the ledger', () => {
  test('a write is told to come again, and public lists are answered', async () => {
    const refs: string[] = [];
    for (let one = 0; one < 12; one++) {
      // oxlint-disable-next-line no-await-in-loop
      refs.push(await fundingPledge(app, ada, { accept: false }));
    }
    const order: string[] = [];
    await whileHeld('SELECT FROM ledger_head FOR UPDATE', async () => {
      // More than the pool has connections.
      const writes = refs.map(async (ref) => {
        const { status, headers } = await move(app, ref, 'accept');
        order.push(`${status} ${headers.get('retry-after')}`);
      });
      await expect.poll(() => app.database!.waiting('%ledger_head%')).toBeGreaterThan(5);
      expect(await read('/api/v1/pledges', BO)).toBe(200);
      order.push('list');
      await Promise.all(writes);
    });
    expect(order[0]).toBe('list');
    expect(new Set(order.slice(1))).toEqual(new Set(['503 1']));
    expect((await move(app, refs[0]!, 'accept')).status).toBe(201);
  });
});

test('an import waits for as long as it takes', async () => {
  const signatory = { key: 'bo', kind: 'person', name: 'Bo Example', signedOn: '2026-02-01' };
  const body = { ...INITIATIVE, signatories: [signatory] };
  const ref = await fundingPledge(app, ada, { accept: false });
  const importing = await whileHeld('SELECT FROM ledger_head FOR UPDATE', async () => {
    const answer = app.request('/api/v1/admin/import', { body });
    await expect.poll(() => app.database!.waiting('%ledger_head%')).toBe(1);
    // Came later, and is given up earlier.
    expect((await move(app, ref, 'accept')).status).toBe(503);
    return [answer];
  });
  expect((await importing[0])!.status).toBe(201);
});

test('of refusals the log has one line a second, with the client’s address and without a stack', async () => {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(JSON.parse(String(chunk)) as Record<string, unknown>);
      done();
    },
  });
  const refusing = Fastify({ logger: { stream }, trustProxy: true });
  registerProblems(refusing, { notFound: () => '', refusal: () => '' });
  for (const code of ['busy', 'too-many'] as const) {
    refusing.get(`/${code}`, async () => {
      throw new DomainError(code, 'Later.');
    });
  }
  const ask = (url: string) => refusing.inject({ url, headers: DEE });
  const before = Date.now();
  const asked = Array.from({ length: 100 }, (_, index) => ask(index % 2 ? '/busy' : '/too-many'));
  expect(new Set((await Promise.all(asked)).map(({ statusCode }) => statusCode))).toEqual(
    new Set([503, 429]),
  );
  const seconds = Math.ceil((Date.now() - before) / 1_000);
  const warned = lines.filter(({ level }) => level === 40);
  expect(warned.slice(0, 2)).toMatchObject([
    { refusal: 'too-many', client: '203.0.113.7', unlogged: 0 },
    { refusal: 'busy', client: '203.0.113.7', unlogged: 0 },
  ]);
  expect(warned.length).toBeLessThanOrEqual(2 * (seconds + 1));
  expect(JSON.stringify(warned)).not.toContain('at ');
  await refusing.close();
});
