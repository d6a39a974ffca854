import { afterAll, beforeAll, expect, test } from 'vitest';
import { AGREEMENT, computePledge, move, publishedSignatory } from '../support/actors.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { textOf } from '../support/desk-forms.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await checkLedger(app);
  await app.close();
});

test('GPUs at one site and at all sites have 30 days of their own, on the page and in the API', async () => {
  const ada = await publishedSignatory(app);
  const [spring, autumn] = [
    { from: '2026-04-01', to: '2026-06-01' },
    { from: '2026-09-01', to: '2026-12-01' },
  ];
  for (const [site, window] of [
    ['Oslo', { gpus: 900, ...spring }],
    ['Bergen', { gpus: 500, ...autumn }],
    ['Turku', { gpus: 500, ...autumn }],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop
    const ref = await computePledge(app, ada, { site, windows: [window] });
    // oxlint-disable-next-line no-await-in-loop
    expect((await move(app, ref, 'commit', { evidence: AGREEMENT })).status).toBe(201);
  }
  expect((await progressOf(app)).compute).toMatchObject({
    targetGpus: 10_000,
    basis: 'site',
    gpusSecured: { allSites: 1_000, largestSite: 500, from: '2026-09-01' },
    gpusAtOneSite: { gpus: 900, from: '2026-04-01' },
  });
  const home = textOf(await (await fetch(app.url)).text());
  expect(home).toContain('900 GPUs at one site, 9% of 10,000');
  expect(home).toContain('largest site, Oslo; 1,000 across all sites');
});
