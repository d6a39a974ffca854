import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, launchBrowser } from '../../scripts/support/browser.ts';
import * as payments from '../../server/db/payments.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { useTill } from '../support/pay.ts';
import { axeFaultsOf, overflowOf } from './checks.ts';

const HOME = '/admin/payments/differences';
const till = useTill();
let browser: Browser;
let cy: DeskUser;

/** One of each kind, and one that is set aside. */
beforeAll(async () => {
  cy = await atDesk(till.app);
  for (const amount of ['500.00', '1250.00']) {
    const { code } = await till.pay(await till.pledge(), amount);
    await till.stripe.payByCard(await till.objectOf(code));
  }
  await cy.post(`${HOME}/compare`, { from: '2026-03-01', to: '2026-03-10' });
  const { difference } = payments;
  const [first] = await till.app.ctx.db.select().from(difference);
  await till.app.ctx.db.insert(difference).values([
    { ...first!, object: 're_of_nobody', verb: 'refund', kind: 'extra', oursMinor: 700n },
    { ...first!, object: 'du_of_less', verb: 'dispute', kind: 'amount', oursMinor: 49_000n },
    { ...first!, object: 'pi_of_a_fair', asideNote: 'Sold at the fair.' },
  ]);
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each([
  [390, 'light'],
  [1280, 'dark'],
] as const)('what differs, %d pixels wide, %s', (width, colorScheme) => {
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
    const [, value] = cy.cookie['cookie']!.split('=');
    await context.addCookies([{ name: 'muster-desk', value: value!, url: till.app.url }]);
    page = await context.newPage();
    complaints = complaintsOf(page, till.app.url);
  });
  afterAll(() => page.context().close());

  test.each(['', '?aside=1', '?outcome=not-ours', '/put-aside?object=re_of_nobody&verb=refund'])(
    'the page %s is accessible, and within the window',
    async (query) => {
      const response = await page.goto(till.app.url + HOME + query);
      expect(response!.status()).toBe(200);
      expect(await axeFaultsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
});

test('an admin records one, and puts one aside', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const [, value] = cy.cookie['cookie']!.split('=');
  await context.addCookies([{ name: 'muster-desk', value: value!, url: till.app.url }]);
  const page = await context.newPage();
  await page.goto(till.app.url + HOME);
  await page.getByRole('button', { name: 'Record it' }).first().click();
  const done = page.locator('.done');
  expect(await done.innerText()).toBe('Recorded.');
  await page.getByRole('link', { name: 'Set aside', exact: true }).last().click();
  await page.getByLabel('Note').fill('Counted twice by the bank.');
  await page.getByRole('button', { name: 'Set it aside' }).click();
  expect(await done.innerText()).toBe('Set aside.');
  await context.close();
});
