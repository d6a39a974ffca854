import type { Page, Request } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { inkOf } from './checks.ts';
import { PAGES } from './pages.ts';

const { visit } = useBrowser();

const MAX_SCRIPT_BYTES = 10 * 1024;

const isVisible = (page: Page, selector: string): Promise<boolean[]> =>
  page.locator(selector).evaluateAll((all) => all.map((each) => each.checkVisibility()));

/** The fonts in which the browser draws the first such element's own text. */
async function fontsOf(page: Page, selector: string) {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  return fonts;
}

describe.each(PAGES)('$name', (place) => {
  test('needs at most 10 KB of script, brings its own fonts, and is printed dark on white, unfolded', async () => {
    const asked: Request[] = [];
    const { page } = await visit(place, {
      colorScheme: 'dark',
      before: async (opened) => {
        opened.on('request', (request) => asked.push(request));
      },
    });
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
    for (const selector of ['h1', 'main p']) {
      const own = (await fontsOf(page, selector)).map(({ isCustomFont }) => isCustomFont);
      expect(own, selector).toContain(true);
    }
    await page.emulateMedia({ media: 'print' });
    // What can only be clicked is left out.
    expect(await isVisible(page, 'nav, .skip')).not.toContain(true);
    expect(await isVisible(page, 'details > :not(summary)')).not.toContain(false);
    const colors = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.documentElement);
      return { backgroundColor, color };
    });
    expect(colors).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(0, 0, 0)' });
  });
});

test('nothing moves for whoever wants no motion', async () => {
  const { page } = await visit({ world: 'demo', path: '/' });
  const moving = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const style = getComputedStyle(element);
          const durations = `${style.transitionDuration}, ${style.animationDuration}`;
          return style.scrollBehavior === 'smooth' || /[1-9]/.test(durations);
        })
        .map((element) => element.tagName),
    );
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await moving()).toEqual(['HTML']);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving()).toEqual([]);
});

describe.each(['demo', 'bloom', 'crowd'] as const)('the stages in the bars of %s', (world) => {
  test.each([
    { colorScheme: 'light', forcedColors: 'none' },
    { colorScheme: 'dark', forcedColors: 'none' },
    { colorScheme: 'light', forcedColors: 'active' },
    { colorScheme: 'dark', forcedColors: 'active' },
  ] as const)(
    'differ by pattern alone: $colorScheme, forced colours $forcedColors',
    async (media) => {
      const { page } = await visit({ world, path: '/' });
      await page.emulateMedia(media);
      const bars = await inkOf(page, '.bar');
      expect(bars.length).toBeGreaterThan(0);
      for (const { solid, hatched, dotted, waiting } of bars) {
        if (solid !== undefined) expect(solid).toBeGreaterThan(0.9);
        if (hatched !== undefined) expect([hatched > 0.25, hatched < 0.75]).toEqual([true, true]);
        if (dotted !== undefined) expect([dotted > 0.03, dotted < 0.2]).toEqual([true, true]);
        if (waiting !== undefined) expect([waiting > 0.03, waiting < 0.25]).toEqual([true, true]);
      }
    },
  );
});
