import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { contrast } from './checks.ts';

const CONTROLS = 'a[href], button, input:not([type=hidden]), select, textarea, summary';

/** What the keyboard must reach, in the order in which it stands in the page. */
export const controlsOf = (page: Page): Promise<string[]> =>
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
    const isHeard = 'stops' in globalThis;
    Object.assign(globalThis, { stops });
    if (isHeard) return;
    const noted = () => (globalThis as unknown as { stops: typeof stops }).stops;
    document.addEventListener('focusin', ({ target }) => {
      const focused = target as HTMLElement;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
      noted().push({
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
      noted().at(-1)!.hidden = Math.max(0, Math.floor(outside));
      if (relatedTarget === null) noted().push(null);
    });
  }, CONTROLS);

const stopsOf = (page: Page): Promise<(Stop | null)[]> =>
  page.evaluate(() => (globalThis as unknown as { stops: (Stop | null)[] }).stops);

/** Presses Tab until the page is left. Answers the controls met; each must show its focus. */
export async function walk(page: Page, most: number): Promise<string[]> {
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
