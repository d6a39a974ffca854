import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  AGREEMENT,
  computePledge,
  fundingPledge,
  move,
  PAYMENT,
  publishedSignatory,
} from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { rowsAt } from './scenario.ts';

const PATH = '/data/givers.csv';

let app: TestApp;
let ada: string;
let bo: string;
let cy: string;
beforeAll(async () => {
  app = await startApp();
  ada = await publishedSignatory(app);
  bo = await publishedSignatory(app, { name: 'Bo Foundation', kind: 'organisation' });
  cy = await publishedSignatory(app, { name: 'Cy Hidden', public: false });
  const dollars = await fundingPledge(app, ada, { amount: '900.00' });
  await move(app, dollars, 'commit', { amount: '600.00', evidence: AGREEMENT });
  await move(app, dollars, 'receive', { amount: '90.00', evidence: PAYMENT });
  const euros = await fundingPledge(app, bo, { asset: 'EUR', amount: '100.00' });
  await move(app, euros, 'lapse', { amount: '50.00' });
  await computePledge(app, ada);
  await computePledge(app, bo, { source: 'bought', site: 'Seoul' });
  await app.publicCache.refresh();
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

test('each giver has a row for money and one for compute, the largest first', async () => {
  const rows = await rowsAt(app, PATH);
  expect(rows).toMatchObject([
    {
      giver_id: ada,
      giver: 'Ada Example',
      giver_kind: 'person',
      kind: 'funding',
      base_unit: 'USD',
      received_base: '90.00',
      committed_base: '510.00',
      pledged_base: '300.00',
      waiting_base: '0.00',
      gone_base: '0.00',
      amount_base: '900.00',
    },
    // At 1.1641 dollars.
    {
      giver: 'Bo Foundation',
      giver_kind: 'organisation',
      gone_base: expect.stringMatching(/^58\.2\d$/),
      kind: 'funding',
    },
    {
      giver_id: ada,
      kind: 'compute',
      base_unit: 'H100e-hours',
      amount_base: expect.stringMatching(/^[1-9]\d+\.\d\d$/),
    },
  ]);
  expect(await rowsAt(app, `${PATH}?kind=compute`)).toEqual(rows.slice(2));
});

test('the list’s page leads to it', async () => {
  const { body } = await app.request('/givers?kind=compute&sort=share', { token: false });
  expect(body).toContain(`href="${PATH}?kind=compute"`);
});

test('what is anonymous, and who shows no name, is in no row', async () => {
  const before = await rowsAt(app, PATH);
  await fundingPledge(app, ada, { amount: '77777.00', visibility: 'anonymous' });
  await fundingPledge(app, cy, { amount: '88888.00' });
  await app.publicCache.refresh();
  expect(await rowsAt(app, PATH)).toEqual(before);
});

test('a giver who is shown no more is in no row', async () => {
  const id = await publishedSignatory(app, { name: 'Impostor Lab', kind: 'organisation' });
  const ref = await fundingPledge(app, id, { amount: '5.00' });
  await app.publicCache.refresh();
  expect((await rowsAt(app, PATH)).map(({ giver }) => giver)).toContain('Impostor Lab');
  await move(app, ref, 'lapse');
  await app.request(`/api/v1/admin/signatories/${id}/reject`, { body: {} });
  await app.publicCache.refresh();
  expect((await rowsAt(app, PATH)).map(({ giver }) => giver)).not.toContain('Impostor Lab');
});

test.each(['sort=share', 'kind=gold', 'cursor=1'])('a query of %s is refused', async (query) => {
  expect((await app.request(`${PATH}?${query}`, { token: false })).status).toBe(400);
});
