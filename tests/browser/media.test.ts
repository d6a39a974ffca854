import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { inkOf } from './checks.ts';
import { isVisible } from './media.ts';

const { visit } = useBrowser();

test('a fold opens by the keyboard', async () => {
  const { page } = await visit({ world: 'demo', path: '/' });
  await page.locator('#what-counts-fold > summary').focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('#what-counts').isVisible()).toBe(true);
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
