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

/** Of each element with words of its own. A picture's texts are as large as the picture. */
const textSizesOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *:not(svg *, script, noscript, option, .unseen)')]
      .filter((each) =>
        [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim()),
      )
      .map((each) => ({
        html: each.outerHTML.slice(0, 120),
        px: Number.parseFloat(getComputedStyle(each).fontSize),
      })),
  );

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
    await page.evaluate(() => {
      const hasWords = ({ childNodes }: Element) =>
        [...childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim());
      [...document.querySelectorAll('main p')].find(hasWords)?.setAttribute('data-words', '');
    });
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

  test('is written in the browser’s text size', async () => {
    const { page } = await visit(place);
    const before = await textSizesOf(page);
    // What the size that a reader chose is to `rem`; a style of a page’s own would win over it.
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const fixed = (await textSizesOf(page)).filter(
      ({ px }, index) => Math.abs(px - 2 * before[index]!.px) > 0.1,
    );
    expect(before.length).toBeGreaterThan(0);
    expect(fixed).toEqual([]);
  });

  test('marks the current page and the edges of buttons and fields in forced colours', async () => {
    const { page } = await visit(place);
    await page.emulateMedia({ forcedColors: 'active' });
    const edgeless = await page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'nav [aria-current], .button, button:not(.link, .minor), main :is(input, select, textarea)',
        ),
      ]
        .filter((each) => each.checkVisibility() && !each.matches('[type=radio], [type=checkbox]'))
        .filter((each) => {
          const { borderBottomStyle, borderBottomWidth } = getComputedStyle(each);
          const least = each.matches('nav *') ? 3 : 1;
          return borderBottomStyle === 'none' || Number.parseFloat(borderBottomWidth) < least;
        })
        .map((each) => each.outerHTML.slice(0, 200)),
    );
    expect(edgeless).toEqual([]);
  });
});

test('paper begins with the page’s own words', async () => {
  const { page } = await visit({ world: 'demo', path: '/compute' });
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 });
  const whole = await page.evaluate(
    () =>
      [...document.querySelectorAll('body *')].filter(
        (each) =>
          getComputedStyle(each).breakInside !== 'auto' &&
          each.getBoundingClientRect().height > innerHeight,
      ).length,
  );
  // What is higher than a sheet and may not be broken goes to the next one, and leaves this one empty.
  expect(whole).toBe(0);
});

test('a chart alone on its page is no larger than beside another', async () => {
  const { page } = await visit({ world: 'demo', path: '/' });
  const sizeOf = () =>
    page.evaluate(
      () =>
        document.querySelector('#gpu-chart-title')!.closest('svg')!.getBoundingClientRect().width /
        544,
    );
  expect(await sizeOf()).toBeLessThan(1.2);
  await page.evaluate(() => document.querySelector('.charts > div')!.remove());
  expect(await sizeOf()).toBeLessThan(1.2);
});

test.each([320, 390, 1280])(
  'a chart’s figures are a fold away as a table, %i pixels wide',
  async (width) => {
    const { page } = await visit({ world: 'demo', path: '/' }, { width });
    // Each is drawn for broad windows and for phones.
    const drawn = await isVisible(page, '.charts svg');
    expect([drawn.length, drawn.filter(Boolean).length]).toEqual([4, 2]);
    await page.locator('#money-chart-fold > summary').press('Enter');
    expect(await isVisible(page, '.charts table')).toEqual([true, false]);
  },
);

test('Korean breaks between words, everything else where it must', async () => {
  const { page } = await visit({ world: 'crowd', path: '/signatories' });
  const breaks = page.locator('bdi:lang(ko)').first();
  expect(await breaks.evaluate((each) => getComputedStyle(each).wordBreak)).toBe('keep-all');
  expect(await page.locator('h1').evaluate((each) => getComputedStyle(each).wordBreak)).toBe(
    'normal',
  );
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
