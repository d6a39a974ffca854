import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemonstration } from '../../server/setup/demonstration.ts';
import { checkLedger, startApp, type TestApp } from '../support/app.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';

let app: TestApp;
let cy: DeskUser;
beforeAll(async () => {
  app = await startApp({ initiative: null, now: new Date('2026-12-01T12:00:00Z') });
  await loadDemonstration(app.ctx);
  await app.face.refresh();
  cy = await atDesk(app);
});
afterAll(async () => {
  await checkLedger(app);
  await app.close();
});

test.each(['To review', 'Asked by givers', 'Late', 'Due this week', 'Undelivered'])(
  'the demonstration’s overview has something under “%s”',
  async (title) => {
    expect((await cy.get('/admin')).page).toMatch(new RegExp(`<h2>(<a[^>]*>)?${title}`));
  },
);

test.each([
  'pledges',
  'overdue',
  'overdue?due=week',
  'shortfall',
  'cash',
  'offered',
  'bank',
  'audit',
])('the demonstration’s list /admin/%s isn’t empty', async (path) => {
  const { status, page } = await cy.get(`/admin/${path}`);
  expect(status).toBe(200);
  expect(page.split('<main')[1]).toMatch(/<tbody><tr|<li/);
});

test('the demonstration says how old its exchange rates are, and doesn’t warn of them', async () => {
  const { page } = await cy.get('/admin');
  expect(page).toMatch(/Newest exchange rates<\/dt><dd>13 Apr 2026/);
  expect(page).not.toContain('newest reference rates');
});
