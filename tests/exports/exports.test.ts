import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { STAGES } from '../../server/domain/stage.ts';
import { ADMIN_TOKEN, startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { ADMIN, NASTY, playScenario, rowOf, rowsAt, type Scenario } from './scenario.ts';

let app: TestApp;
let scenario: Scenario;
beforeAll(async () => {
  app = await startApp();
  scenario = await playScenario(app);
});
afterAll(async () => {
  await checkLedger(app);
  await app.close();
});

const find = (path: string, ref: string) => rowOf(app, path, ref);

/** The bytes as they come, still compressed. */
const raw = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ body: Buffer; encoding: string | undefined }>((resolve, reject) => {
    const authorization = `Bearer ${ADMIN_TOKEN}`;
    get(`${app.url}${path}`, { headers: { authorization, ...headers } }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      resolve({ body, encoding: response.headers['content-encoding'] });
    }).on('error', reject);
  });

const PATHS = [
  `${ADMIN}/signatories.csv`,
  `${ADMIN}/pledges.csv`,
  `${ADMIN}/movements.csv`,
  `${ADMIN}/instalments.csv`,
  `${ADMIN}/capacity.csv`,
  '/data/pledges.csv',
  '/data/givers.csv',
  '/data/movements.csv',
  '/data/capacity.csv',
];

describe('filters', () => {
  const refsOf = async (query: string) =>
    (await rowsAt(app, `${ADMIN}/pledges.csv?${query}`)).map(({ ref }) => ref);

  test('narrow pledges down by stage, kind, status and the day of acceptance', async () => {
    const { refs } = scenario;
    expect(await refsOf('stage=received')).toEqual([refs.money, refs.won, refs.oslo]);
    expect(await refsOf('stage=received&kind=compute')).toEqual([refs.oslo]);
    expect(await refsOf('status=rejected')).toEqual([refs.rejected]);
    // The order of acceptance, which one of them had.
    expect(await refsOf('status=pending')).toEqual([refs.undone, refs.pending]);
    expect(await refsOf('from=2026-03-11')).toEqual([refs.hidden]);
    expect(await refsOf('from=2026-03-10&to=2026-03-10&stage=waiting')).toEqual([refs.condition]);
    expect(await refsOf('to=2026-03-09')).toEqual([]);
  });

  test('narrow movements down by day, kind, and a stage on either side', async () => {
    const path = `${ADMIN}/movements.csv`;
    const lapsed = await rowsAt(app, `${path}?stage=lapsed`);
    expect(lapsed.map(({ verb }) => verb)).toEqual(['lapse']);
    const compute = await rowsAt(app, `${path}?kind=compute&stage=committed`);
    expect(compute.map(({ verb, from, to }) => [verb, from, to])).toEqual([
      ['commit', 'pledged', 'committed'],
      ['receive', 'committed', 'received'],
      ['commit', 'pledged', 'committed'],
    ]);
    const all = await rowsAt(app, path);
    const until = await rowsAt(app, `${path}?to=2026-03-10`);
    const after = await rowsAt(app, `${path}?from=2026-03-11`);
    expect(after.length).toBeGreaterThan(0);
    expect([...until, ...after]).toEqual(all);
  });

  test('narrow instalments down by the day they are due, signatories by kind and status', async () => {
    const due = await rowsAt(app, `${ADMIN}/instalments.csv?from=2026-03-10&to=2026-08-31`);
    expect(due.map(({ position }) => position)).toEqual(['2', '3']);
    const path = `${ADMIN}/signatories.csv`;
    const organisations = await rowsAt(app, `${path}?kind=organisation`);
    expect(organisations.map(({ name }) => name)).toEqual(['Bo "the Org", Ltd.']);
    expect(await rowsAt(app, `${path}?status=rejected`)).toEqual([]);
    const later = await rowsAt(app, `${path}?from=2026-03-11&kind=person`);
    expect(later.map(({ name }) => name)).toEqual(['Fay Hidden']);
  });

  test.each([
    ['movements.csv?from=2026-02-30', 'from'],
    ["movements.csv?to=2026-01-01'--", 'to'],
    ['movements.csv?stage=outside', 'stage'],
    ['movements.csv?stage=pledged&stage=lapsed', 'stage'],
    ["pledges.csv?kind=funding'; DROP TABLE pledge", 'kind'],
    ['pledges.csv?status=open', 'status'],
    ['instalments.csv?kind=funding', 'kind'],
    ['signatories.csv?kind=compute', 'kind'],
    ['signatories.csv?bom=yes', 'bom'],
  ])('that are none are refused by name: %s', async (path, field) => {
    const { status, body } = await app.request(`${ADMIN}/${path}`);
    expect([status, body.errors.map((error: { field: string }) => error.field)]).toEqual([
      400,
      [field],
    ]);
  });
});

describe('the bytes', () => {
  test.each(NASTY)('of the name %s are no formula', async (name) => {
    const rows = await rowsAt(app, `${ADMIN}/signatories.csv`);
    expect(rows.map((row) => row['name'])).toContain(`'${name}`);
  });

  test('of what people wrote are theirs otherwise, with its quotes and lines', async () => {
    const rows = await rowsAt(app, `${ADMIN}/movements.csv?stage=committed&kind=funding`);
    expect(rows[0]).toMatchObject({
      evidence_url: 'https://ada.example/a,b',
      evidence_note: `Signed by Ada\n'=1+1; "in full"`,
      signatory: 'Ada Example',
      recorded_at: '2026-03-10T12:00:00.000Z',
    });
    expect(await find(`${ADMIN}/pledges.csv`, scenario.refs.pending)).toMatchObject({
      note: 'Ask us\nin May',
      signatory: 'Bo "the Org", Ltd.',
    });
    expect(await find(`${ADMIN}/pledges.csv`, scenario.refs.oslo)).toMatchObject({
      provider: `'=HYPERLINK("x")`,
    });
  });

  test('of numbers are plain decimals', async () => {
    const rows = await rowsAt(app, `${ADMIN}/pledges.csv`);
    const numbers = [...STAGES, 'outstanding'].flatMap((name) => [name, `${name}_base`]);
    for (const row of rows) {
      for (const name of [...numbers, 'quantity']) expect(row[name]).toMatch(/^\d+(\.\d+)?$/);
    }
  });

  test('end records in CR LF, and begin with a mark where one is asked for', async () => {
    const { body } = await raw(`${ADMIN}/instalments.csv`);
    expect(body.toString().match(/\r\n/g)).toHaveLength(5);
    expect(body.toString().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const marked = await raw(`${ADMIN}/instalments.csv?bom=1`);
    expect(marked.body.toString()).toBe(`\uFEFF${body.toString()}`);
  });

  test('are compressed for who takes it, the same inside', async () => {
    const path = `${ADMIN}/movements.csv`;
    const plain = await raw(path);
    const packed = await raw(path, { 'accept-encoding': 'gzip' });
    expect([plain.encoding, packed.encoding]).toEqual([undefined, 'gzip']);
    expect(gunzipSync(packed.body)).toEqual(plain.body);
    expect((await raw(path, { 'accept-encoding': 'gzip;q=0' })).encoding).toBeUndefined();
  });
});

describe('an export', () => {
  test.each(PATHS.filter((path) => path.startsWith(ADMIN)))(
    'of %s is the admin’s alone',
    async (path) => {
      for (const token of [false, 'a-token-that-is-not-known'] as const) {
        const { status, body } = await app.request(`${path}?nonsense=1`, { token });
        expect([status, body.type]).toEqual([401, 'urn:muster:problem:unauthorised']);
        const headers = token ? { authorization: `Bearer ${token}` } : {};
        expect((await fetch(app.url + path, { method: 'HEAD', headers })).status).toBe(401);
      }
      expect((await app.request(path)).headers.get('cache-control')).toBe('no-store');
    },
  );

  test('of a database that writes its days in another way is the same', async () => {
    const path = `${ADMIN}/pledges.csv`;
    const before = await rowsAt(app, path);
    const [row] = await app.database!.asOwner('SELECT current_database() AS name');
    for (const setting of ["datestyle = 'German'", "timezone = 'Asia/Seoul'"]) {
      await app.database!.asOwner(`ALTER DATABASE ${String(row!['name'])} SET ${setting}`);
    }
    expect(await rowsAt(app, path)).toEqual(before);
  });

  test.each(PATHS)(
    'of %s asked for by HEAD tells what it would be, and copies nothing',
    async (path) => {
      const { headers } = await app.request(path);
      const copyOut = vi.spyOn(app.ctx, 'copyOut');
      const head = await app.request(path, { method: 'HEAD' });
      expect([head.status, copyOut.mock.calls]).toEqual([200, []]);
      // How long the file would be is not known, and 0 would be wrong.
      expect(head.headers.get('content-length')).toBeNull();
      await app.request(path);
      expect(copyOut).toHaveBeenCalledOnce();
      vi.restoreAllMocks();
      for (const name of [
        'content-type',
        'content-disposition',
        'etag',
        'muster-checkpoint-size',
      ]) {
        expect(head.headers.get(name)).toBe(headers.get(name));
      }
    },
  );
});
