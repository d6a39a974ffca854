import { afterAll, beforeAll, expect, test } from 'vitest';
import { AGREEMENT, computePledge, move, publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const lastMonth = async (): Promise<string | undefined> => {
  await app.publicCache.refresh();
  const home = await (await fetch(app.url)).text();
  const [, chart = ''] = /id="gpu-chart-title"(.*?)<\/table>/s.exec(home) ?? [];
  return [...chart.matchAll(/<th scope="row">([^<]+)</g)].at(-1)?.[1];
};

test('the chart of GPUs goes on to the last agreed day, beyond the initiative’s own end', async () => {
  const ada = await publishedSignatory(app);
  const until = async (to: string) => {
    const ref = await computePledge(app, ada, { windows: [{ gpus: 8, from: '2026-11-01', to }] });
    const agreed = await move(app, ref, 'commit', { evidence: AGREEMENT });
    expect(agreed.status).toBe(201);
  };
  await until('2026-12-01');
  expect(await lastMonth()).toMatch('2026');
  await until('2027-07-01');
  expect(await lastMonth()).toMatch('2027');
});
