import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, launchBrowser } from '../../scripts/support/browser.ts';
import { fundingPledge, move, PAYMENT } from '../support/actors.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { cookieOf } from '../support/forms.ts';
import { signatory, startMailApp, type MailApp } from '../support/sign-up.ts';
import { axeFaultsOf, overflowOf } from './checks.ts';

let app: MailApp;
let browser: Browser;
beforeAll(async () => {
  app = await startMailApp();
  browser = await launchBrowser();
});
afterAll(async () => {
  await checkLedger(app);
  await browser?.close();
  await app.close();
});

test('the link in the email of a payment leads to a page that fits a phone and one sheet of paper', async () => {
  const recipient = {
    name: 'Example Foundation for Open Science in the Northern Countries',
    registration: '000000-TEST',
    country: 'Norway',
    contact: 'pay@foundation.example',
    receiptText: 'This confirmation is a receipt under the Example Act. '.repeat(37).trim(),
  };
  const changed = { recipient, reason: 'It has a number now.' };
  await app.request('/api/v1/admin/initiative', { body: changed });
  const ada = await signatory(app);
  const ref = await fundingPledge(app, ada.id, { amount: '690000000', asset: 'KRW' });
  const evidence = { ...PAYMENT, reference: 'BANK-2026-17' };
  const receipt = { amount: '690000000', evidence };
  expect((await move(app, ref, 'receive', receipt)).status).toBe(201);
  await app.postman.deliver();
  // Of what is sent at once, such as that her pledge is accepted, any may arrive last.
  const { link } = app.mailbox
    .received()
    .find((mail) => mail.link?.includes(`/me/pledges/${ref}/payments/`))!;

  const context = await browser.newContext();
  const [name = '', value = ''] = cookieOf(ada.session)['cookie']!.split('=');
  await context.addCookies([{ name, value, url: app.url }]);
  const page = await context.newPage();
  const complaints = complaintsOf(page, app.url);
  await page.goto(app.url + new URL(link!).pathname);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Payment confirmation');
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await overflowOf(page)).toEqual([]);
  }
  expect(await axeFaultsOf(page)).toEqual([]);
  const margin = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' };
  for (const format of ['A4', 'Letter']) {
    const pdf = (await page.pdf({ format, margin })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
  await context.close();
  expect(complaints).toEqual([]);
});
