import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sql } from 'drizzle-orm';
import { buildApp } from '../../server/app.ts';
import { DomainError } from '../../server/domain/errors.ts';
import { useLimit, type Use } from '../../server/db/limit.ts';
import { ipKey, networkOf } from '../../server/http/limits.ts';
import { rowsOf } from '../../server/db/sql.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchQueries } from '../support/counting.ts';

const use = (key: string, facts: Partial<Use> = {}): Use => ({
  name: 'sign-up',
  key,
  most: 3,
  seconds: 60,
  ...facts,
});

describe.each(['postgres', 'embedded'] as const)('on the %s database', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ engine });
  });
  afterAll(() => app.close());

  /** Null, or the seconds to wait. */
  const refusal = async (each: Use): Promise<number | null> => {
    try {
      await useLimit(app.ctx, each);
      return null;
    } catch (error) {
      expect(error).toMatchObject({ code: 'too-many' });
      return (error as DomainError).extra['retryAfter'] as number;
    }
  };

  test('of uses at once no more than the limit get through, each key for itself', async () => {
    const twice = Array.from({ length: 40 }, (_, index) => use(index % 2 === 0 ? 'ada' : 'bo'));
    const answers = await Promise.all(twice.map((each) => refusal(each)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(6);
    expect(await refusal(use('ada', { name: 'sign-in' }))).toBeNull();
  });

  test('a stretch ends by itself, and uses beyond the limit do not lengthen it', async () => {
    const start = app.clock.now;
    const after = (seconds: number) => {
      app.clock.now = new Date(start.getTime() + seconds * 1000);
      return refusal(use('dee', { most: 1 }));
    };
    expect(await after(0)).toBeNull();
    expect(await after(0.5)).toBe(60);
    expect(await after(59.5)).toBe(1);
    expect(await after(60)).toBeNull();
    expect(await after(61)).toBe(59);
    app.clock.now = start;
  });

  test('a key that is refused costs the database nothing until its stretch ends', async () => {
    const start = app.clock.now;
    const each = use('eve', { most: 1 });
    expect([await refusal(each), await refusal(each)]).toEqual([null, 60]);
    const queries = await watchQueries(app.ctx);
    expect([await refusal(each), await refusal(each)]).toEqual([60, 60]);
    expect(queries()).toEqual([]);
    app.clock.now = new Date(start.getTime() + 60_000);
    expect(await refusal(each)).toBeNull();
    expect(queries()).toHaveLength(1);
    app.clock.now = start;
    vi.restoreAllMocks();
  });

  test('who it was cannot be read from what is kept', async () => {
    await refusal(use('secret@example.org'));
    const rows = rowsOf<{ text: string }>(
      await app.ctx.db.execute(sql`SELECT encode(key, 'escape') AS text FROM limit_use`),
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ text }) => /ada|example/.test(text))).toEqual([]);
  });
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('a request from %s counts for %s', (ip, key) => {
  expect(ipKey({ ip })).toBe(key);
});

test.each([
  ['192.0.2.1', '192.0.2.0/24'],
  ['::ffff:192.0.2.1', '192.0.2.0/24'],
  ['2001:db8:1:23ff:3:4:5:6', '2001:db8:1:2300::/56'],
  ['::1', '::/56'],
  ['unknown', 'unknown'],
])('a request from %s is one of the network %s', (ip, network) => {
  expect(networkOf({ ip })).toBe(network);
});

describe('who asks', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  /** The key of a request that comes from 127.0.0.1. */
  const keyBehind = async (trustedProxies: string[], forwarded: string): Promise<unknown> => {
    const { http } = await buildApp({ ...app.ctx, config: { ...app.ctx.config, trustedProxies } });
    http.get('/key', (request, reply) => reply.send({ key: ipKey(request) }));
    const headers = { 'x-forwarded-for': forwarded };
    const answer = await http.inject({ url: '/key', headers, remoteAddress: '::ffff:127.0.0.1' });
    await http.close();
    return answer.json().key;
  };

  test('is the peer itself, whatever it says of others', async () => {
    expect(await keyBehind([], '192.0.2.9')).toBe('127.0.0.1');
    expect(await keyBehind(['127.0.0.2'], '192.0.2.9')).toBe('127.0.0.1');
  });

  test('is whom a trusted proxy names, and not whom that one claims to speak for', async () => {
    expect(await keyBehind(['127.0.0.1'], '192.0.2.9')).toBe('192.0.2.9');
    expect(await keyBehind(['127.0.0.1'], '198.51.100.1, 192.0.2.9')).toBe('192.0.2.9');
  });

  test('is told when to come again', async () => {
    const { http } = await buildApp(app.ctx);
    http.get('/busy', async () => {
      throw new DomainError('too-many', 'Later.', { retryAfter: 42 });
    });
    const answer = await http.inject({ url: '/busy' });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '42']);
    expect(answer.json()).toMatchObject({ type: 'urn:muster:problem:too-many', retryAfter: 42 });
    const page = await http.inject({ url: '/busy', headers: { accept: 'text/html' } });
    expect(page.headers['retry-after']).toBe('42');
    await http.close();
  });
});
