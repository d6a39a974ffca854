import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemonstration } from '../../server/setup/demonstration.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';

let app: TestApp;
let cy: DeskUser;
beforeAll(async () => {
  app = await startApp({ initiative: null, now: new Date('2026-12-01T12:00:00Z') });
  await loadDemonstration(app.ctx);
  await app.publicCache.refresh();
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

test.each([
  ['signatories', 'Nobody has changed this signature since it was imported.'],
  ['pledges', 'Nobody has changed this pledge by hand since it was recorded.'],
])('the history of what was imported under /admin/%s is nobody’s', async (list, says) => {
  const { page } = await cy.get(`/admin/${list}`);
  const links = [...page.matchAll(new RegExp(`href="(/admin/${list}/[\\w-]{10,36})"`, 'g'))];
  const { page: one } = await cy.get(links.at(-1)![1]!);
  expect(one).toContain(says);
  expect(one).not.toContain('Nothing has happened');
});
