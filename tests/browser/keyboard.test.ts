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

interface Stop {
  html: string;
  /** A table wider than its place is a stop as well: else its end could not be read. */
  isControl: boolean;
  outline: { style: string; px: number; color: string };
  paper: string;
  /** Pixels that were out of view when the keyboard went on. */
  hidden: number;
}

/** Has the page note where the keyboard stops; null where it leaves the page. */
const noteStops = (page: Page): Promise<void> =>
  page.evaluate((controls) => {
    const stops: (Stop | null)[] = [];
    Object.assign(globalThis, { stops });
    document.addEventListener('focusin', ({ target }) => {
      const focused = target as HTMLElement;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
      stops.push({
        html: focused.outerHTML,
        isControl: focused.matches(controls),
        outline: {
          style: outlineStyle,
          px: Number.parseFloat(outlineWidth),
          color: outlineColor,
        },
        paper: getComputedStyle(document.documentElement).backgroundColor,
        hidden: 0,
      });
    });
    document.addEventListener('focusout', ({ target, relatedTarget }) => {
      // By now the page has come to where the keyboard was.
      const { left, right, top, bottom } = (target as HTMLElement).getBoundingClientRect();
      const outside = Math.max(-left, right - innerWidth, -top, bottom - innerHeight);
      stops.at(-1)!.hidden = Math.max(0, Math.floor(outside));
      if (relatedTarget === null) stops.push(null);
    });
  }, CONTROLS);

const stopsOf = (page: Page): Promise<(Stop | null)[]> =>
  page.evaluate(() => (globalThis as unknown as { stops: (Stop | null)[] }).stops);

/** Presses Tab until the page is left. Answers the controls met; each must show its focus. */
async function walk(page: Page, most: number): Promise<string[]> {
  await noteStops(page);
  const session = await page.context().newCDPSession(page);
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  // One after another, without a look between them.
  const presses = Array.from({ length: most }, () => [
    session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...tab }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...tab }),
  ]);
  await Promise.all(presses.flat());
  await session.detach();
  const stops = await stopsOf(page);
  const met: string[] = [];
  for (const stop of stops.slice(0, stops.indexOf(null))) {
    const { html, outline, paper, isControl, hidden } = stop!;
    expect(outline.style, html).not.toBe('none');
    expect(outline.px, html).toBeGreaterThanOrEqual(2);
    expect(contrast(outline.color, paper), html).toBeGreaterThanOrEqual(3);
    expect(hidden, html).toBe(0);
    if (isControl) met.push(html);
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
    // Before anything else, a banner included.
    await page.keyboard.press('Tab');
    expect(await page.locator('.skip:focus').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator('header :focus').count()).toBe(0);
  });
});

describe.each(PAGES)('$name', (place) => {
  test.each([320, 719, 720, 1280])(
    'has one navigation of the website at a time, %i pixels wide',
    async (width) => {
      const { page } = await visit(place, { width });
      const name = { name: 'Pages', exact: true } as const;
      const menu = page.locator('.menu > summary');
      const hasMenu = (await menu.count()) > 0;
      const isPhone = hasMenu && (await menu.isVisible());
      expect(isPhone).toBe(hasMenu && width < 720);
      expect(await page.getByRole('navigation', name).count()).toBe(hasMenu && !isPhone ? 1 : 0);
      if (!isPhone) return;
      await menu.press('Enter');
      expect(await page.getByRole('navigation', name).count()).toBe(1);
      await page.keyboard.press('Tab');
      expect(await page.locator('.menu nav a:focus').count()).toBe(1);
      await page.setViewportSize({ width: 1280, height: 844 });
      expect(await page.getByRole('navigation', name).count()).toBe(1);
    },
  );
});

test('a fold opens by the keyboard', async () => {
  const { page } = await visit({ world: 'demo', path: '/' });
  await page.locator('#what-counts-fold > summary').focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('#what-counts').isVisible()).toBe(true);
});
