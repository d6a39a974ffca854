import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type Request, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { fundingPledge, move, publishedSignatory } from '../support/actors.ts';

let app: TestApp;
let ada: string;
let ref: string;
let size: number;

const sizeOf = async (): Promise<number> => {
  await app.publicCache.refresh();
  return (await app.request('/api/v1/progress')).body.asOf.size;
};

beforeAll(async () => {
  app = await startApp();
  ada = await publishedSignatory(app);
  ref = await fundingPledge(app, ada);
  size = await sizeOf();
});
afterAll(() => app.close());

/** The refusal names these fields, and the ledger has not grown. */
async function expectRefused(path: string, options: Request, status: number, fields: string[]) {
  const reply = await app.request(path, options);
  expect([reply.status, reply.headers.get('content-type')]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
  ]);
  const named = (reply.body.errors ?? []).map(({ field }: { field: string }) => field);
  expect(named).toEqual(fields);
  expect(await sizeOf()).toBe(size);
  await checkLedger(app);
}

const funding = { kind: 'funding', asset: 'USD', amount: '10.00' };
const compute = {
  kind: 'compute',
  asset: 'H100-SXM',
  site: 'Oslo',
  windows: [{ gpus: 8, from: '2026-04-01', to: '2026-05-01' }],
};
const window = (change: object) => ({
  ...compute,
  windows: [{ ...compute.windows[0], ...change }],
});

describe('a pledge is refused, naming the field, for', () => {
  test.each<[string, object, string[]]>([
    ['too many decimals', { ...funding, amount: '10.005' }, ['amount']],
    ['decimals of won', { ...funding, asset: 'KRW', amount: '10.5' }, ['amount']],
    ['a negative amount', { ...funding, amount: '-1' }, ['amount']],
    ['zero', { ...funding, amount: '0.00' }, ['amount']],
    ['over 10^15 minor units', { ...funding, amount: '10000000000000.01' }, ['amount']],
    ['an amount that is a number', { ...funding, amount: 10 }, ['amount']],
    ['exponents', { ...funding, amount: '1e3' }, ['amount']],
    ['an unknown currency', { ...funding, asset: 'XYZ' }, ['asset']],
    ['a currency that is gone', { ...funding, asset: 'BGN' }, ['asset']],
    ['a GPU as money', { ...funding, asset: 'A100' }, ['asset']],
    ['an unknown GPU', { ...compute, asset: 'H9000' }, ['asset']],
    ['no GPUs', window({ gpus: 0 }), ['windows[0].gpus']],
    ['a window that ends before it starts', window({ to: '2026-03-01' }), ['windows[0].to']],
    ['a day that is none', window({ from: '2026-02-30' }), ['windows[0].from']],
    ['availability over one', window({ availability: '1.5' }), ['windows[0].availability']],
    [
      'more than 10^15 GPU-seconds',
      window({ gpus: 1_000_000, from: '2000-01-01', to: '2099-01-01' }),
      ['windows'],
    ],
    ['windows without a site', { ...compute, site: undefined }, ['site']],
    [
      'instalments that do not add up',
      { ...funding, instalments: [{ dueOn: '2026-05-01', amount: '9.99' }] },
      ['instalments'],
    ],
    [
      'a schedule beside instalments',
      {
        ...funding,
        instalments: [{ dueOn: '2026-05-01', amount: '10.00' }],
        schedule: { every: 'month', times: 2, firstOn: '2026-05-01' },
      },
      ['schedule'],
    ],
    [
      'a schedule of more parts than cents',
      {
        ...funding,
        amount: '0.11',
        schedule: { every: 'month', times: 12, firstOn: '2026-05-01' },
      },
      ['schedule.times'],
    ],
    [
      'a payer of compute',
      { ...compute, paidThrough: { kind: 'fund', name: 'A' } },
      ['paidThrough'],
    ],
    ['an unknown measure', { ...compute, measuredBy: 'hope' }, ['measuredBy']],
    ['an unknown field', { ...funding, status: 'accepted' }, ['status']],
    ['a note with text-direction characters', { ...funding, note: 'a\u202Eb' }, ['note']],
    [
      'several things at once',
      { ...funding, asset: 'XYZ', visibility: 'loud', extra: 1 },
      ['asset', 'visibility', 'extra'],
    ],
    [
      'decimals in several places at once',
      {
        ...funding,
        amount: '1.001',
        instalments: [
          { dueOn: '2026-05-01', amount: '0.5' },
          { dueOn: '2026-06-01', amount: '0.501' },
        ],
      },
      ['amount', 'instalments[1].amount'],
    ],
  ])('%s', async (_what, facts, fields) => {
    await expectRefused('/api/v1/pledges', { body: { signatory: ada, ...facts } }, 400, fields);
  });

  test('a signatory who is nobody', async () => {
    const nobody = '019a0000-0000-7000-8000-000000000000';
    await expectRefused('/api/v1/pledges', { body: { ...funding, signatory: nobody } }, 400, [
      'signatory',
    ]);
  });
});

describe('a movement is refused, naming the field, for', () => {
  test.each<[string, string, object, number, string[]]>([
    [
      'an empty amount, which is not all of it',
      'receive',
      { amount: '', evidence: { grade: 'payment' } },
      400,
      ['amount'],
    ],
    [
      'an over-draw',
      'commit',
      { amount: '1000.01', evidence: { grade: 'signed-agreement' } },
      409,
      ['amount'],
    ],
    [
      'a grade that the verb does not take',
      'receive',
      { evidence: { grade: 'metered' } },
      400,
      ['evidence.grade'],
    ],
    ['no grade where one is needed', 'commit', {}, 400, ['evidence.grade']],
    [
      'what is only reported',
      'lapse',
      { evidence: { grade: 'reported' } },
      400,
      ['evidence.grade'],
    ],
    ['a day in the future', 'lapse', { occurredOn: '2026-03-12' }, 400, ['occurredOn']],
    ['hours of money', 'lapse', { gpuHours: '1.00' }, 400, ['gpuHours']],
    ['excess of what is no receipt', 'lapse', { excess: true }, 400, ['excess']],
    [
      'an address that is none',
      'lapse',
      { evidence: { url: 'javascript:alert(1)' } },
      400,
      ['evidence.url'],
    ],
    ['nothing to refund', 'refund', {}, 409, ['amount']],
    ['nothing to dispute', 'dispute', {}, 409, ['amount']],
    ['nothing to win', 'win', {}, 409, ['amount']],
    ['nothing to lose', 'lose', {}, 409, ['amount']],
  ])('%s', async (_what, verb, body, status, fields) => {
    await expectRefused(`/api/v1/admin/pledges/${ref}/${verb}`, { body }, status, fields);
  });

  test('a day that is today somewhere on earth is taken', async () => {
    app.clock.now = new Date('2026-03-10T11:00:00Z');
    const other = await fundingPledge(app, ada);
    expect((await move(app, other, 'lapse', { occurredOn: '2026-03-11' })).status).toBe(201);
    size = await sizeOf();
  });
});

describe('a request is refused for', () => {
  test('a body over 64 KiB', async () => {
    const body = JSON.stringify({ ...funding, note: 'x'.repeat(65_536) });
    await expectRefused('/api/v1/pledges', { body }, 413, []);
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json\t; x',
    'application/jsonx',
    '',
  ])('the content type "%s"', async (type) => {
    const body = JSON.stringify({ ...funding, signatory: ada });
    const reply = await app.request('/api/v1/pledges', {
      body,
      headers: { 'content-type': type },
    });
    expect(reply.status === 415 || reply.status === 201).toBe(true);
    if (reply.status === 201) expect(type).toBe('application/json\t; x');
    else expect(reply.body.detail).toBe('Send the body as application/json.');
    expect(await sizeOf()).toBe(size);
  });

  test.each([
    '{',
    '[]',
    '"text"',
    'null',
    '{"__proto__": {"kind": "funding"}}',
    '['.repeat(30_000),
  ])('JSON such as %.20s', async (body) => {
    const reply = await app.request('/api/v1/pledges', { body });
    expect(reply.status).toBe(400);
    expect(await sizeOf()).toBe(size);
  });

  test('a name with control or text-direction characters', async () => {
    const names = [
      'Ada\u0000',
      'Ada\u202Eelpmaxe',
      'A\nB',
      'A\u0007',
      'A\u200b',
      'A\u3164',
      'A\u2028B',
    ];
    for (const name of [...names, `A${'\u0301'.repeat(10)}`, '...']) {
      const body = { kind: 'person', name, email: 'dee@example.org', public: true };
      await expectRefused('/api/v1/signatories', { body }, 400, ['name']);
    }
  });

  test('half a header, without harm to others', async () => {
    const { port } = new URL(app.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('POST /api/v1/pledges HTTP/1.1\r\nContent-Length: 99999999\r\nHost: x\r\n\r\n{');
    expect((await app.request('/healthz')).status).toBe(200);
    socket.destroy();
  });
});

test('an address that cannot be one of ours is not found, whatever it holds', async () => {
  for (const path of ['/api/v1/pledges/%00', '/api/v1/pledges/..%2f', '/assets/..%2fmain.js']) {
    expect((await app.request(path, { token: false })).status).toBe(404);
  }
  const reversed = await app.request('/api/v1/admin/batches/%00/reverse', {
    body: { reason: 'x' },
  });
  expect(reversed.status).toBe(404);
  const undecodable = await app.request('/%');
  expect([undecodable.status, undecodable.body.type]).toEqual([
    400,
    'urn:muster:problem:malformed-request',
  ]);
});

describe('who may not', () => {
  test.each([
    ['/api/v1/pledges', 'the public'],
    ['/api/v1/admin/pledges/X/accept', 'the public'],
    ['/api/v1/admin/signatories/019a0000-0000-7000-8000-000000000000/publish', 'the public'],
    ['/api/v1/admin/batches/X/reverse', 'the public'],
    ['/api/v1/admin/import', 'the public'],
    ['/api/v1/admin/verify', 'the public'],
  ])('%s: %s', async (path) => {
    const bodies: Record<string, object> = {
      '/api/v1/pledges': { ...funding, signatory: ada },
      '/api/v1/admin/batches/X/reverse': { reason: 'because' },
    };
    const body = bodies[path] ?? {};
    for (const token of [false, 'the-wrong-admin-token'] as const) {
      expect((await app.request(path, { body, token })).status).toBe(401);
    }
  });
});
