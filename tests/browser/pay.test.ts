import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, launchBrowser } from '../../scripts/support/browser.ts';
import type { SignedIn } from '../../server/actor.ts';
import * as payments from '../../server/db/payments.ts';
import * as schema from '../../server/db/schema.ts';
import { payPledge } from '../../server/payments/pay/pay.ts';
import { hashOf } from '../../server/sessions/token.ts';
import { fundingPledge } from '../support/actors.ts';
import { INITIATIVE, NOW, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { signIn } from '../support/forms.ts';
import { RECIPIENT, stripeEnv } from '../support/pay.ts';
import { newKey, signedIn } from '../support/signed-in.ts';
import { startFakeStripe, type FakeStripe } from '../support/stripe/fake.ts';
import { axeFaultsOf, overflowOf } from './checks.ts';

const SCHEDULE = { every: 'quarter', times: 4, firstOn: '2026-01-31' } as const;

let stripe: FakeStripe;
let app: TestApp;
let browser: Browser;
let ada: SignedIn;
let session: string;

beforeAll(async () => {
  const clock = { now: NOW };
  stripe = await startFakeStripe({ clock });
  // Stripe sends the payer back to BASE_URL.
  app = await startApp({
    clock,
    env: stripeEnv(stripe),
    initiative: { ...INITIATIVE, recipient: { ...RECIPIENT, closedCountries: ['BY'] } },
    servedAsNamed: true,
  });
  ada = await signedIn(app);
  session = await signIn(app, ada.signatoryId);
  browser = await launchBrowser();
});
afterEach(() => watchLedger(app));
afterAll(async () => {
  await browser?.close();
  await app.close();
  await stripe.close();
});

interface View {
  width: number;
  script?: boolean;
  colorScheme?: 'light' | 'dark';
  isSignedIn?: boolean;
}

async function open({ width, script = true, colorScheme = 'light', isSignedIn = true }: View) {
  const viewport = { width, height: 844 };
  const context = await browser.newContext({ viewport, colorScheme, javaScriptEnabled: script });
  if (isSignedIn) await context.addCookies([{ name: 'muster', value: session, url: app.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(5_000);
  const all = complaintsOf(page, app.url);
  // One goes over to Stripe's pages on purpose.
  return {
    page,
    complaints: () => all.filter((complaint) => !complaint.includes(stripe.url)),
    forget: () => void (all.length = 0),
  };
}

/** What a click leads to may still be on its way. */
const says = (page: Page, words: string) =>
  expect
    .poll(async () => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' '))
    .toContain(words);
const isAt = (page: Page, path: string | RegExp) =>
  page.waitForURL(({ pathname }) =>
    typeof path === 'string' ? pathname === path : path.test(pathname),
  );
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true }).first().click();

describe.each([{ script: true }, { script: false }])('with script: $script', ({ script }) => {
  let visit: Awaited<ReturnType<typeof open>>;
  let page: Page;
  let ref: string;
  beforeAll(async () => {
    ref = await fundingPledge(app, ada.signatoryId, { amount: '2000.00', schedule: SCHEDULE });
    visit = await open({ width: 390, script });
    ({ page } = visit);
  });
  afterAll(() => page.context().close());

  /** Accessible and within the window, on a phone. */
  async function expectSound(): Promise<void> {
    // axe is a script itself.
    if (script) expect(await axeFaultsOf(page), page.url()).toEqual([]);
    if (script) expect(await overflowOf(page), page.url()).toEqual([]);
    expect(visit.complaints()).toEqual([]);
  }

  test('a signatory pays by card, comes back, and sees it in public', async () => {
    await page.goto(`${app.url}/me`);
    await follow(page, 'Pay');
    await says(page, 'Outstanding: $2,000.');
    await expectSound();
    await follow(page, 'everything outstanding, $2,000');
    await expect.poll(() => page.locator('#amount').inputValue()).toBe('2000.00');
    await page.locator('#amount').fill('700');
    await page.locator('#country').selectOption('NO');
    await press(page, 'Continue to Stripe');
    await says(page, '70000 minor units of USD');
    await press(page, 'Pay by card');
    await isAt(page, /^\/paid\//);
    await says(page, '$700.00 received');
    await expectSound();
    await app.publicCache.refresh();
    await follow(page, 'See the public page of the pledge');
    await isAt(page, `/pledges/${ref}`);
    await says(page, '$700 received. Another $1,300 is promised, not counted.');
    await page.goto(`${app.url}/me/pledges/${ref}`);
    await says(page, '$700.00 received');
    await expectSound();
  });

  test('what is wrong stands at its field, and what was typed stays', async () => {
    await page.goto(`${app.url}/me/pledges/${ref}/pay`);
    await page.locator('#amount').fill('0.005');
    await page.locator('#country').selectOption('BY');
    await press(page, 'Continue to Stripe');
    await says(page, 'Country you pay from isn’t possible: the recipient takes no');
    expect(await page.locator('#country').inputValue()).toBe('BY');
    if (script) expect(await axeFaultsOf(page)).toEqual([]);
    await page.locator('#country').selectOption('NO');
    await press(page, 'Continue to Stripe');
    await says(page, 'Amount in USD must have at most 2 decimals');
    expect(await page.locator('#amount').inputValue()).toBe('0.005');
    visit.forget();
  });

  test('who turns back at Stripe’s page can go on, by bank', async () => {
    await page.goto(`${app.url}/me/pledges/${ref}/pay`);
    await page.locator('#country').selectOption('NO');
    await press(page, 'Continue to Stripe');
    await press(page, 'Cancel');
    await says(page, 'You went back before paying.');
    await follow(page, 'Continue to Stripe’s page');
    // Each payment is looked at once in ten seconds.
    app.clock.now = new Date(app.clock.now.getTime() + 11_000);
    await press(page, 'Pay by bank');
    await says(page, '$300.00 is on its way');
    await page.goBack();
    await page.goForward();
    await says(page, '$300.00 is on its way');
  });

  test('a stranger gives, and nobody is named', async () => {
    await page.goto(`${app.url}/`);
    await follow(page, 'Give now');
    await expectSound();
    await page.locator('#amount').fill('25');
    await page.locator('#currency').selectOption('EUR');
    await page.locator('#country').selectOption('FR');
    await press(page, 'Continue to Stripe');
    await press(page, 'Pay by card');
    await says(page, '€25.00 received');
    await app.publicCache.refresh();
    await page.goto(`${app.url}/pledges`);
    await says(page, 'Giver not shown');
  });
});

describe.each([
  { width: 390, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const)('$width pixels wide, $colorScheme', (view) => {
  const TOKEN = 'a-token-of-the-tests';
  let codes: Record<string, string>;
  let visit: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    const ref = await fundingPledge(app, ada.signatoryId, {
      amount: '2000.00',
      schedule: SCHEDULE,
    });
    const pledges = await app.ctx.db.select().from(schema.pledge);
    const row = pledges.find((each) => each.ref === ref);
    await app.ctx.db
      .insert(payments.payLink)
      .values({ tokenHash: hashOf(TOKEN), pledgeId: row!.id, expiresAt: new Date('2027-01-01') })
      .onConflictDoNothing();
    const begin = async () => {
      const input = { amount: '100.00', country: 'NO' };
      const { code } = await payPledge(app.ctx, { actor: ada, ref }, newKey(), input);
      const rows = await app.ctx.db.select().from(payments.payment);
      return { code, object: rows.find((each) => each.code === code)!.object! };
    };
    const [fresh, paid, failed] = [await begin(), await begin(), await begin()];
    await stripe.payByCard(paid.object);
    await stripe.payByBank(failed.object);
    stripe.bankFails(failed.object);
    codes = { open: fresh.code, paid: paid.code, failed: failed.code };
    visit = await open({ ...view, isSignedIn: false });
  });
  afterAll(() => visit.page.context().close());

  test.each([
    ['/give', 'Give now'],
    [`/pay/${TOKEN}`, 'Pay a pledge'],
    ['/paid/open', 'Not paid yet'],
    ['/paid/open?cancelled=1', 'Nothing was paid'],
    ['/paid/paid', '$100.00 received'],
    ['/paid/failed', 'The payment did not go through'],
  ])('%s is accessible, and within the window', async (path, title) => {
    const { page, complaints } = visit;
    await page.goto(app.url + path.replace(/(?<=\/paid\/)\w+/, (name) => codes[name]!));
    await says(page, title);
    expect(await axeFaultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toEqual([]);
    expect(complaints()).toEqual([]);
  });
});
