import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  AGREEMENT,
  computePledge,
  fundingPledge,
  move,
  publishedSignatory,
} from '../support/actors.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';

let app: TestApp;
let ada: string;
let reserved: string;
beforeAll(async () => {
  app = await startApp({ now: new Date('2026-06-10T12:00:00Z') });
  ada = await publishedSignatory(app);
  reserved = await computePledge(app, ada, { measuredBy: 'reservation' });
  await move(app, reserved, 'commit', { evidence: AGREEMENT });
  await move(app, reserved, 'receive', {
    gpuHours: '380928',
    occurredOn: '2026-03-31',
    evidence: { grade: 'provider-statement' },
  });
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const using = (ref: string, days: object[]) =>
  move(app, ref, 'use', { days, source: 'sacct of March' });
const rowsOf = async (ref: string) => {
  await app.publicCache.refresh();
  const page = await (await fetch(`${app.url}/pledges/${ref}`)).text();
  const table = page.split('id="months"')[1]!.split('</table>')[0]!;
  return [...table.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell),
  );
};

describe('hours that are kept available', () => {
  test('are delivered, and what jobs used of them stands beside, added to nothing', async () => {
    const figures = await progressOf(app);
    const stated = await using(reserved, [
      { on: '2026-03-01', gpuHours: '1000' },
      { on: '2026-03-02', gpuHours: '250.5' },
    ]);
    expect(stated).toMatchObject({ status: 201, body: { days: 2, gpuHours: '1250.50' } });
    expect(await rowsOf(reserved)).toContainEqual([
      'March 2026',
      '380,928',
      '380,928',
      '1,250.50',
      '0',
    ]);
    expect((await progressOf(app)).compute).toEqual(figures.compute);
  });

  test('have one figure for a day: the one that was stated last', async () => {
    await using(reserved, [{ on: '2026-03-01', gpuHours: '900' }]);
    await using(reserved, [{ on: '2026-03-02', gpuHours: '0' }]);
    expect(await rowsOf(reserved)).toContainEqual(['March 2026', '380,928', '380,928', '900', '0']);
  });

  test('that have not come are told of months that are over', async () => {
    const rows = await rowsOf(reserved);
    // 512 GPUs for 30 days, then for 61; June is not over.
    expect(rows).toContainEqual(['April 2026', '368,640', '0', '0', '368,640']);
    expect(rows).toContainEqual(['May 2026', '380,928', '0', '0', '749,568']);
    expect(rows).toContainEqual(['June 2026', '368,640', '0', '0', '–']);
  });

  test('are none of a pledge by jobs, of money, or of days to come', async () => {
    const byJobs = await computePledge(app, ada, { measuredBy: 'jobs' });
    const money = await fundingPledge(app, ada);
    const day = [{ on: '2026-03-01', gpuHours: '1' }];
    expect((await using(byJobs, day)).status).toBe(409);
    expect((await using(money, day)).status).toBe(409);
    const wrong = await using(reserved, [
      { on: '2026-06-12', gpuHours: '1' },
      { on: '2026-03-01', gpuHours: '1.234' },
      { on: '2026-03-01', gpuHours: '1' },
    ]);
    expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'days[0].on',
      'days[1].gpuHours',
      'days[2].on',
    ]);
  });
});

describe('hours that have not come', () => {
  const extend = (ref: string, until: string | null) =>
    move(app, ref, 'extend', { until, reason: 'The racks came late' });

  test('may be expected for longer, and no more', async () => {
    expect(await extend(reserved, '2027-03-31')).toMatchObject({
      status: 201,
      body: { expectedUntil: '2027-03-31' },
    });
    const page = () => fetch(`${app.url}/pledges/${reserved}`).then((answer) => answer.text());
    await app.publicCache.refresh();
    expect(await page()).toContain('<dt>Expected until</dt><dd>31 Mar 2027</dd>');
    expect((await extend(reserved, null)).status).toBe(201);
    await app.publicCache.refresh();
    expect(await page()).not.toContain('Expected until');
  });

  test('are not expected until a day that has passed, and money has dates of its own', async () => {
    expect((await extend(reserved, '2026-06-10')).body.errors).toMatchObject([{ field: 'until' }]);
    expect((await extend(await fundingPledge(app, ada), '2027-03-31')).status).toBe(409);
    const pending = await computePledge(app, ada, { accept: false });
    expect((await extend(pending, '2027-03-31')).status).toBe(409);
  });
});
