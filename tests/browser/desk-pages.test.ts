import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, launchBrowser } from '../../scripts/support/browser.ts';
import * as people from '../../server/db/people.ts';
import * as payments from '../../server/db/payments.ts';
import { payPledge } from '../../server/payments/pay/pay.ts';
import { checkPayment } from '../../server/payments/follow/settle.ts';
import { playScenario } from '../exports/scenario.ts';
import { fundingPledge } from '../support/actors.ts';
import { INITIATIVE, NOW, startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { RECIPIENT, stripeEnv } from '../support/pay.ts';
import { newKey, signedIn } from '../support/signed-in.ts';
import { startFakeStripe, type FakeStripe } from '../support/stripe/fake.ts';
import { axeFaultsOf, namesakesOf, overflowOf, valuelessOf } from './checks.ts';

let app: TestApp;
let browser: Browser;
let stripe: FakeStripe;
let cy: DeskUser;
const refs: Record<string, string> = {};

beforeAll(async () => {
  const clock = { now: NOW };
  stripe = await startFakeStripe({ clock });
  app = await startApp({
    clock,
    servedAsNamed: true,
    env: stripeEnv(stripe),
    initiative: { ...INITIATIVE, recipient: RECIPIENT },
  });
  const { refs: played, ada } = await playScenario(app);
  Object.assign(refs, { money: played.money, oslo: played.oslo, ada, ...(await pay()) });
  await app.publicCache.refresh();
  cy = await atDesk(app);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await checkLedger(app);
  await app.close();
  await stripe.close();
});

/** A payment that has come, with something of each kind that an admin has to look at. */
async function pay(): Promise<{ paid: string; due: string; late: string }> {
  const { ctx } = app;
  const actor = await signedIn(app, { name: `Bo ${'Wordwithoutanend'.repeat(8)}` });
  const due = await fundingPledge(app, actor.signatoryId);
  const facts = { amount: '100.00', country: 'NO' };
  const { code } = await payPledge(ctx, { actor, ref: due }, newKey(), facts);
  const [row] = await ctx.db.select().from(payments.payment);
  await stripe.payByCard(row!.object!);
  await checkPayment(ctx, code);
  await ctx.db.update(payments.payment).set({ flags: ['given-up', 'closed-country'] });
  const at = ctx.now();
  await ctx.db.insert(payments.refundOrder).values({
    id: row!.id,
    paymentId: row!.id,
    amountMinor: 100n,
    reason: 'Paid twice',
    createdAt: at,
  });
  await ctx.db.insert(payments.stripeEvent).values({
    id: 'evt_1',
    type: 'payment_intent.succeeded',
    object: 'pi_1',
    livemode: false,
    outcome: 'unmatched',
    reason: 'not-ours',
    detail: 'pi_1',
    receivedAt: at,
  });
  await ctx.db
    .insert(payments.unappliedCash)
    .values({ customer: 'cus_1', currency: 'USD', amountMinor: 100n, asOf: at });
  const late = await fundingPledge(app, actor.signatoryId, {
    instalments: [{ dueOn: '2026-03-01', amount: '1000.00' }],
  });
  await ctx.db.update(people.mail).set({ error: { responseCode: 550, command: 'RCPT TO' } });
  return { paid: code, due, late };
}

const PATHS = [
  '',
  '/queue',
  '/bulk?kind=accept',
  '/review-settings',
  '/signatories/:ada',
  '/pledges/:money',
  '/pledges/:money/receive',
  '/pledges/:money/commit',
  '/pledges/:money/refund',
  '/pledges/:money/dispute',
  '/pledges/:money/lapse',
  '/pledges/:money/increase',
  '/pledges/:oslo',
  '/pledges/:oslo/commit',
  '/pledges/:oslo/extend',
  '/pledges/:oslo/receive',
  '/pledges/:oslo/metering',
  '/pledges',
  '/signatories',
  '/movements',
  '/overdue',
  '/overdue?due=soon',
  '/cash',
  '/payments',
  '/payments/:paid',
  '/payments/:paid/refund',
  '/payments/unmatched',
  '/payments/cash',
  '/pledges/:due',
  '/pledges/:late/remind',
  '/shortfall',
  '/initiative',
  '/initiative/terms',
  '/initiative/recipient',
  '/initiative/milestones',
  '/initiative/look',
  '/initiative/accounts',
  '/initiative/accounts/change',
  '/initiative/accounts/remove?currency=USD',
  '/initiative/factor',
  '/initiative/price',
  '/initiative/rates',
  '/initiative/rate',
  '/report',
  '/report?from=2026-01-01&to=2026-12-31',
  '/exports',
  '/admins',
  '/admins/invite',
  '/tokens',
  '/tokens/new',
  '/emails',
  '/audit',
  '/account',
] as const;

async function open(width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
  const [, value] = cy.cookie['cookie']!.split('=');
  await context.addCookies([{ name: 'muster-desk', value: value!, url: app.url }]);
  return context.newPage();
}

describe('the desk, on the narrowest phone, and on a desktop in the dark', () => {
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    page = await open(320, 'light');
    complaints = complaintsOf(page, app.url);
  });
  afterAll(() => page.context().close());

  test.each(PATHS)('/admin%s is accessible, and within the window', async (path) => {
    const at = path.replace(/:(\w+)/, (_, name: string) => refs[name]!);
    const response = await page.goto(`${app.url}/admin${at}`);
    expect(response!.status()).toBe(200);
    for (const [width, colorScheme] of [
      [320, 'light'],
      [1280, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      expect(await axeFaultsOf(page), `${width} px`).toEqual([]);
      expect(await overflowOf(page), `${width} px`).toEqual([]);
      expect(await namesakesOf(page), `${width} px`).toEqual([]);
      if (width < 390) expect(await valuelessOf(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });
});

test('on a phone a list hides an empty cell with its label; a row without a value is found', async () => {
  const page = await open(390, 'light');
  await page.goto(`${app.url}/admin/report?from=2026-01-01&to=2026-12-31`);
  const addTo = (what: string, html: string) =>
    page
      .locator(what)
      .first()
      .evaluate((each, added) => each.insertAdjacentHTML('beforeend', added), html);
  await addTo('.desk-table tbody tr', '<td data-label="Empty"></td>');
  expect(await valuelessOf(page)).toEqual([]);
  await addTo(
    '.desk-table tbody',
    '<tr><th>Promised</th><td data-label="Opening"><span class="none">–</span></td></tr>',
  );
  expect(await valuelessOf(page)).toEqual([expect.stringContaining('Promised')]);
  await page.context().close();
});

test('while a passkey is awaited, the focus stays, and a region that was there says so', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${app.url}/admin/sign-in`);
  await page.evaluate(() => {
    navigator.credentials.get = () => new Promise(() => {});
  });
  const status = page.locator('form [role=status]');
  expect(await status.evaluate((each) => each.checkVisibility())).toBe(true);
  const button = page.getByRole('button', { name: 'Use your passkey' });
  await button.press('Enter');
  await status.filter({ hasText: 'Follow what your browser' }).waitFor();
  const state = await button.evaluate((each) => [each.matches(':focus'), each.ariaDisabled]);
  expect(state).toEqual([true, 'true']);
  await context.close();
});

test('what undoes a change says which', async () => {
  const page = await open(1280, 'light');
  await page.goto(`${app.url}/admin/pledges/${refs['money']}`);
  const undo = page.locator('a[href$="/reverse"]').first();
  const entry = page.locator(`[id="${await undo.getAttribute('aria-describedby')}"]`);
  expect(await entry.textContent()).toMatch(/^entry [\d,]+$/);
  await page.context().close();
});
