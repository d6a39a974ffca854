import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { complaintsOf, launchBrowser } from '../../scripts/support/browser.ts';
import { AGREEMENT, move, PAYMENT } from '../support/actors.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';
import { cookieOf } from '../support/forms.ts';
import { eyesOf, signatory, startMailApp, type MailApp } from '../support/sign-up.ts';
import { axeFaultsOf, overflowOf } from './checks.ts';

const CY = 'cy@desk.example';
const WIDTHS = [320, 390, 1280];

let app: MailApp;
let browser: Browser;
let contexts: BrowserContext[] = [];
let complaints: string[][] = [];

beforeAll(async () => {
  app = await startMailApp({ env: { ADMIN_EMAIL: CY } });
  browser = await launchBrowser();
});
afterEach(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
  expectNoComplaint();
  await watchLedger(app);
});
afterAll(async () => {
  await browser?.close();
  await app.close();
});

/** Who goes on at once does not wait for a picture that no page needs. */
function expectNoComplaint(): void {
  expect(complaints.flat().filter((each) => !/favicon.*ERR_ABORTED/.test(each))).toEqual([]);
  complaints = [];
}

/** A browser with somebody signed in, or nobody. */
async function open(headers?: Record<string, string>): Promise<Page> {
  const context = await browser.newContext();
  contexts.push(context);
  const [name = '', value = ''] = headers?.['cookie']?.split('=') ?? [];
  if (name) await context.addCookies([{ name, value, url: app.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  complaints.push(complaintsOf(page, app.url));
  return page;
}

/** Looks at a page on a phone and on a desk: accessible, and within the window. */
async function look(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    expect(await overflowOf(page), `${page.url()} at ${width}`).toEqual([]);
  }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** What is sent at once arrives in any order. */
const mailTo = async (address: string, about: string) => {
  await app.postman.deliver();
  const mails = app.mailbox.received().filter(({ to }) => to.includes(address));
  expect(mails.map(({ subject }) => subject)).toContainEqual(expect.stringContaining(about));
  return mails.findLast(({ subject }) => subject.includes(about))!;
};

/** An agreed pledge of ₩2.8B in four quarters of 2027, of which the first is paid. */
async function agreedPledge(name: string) {
  const schedule = { every: 'quarter', times: 4, firstOn: '2027-03-31' };
  const pledge = { kind: 'funding', asset: 'KRW', amount: '2800000000', schedule };
  const ada = await signatory(app, { name, pledge });
  const { ref } = (await eyesOf(app).as(ada.session, 'me/pledges')).body.pledges[0];
  expect((await move(app, ref, 'accept')).status).toBe(201);
  await move(app, ref, 'commit', { evidence: AGREEMENT });
  await move(app, ref, 'receive', { amount: '700000000', evidence: PAYMENT });
  return { ...ada, ref: ref as string };
}

test(
  'a giver asks to pay later, an admin grants it, both are mailed, and the public reads what changed',
  { timeout: 120_000 },
  async () => {
    const { ref, session, email } = await agreedPledge('Ada Example');
    const own = `${app.url}/me/pledges/${ref}`;
    const giver = await open(cookieOf(session));
    await giver.goto(own);
    await look(giver);
    await giver.getByRole('link', { name: 'Ask to change the instalments' }).click();
    for (const [row, day] of ['2030-06-30', '2031-06-30', '2032-06-30'].entries()) {
      await giver.locator(`[name="instalments.${row}.dueOn"]`).fill(day);
    }
    await giver.getByLabel('Your reason').fill('Our grant was moved to 2030.\nWe stand by it.');
    await look(giver);
    expect(await axeFaultsOf(giver)).toEqual([]);
    await press(giver, 'Send the request');
    await giver.getByText('is waiting for an admin').first().waitFor();
    await look(giver);
    expect(await axeFaultsOf(giver)).toEqual([]);

    const asked = await mailTo(CY, `Request to review, pledge ${ref}`);
    expect(asked.text).not.toContain('grant');
    const desk = await atDesk(app, 'operator');
    const admin = await open(desk.cookie);
    await admin.goto(`${app.url}/admin/queue?kind=request`);
    await admin.getByText('Asks to move 3 instalments from 2027 to 2030–32.').waitFor();
    await look(admin);
    await admin.locator('summary', { hasText: 'Grant' }).click();
    await admin.locator('details[open] textarea').fill('The hospital confirmed the new dates.');
    await look(admin);
    expect(await axeFaultsOf(admin)).toEqual([]);
    await admin.locator('details[open] button').click();
    await admin.getByText('The request is granted.').waitFor();
    await admin.goto(`${app.url}/admin/pledges/${ref}`);
    await look(admin);

    const told = await mailTo(email, `Your request about pledge ${ref} was granted`);
    expect(told.text).toContain('“The hospital confirmed the new dates.”');
    await giver.goto(own);
    await giver.getByText('An admin granted this').waitFor();
    await look(giver);

    await app.publicCache.refresh();
    const stranger = await open();
    const sentence =
      'Ada Example moved 3 instalments from 2027 to 2030–32: ₩2.1B of a pledge of ₩2.8B.';
    for (const path of ['/', `/pledges/${ref}`, '/ledger']) {
      await stranger.goto(app.url + path);
      await stranger.getByText(sentence).first().waitFor();
      await look(stranger);
    }
  },
);

test('a release shows the admin the stages before and after', { timeout: 120_000 }, async () => {
  const { ref, session } = await agreedPledge('Bo Example');
  const body = { kind: 'release', text: 'Our grant does not come.' };
  await eyesOf(app).as(session, `pledges/${ref}/requests`, body);
  const admin = await open((await atDesk(app, 'operator')).cookie);
  await admin.goto(`${app.url}/admin/queue?kind=request`);
  await admin.getByText('Asks to be released from the ₩2,100,000,000 outstanding.').waitFor();
  await look(admin);
  expect(await axeFaultsOf(admin)).toEqual([]);
  const giver = await open(cookieOf(session));
  await giver.goto(`${app.url}/me/pledges/${ref}/increase`);
  await look(giver);
  await giver.goto(`${app.url}/me/pledges/${ref}/reduce`);
  await look(giver);
});
