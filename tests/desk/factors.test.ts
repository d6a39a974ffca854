import { afterEach, beforeEach, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';

const HOME = '/admin/initiative';
const PRICE = {
  perHour: '1,002.5',
  pricedOn: '2026-03-01',
  source: 'Example Cloud, list price',
  url: '',
};
const FACTOR = {
  model: 'B200',
  tflops: '2,200',
  basis: 'BF16',
  holdsFrom: '2026-03-05',
  source: 'Example data sheet',
  url: 'https://example.org/b200',
};

let app: TestApp;
let cy: DeskUser;
beforeEach(async () => {
  app = await startApp();
  cy = await atDesk(app, 'operator');
});
afterEach(async () => {
  await watchLedger(app);
  await app.close();
});

test('a price and a factor are given at the desk, and the initiative’s page shows them', async () => {
  expect((await cy.get(HOME)).page).toContain('None, so the compute page');
  const priced = await cy.post(`${HOME}/price`, PRICE);
  expect([priced.status, priced.location]).toEqual([303, `${HOME}?done=price.give`]);
  const given = await cy.post(`${HOME}/factor`, FACTOR);
  expect([given.status, given.location]).toEqual([303, `${HOME}?done=factor.give`]);
  const { page } = await cy.get(`${HOME}?done=factor.give`);
  expect(page).toContain('The factor is recorded.');
  expect(page).toContain('$1,002.50 on 1 Mar 2026. Example Cloud, list price');
  expect(page).toContain('2200 TFLOPS from 5 Mar 2026. Example data sheet');
  const trail = (await cy.get('/admin/audit')).page;
  expect(trail).toContain('added a price for an H100-hour');
  expect(trail).toContain('B200, 5 Mar 2026');
});

test('what is wrong is told beside its field, and what was typed stays', async () => {
  const { status, page } = await cy.post(`${HOME}/price`, { ...PRICE, perHour: 'two', source: '' });
  expect(status).toBe(400);
  expect(page).toContain('value="two"');
  expect(page).toContain('id="perHour-error"');
  expect(page).toContain('id="source-error"');
  const empty = await cy.post(`${HOME}/price`, { ...PRICE, perHour: '' });
  expect(empty.page).toContain('Fix 1 answer');
});

test('who may not record is not shown the way, and not let in', async () => {
  const dee = await atDesk(app, 'viewer', 'Dee Example');
  expect((await dee.get(HOME)).page).not.toContain(`${HOME}/price`);
  expect((await dee.get(`${HOME}/price`)).status).toBe(403);
  expect((await dee.post(`${HOME}/factor`, FACTOR)).status).toBe(403);
});
