import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as people from '../../server/db/people.ts';
import { useBrowser } from '../support/browser.ts';
import { axeFaultsOf, overflowOf } from './checks.ts';

const { visit, world } = useBrowser();

const WIDTHS = [320, 390, 720, 1280];
const SCRIPT = [{ script: true }, { script: false }];

const field = (page: Page, name: string, value = '') =>
  page.locator(`[name="${name}"]${value && `[value="${value}"]`}`);

/** What a click leads to may still be on its way. */
const expectTitle = (page: Page, title: string) =>
  expect.poll(() => page.locator('h1').innerText()).toBe(title);

const goOn = (page: Page) => page.locator('.actions button').first().click();

/** A page fits each window and is accessible in each; axe needs script. */
async function expectSound(page: Page, script: boolean): Promise<void> {
  const title = await page.title();
  for (const [index, width] of WIDTHS.entries()) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: index % 2 === 0 ? 'light' : 'dark' });
    expect(await overflowOf(page), `${title}, ${width} px`).toEqual([]);
    if (script) expect(await axeFaultsOf(page), `${title}, ${width} px`).toEqual([]);
  }
}

async function fillYou(page: Page): Promise<void> {
  await field(page, 'name').fill('Ada Example');
  await field(page, 'email').fill('ada@example.org');
  await field(page, 'affiliation').fill('Example University');
  await field(page, 'country').selectOption('NO');
  await field(page, 'statement').fill('For open models.');
  await field(page, 'adult').check();
  await field(page, 'notice').check();
}

const ADA = {
  kind: 'person',
  name: 'Ada Example',
  email: 'ada@example.org',
  affiliation: 'Example University',
  country: 'NO',
  statement: 'For open models.',
  public: true,
  adult: true,
};

/** What the last sign-up held, which is then forgotten. */
async function signedUp(): Promise<unknown> {
  const { ctx } = await world('fresh');
  const [row] = await ctx.db.delete(people.signUp).returning();
  return row?.input;
}

test.each(SCRIPT)('signs and pledges GPUs, by rows, $script', async ({ script }) => {
  const { page } = await visit({ world: 'fresh', path: '/sign?pledge=compute' }, { script });
  await fillYou(page);
  await goOn(page);
  await expectTitle(page, 'Pledge GPUs');
  expect(await field(page, 'pledge.windows.gpuHours').isVisible()).toBe(false);
  await field(page, 'pledge.site').fill('Oslo');
  await field(page, 'pledge.windows.0.gpus').fill('256');
  await field(page, 'pledge.windows.0.from').fill('2027-04-01');
  await field(page, 'pledge.windows.0.to').fill('2027-09-30');
  await field(page, 'pledge.windows.0.availability').fill('95');
  const hours = '1,068,134.40 GPU-hours';
  const workedOut = page.locator('#worked-out');
  expect(await workedOut.innerText()).toBe(script ? hours : '');
  await page.getByRole('button', { name: 'Add a row' }).click();
  expect(await workedOut.innerText()).toBe(hours);
  await field(page, 'pledge.windows.1.gpus').fill('512');
  await field(page, 'pledge.windows.1.from').fill('2027-10-01');
  await field(page, 'pledge.windows.1.to').fill('2027-12-31');
  await expectSound(page, script);
  // Enter in a field goes on: it adds no row.
  await field(page, 'pledge.windows.1.gpus').press('Enter');
  await page.getByText('You plan to give').waitFor();
  await expectSound(page, script);
  await goOn(page);
  await page.waitForURL(`${new URL(page.url()).origin}/sign/sent`);
  expect(await signedUp()).toMatchObject({
    ...ADA,
    pledge: {
      kind: 'compute',
      site: 'Oslo',
      windows: [
        { gpus: 256, from: '2027-04-01', to: '2027-10-01', availability: '0.95' },
        { gpus: 512, from: '2027-10-01', to: '2028-01-01', availability: '1' },
      ],
    },
  });
});

test.each(SCRIPT)('signs and pledges money month by month, $script', async ({ script }) => {
  const { page } = await visit({ world: 'fresh', path: '/sign' }, { script });
  await fillYou(page);
  await field(page, 'gives', 'funding').check();
  await goOn(page);
  await expectTitle(page, 'Pledge money');
  expect(await field(page, 'pledge.schedule.times').isVisible()).toBe(false);
  await field(page, 'pledge.schedule.every', 'month').check();
  await field(page, 'pledge.amount').fill('1,200');
  await field(page, 'pledge.schedule.firstOn').fill('2027-03-01');
  await field(page, 'pledge.schedule.times').fill('12');
  await field(page, 'pledge.visibility', 'anonymous').check();
  await expectSound(page, script);
  await goOn(page);
  await page.getByText('12 monthly instalments of $100.00').waitFor();
  await page.getByRole('button', { name: 'Edit your pledge' }).click();
  expect(await field(page, 'pledge.schedule.times').inputValue()).toBe('12');
  await goOn(page);
  await page.getByText('12 monthly instalments of $100.00').waitFor();
  await goOn(page);
  await page.getByText('Look in the server’s outbox').waitFor();
  expect(await signedUp()).toMatchObject({
    ...ADA,
    pledge: {
      amount: '1200',
      schedule: { every: 'month', times: 12, firstOn: '2027-03-01' },
      visibility: 'anonymous',
    },
  });
});

test.each(SCRIPT)(
  'what is wrong is read first, and leads to its field, $script',
  async ({ script }) => {
    const { page } = await visit({ world: 'fresh', path: '/sign', status: 400 }, { script });
    await goOn(page);
    await page.getByText('Fix 5 answers').waitFor();
    expect(await page.locator('.errors').evaluate((each) => each === document.activeElement)).toBe(
      true,
    );
    await expectSound(page, script);
    await page.getByRole('link', { name: 'Your consent is missing' }).click();
    expect(new URL(page.url()).hash).toBe('#notice');
    await field(page, 'kind', 'organisation').check();
    expect(await field(page, 'affiliation').isVisible()).toBe(false);
  },
);

test.each(SCRIPT)('goes back to what was typed, $script', async ({ script }) => {
  const { page } = await visit({ world: 'fresh', path: '/sign?pledge=funding' }, { script });
  await fillYou(page);
  await goOn(page);
  await field(page, 'pledge.amount').fill('1200.50');
  await goOn(page);
  await page.getByText('You plan to give').waitFor();
  await page.goBack();
  await expectTitle(page, 'Pledge money');
  expect(await field(page, 'pledge.amount').inputValue()).toBe('1200.50');
  await page.goBack();
  await expectTitle(page, 'Sign');
  expect(await field(page, 'name').inputValue()).toBe('Ada Example');
  await page.goForward();
  expect(await field(page, 'pledge.amount').inputValue()).toBe('1200.50');
});
