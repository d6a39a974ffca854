import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, launchBrowser } from '../../scripts/support/browser.ts';
import { playScenario } from '../exports/scenario.ts';
import { checkLedger, startApp, type TestApp } from '../support/app.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { axeFaultsOf, overflowOf } from './checks.ts';

let app: TestApp;
let browser: Browser;
let cy: DeskUser;
const refs: Record<string, string> = {};

beforeAll(async () => {
  app = await startApp({ servedAsNamed: true });
  const { refs: played, ada } = await playScenario(app);
  Object.assign(refs, { money: played.money, oslo: played.oslo, ada });
  await app.face.refresh();
  cy = await atDesk(app);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await checkLedger(app);
  await app.close();
});

const PATHS = [
  '',
  '/reject-many',
  '/signatories/:ada',
  '/pledges/:money',
  '/pledges/:money/receive',
  '/pledges/:money/commit',
  '/pledges/:money/refund',
  '/pledges/:money/lapse',
  '/pledges/:money/increase',
  '/pledges/:oslo',
  '/pledges/:oslo/commit',
  '/pledges/:oslo/receive',
  '/pledges',
  '/signatories',
  '/movements',
  '/overdue',
  '/overdue?due=soon',
  '/cash',
  '/shortfall',
  '/initiative',
  '/initiative/terms',
  '/initiative/recipient',
  '/initiative/milestones',
  '/exports',
  '/admins',
  '/admins/invite',
  '/tokens',
  '/tokens/new',
  '/audit',
  '/account',
] as const;

async function open(width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
  const [, value] = cy.cookie['cookie']!.split('=');
  await context.addCookies([{ name: 'muster-desk', value: value!, url: app.url }]);
  return context.newPage();
}

describe.each([
  [390, 'light'],
  [1280, 'dark'],
] as const)('the desk, %d pixels wide, %s', (width, scheme) => {
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    page = await open(width, scheme);
    complaints = complaintsOf(page, app.url);
  });
  afterAll(() => page.context().close());

  test.each(PATHS)('/admin%s is accessible, and within the window', async (path) => {
    const at = path.replace(/:(\w+)/, (_, name: string) => refs[name]!);
    const response = await page.goto(`${app.url}/admin${at}`);
    expect(response!.status()).toBe(200);
    expect(await axeFaultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
