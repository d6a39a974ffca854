import type { Page, Request } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { atDesk } from '../support/desk.ts';
import { sendLook, SVG } from '../support/look.ts';
import { fontsOf } from './media.ts';

const { visit, world: appOf } = useBrowser();

const MOST_BYTES = 100 * 1024;
const MOST_SCRIPT_BYTES = 10 * 1024;

const FAMILIES = { sans: 'Inter', serif: 'Source Serif' };

/** Bytes over the wire, with their headers, by what they are; and what is largest of what is seen. */
async function loadOf(path: string) {
  const asked: Request[] = [];
  const { page } = await visit(
    { world: 'demo', path },
    { before: async (opened) => void opened.on('request', (request) => asked.push(request)) },
  );
  await page.waitForLoadState('networkidle');
  const weight: Record<string, number> = { all: 0, script: 0, font: 0 };
  for (const request of asked) {
    // oxlint-disable-next-line no-await-in-loop
    const { responseBodySize, responseHeadersSize } = await request.sizes();
    const bytes = responseBodySize + responseHeadersSize;
    weight[request.resourceType()] = (weight[request.resourceType()] ?? 0) + bytes;
    weight['all']! += bytes;
  }
  const largest = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        new PerformanceObserver((list) => {
          const { element } = list.getEntries().at(-1) as unknown as { element: Element | null };
          resolve((element?.closest('main') ? element.tagName : element?.outerHTML) ?? 'gone');
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  return { all: weight['all']!, script: weight['script']!, font: weight['font']!, largest };
}

test('the first load of the demonstration is at most 100 KB, and 10 KB of script', async () => {
  const { all, script, font } = await loadOf('/');
  expect(font).toBeGreaterThan(20 * 1024);
  expect(all).toBeLessThanOrEqual(MOST_BYTES);
  expect(script).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
});

/** Puts words on a page, and tells in which fonts they are drawn. */
async function drawn(page: Page, text: string, family: keyof typeof FAMILIES) {
  await page.evaluate(
    ([words, name]) => {
      document.querySelector('#drawn')?.remove();
      const element = document.createElement('p');
      element.id = 'drawn';
      element.textContent = words!;
      element.style.fontFamily = `var(--${name})`;
      document.querySelector('main')!.append(element);
    },
    [text, family],
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return fontsOf(page, '#drawn');
}

test.each([
  ['sans', '$€£¥₩₪₫₱₹'],
  ['serif', '$€£¥₩₫₱₹'],
] as const)('the %s fonts have figures, signs and accents', async (family, signs) => {
  const { page } = await visit({ world: 'demo', path: '/' });
  for (const text of ['0123456789.,%−–…“”’·', signs, 'Zoë Łódź Ștefan Ağaoğlu']) {
    const fonts = await drawn(page, text, family);
    expect([text, fonts.length > 0, fonts.filter(({ isCustomFont }) => !isCustomFont)]).toEqual([
      text,
      true,
      [],
    ]);
  }
});

test.each(['홍길동 재단', 'مؤسسة', 'x̂ q̣̂'])(
  '%s is drawn in the reader’s own fonts',
  async (text) => {
    const { page } = await visit({ world: 'demo', path: '/' });
    const glyphs = (await drawn(page, text, 'sans')).reduce(
      (sum, font) => sum + font.glyphCount,
      0,
    );
    expect(glyphs).toBeGreaterThan(2);
  },
);

test('figures are as wide as one another where they are in columns', async () => {
  const { page } = await visit({ world: 'demo', path: '/' });
  const widths = await page.evaluate(() =>
    ['tabular-nums', 'proportional-nums'].map((figures) =>
      ['1111', '0000', '4747'].map((text) => {
        const element = document.createElement('span');
        Object.assign(element.style, { fontVariantNumeric: figures, fontFamily: 'var(--sans)' });
        element.textContent = text;
        document.querySelector('main')!.append(element);
        return element.getBoundingClientRect().width;
      }),
    ),
  );
  const [tabular, proportional] = widths.map((each) => new Set(each).size);
  expect(tabular).toBe(1);
  expect(proportional).toBeGreaterThan(1);
});

test('the first load of /about with a logo is as small, and its title is what is largest on it', async () => {
  const app = await appOf('demo');
  const about =
    '## Who we are\n\nWe build open models, and everybody can check what we were given.';
  await sendLook(app, await atDesk(app), 'send', { about, file: SVG });
  await app.publicCache.refresh();
  const { all, script, largest } = await loadOf('/about');
  expect(all).toBeLessThanOrEqual(MOST_BYTES);
  expect(script).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
  expect(largest).toBe('H1');
});
