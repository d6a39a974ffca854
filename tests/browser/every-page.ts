import type { Page, Request } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { NO_MEDIA, useBrowser } from '../support/browser.ts';
import {
  axeFaultsOf,
  chartFaultsOf,
  chartsOf,
  headOf,
  overflowOf,
  setFolds,
  setInTheDark,
} from './checks.ts';
import { controlsOf, walk } from './keyboard.ts';
import {
  edgelessOf,
  fontsOf,
  isVisible,
  markWords,
  strangeWeightsOf,
  textSizesOf,
} from './media.ts';
import type { PublicPage } from './pages.ts';

const MAX_SCRIPT_BYTES = 10 * 1024;
const HEIGHT = 844;
const PHONE = 390;
const DESKTOP = 1280;
/** The narrowest that WCAG asks for (1.4.10), and both sides of each width at which a layout changes. */
const WIDTHS = [320, 390, 719, 720, 1079, 1080, 1280, 1920];

interface Shown {
  width?: number;
  folds?: 'closed' | 'open';
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active';
}

/** Shows a page as it was when it was opened, in another view; the keyboard begins at its top. */
async function show(page: Page, { width = DESKTOP, folds = 'closed', ...media }: Shown) {
  await page.setViewportSize({ width, height: HEIGHT });
  await page.emulateMedia({
    ...NO_MEDIA,
    // Else what the keyboard comes to is still on its way into view.
    reducedMotion: 'reduce',
    colorScheme: 'light',
    ...media,
  });
  await setFolds(page, folds);
  await page.evaluate(() => {
    const { body } = document;
    body.tabIndex = -1;
    body.focus();
    body.blur();
    body.removeAttribute('tabindex');
    scrollTo(0, 0);
  });
}

const bodyOf = async (page: Page): Promise<string> => {
  const body = await page.evaluate(() => document.body.outerHTML);
  // Each page of a form has a key of its own.
  return body.replace(/(?<=name="key" value=")[^"]*/, '');
};

/** Colours change no word: that the dark look sets nothing else is looked at below. */
async function expectReadable(page: Page, place: PublicPage): Promise<void> {
  for (const width of [PHONE, DESKTOP]) {
    await page.setViewportSize({ width, height: HEIGHT });
    const text = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ');
    for (const words of place.says) expect(text, `${width} px`).toContain(words);
    const charts = width === PHONE ? place.phoneCharts : place.charts;
    expect(await chartsOf(page), `${width} px`).toBe(charts ?? 0);
  }
}

/** All that every page must be. One opening of each serves most of it, for opening costs more than looking. */
export function testPages(places: PublicPage[]): void {
  const { visit, useVisit } = useBrowser();

  describe.each(places)('$name', (place) => {
    const asked: Request[] = [];
    const opened = useVisit(place, {
      before: async (fresh) => void fresh.on('request', (request) => asked.push(request)),
    });
    let page: Page;
    beforeEach(() => void ({ page } = opened));

    // These two begin where the page does: the others show it anew.
    test('says what it is, and the same without script', async () => {
      expect(opened.response.status()).toBe(place.status ?? 200);
      expect(await headOf(page)).toEqual({
        lang: 'en',
        title: expect.stringMatching(/\S/),
        description: expect.stringMatching(/\S/),
        h1s: 1,
      });
      const { page: scriptless } = await visit(place, { script: false });
      // So what axe finds with script, it would find without; it cannot run there.
      expect(await bodyOf(page)).toBe(await bodyOf(scriptless));
      await expectReadable(page, place);
      await expectReadable(scriptless, place);
    });

    test('is walked by Tab, on a desktop and on a phone with open folds in the dark', async () => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const closed = await controlsOf(page);
      expect(await walk(page, closed.length + 10)).toEqual(closed);
      await show(page, { width: PHONE, folds: 'open', colorScheme: 'dark' });
      const open = await controlsOf(page);
      expect(await walk(page, open.length + 10)).toEqual(open);
    });

    test('needs at most 10 KB of script, brings its own fonts, and is printed dark on white, unfolded', async () => {
      await show(page, { colorScheme: 'dark' });
      // What scripts ask for when they begin has been asked for by then.
      await page.evaluate(
        () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 })),
      );
      const of = (type: string) => asked.filter((request) => request.resourceType() === type);
      const sizes = await Promise.all(of('script').map((request) => request.sizes()));
      const total = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
      const fonts = of('font').map((request) => new URL(request.url()).pathname);
      expect(total).toBeLessThanOrEqual(MAX_SCRIPT_BYTES);
      expect(total > 0).toBe((await page.locator('script').count()) > 0);
      expect(await page.locator('script:not([src])').count()).toBe(0);
      expect(fonts).toEqual(expect.arrayContaining([expect.stringMatching(/^\/assets\/inter-/)]));
      await markWords(page);
      for (const selector of ['h1', 'main p[data-words]']) {
        const own = (await fontsOf(page, selector)).map(({ isCustomFont }) => isCustomFont);
        expect(own, selector).toContain(true);
      }
      await page.emulateMedia({ media: 'print' });
      // What can only be clicked is left out.
      expect(await isVisible(page, 'nav, .skip')).not.toContain(true);
      expect(await isVisible(page, 'details:not(.menu) > :not(summary)')).not.toContain(false);
      const colors = await page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.documentElement);
        return { backgroundColor, color };
      });
      expect(colors).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(0, 0, 0)' });
      expect(await isVisible(page, '.filter, .tabs, #refresh')).not.toContain(true);
    });

    test('is written in the browser’s text size, and in weights that the fonts have', async () => {
      await show(page, {});
      expect(await strangeWeightsOf(page)).toEqual([]);
      const before = await textSizesOf(page);
      // What the size that a reader chose is to `rem`; a style of a page’s own would win over it.
      const setSize = (size: string) =>
        page.evaluate((value) => {
          document.documentElement.style.fontSize = value;
        }, size);
      await setSize('200%');
      const fixed = (await textSizesOf(page)).filter(
        ({ px }, index) => Math.abs(px - 2 * before[index]!.px) > 0.1,
      );
      await setSize('');
      expect(before.length).toBeGreaterThan(0);
      expect(fixed).toEqual([]);
    });

    test('marks the current page and the edges of buttons and fields in forced colours', async () => {
      await show(page, { forcedColors: 'active' });
      expect(await edgelessOf(page)).toEqual([]);
    });

    test('fits every window, its folds closed and open', async () => {
      await show(page, {});
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        for (const folds of ['closed', 'open'] as const) {
          await setFolds(page, folds);
          const faults = [...(await overflowOf(page)), ...(await chartFaultsOf(page))];
          expect(faults, `${width} px, folds ${folds}`).toEqual([]);
        }
      }
    });

    test('is accessible in each look, its folds closed and open, and on paper', async () => {
      // The dark look is the light one in other colours, and an open fold hides nothing that is seen
      // when it is closed: what would be found a second time is not looked for.
      expect(await setInTheDark(page)).toEqual([]);
      const folds = page.locator('details').filter({ visible: true });
      for (const width of [PHONE, DESKTOP]) {
        await show(page, { width });
        // The menu is a fold on a phone alone.
        if ((await folds.count()) > 0)
          expect(await axeFaultsOf(page, 'others'), `${width} px`).toEqual([]);
        await setFolds(page, 'open');
        expect(await axeFaultsOf(page), `${width} px, folds open`).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        const faults = await axeFaultsOf(page, 'colours');
        expect(faults, `${width} px, folds open, dark`).toEqual([]);
      }
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await axeFaultsOf(page), 'on paper').toEqual([]);
    });

    test('has one navigation of the website at a time, and begins with a way past it', async () => {
      const name = { name: 'Pages', exact: true } as const;
      const navigations = page.getByRole('navigation', name);
      const menu = page.locator('.menu > summary');
      const hasMenu = (await menu.count()) > 0;
      for (const width of [320, 719, 720, 1280]) {
        await show(page, { width });
        const isPhone = hasMenu && (await menu.isVisible());
        expect(isPhone, `${width} px`).toBe(hasMenu && width < 720);
        expect(await navigations.count(), `${width} px`).toBe(hasMenu && !isPhone ? 1 : 0);
        if (!isPhone) continue;
        await menu.press('Enter');
        expect(await navigations.count()).toBe(1);
        await page.keyboard.press('Tab');
        expect(await page.locator('.menu nav a:focus').count()).toBe(1);
        await page.setViewportSize({ width: DESKTOP, height: HEIGHT });
        expect(await navigations.count()).toBe(1);
      }
      if ((await page.locator('header nav').count()) === 0) return;
      await show(page, {});
      // Before anything else, a banner included.
      await page.keyboard.press('Tab');
      expect(await page.locator('.skip:focus').isVisible()).toBe(true);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.locator('header :focus').count()).toBe(0);
    });
  });
}
