import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { initiativeFile } from '../../server/initiative/file.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { checkLedger, progressOf, startApp, type TestApp } from '../support/app.ts';

const example = async (name: string) =>
  JSON.parse(await readFile(join(PROJECT_ROOT, 'examples', name), 'utf8'));

const NOW = new Date('2026-11-24T12:00:00Z');

/** A file with one signatory and one pledge of money, which has been agreed in part. */
const small = () => ({
  initiative: {
    name: 'Small Initiative',
    call: 'A call.',
    currency: 'USD',
    targets: { funding: '1000.00' },
  },
  signatories: [{ key: 'ada', kind: 'person', name: 'Ada Example', signedOn: '2026-01-02' }],
  pledges: [
    {
      key: 'p1',
      signatory: 'ada',
      kind: 'funding',
      asset: 'USD',
      amount: '500.00',
      movements: [
        { verb: 'accept', occurredOn: '2026-02-01' },
        {
          verb: 'commit',
          amount: '200.00',
          occurredOn: '2026-02-02',
          evidence: { grade: 'signed-agreement' },
        },
      ] as Record<string, unknown>[],
    },
  ],
});

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ initiative: null });
  app.clock.now = NOW;
});
afterEach(() => checkLedger(app));
afterAll(() => app.close());

const importing = (body: unknown) => app.request('/api/v1/admin/import', { body });
const sizeOf = async () =>
  Number((await app.database!.asOwner('SELECT size FROM ledger_head'))[0]!['size']);

describe('a bad file changes nothing, and every error is listed with its place', () => {
  test.each<[string, (file: ReturnType<typeof small>) => unknown, string[]]>([
    [
      'of several kinds',
      (file) => {
        Object.assign(file.pledges[0]!, { amount: '500.001', asset: 'USD', signatory: 'nobody' });
        file.pledges[0]!.movements[1]!['occurredOn'] = '2026-01-01';
        return file;
      },
      ['pledges[0].signatory', 'pledges[0].movements[1].occurredOn', 'pledges[0].amount'],
    ],
    [
      'in its shape',
      (file) => ({ ...file, pledge: [], initiative: { ...file.initiative, currency: 'XXX' } }),
      ['initiative.currency', 'pledge'],
    ],
    [
      'in a movement that over-draws',
      (file) => {
        file.pledges[0]!.movements[1]!['amount'] = '500.01';
        return file;
      },
      ['pledges[0].movements[1].amount'],
    ],
    [
      'in a grade that the verb does not take',
      (file) => {
        file.pledges[0]!.movements[1]!['evidence'] = { grade: 'payment' };
        return file;
      },
      ['pledges[0].movements[1].evidence.grade'],
    ],
    [
      'in a second pledge of the same key',
      (file) => ({ ...file, pledges: [file.pledges[0], file.pledges[0]] }),
      ['pledges[1].key'],
    ],
    [
      'in a pledge that moves before it is accepted',
      (file) => {
        file.pledges[0]!.movements.shift();
        return file;
      },
      ['pledges[0].movements[0].verb'],
    ],
    [
      'in a currency without a rate on that day',
      (file) => {
        Object.assign(file.pledges[0]!, { asset: 'EUR' });
        file.pledges[0]!.movements[0]!['occurredOn'] = '2020-01-01';
        return file;
      },
      ['pledges[0].movements[0].asset'],
    ],
  ])('%s', async (_what, change, places) => {
    const before = await sizeOf();
    const { status, body } = await importing(change(small()));
    expect(status).toBe(400);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(places);
    expect(await sizeOf()).toBe(before);
    expect(await app.database!.asOwner('SELECT FROM pledge')).toEqual([]);
  });
});

describe('a good file', () => {
  test('may come twice, and adds nothing the second time', async () => {
    const first = await importing(small());
    expect(first).toMatchObject({
      status: 201,
      body: { signatories: { added: 1 }, pledges: { added: 1 }, movements: { added: 2 } },
    });
    const size = await sizeOf();
    expect((await importing(small())).body).toMatchObject({
      initiative: { added: 0, skipped: 1 },
      movements: { added: 0, skipped: 2 },
    });
    expect(await sizeOf()).toBe(size);
  });

  test('that has grown adds what is new, on top of what the pledge holds', async () => {
    const grown = small();
    grown.pledges[0]!.movements.push({
      verb: 'receive',
      amount: '300.00',
      occurredOn: '2026-03-01',
      evidence: { grade: 'payment' },
    });
    expect((await importing(grown)).body.movements).toEqual({ added: 1, skipped: 2 });
    expect((await progressOf(app)).funding).toMatchObject({
      received: '300.00',
      committed: '0.00',
      pledged: '200.00',
    });
  });

  test('whose past was changed is refused: the ledger stands', async () => {
    const changed = small();
    changed.pledges[0]!.movements[1]!['amount'] = '201.00';
    const { body } = await importing(changed);
    expect(body.errors).toMatchObject([{ field: 'pledges[0].movements[1]' }]);
  });

  test('of another initiative is refused', async () => {
    const other = small();
    other.initiative.name = 'Another Initiative';
    expect((await importing(other)).status).toBe(400);
  });

  test('twice at the same moment is imported once', async () => {
    const more = small();
    more.signatories.push({
      key: 'bo',
      kind: 'person',
      name: 'Bo Example',
      signedOn: '2026-01-03',
    });
    const replies = await Promise.all([importing(more), importing(more)]);
    const added = replies.map(({ body }) => body.signatories.added);
    expect(added.toSorted((a, b) => a - b)).toEqual([0, 1]);
  });

  test('accepts a pledge that an earlier one left pending', async () => {
    const pending = small();
    pending.pledges.push({ ...pending.pledges[0]!, key: 'p2', movements: [] });
    await importing(pending);
    pending.pledges[1]!.movements = [{ verb: 'accept', occurredOn: '2026-04-01' }];
    expect((await importing(pending)).body.movements.added).toBe(1);
    const rows = await app.database!.asOwner(
      `SELECT status, rate_num FROM pledge WHERE ref = (SELECT id FROM imported WHERE path = 'pledges/p2')`,
    );
    expect(rows).toEqual([{ status: 'accepted', rate_num: '1' }]);
  });

  test('over 16 MiB is refused', async () => {
    const { status } = await importing(JSON.stringify({ note: 'x'.repeat(16 * 1024 * 1024) }));
    expect(status).toBe(413);
  });
});

describe('the examples', () => {
  test('demo.json has forty pledges in six currencies and four GPU models, in every stage', async () => {
    const demo = await startApp({ initiative: null });
    demo.clock.now = NOW;
    const file = await example('demo.json');
    const reply = await demo.request('/api/v1/admin/import', { body: file });
    expect(reply.body.pledges).toEqual({ added: 40, skipped: 0 });
    const assets: string[] = file.pledges.map(({ asset }: { asset: string }) => asset);
    const currencies = new Set(assets.filter((asset) => asset.length === 3));
    const gpus = new Set(assets.filter((asset) => asset.length > 3));
    expect([currencies.size, gpus.size]).toEqual([6, 4]);
    const { funding } = await progressOf(demo);
    for (const [stage, amount] of Object.entries(funding))
      expect([stage, amount]).not.toContain('0.00');
    await checkLedger(demo);
    await demo.close();
  });

  test('atom.json has its targets, no entry but them, and takes no signature', async () => {
    const atom = await startApp({ initiative: await example('atom.json') });
    const progress = await progressOf(atom);
    expect(progress).toMatchObject({
      asOf: { size: 1 },
      funding: { target: '100000000.00', secured: '0.00' },
      compute: { targetGpus: 10_000, gpuHours: { target: null } },
      signatories: { published: 0, organisations: 0 },
    });
    const page = await atom.request('/', { token: false });
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    for (const text of [
      'An independent record of press reports. Not run by, and not raising money for, the ATOM Project.',
      'Bill Gurley',
      'Washington Post, as reported by Global Economic (g-enews.com)',
    ]) {
      expect(page.body).toContain(text);
    }
    const dee = { kind: 'person', name: 'Dee Example', email: 'dee@example.org', public: true };
    for (const token of [false, undefined] as const) {
      const signed = await atom.request('/api/v1/signatories', {
        body: dee,
        ...(token === false && { token }),
      });
      expect(signed).toMatchObject({ status: 403, body: { type: 'urn:muster:problem:closed' } });
    }
    await atom.close();
  });

  test('bloom.json has the hours that were used, without a target', async () => {
    const bloom = await startApp({ initiative: await example('bloom.json') });
    const { compute } = await progressOf(bloom);
    expect(compute).toMatchObject({
      targetGpus: null,
      gpusSecured: { allSites: 0, largestSite: 0, from: null },
      gpuHours: { target: null, delivered: '3318811.82', secured: '4070000.00' },
    });
    expect((await bloom.request('/', { token: false })).body).toContain('1,251,068.80');
    await bloom.close();
  });

  test('initiative.schema.json is the schema that the import uses', async () => {
    const made = z.toJSONSchema(initiativeFile, { io: 'input' });
    expect(await example('initiative.schema.json')).toEqual(JSON.parse(JSON.stringify(made)));
  });
});
