import { afterAll, beforeAll, expect, test } from 'vitest';
import { AGREEMENT, fundingPledge, move, PAYMENT, publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const moneyChart = async (): Promise<string> => {
  await app.publicCache.refresh();
  const home = await (await fetch(app.url)).text();
  const [, chart = ''] = /id="money-chart-title"(.*?)<\/table>/s.exec(home) ?? [];
  return chart
    .replace(/^.*<table/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
};

test('the chart of money goes by day until an initiative is three months old', async () => {
  const ada = await publishedSignatory(app);
  const give = async (asset: string, agreedOn: string, paidOn: string, amount: string) => {
    const ref = await fundingPledge(app, ada, { asset });
    const on = (occurredOn: string) => ({ amount, occurredOn });
    const agreed = await move(app, ref, 'commit', { ...on(agreedOn), evidence: AGREEMENT });
    expect(agreed.status).toBe(201);
    const paid = await move(app, ref, 'receive', { ...on(paidOn), evidence: PAYMENT });
    expect(paid.status).toBe(201);
  };
  await give('USD', '2026-02-20', '2026-03-03', '400.00');
  await give('USD', '2026-01-10', '2026-02-20', '100.00');
  expect(await moneyChart()).toContain(
    'Day secured received 10 Jan 2026 $100.00 $0.00 20 Feb 2026 $500.00 $100.00 3 Mar 2026 $500.00 $500.00',
  );
  await give('USD', '2025-12-31', '2026-01-01', '7.00');
  expect(await moneyChart()).toContain('Month secured received December 2025 $7.00 $0.00');
});
