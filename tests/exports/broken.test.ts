import { get, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { createFiles, registerExports } from '../../server/exports/routes.ts';
import { registerProblems } from '../../server/http/problem.ts';
import { ADMIN_TOKEN, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';
import { ADMIN } from './scenario.ts';

const path = `${ADMIN}/pledges.csv`;
/** How long what must come may take on a busy machine. */
const SOON = { timeout: 15_000 };

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  const ada = await publishedSignatory(app);
  const ref = await fundingPledge(app, ada);
  // 24 MiB that hardly compress: more than all the buffers between, so that what is not read waits.
  await app.database!.asOwner(
    `INSERT INTO pledge SELECT (jsonb_populate_record(pledge, jsonb_build_object(
       'id', gen_random_uuid(), 'ref', 'X' || n, 'payment_ref', 'X' || n, 'status', 'rejected', 'note', noted.note))).*
     FROM pledge, generate_series(1, 12000) AS n,
       LATERAL (SELECT string_agg(md5(n || '-' || part), '') AS note FROM generate_series(1, 64) AS part) AS noted
     WHERE ref = $1`,
    [ref],
  );
});
afterEach(async () => {
  await vi.waitUntil(async () => (await copies()) === 0, SOON);
  await watchLedger(app);
});
afterAll(() => app.close());

/** How many of the database's sessions copy at this moment. */
async function copies(): Promise<number> {
  const rows = await app.database!.asOwner(
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE datname = current_database() AND query LIKE 'COPY%'`,
  );
  return rows[0]!['n'] as number;
}

/** Ends the session that copies, as a failover or an operator would. */
const breakCopy = () =>
  app.database!.asOwner(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND query LIKE 'COPY%'`,
  );

interface Reading {
  response: IncomingMessage;
  /** Reads to the end; says how it came to it. */
  rest: () => Promise<'ended' | 'aborted'>;
}

/** The first bytes of an export, and no more until the rest is asked for. */
function begin(url: string, headers: Record<string, string> = {}): Promise<Reading> {
  const authorization = `Bearer ${ADMIN_TOKEN}`;
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { authorization, ...headers }, agent: false });
    request.once('error', reject);
    request.once('response', async (response) => {
      expect(response.statusCode).toBe(200);
      response.on('error', () => {});
      await once(response, 'readable');
      response.read(1);
      const rest = async () => {
        response.resume();
        // Not by once(): an abort is no failure here.
        await new Promise((done) => (response.closed ? done(null) : response.once('close', done)));
        return response.complete ? 'ended' : 'aborted';
      };
      resolve({ response, rest });
    });
  });
}

describe('an export that fails on the way', () => {
  test.each(['identity', 'gzip'])('is aborted, not ended (%s)', async (encoding) => {
    const reading = await begin(app.url + path, { 'accept-encoding': encoding });
    expect(await copies()).toBe(1);
    await breakCopy();
    expect(await reading.rest()).toBe('aborted');
  });

  test('is reset for a client that knows an end only by that of the connection', async () => {
    const { port } = new URL(app.url);
    const socket: Socket = connect(Number(port), 'localhost');
    const headers = `Host: localhost\r\nAuthorization: Bearer ${ADMIN_TOKEN}`;
    socket.write(`GET ${path} HTTP/1.0\r\n${headers}\r\n\r\n`);
    await once(socket, 'readable');
    expect(String(socket.read(12))).toBe('HTTP/1.1 200');
    await breakCopy();
    const failed = once(socket, 'error');
    socket.resume();
    expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' });
  });

  test('before its first byte is a problem document', async () => {
    await app.database!.asOwner('ALTER TABLE standing RENAME COLUMN lapsed TO gone');
    try {
      const { status, headers, body } = await app.request(path, {
        headers: { 'accept-encoding': 'gzip' },
      });
      expect([status, body.type]).toEqual([500, 'urn:muster:problem:internal']);
      expect(headers.get('content-disposition')).toBeNull();
    } finally {
      await app.database!.asOwner('ALTER TABLE standing RENAME COLUMN gone TO lapsed');
    }
  });
});

describe('a reader', () => {
  test('that goes away takes the query and the connection with it', async () => {
    const reading = await begin(app.url + path);
    expect(await copies()).toBe(1);
    reading.response.destroy();
    await expect.poll(copies, SOON).toBe(0);
  });

  test('that comes while two are read waits for its turn; the public has turns of its own', async () => {
    const readings = [await begin(app.url + path), await begin(app.url + path)];
    const third = await app.request(path);
    expect([third.status, third.body.type]).toEqual([503, 'urn:muster:problem:busy']);
    expect(third.headers.get('retry-after')).toBe('1');
    expect((await app.request('/data/pledges.csv', { token: false })).status).toBe(200);
    expect(await Promise.all(readings.map(({ rest }) => rest()))).toEqual(['ended', 'ended']);
    await expect.poll(async () => (await app.request(path)).status, SOON).toBe(200);
  });

  test('has the whole file, however slowly it reads', async () => {
    const { response } = await begin(app.url + path);
    let bytes = 1;
    for await (const chunk of response) {
      bytes += (chunk as Buffer).length;
      if (bytes < 3_000_000) await sleep(1);
    }
    expect(response.complete).toBe(true);
    const whole = await app.request(path);
    expect(bytes).toBe(Buffer.byteLength(whole.body));
  });
});

describe('with little patience', () => {
  let impatient: ReturnType<typeof Fastify>;
  const listen = async (totalMs: number, idleMs: number): Promise<string> => {
    impatient = Fastify();
    registerProblems(impatient, { notFound: () => '', refusal: () => '' });
    const patience = { totalMs, idleMs };
    impatient.decorate('whoHolds', async () => MACHINE);
    registerExports(
      impatient,
      createFiles(app.ctx, { admin: patience, desk: patience, public: patience }),
    );
    await impatient.listen({ port: 0, host: '127.0.0.1' });
    return `http://localhost:${(impatient.server.address() as AddressInfo).port}`;
  };
  afterEach(() => impatient.close());

  test('a reader that takes nothing is given up', async () => {
    const url = await listen(60_000, 500);
    const reading = await begin(url + path);
    await expect.poll(copies, SOON).toBe(0);
    expect(await reading.rest()).toBe('aborted');
  });

  test('a reader that takes too long is given up', async () => {
    const url = await listen(2_000, 60_000);
    const reading = await begin(url + path);
    await expect.poll(copies, SOON).toBe(0);
    expect(await reading.rest()).toBe('aborted');
  });
});
