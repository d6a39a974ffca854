import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, launchBrowser } from '../../scripts/support/browser.ts';
import { archive } from '../../server/archive/archive.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { serveFolder } from '../archive/site.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { axeFaultsOf, overflowOf } from './checks.ts';

const STATEMENT = 'We reached a quarter of the goal.\n\nThank you.';

let app: TestApp;
let cy: DeskUser;
let browser: Browser;
let folder: string;
let site: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  const demo = await readFile(join(PROJECT_ROOT, 'examples/demo.json'), 'utf8');
  app = await startApp({ initiative: JSON.parse(demo), now: new Date('2026-11-30T12:00:00Z') });
  cy = await atDesk(app);
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'muster-archive-'));
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
  await browser.close();
  await checkLedger(app);
  await app.close();
});

async function open(width: number, colorScheme: 'light' | 'dark', origin: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
  const [, value] = cy.cookie['cookie']!.split('=');
  await context.addCookies([{ name: 'muster-desk', value: value!, url: origin }]);
  return context.newPage();
}

async function expectSound(page: Page): Promise<void> {
  expect(await axeFaultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toEqual([]);
}

test('an owner closes the campaign, sees what that does before, and the last email after', async () => {
  const page = await open(320, 'light', app.url);
  const complaints = complaintsOf(page, app.url);
  await page.goto(`${app.url}/admin/initiative`);
  await page.getByRole('link', { name: 'Close the campaign' }).click();
  await page.getByLabel('Close the initiative').check();
  await page.getByLabel('Closing statement').fill(STATEMENT);
  await page.getByLabel('Reason').fill('The year is over');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByText('Nobody can sign, pledge or give.').waitFor();
  await expectSound(page);
  await page.getByRole('button', { name: 'Publish the change' }).click();
  await page.getByText('The initiative is changed.').waitFor();
  await expectSound(page);
  await page.getByRole('link', { name: 'Send the last email' }).click();
  await page.getByText('Open Model Initiative has closed').waitFor();
  await expectSound(page);
  expect(complaints).toEqual([]);
  await page.context().close();
  await app.publicCache.refresh();
  await archive({ from: app.url, folder, at: new Date('2026-12-01'), progress: () => {} });
  site = await serveFolder(folder);
});

describe.each([
  [320, 'light'],
  [1280, 'dark'],
] as const)('%d pixels wide, %s', (width, scheme) => {
  test('the closed home page is accessible, and within the window', async () => {
    const page = await open(width, scheme, app.url);
    await page.goto(app.url);
    await page.getByRole('heading', { name: 'Closed on 30 November 2026.' }).waitFor();
    expect(await page.getByRole('link', { name: /^Sign/ }).count()).toBe(0);
    await expectSound(page);
    await page.context().close();
  });

  test('so is an archive, which leads from page to page', async () => {
    const page = await open(width, scheme, site.url);
    const complaints = complaintsOf(page, site.url);
    await page.goto(site.url);
    await page.getByText('An archive of 1 December 2026').waitFor();
    await expectSound(page);
    await page.getByRole('link', { name: 'All pledges' }).click();
    await expectSound(page);
    await page.locator('.pledges a').first().click();
    await expectSound(page);
    await page.goto(`${site.url}/how-we-know`);
    await page.getByText('Check it yourself').click();
    await expectSound(page);
    await page.getByRole('link', { name: '/log/checkpoint' }).click();
    expect(await page.locator('body').innerText()).toContain('localhost');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
