import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, launchBrowser } from '../../scripts/support/browser.ts';
import { INITIATIVE, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { move } from '../support/actors.ts';
import { openMailbox, type Mailbox } from '../support/mail.ts';
import { axeFaultsOf, overflowOf } from './checks.ts';

const PHONE = { width: 390, height: 844 };

let mailbox: Mailbox;
let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  mailbox = await openMailbox();
  // A browser's cookies are of one name and port: the one that it is served under.
  app = await startApp({
    initiative: INITIATIVE,
    env: { SMTP_URL: mailbox.url, ADMIN_EMAIL: 'cy@example.org' },
    servedAsNamed: true,
  });
  browser = await launchBrowser();
});
afterEach(() => watchLedger(app));
afterAll(async () => {
  await browser?.close();
  await app.close();
  await mailbox.close();
});

/** The link in the newest mail to an address, sent by a real server and read from one. */
async function linkTo(address: string): Promise<string> {
  await app.postman.deliver();
  const mail = mailbox
    .received()
    .findLast(({ to, link }) => to.includes(address) && link?.includes('token='));
  return mail!.link!;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** What a click leads to may still be on its way. */
const says = (page: Page, words: string) =>
  expect
    .poll(async () => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' '))
    .toContain(words);
const isAt = (page: Page, path: string) => page.waitForURL(({ pathname }) => pathname === path);

describe.each([{ script: true }, { script: false }])('with script: $script', ({ script }) => {
  let page: Page;
  let complaints: string[];
  const name = script ? 'Ada Example' : 'Bo Example';
  const email = script ? 'ada@uni.example' : 'bo@uni.example';

  beforeAll(async () => {
    const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: script });
    page = await context.newPage();
    page.setDefaultTimeout(5_000);
    complaints = complaintsOf(page, app.url);
  });
  afterAll(() => page.context().close());

  /** Accessible and within the window, on a phone. */
  async function expectSound(): Promise<void> {
    // axe is a script itself.
    if (script) expect(await axeFaultsOf(page), page.url()).toEqual([]);
    if (script) expect(await overflowOf(page), page.url()).toEqual([]);
    expect(complaints).toEqual([]);
  }

  test('one form signs and pledges, and one mail confirms both', async () => {
    await page.goto(`${app.url}/`);
    await page.getByRole('link', { name: 'Sign or pledge' }).first().click();
    await expectSound();
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.locator('#email').fill(email);
    await page.locator('#affiliation').fill('Example University');
    await page.locator('#url').fill('https://uni.example');
    await page.locator('#statement').fill('Models that all can look into.');
    await page.getByLabel('Money', { exact: true }).check();
    await page.locator('#adult').check();
    await page.locator('#notice').check();
    await button(page, 'Continue').last().click();
    await expectSound();
    await page.locator('#pledge-amount').fill('100');
    await page.getByLabel('Monthly').check();
    await page.locator('#pledge-schedule-firstOn').fill('2026-04-01');
    await page.locator('#pledge-schedule-times').fill('3');
    await button(page, 'Continue').last().click();
    await says(page, 'in 3 monthly instalments of $33.33 (the last of $33.34) from 1 April 2026');
    await says(page, 'A pledge is a statement of intent, not a contract.');
    await expectSound();
    await button(page, 'Sign and pledge').click();
    await says(page, 'Check your email');
    await expectSound();

    const link = await linkTo(email);
    // A program that reads mail opens links; that does nothing.
    for (let times = 0; times < 20; times += 1) expect((await fetch(link)).status).toBe(200);
    await page.goto(link);
    await says(page, name);
    await says(page, '$100.00 in 3 monthly instalments');
    await expectSound();
    await button(page, 'Confirm your signature and pledge').click();
    await isAt(page, '/me');
    await says(page, 'Your signature has counted');
    await says(page, '$100 promised');
    await says(page, 'Email address at uni.example confirmed.');
    await expectSound();
    expect(await page.goto(link).then((answer) => answer!.status())).toBe(410);
    complaints.length = 0;
  });

  test('who is signed in pledges GPUs, which wait for an admin; then all pages agree', async () => {
    await page.goto(`${app.url}/me`);
    await page.getByRole('link', { name: 'Pledge GPUs' }).click();
    await expectSound();
    await page.locator('#pledge-asset').selectOption('H100-SXM');
    await page.locator('#pledge-site').fill(`Oslo ${name}`);
    await page.locator('#pledge-windows-0-gpus').fill('256');
    await page.locator('#pledge-windows-0-from').fill('2026-04-01');
    await page.locator('#pledge-windows-0-to').fill('2026-09-30');
    await page.locator('#pledge-windows-0-availability').fill('95');
    if (script) await says(page, '1,068,134.40');
    await button(page, 'Continue').last().click();
    await says(page, '1,068,134.40 GPU-hours');
    await expectSound();
    await button(page, 'Pledge').click();
    await isAt(page, '/me');
    await says(page, 'An admin will review this pledge. Until then it isn’t in the totals.');
    const mine = page.locator('.pledges a').first();
    await mine.click();
    await says(page, 'We’ll email you when an admin has decided.');
    await expectSound();
    const ref = new URL(page.url()).pathname.split('/').at(-1)!;

    await page.getByRole('link', { name: 'Edit the pledge' }).click();
    await expectSound();
    await page.locator('#pledge-windows-0-gpus').fill('512');
    await button(page, 'Continue').last().click();
    await button(page, 'Save').click();

    expect((await move(app, ref, 'accept', { revision: 1 })).status).toBe(201);
    await app.publicCache.refresh();
    await page.goto(`${app.url}/me`);
    await says(page, `512 H100-SXM for 6 months at Oslo ${name}`);
    await says(page, '2,136,268.80 GPU-hours promised');
    await page.goto(`${app.url}/signatories`);
    await says(page, name);
    await says(page, 'uni.example');
    await page.goto(`${app.url}/pledges/${ref}`);
    await says(page, name);
    await says(page, '2,136,268.80 GPU-hours promised');
    await expectSound();
  });

  test('a signatory promises more, changes the instalments, and takes the rest back', async () => {
    await page.goto(`${app.url}/me`);
    await page.getByRole('link', { name: '$100', exact: true }).click();
    await page.getByRole('link', { name: 'Pledge more', exact: true }).click();
    await expectSound();
    await page.locator('#amount').fill('0.005');
    await button(page, 'Pledge more').click();
    await says(page, 'decimals');
    complaints.length = 0;
    await page.locator('#amount').fill('20');
    await button(page, 'Pledge more').click();
    await says(page, '$120 promised');
    await says(page, '$53.34');

    await page.getByRole('link', { name: 'Change the instalments' }).click();
    await expectSound();
    await page.locator('#instalments-0-amount').fill('60');
    await page.locator('#instalments-1-amount').fill('60');
    await page.locator('#instalments-2-amount').fill('');
    await page.locator('#instalments-2-dueOn').fill('');
    await button(page, 'Save').click();
    await says(page, '$60');
    await says(page, '1 Apr 2026');

    await page.getByRole('link', { name: 'Withdraw the pledge' }).click();
    await expectSound();
    await button(page, 'Withdraw').click();
    await says(page, '$120 withdrawn');
    await expectSound();
  });

  test('what is grave is asked to be confirmed by mail again', async () => {
    app.clock.now = new Date(app.clock.now.getTime() + 20 * 60_000);
    await page.goto(`${app.url}/me`);
    await page.getByRole('link', { name: 'Change your address' }).click();
    await says(page, 'Confirm that it’s you');
    await expectSound();
    await button(page, 'Send the link').click();
    await page.goto(await linkTo(email));
    await button(page, 'Sign in').click();
    await isAt(page, '/me/address');
    await page.locator('#email').fill(`new.${email}`);
    await button(page, 'Send the link').click();
    await page.goto(await linkTo(`new.${email}`));
    await says(page, `new.${email} will be the email address of ${name}`);
    await button(page, 'Use this address').click();
    await says(page, `new.${email}`);
    await app.postman.deliver();
    const told = mailbox.received().filter(({ to }) => to.includes(email));
    expect(told.map(({ subject }) => subject)).toContainEqual(expect.stringMatching(/address/i));
    expect(told.map(({ subject }) => subject)).toContainEqual(expect.stringMatching(/accepted/i));
    await button(page, 'Sign out').click();
    await page.waitForURL(`${app.url}/`);
    await page.goto(`${app.url}/me`);
    await says(page, 'You don’t need a password.');
    await expectSound();
  });
});
