import * as fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../server/domain/day.ts';
import { divideHalfEven } from '../../server/domain/quantity.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { AGREEMENT, computePledge, move, publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { ADMIN, rowsAt } from './scenario.ts';

type Row = Record<string, string>;
interface Step {
  on: Day;
  secured: number;
  pledged: number;
}
interface Curve {
  steps: (Step & { largestSite: number; largestPledged: number; bought: number; h100e: Step })[];
  models: { model: string; steps: Step[] }[];
  sites: { site: string; steps: Step[] }[];
}

const FILES = [`${ADMIN}/capacity.csv`, '/data/capacity.csv'];

const capacity = async (app: TestApp, by: string): Promise<Curve> =>
  (await app.request(`/api/v1/capacity?by=${by}`, { token: false })).body;

const gpusOf = (rows: Row[]): number => rows.reduce((sum, { gpus }) => sum + Number(gpus), 0);

/** Whole H100-equivalents of rows: their cells have six decimals. */
const h100eOf = (rows: Row[]): number =>
  Number(
    divideHalfEven(
      rows.reduce((sum, { h100e }) => sum + BigInt(h100e!.replace('.', '')), 0n),
      1_000_000n,
    ),
  );

/** What a spreadsheet makes of the file, as docs/csv.md has it, is what the API says of each day. */
async function expectSums(app: TestApp, path: string): Promise<void> {
  const rows = await rowsAt(app, path);
  const { steps, models } = await capacity(app, 'model');
  const { sites } = await capacity(app, 'site');
  const ends = new Set(rows.flatMap(({ from, to }) => [from!, to!]));
  const days = [...ends].flatMap((day) => [addDays(day, -1), day]);
  for (const day of new Set([...days, ...steps.map(({ on }) => on)])) {
    const there = rows.filter(({ from, to }) => from! <= day && to! > day);
    const secured = there.filter(({ stage }) => stage === 'committed');
    const pledged = there.filter(({ stage }) => stage === 'pledged');
    const most = (some: Row[]): number =>
      Math.max(
        0,
        ...sites.map(({ site }) => gpusOf(some.filter((row) => row['site_code'] === site))),
      );
    const step = steps.findLast(({ on }) => on <= day);
    const { h100e, ...counts } = {
      secured: gpusOf(secured),
      largestSite: most(secured),
      bought: gpusOf(secured.filter(({ source }) => source === 'bought')),
      pledged: gpusOf(pledged),
      largestPledged: most(pledged),
      h100e: { secured: h100eOf(secured), pledged: h100eOf(pledged) },
    };
    if (step) expect({ day, ...step }).toMatchObject({ day, ...counts, h100e });
    else expect([day, there]).toEqual([day, []]);
    const parts = [
      ...models.map((part) => ({ ...part, isIn: (row: Row) => row['model'] === part.model })),
      ...sites.map((part) => ({ ...part, isIn: (row: Row) => row['site_code'] === part.site })),
    ];
    for (const { steps: own, isIn } of parts) {
      const { on: _on, ...held } = own.findLast(({ on }) => on <= day) ?? { on: day };
      const sums = { secured: gpusOf(secured.filter(isIn)), pledged: gpusOf(pledged.filter(isIn)) };
      expect({ secured: 0, pledged: 0, ...held }).toMatchObject(sums);
    }
  }
}

describe('capacity.csv', () => {
  let app: TestApp;
  let ada: string;
  let bo: string;
  beforeAll(async () => {
    app = await startApp();
    ada = await publishedSignatory(app);
    bo = await publishedSignatory(app, { name: 'Bo;=1+1', kind: 'organisation' });
  });
  afterEach(() => watchLedger(app));
  afterAll(() => app.close());

  const rowsOf = async (path: string, ref: string): Promise<Row[]> => {
    await app.publicCache.refresh();
    return (await rowsAt(app, path)).filter((row) => row['ref'] === ref);
  };
  const runsOf = (rows: Row[]) =>
    rows.map(({ stage, from, to, gpus }) => `${stage} ${from} ${to} ${gpus}`);

  test('has a row for each run of days with as many GPUs, and none for a gap', async () => {
    const ref = await computePledge(app, ada, {
      windows: [
        { gpus: 100, from: '2026-03-01', to: '2026-05-01' },
        { gpus: 50, from: '2026-04-01', to: '2026-06-01', availability: '0.5' },
        { gpus: 50, from: '2026-06-01', to: '2026-06-15', availability: '0.9' },
        { gpus: 7, from: '2026-07-01', to: '2026-08-01' },
      ],
    });
    const promised = [
      'pledged 2026-03-01 2026-04-01 100',
      'pledged 2026-04-01 2026-05-01 150',
      'pledged 2026-05-01 2026-06-15 50',
      'pledged 2026-07-01 2026-08-01 7',
    ];
    expect(runsOf(await rowsOf('/data/capacity.csv', ref))).toEqual(promised);
    const windows = [{ gpus: 60, from: '2026-03-01', to: '2026-04-15' }];
    const { body } = await move(app, ref, 'commit', { windows, evidence: AGREEMENT });
    expect(runsOf(await rowsOf('/data/capacity.csv', ref))).toEqual([
      'committed 2026-03-01 2026-04-15 60',
      'pledged 2026-03-01 2026-04-01 40',
      'pledged 2026-04-01 2026-04-15 90',
      'pledged 2026-04-15 2026-05-01 150',
      ...promised.slice(2),
    ]);
    await app.request(`/api/v1/admin/batches/${body.batch}/reverse`, {
      body: { reason: 'a slip' },
    });
    expect(runsOf(await rowsOf('/data/capacity.csv', ref))).toEqual(promised);
  });

  test('says whose they are to admins, and to the public where that is shown', async () => {
    const facts = {
      asset: 'A100',
      site: '-Bergen',
      provider: '@Example Cloud',
      visibility: 'anonymous',
    };
    const [shown, hidden] = [await computePledge(app, ada), await computePledge(app, bo, facts)];
    const [row] = await rowsOf(FILES[0]!, hidden);
    expect(row).toEqual({
      from: '2026-03-01',
      to: '2026-12-01',
      stage: 'pledged',
      gpus: '512',
      h100e: '161.455428',
      model: 'A100',
      source: 'given',
      site_code: expect.stringMatching(/^\w{8}$/),
      site: `'-Bergen`,
      ref: hidden,
      signatory_id: bo,
      signatory: `Bo;'=1+1`,
      provider: `'@Example Cloud`,
      rate_num: '312',
      rate_den: '989.4',
    });
    const { signatory_id: _id, signatory: _name, provider: _provider, ...open } = row!;
    expect(await rowsOf(FILES[1]!, hidden)).toEqual([{ ...open, site: '' }]);
    expect(await rowsOf(FILES[1]!, shown)).toMatchObject([{ site: 'Oslo' }]);
  });

  test('is narrowed down by stage, and by days that a row has any of', async () => {
    const ref = await computePledge(app, ada);
    const found = async (query: string): Promise<boolean> =>
      (await rowsAt(app, `/data/capacity.csv?${query}`)).some((row) => row['ref'] === ref);
    await app.publicCache.refresh();
    for (const query of ['from=2026-11-30', 'to=2026-03-01', 'from=2026-05-01&to=2026-05-01']) {
      expect([query, await found(query)]).toEqual([query, true]);
    }
    for (const query of ['from=2026-12-01', 'to=2026-02-28', 'stage=committed']) {
      expect([query, await found(query)]).toEqual([query, false]);
    }
    for (const path of FILES) {
      expect((await app.request(`${path}?stage=received`)).status).toBe(400);
    }
  });

  test('adds up to the curve, whatever is promised, agreed, taken back and given up', async () => {
    const window = fc
      .record({
        gpus: fc.integer({ min: 1, max: 90 }),
        at: fc.nat(200),
        days: fc.integer({ min: 1, max: 99 }),
      })
      .map(({ gpus, at, days }) => {
        const from = addDays('2026-06-01', at);
        return { gpus, from, to: addDays(from, days) };
      });
    const pledge = fc.record({
      asset: fc.constantFrom('H100-SXM', 'A100', 'B200'),
      site: fc.constantFrom('Oslo', 'Seoul', 'Austin'),
      source: fc.constantFrom('given', 'bought'),
      windows: fc.array(window, { minLength: 1, maxLength: 4 }),
      agreed: fc.constantFrom('none', 'part', 'all'),
      after: fc.constantFrom('stay', 'reverse', 'lapse'),
    });
    await fc.assert(
      fc.asyncProperty(pledge, async ({ agreed, after, ...facts }) => {
        const ref = await computePledge(app, ada, facts);
        const [{ gpus, ...days }] = facts.windows as [(typeof facts.windows)[number]];
        const part = { windows: [{ ...days, gpus: Math.ceil(gpus / 2) }] };
        if (agreed !== 'none') {
          const { status, body } = await move(app, ref, 'commit', {
            ...(agreed === 'part' && part),
            evidence: AGREEMENT,
          });
          expect(status).toBe(201);
          if (after === 'reverse') {
            await app.request(`/api/v1/admin/batches/${body.batch}/reverse`, {
              body: { reason: 'a slip' },
            });
          }
        }
        if (after === 'lapse') {
          const evidence = { note: 'not any more' };
          expect((await move(app, ref, 'lapse', { evidence })).status).toBe(201);
        }
        await app.publicCache.refresh();
        for (const path of FILES) await expectSums(app, path);
      }),
      { numRuns: 8 },
    );
  });
});

test.each(['demo', 'atom', 'bloom'])('capacity.csv of the example %s adds up', async (name) => {
  const path = join(PROJECT_ROOT, 'examples', `${name}.json`);
  const app = await startApp({
    initiative: JSON.parse(await readFile(path, 'utf8')),
    now: new Date('2026-11-24T12:00:00Z'),
  });
  for (const file of FILES) await expectSums(app, file);
  await app.close();
});
