import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import {
  axeFaultsOf,
  chartFaultsOf,
  chartsOf,
  headOf,
  openFolds,
  overflowOf,
  setInTheDark,
} from './checks.ts';
import { PAGES, type PublicPage } from './pages.ts';

const { visit } = useBrowser();

const HEIGHT = 844;
const PHONE = 390;
const DESKTOP = 1280;
const LOOKS = [PHONE, DESKTOP].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);
/** The narrowest that WCAG asks for (1.4.10), and both sides of each width at which a layout changes. */
const WIDTHS = [320, 390, 719, 720, 1079, 1080, 1280, 1920];

/** Shows the page on a phone and a desktop, light and dark, and calls `check` with the look's name. */
async function inEachLook(
  page: Page,
  check: (look: string, width: number, colorScheme: 'light' | 'dark') => Promise<void>,
) {
  for (const { width, colorScheme } of LOOKS) {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.emulateMedia({ colorScheme });
    await check(`${width} px, ${colorScheme}`, width, colorScheme);
  }
}

async function expectReadable(page: Page, place: PublicPage): Promise<void> {
  await inEachLook(page, async (look, width) => {
    const text = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ');
    for (const words of place.says) expect(text, look).toContain(words);
    const charts = width === PHONE ? place.phoneCharts : place.charts;
    expect(await chartsOf(page), look).toBe(charts ?? 0);
  });
}

describe.each(PAGES)('$name', (place) => {
  test('says what it is, and the same without script', async () => {
    const { page, response } = await visit(place);
    expect(response.status()).toBe(place.status ?? 200);
    expect(await headOf(page)).toEqual({
      lang: 'en',
      title: expect.stringMatching(/\S/),
      description: expect.stringMatching(/\S/),
      h1s: 1,
    });
    const { page: scriptless } = await visit(place, { script: false });
    const bodies = [scriptless, page].map(async (each) => {
      const body = await each.evaluate(() => document.body.outerHTML);
      // Each page of a form has a key of its own.
      return body.replace(/(?<=name="key" value=")[^"]*/, '');
    });
    const [plain, withScript] = await Promise.all(bodies);
    // So what axe finds with script, it would find without; it cannot run there.
    expect(withScript).toBe(plain);
    await expectReadable(page, place);
    await expectReadable(scriptless, place);
  });

  test('is accessible in each look, its folds closed and open, and on paper', async () => {
    const { page } = await visit(place);
    // The dark look is the light one in other colours, and an open fold hides nothing that is seen
    // when it is closed: what would be found a second time is not looked for.
    expect(await setInTheDark(page)).toEqual([]);
    if ((await page.locator('details').count()) > 0) {
      for (const width of [PHONE, DESKTOP]) {
        await page.setViewportSize({ width, height: HEIGHT });
        expect(await axeFaultsOf(page, 'others'), `${width} px`).toEqual([]);
      }
      await openFolds(page);
    }
    await inEachLook(page, async (look, _width, colorScheme) => {
      const rules = colorScheme === 'dark' ? 'colours' : 'all';
      expect(await axeFaultsOf(page, rules), `${look}, folds open`).toEqual([]);
    });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await axeFaultsOf(page), 'on paper').toEqual([]);
  });

  test('fits every window, its folds closed and open', async () => {
    const { page } = await visit(place);
    for (const folds of ['closed', 'open']) {
      if (folds === 'open') await openFolds(page);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        const faults = [...(await overflowOf(page)), ...(await chartFaultsOf(page))];
        expect(faults, `${width} px, folds ${folds}`).toEqual([]);
      }
    }
  });
});
