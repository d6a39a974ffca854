import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, launchBrowser } from '../../scripts/support/browser.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';
import { axeFaultsOf, overflowOf } from './checks.ts';

let app: TestApp;
let browser: Browser;
beforeAll(async () => {
  app = await startApp({ servedAsNamed: true });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await checkLedger(app);
  await app.close();
});

async function expectFine(page: Page): Promise<void> {
  expect(await axeFaultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toEqual([]);
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const says = (page: Page, words: string) =>
  page.locator('main', { hasText: words }).waitFor({ state: 'visible' });

test('an admin with a phone uploads a list, answers for its days, corrects nothing, records it and undoes it', async () => {
  const cy = await atDesk(app);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const [name, value] = cy.cookie['cookie']!.split('=');
  await context.addCookies([{ name: name!, value: value!, url: app.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints = complaintsOf(page, app.url);

  await page.goto(`${app.url}/admin/import`);
  await expectFine(page);
  await page.locator('#file').setInputFiles({
    name: 'list.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Timestamp;What is your full name?;E-Mail;Country\n3/2/2026 14:05;Ada Example;ada@list.example;Norway\n4/2/2026 9:00;;bo@list.example;Norway\n',
    ),
  });
  await press(page, 'Upload');
  await says(page, '2 rows found.');
  await expectFine(page);
  await page.getByText('Which column is each field in?').click();
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('1');
  await expectFine(page);
  await page.getByLabel('The day is first').check();
  await press(page, 'Check the rows');
  await says(page, '1 row has errors.');
  await says(page, '2026-02-03');
  await expectFine(page);
  const labels = await page
    .locator('main tbody td')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content));
  expect(labels).toEqual(['"What is wrong"', '"Email"', '"Name"', '"Country"', '"Signed on"']);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the rows with errors' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('errors.csv');
  await press(page, 'Record only 1 signature');
  await says(page, '1 signature recorded on');
  await expectFine(page);
  await press(page, 'Undo the import');
  await says(page, 'This import was undone on');
  await expectFine(page);
  await page.goto(`${app.url}/admin/import`);
  await says(page, '(undone)');
  expect(complaints).toEqual([]);
  await context.close();
});
