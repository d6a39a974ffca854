import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type Server } from '../../scripts/support/server.ts';
import { onePerSecond } from '../../server/http/request-log.ts';

/** The built server, whose log is its output. */
let server: Server;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'muster-log-'));
  server = await startServer({ DATA_DIR: dataDir, TRUSTED_PROXIES: '127.0.0.1, ::1' });
  await server.ready;
});
afterAll(async () => {
  await server.kill();
  await rm(dataDir, { recursive: true });
});

type Line = Record<string, unknown>;
const linesWhere = (is: (line: Line) => boolean): Line[] =>
  server
    .log()
    .split('\n')
    .filter((text) => text.startsWith('{') && text.endsWith('}'))
    .map((text) => JSON.parse(text) as Line)
    .filter((line) => line['msg'] === 'request' && is(line));

const lineOf = async (id: string): Promise<Line> => {
  await expect.poll(() => linesWhere(({ requestId }) => requestId === id).length).toBe(1);
  return linesWhere(({ requestId }) => requestId === id)[0]!;
};

const ask = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  fetch(server.url + path, { ...init, headers });

describe('the log', () => {
  test('has one line for a request, with the network that it came from and no address', async () => {
    const ref = '0123456789ABCDEF';
    const from = { 'x-forwarded-for': '2001:db8:1:2:3:4:5:6', 'x-request-id': 'page-1' };
    await ask(`/api/v1/pledges/${ref}?token=secret`, from);
    const line = await lineOf('page-1');
    expect(line).toMatchObject({
      network: '2001:db8:1::/56',
      method: 'GET',
      route: '/api/v1/pledges/:ref',
      status: 404,
    });
    expect(line['ms']).toEqual(expect.any(Number));
    const text = JSON.stringify(line);
    for (const secret of ['3:4:5:6', 'secret', ref]) expect(text).not.toContain(secret);
    await ask('/api/v1/pledges', { 'x-forwarded-for': '203.0.113.7', 'x-request-id': 'page-2' });
    expect(await lineOf('page-2')).toMatchObject({ network: '203.0.113.0/24' });
  });

  test('has one line for a POST too, and for a client that leaves before it is answered', async () => {
    await ask('/api/v1/links', { 'x-request-id': 'post-1' }, { method: 'POST', body: '{}' });
    expect(await lineOf('post-1')).toMatchObject({ method: 'POST', status: 415 });
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(
      'POST /api/v1/links HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: left-1\r\n' +
        'Content-Type: application/json\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n{',
    );
    // The server has begun with it.
    await once(socket, 'data');
    socket.destroy();
    expect(await lineOf('left-1')).toMatchObject({ route: '/api/v1/links' });
  });

  test('has few lines for many pages from memory, and says how many it left out', async () => {
    const isPage = ({ route }: Line): boolean => route === '/api/v1/progress';
    const before = linesWhere(isPage).length;
    const began = performance.now();
    for (let nth = 0; nth < 300; nth += 1) {
      await (await ask('/api/v1/progress')).arrayBuffer();
    }
    const seconds = (performance.now() - began) / 1_000;
    await sleep(1_100);
    await (await ask('/api/v1/progress', { 'x-request-id': 'last-1' })).arrayBuffer();
    const last = await lineOf('last-1');
    const lines = linesWhere(isPage).slice(before);
    expect(lines.length).toBeLessThan(seconds + 4);
    expect(last['unlogged']).toBeGreaterThan(0);
    const left = lines.map(({ unlogged = 0 }) => Number(unlogged));
    expect(left.reduce((sum, each) => sum + each, 0) + lines.length).toBe(301);
  });
});

test('of things that happen at the same moment one in a second is let through', () => {
  let now = 0;
  const { next: due } = onePerSecond(() => now);
  expect([due(), due(), due()]).toEqual([{ unlogged: 0 }, null, null]);
  now = 1_000;
  expect([due(), due()]).toEqual([{ unlogged: 2 }, null]);
});

describe('X-Request-Id', () => {
  test.each([
    ['a page from memory', '/'],
    ['an answer of the API', '/api/v1/signatories'],
    ['what is not there', '/nowhere'],
    ['an address that can’t be read', '/%zz'],
    ['a refusal', '/api/v1/me'],
    ['a file', '/data/pledges.csv'],
  ])('comes back on %s', async (_what, path) => {
    const given = await ask(path, { 'x-request-id': 'a-1~!' });
    expect(given.headers.get('x-request-id')).toBe('a-1~!');
    const made = await ask(path);
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    await Promise.all([given.arrayBuffer(), made.arrayBuffer()]);
  });

  test.each(['x'.repeat(65), 'two words', 'caf\u00e9'])('is made anew for %s', async (given) => {
    const response = await ask('/api/v1/signatories', { 'x-request-id': given });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
