import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { AGREEMENT, fundingPledge, move, publishedSignatory } from '../support/actors.ts';
import { useBrowser } from '../support/browser.ts';

// Its pages have clocks of their own, and ask whether what they have is still new.
const { visit, world } = useBrowser({ isReused: false });

const PLACE = { world: 'fresh', path: '/' } as const;
const PROGRESS = '/api/v1/progress';

const open = () => visit(PLACE, { before: (page) => page.clock.install() });

/**
 * Lets time pass until the page has asked once more. It asks again only when it is done with the
 * answer before: what follows on one round has happened once the next one has been asked.
 */
async function nextRound(page: Page): Promise<void> {
  const answer = page.waitForResponse((response) => response.url().endsWith(PROGRESS));
  do {
    await page.clock.runFor(1_000);
  } while (!(await Promise.race([answer, sleep(20)])));
}

/** Agrees in writing to 1,000 dollars. */
async function agree(name: string): Promise<void> {
  const app = await world('fresh');
  const ref = await fundingPledge(app, await publishedSignatory(app, { name }));
  expect((await move(app, ref, 'commit', { evidence: AGREEMENT })).status).toBe(201);
  await app.publicCache.refresh();
}

/** Marks what a swap would replace, and keeps what is announced. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const announcement = document.getElementById('announcement')!;
    const heard: string[] = [];
    new MutationObserver(() => heard.push(announcement.textContent)).observe(announcement, {
      childList: true,
    });
    Object.assign(window, { heard, main: document.querySelector('main') });
  });

const seen = (page: Page) =>
  page.evaluate(() => {
    const { heard, main } = window as unknown as { heard: string[]; main: Element };
    return {
      heard,
      isSwapped: document.querySelector('main') !== main,
      headline: document.querySelector('.figure h2')?.textContent,
      updated: document.getElementById('updated')?.textContent ?? '',
    };
  });

test('an open page takes new figures in, keeps its fold and its focus, and says so once', async () => {
  const { page } = await open();
  await watch(page);
  const fold = page.locator('#what-counts-fold');
  await fold.locator('summary').click();
  expect((await seen(page)).headline).toMatch(/^\$0 secured so far/);

  await agree('Bo Example');
  await nextRound(page);
  await expect.poll(async () => (await seen(page)).isSwapped).toBe(true);

  const { headline, heard, updated } = await seen(page);
  expect(headline).toMatch(/^\$1,000 secured/);
  expect(heard).toEqual([updated]);
  expect(await fold.locator('table').first().isVisible()).toBe(true);
  expect(await fold.locator('summary').evaluate((element) => element.matches(':focus'))).toBe(true);

  await nextRound(page);
  await nextRound(page);
  expect((await seen(page)).heard).toEqual([updated]);
});

test('an unchanged page costs answers without a body, and nothing is drawn again', async () => {
  const { page } = await open();
  const answers: Promise<string>[] = [];
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    const size = request.sizes().then(({ responseBodySize }) => responseBodySize);
    answers.push(size.then((bytes) => `${pathname} ${bytes > 0 ? 'whole' : 'unchanged'}`));
  });
  // A reload cuts off what is still on its way.
  await page.waitForLoadState('networkidle');
  answers.length = 0;
  await page.reload();
  await watch(page);
  for (let round = 0; round < 4; round += 1) await nextRound(page);
  const asked = (await Promise.all(answers)).filter((answer) => !answer.startsWith('/assets/'));
  const [document, first, ...later] = asked;
  expect([document, first]).toEqual(['/ unchanged', `${PROGRESS} whole`]);
  expect(later.length).toBeGreaterThan(1);
  expect(new Set(later)).toEqual(new Set([`${PROGRESS} unchanged`]));
  expect(await seen(page)).toMatchObject({ heard: [], isSwapped: false });
});

test('a selection is not taken away; once it is gone, the new figures come', async () => {
  const { page } = await open();
  await watch(page);
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('h1')!));
  await agree('Dee Example');
  await nextRound(page);
  await nextRound(page);
  expect((await seen(page)).isSwapped).toBe(false);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await nextRound(page);
  await expect.poll(async () => (await seen(page)).isSwapped).toBe(true);
});

const focused = (page: Page) =>
  page.evaluate(() => {
    const { textContent, parentElement } = document.activeElement!;
    return [parentElement?.closest('header, main, footer')?.localName, textContent];
  });

test('the focus stays on its link, and goes to none of the navigation with the same address', async () => {
  const { page } = await open();
  await watch(page);
  await agree('Ada Example');
  await nextRound(page);
  const link = page.locator('main a[href="/pledges"]');
  await link.focus();
  const before = await focused(page);
  expect(before[0]).toBe('main');
  await watch(page);
  await agree('Gil Example');
  await nextRound(page);
  await expect.poll(async () => (await seen(page)).isSwapped).toBe(true);
  expect(await focused(page)).toEqual(before);
});

test('the keyboard pauses the updates, a reload keeps them paused, and the button resumes them', async () => {
  const { page } = await open();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.getByRole('button', { name: 'Pause updates' }).press('Enter');
  await page.reload();
  await watch(page);
  asked.length = 0;
  await agree('Eve Example');
  await page.clock.runFor(60_000);
  expect(asked).toEqual([]);
  const resume = page.getByRole('button', { name: 'Resume updates' });
  await resume.press('Space');
  await nextRound(page);
  await expect.poll(async () => (await seen(page)).isSwapped).toBe(true);
  expect(await focused(page)).toEqual(['main', 'Pause updates']);
});
