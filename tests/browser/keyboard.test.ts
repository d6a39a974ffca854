import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { contrast, openFolds } from './checks.ts';
import { PAGES } from './pages.ts';

const { visit } = useBrowser();

const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary';

/** What the keyboard must reach, in the order in which it stands in the page. */
const controlsOf = (page: Page): Promise<string[]> =>
  page.evaluate(
    (controls) =>
      [...document.querySelectorAll<HTMLElement>(controls)]
        .filter((control) => control.checkVisibility() && !control.matches(':disabled'))
        // Out of reach on purpose; and of radios Tab meets the one that is chosen, or the first.
        .filter(
          (control) =>
            control.tabIndex >= 0 &&
            !control.matches(
              '[type=radio]:not(:checked, [role=radiogroup]:not(:has(:checked)) > :nth-child(1 of .choice) > *)',
            ),
        )
        .map((control) => control.outerHTML),
    CONTROLS,
  );

/** Where the keyboard is: null outside of the page. */
const stopOf = (page: Page) =>
  page.evaluate((controls) => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const outside = Math.max(-left, right - innerWidth, -top, bottom - innerHeight);
    return {
      html: focused.outerHTML,
      // A table wider than its place is a stop as well: else its end could not be read.
      isControl: focused.matches(controls),
      outline: { style: outlineStyle, px: Number.parseFloat(outlineWidth), color: outlineColor },
      paper: getComputedStyle(document.documentElement).backgroundColor,
      /** Pixels that are out of view. */
      hidden: Math.max(0, Math.floor(outside)),
    };
  }, CONTROLS);

/** Presses Tab until the page is left. Answers the controls met; each must show its focus. */
async function walk(page: Page, most: number): Promise<string[]> {
  const met: string[] = [];
  for (let presses = 0; presses <= most; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await stopOf(page);
    if (stop === null) break;
    const { html, outline, paper } = stop;
    expect(outline.style, html).not.toBe('none');
    expect(outline.px, html).toBeGreaterThanOrEqual(2);
    expect(contrast(outline.color, paper), html).toBeGreaterThanOrEqual(3);
    // The page may be on its way there.
    if (stop.hidden > 0) {
      await expect.poll(async () => (await stopOf(page))?.hidden, { message: html }).toBe(0);
    }
    if (stop.isControl) met.push(html);
  }
  return met;
}

describe.each(PAGES)('$name', (place) => {
  test.each([
    { width: 390, colorScheme: 'dark', folds: 'open' },
    { width: 1280, colorScheme: 'light', folds: 'closed' },
  ] as const)(
    'is walked by Tab at $width px, $colorScheme, folds $folds',
    async ({ folds, ...view }) => {
      const { page } = await visit(place, view);
      // Else the next stop is still on its way into view.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      if (folds === 'open') await openFolds(page);
      const controls = await controlsOf(page);
      expect(await walk(page, controls.length + 10)).toEqual(controls);
    },
  );
});

describe.each(PAGES)('$name', (place) => {
  test('begins with a way past its navigation, if it has one', async () => {
    const { page } = await visit(place);
    if ((await page.locator('header nav').count()) === 0) return;
    await page.keyboard.press('Tab');
    expect(await page.locator('.skip:focus').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator('header :focus').count()).toBe(0);
  });
});

test('a fold opens by the keyboard', async () => {
  const { page } = await visit({ world: 'demo', path: '/' });
  await page.locator('#what-counts-fold > summary').focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('#what-counts').isVisible()).toBe(true);
});
