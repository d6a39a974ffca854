import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, launchBrowser } from '../../scripts/support/browser.ts';
import { INITIATIVE, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { openMailbox, type Mailbox } from '../support/mail.ts';
import { axeFaultsOf, overflowOf } from './checks.ts';

let mailbox: Mailbox;
let app: TestApp;
let browser: Browser;
let cy: Desk;

beforeAll(async () => {
  mailbox = await openMailbox();
  app = await startApp({
    initiative: INITIATIVE,
    env: { SMTP_URL: mailbox.url },
    servedAsNamed: true,
  });
  browser = await launchBrowser();
  cy = await openDesk();
});
afterEach(async () => {
  expectNoComplaint();
  await watchLedger(app);
});
afterAll(async () => {
  await browser?.close();
  await app.close();
  await mailbox.close();
});

/** A browser with an authenticator in it, as a laptop with a fingerprint reader. */
interface Desk {
  context: BrowserContext;
  page: Page;
  complaints: string[];
  device: Device;
}

interface Device {
  session: CDPSession;
  id: string;
}

async function addDevice(page: Page): Promise<Device> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { session, id: authenticatorId };
}

async function openDesk(): Promise<Desk> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return {
    context,
    page,
    complaints: complaintsOf(page, app.url),
    device: await addDevice(page),
  };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole('link', { name, ...(typeof name === 'string' && { exact: true }) }).click();
const says = (page: Page, words: string) =>
  page.locator('main', { hasText: words }).waitFor({ state: 'visible' });
const isAt = (page: Page, path: string) =>
  page.waitForURL((url) => url.pathname === path, { timeout: 10_000 });

/** Accessible and within the window, on a phone. */
async function expectSound(page: Page): Promise<void> {
  expect(await axeFaultsOf(page), page.url()).toEqual([]);
  expect(await overflowOf(page), page.url()).toEqual([]);
}

/** Who goes on at once does not wait for a picture that no page needs. */
const expectNoComplaint = ({ complaints } = cy) =>
  expect(complaints.filter((each) => !/favicon.*ERR_ABORTED/.test(each))).toEqual([]);

const later = (minutes: number): void => {
  app.clock.now = new Date(app.clock.now.getTime() + minutes * 60_000);
};

let codes: string[];

describe('at the desk, by passkeys', () => {
  test('whoever has the code becomes the first owner, and is in', async () => {
    const { page } = cy;
    await page.goto((await app.setup.address())!);
    await isAt(page, '/setup/owner');
    await expectSound(page);
    await press(page, 'Continue');
    await says(page, 'Your name must not be empty.');
    cy.complaints.length = 0;
    await expectSound(page);
    await page.getByLabel('Your name').fill('Cy Example');
    await page.getByLabel('Your email address').fill('cy@example.org');
    await press(page, 'Continue');
    await says(page, 'Make your passkey');
    await expectSound(page);
    await press(page, 'Make a passkey');
    await says(page, 'Keep these recovery codes');
    await expectSound(page);
    codes = await page.locator('.codes code').allInnerTexts();
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    await follow(page, 'I have saved them');
    await isAt(page, '/admin');
    await page.getByRole('link', { name: 'Cy Example, owner' }).waitFor();
  });

  test('signs out, and in again where it was going', async () => {
    const { page } = cy;
    await press(page, 'Sign out');
    await page.goto(`${app.url}/admin/account`);
    await isAt(page, '/admin/sign-in');
    await expectSound(page);
    await press(page, 'Use your passkey');
    await isAt(page, '/admin/account');
    await expectSound(page);
  });

  test('a passkey that is not used is said in the page, and may be used then', async () => {
    const { page, device } = cy;
    await press(page, 'Sign out');
    await page.goto(`${app.url}/admin/sign-in`);
    await device.session.send('WebAuthn.setUserVerified', {
      authenticatorId: device.id,
      isUserVerified: false,
    });
    await press(page, 'Use your passkey');
    await says(page, 'No passkey was used. It was cancelled');
    await expectSound(page);
    await device.session.send('WebAuthn.setUserVerified', {
      authenticatorId: device.id,
      isUserVerified: true,
    });
    await press(page, 'Use your passkey');
    await isAt(page, '/admin');
  });

  test('what is grave asks for the passkey again, and comes back', async () => {
    const { page } = cy;
    later(6);
    await page.goto(`${app.url}/admin/account`);
    await follow(page, 'Add a passkey');
    await isAt(page, '/admin/touch');
    await says(page, 'within the last five minutes');
    await expectSound(page);
    await press(page, 'Use your passkey');
    await isAt(page, '/admin/account/passkeys/new');
    await expectSound(page);
  });

  test('a second passkey is of another device, is named, and may be removed; the last one not', async () => {
    const { page, device } = cy;
    await press(page, 'Make a passkey');
    await says(page, 'This device already has your passkey');
    await device.session.send('WebAuthn.removeVirtualAuthenticator', {
      authenticatorId: device.id,
    });
    cy.device = await addDevice(page);
    await press(page, 'Make a passkey');
    await isAt(page, '/admin/account');
    await says(page, 'The passkey is added.');
    const rename = page.getByRole('link', { name: /^Rename: / });
    expect(await rename.count()).toBe(2);
    await rename.last().click();
    await expectSound(page);
    await page.getByLabel('Name').fill('Blue key');
    await press(page, 'Save');
    await says(page, 'Blue key');
    await expectSound(page);
    await page.getByRole('link', { name: /^Remove: (?!Blue)/ }).click();
    await expectSound(page);
    await press(page, 'Remove the passkey');
    await says(page, 'The passkey is removed.');
    expect(await page.getByRole('link', { name: /^Remove: / }).count()).toBe(0);
  });

  test('a recovery code lets in to make a passkey, and to nothing before that', async () => {
    const { page } = cy;
    const lost = await openDesk();
    await lost.page.goto(`${app.url}/admin`);
    await follow(lost.page, /recovery code/);
    await expectSound(lost.page);
    await lost.page.getByLabel('Email address').fill('CY@example.org');
    await lost.page.getByLabel('Recovery code').fill(codes[3]!.toLowerCase().replaceAll('-', ' '));
    await press(lost.page, 'Use the code');
    await isAt(lost.page, '/admin/recover/passkey');
    await expectSound(lost.page);
    for (const path of ['/admin', '/admin/account', '/admin/touch', '/admin/sign-in']) {
      await lost.page.goto(app.url + path);
      await isAt(lost.page, '/admin/recover/passkey');
    }
    await press(lost.page, 'Make a passkey');
    await isAt(lost.page, '/admin/account');
    await says(lost.page, '9 of 10 codes left');
    expectNoComplaint(lost);
    await app.postman.deliver();
    const mail = await mailbox.waitFor('cy@example.org');
    expect(mail.subject).toContain('One of your recovery codes was used');

    // Found again: what the other browser has opened ends at once.
    await page.goto(`${app.url}/admin/account`);
    await press(page, 'Sign out everywhere else');
    await says(page, 'You are signed out there.');
    await lost.page.goto(`${app.url}/admin/account`);
    await isAt(lost.page, '/admin/sign-in');
    await lost.context.close();
  });

  test('new recovery codes take the place of the old ones', async () => {
    const { page } = cy;
    await page.goto(`${app.url}/admin/account`);
    await follow(page, 'Make new recovery codes');
    await expectSound(page);
    await press(page, 'Make new recovery codes');
    await says(page, 'Keep these recovery codes');
    await expectSound(page);
    const fresh = await page.locator('.codes code').allInnerTexts();
    expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
    await follow(page, 'I have saved them');
    await says(page, '10 of 10 codes left');
  });

  test('who is invited comes in by the link, once, does what the role may, and is out once removed', async () => {
    const { page } = cy;
    await page.goto(`${app.url}/admin/touch?next=${encodeURIComponent('/admin/admins/invite')}`);
    await press(page, 'Use your passkey');
    await isAt(page, '/admin/admins/invite');
    await page.getByLabel('Name', { exact: true }).fill('Bo Example');
    await page.getByLabel('Email address').fill('bo@example.org');
    await page.getByLabel('Operator: also decides').check();
    await expectSound(page);
    await press(page, 'Send the invitation');
    await says(page, 'We’ve emailed the invitation.');
    await expectSound(page);
    await app.postman.deliver();
    const { link } = await mailbox.waitFor('bo@example.org');
    const guest = await openDesk();
    await guest.page.goto(link!);
    await says(guest.page, 'bo@example.org');
    await expectSound(guest.page);
    await press(guest.page, 'Make a passkey');
    await says(guest.page, 'Keep these recovery codes');
    await follow(guest.page, 'I have saved them');
    await guest.page.getByRole('link', { name: 'Bo Example, operator' }).waitFor();
    await expectSound(guest.page);
    expectNoComplaint(guest);
    expect((await guest.page.goto(link!))!.status()).toBe(410);
    for (const path of ['/admin/tokens', '/admin/admins/invite', '/admin/initiative/terms']) {
      expect((await guest.page.goto(app.url + path))!.status()).toBe(403);
    }
    expect((await guest.page.goto(`${app.url}/admin/pledges`))!.status()).toBe(200);
    await page.goto(`${app.url}/admin/admins`);
    await page
      .getByRole('row', { name: /Bo Example/ })
      .getByRole('link', { name: 'Remove' })
      .click();
    await says(page, 'Remove Bo Example');
    await expectSound(page);
    await press(page, 'Remove');
    await says(page, 'The admin is removed.');
    await guest.page.goto(`${app.url}/admin/pledges`);
    await isAt(guest.page, '/admin/sign-in');
    await guest.context.close();
  });

  test('without script the page says what is missing', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${app.url}/admin/sign-in`);
    expect(await page.content()).toMatch(/<noscript>.*Passkeys need JavaScript/s);
    page.setDefaultTimeout(5_000);
    await press(page, 'Use your passkey');
    await says(page, 'the page’s script did not run');
    await context.close();
  });
});
