import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What a search engine, a screen reader and a tab of the browser call a page by. */
export const headOf = (page: Page) =>
  page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    description: document.querySelector<HTMLMetaElement>('meta[name=description]')?.content,
    h1s: document.querySelectorAll('h1').length,
  }));

/** Opens every fold, or leaves open what was open at first. */
export const setFolds = (page: Page, folds: 'closed' | 'open'): Promise<void> =>
  page.evaluate((state) => {
    for (const fold of document.querySelectorAll('details')) {
      const wasOpen = (fold.dataset['wasOpen'] ??= String(fold.open));
      fold.open = state === 'open' || wasOpen === 'true';
    }
  }, folds);

/** What is cut off, or sticks out of the window and makes the page scroll sideways. */
export async function overflowOf(page: Page): Promise<string[]> {
  await page.waitForLoadState();
  return page.evaluate(() => {
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 40)}"`;
    const scrolling = document.scrollingElement!;
    const visible = [...document.body.querySelectorAll('*')].filter(
      (element) => element.checkVisibility() && !element.closest('.unseen, .skip, svg *'),
    );
    const isWide = (element: Element): boolean => {
      const { left, right } = element.getBoundingClientRect();
      return left < -0.5 || right > innerWidth + 0.5;
    };
    const wide = visible.filter(
      (element) => isWide(element) && ![...element.children].some(isWide),
    );
    // On the narrowest phone a long value can't be seen whole: it scrolls in a field that takes all of its place.
    const isFull = (element: Element): boolean =>
      innerWidth < 390 &&
      element.matches('input') &&
      element.clientWidth >= element.parentElement!.clientWidth - 2;
    const cut = visible.filter((element) => {
      if (isFull(element)) return false;
      const { overflowX, overflowY } = getComputedStyle(element);
      const isCutting = (overflow: string): boolean => ['hidden', 'clip'].includes(overflow);
      return (
        (isCutting(overflowX) && element.scrollWidth > element.clientWidth) ||
        (isCutting(overflowY) && element.scrollHeight > element.clientHeight)
      );
    });
    // No figure is read right when its digits go on in the next line.
    const figures = document.createTreeWalker(
      document.querySelector('main')!,
      NodeFilter.SHOW_TEXT,
    );
    const broken: string[] = [];
    while (figures.nextNode()) {
      const text = figures.currentNode;
      if (!text.parentElement!.checkVisibility()) continue;
      for (const { 0: figure, index } of text.textContent!.matchAll(
        /(?<![\w-])(?:[$€£₩]\d[\d,.]*|\d{1,3}(?:,\d{3})+[\d.]*)/g,
      )) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + figure.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(`${figure} in ${name(text.parentElement!)} is broken`);
      }
    }
    return [
      ...broken,
      ...(scrolling.scrollWidth > innerWidth
        ? [`${scrolling.scrollWidth} px in a window of ${innerWidth}`, ...wide.map(name)]
        : []),
      ...cut.map((element) => `${name(element)} is cut off`),
    ];
  });
}

/** Rows and labels without a value. */
export const valuelessOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isSeen = (element: Element): boolean => element.checkVisibility();
    const cells = [...document.querySelectorAll('td[data-label]:not([data-label=""])')];
    const rows = [...document.querySelectorAll('tbody tr:has(td)')].filter(isSeen);
    return [
      ...cells.filter((cell) => isSeen(cell) && !cell.textContent && !cell.firstElementChild),
      ...rows.filter((row) => ![...row.querySelectorAll('td')].some(isSeen)),
    ].map((element) => element.outerHTML.slice(0, 120));
  });

/** Buttons of one name that nothing tells apart: no description, or one that nothing on the page has. */
export const namesakesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const buttons = [...document.querySelectorAll('main :is(button, summary)')].filter(
      (button) => !button.matches('[aria-hidden]'),
    );
    const nameOf = (button: Element) => button.ariaLabel ?? button.textContent;
    return buttons
      .filter((button) => {
        const alike = buttons.filter((other) => nameOf(other) === nameOf(button));
        const id = button.getAttribute('aria-describedby');
        if (id !== null && !document.getElementById(id)?.textContent) return true;
        return alike.length > 1 && id === null && !button.closest('tr');
      })
      .map((button) => button.outerHTML.slice(0, 120));
  });

/** Texts of pictures that stand outside of their picture, or on one another. */
export const chartFaultsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const overlap = (a: DOMRect, b: DOMRect): boolean =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const rectOf = (node: Node): DOMRect => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return range.getBoundingClientRect();
    };
    for (const svg of document.querySelectorAll('svg')) {
      if (!svg.checkVisibility()) continue;
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text, tspan')]
        .flatMap((text) => [...text.childNodes])
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => ({ text: node.textContent ?? '', rect: rectOf(node) }));
      for (const [index, { text, rect }] of texts.entries()) {
        const isInside =
          rect.left > frame.left - 1 &&
          rect.right < frame.right + 1 &&
          rect.top > frame.top - 1 &&
          rect.bottom < frame.bottom + 1;
        if (!isInside) faults.push(`"${text}" stands outside of its picture`);
        for (const other of texts.slice(index + 1)) {
          if (overlap(rect, other.rect)) faults.push(`"${text}" stands on "${other.text}"`);
        }
      }
    }
    return faults;
  });

export const chartsOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('svg[role=img]')].filter((svg) => svg.checkVisibility()).length,
  );

/** Every page reads it anew: the small one takes half of the time. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of axe that look at colours, and take half of its time. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
/** Off by default. */
const TARGETS = { 'target-size': { enabled: true } };

const RULES = {
  all: { rules: TARGETS },
  colours: { runOnly: OF_COLOURS },
  others: {
    rules: {
      ...TARGETS,
      ...Object.fromEntries(OF_COLOURS.map((rule) => [rule, { enabled: false }])),
    },
  },
} satisfies Record<string, axe.RunOptions>;

/**
 * What axe finds against WCAG 2.2 AA and its best practices. Its source is evaluated through the
 * protocol: a script tag would need the content security policy off.
 */
export async function axeFaultsOf(page: Page, of: keyof typeof RULES = 'all'): Promise<string[]> {
  // After a click the next page may be there, and its styles not yet.
  await page.waitForLoadState();
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (rules) =>
      (window as unknown as { axe: typeof axe }).axe.run({
        resultTypes: ['violations'],
        preload: false,
        ...rules,
      }),
    RULES[of],
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}: ${failureSummary}`),
  );
}

/**
 * What the dark look sets that is no colour, and null where the page has none: all else of it is as
 * it is in the light one.
 */
export const setInTheDark = (page: Page): Promise<string[] | null> =>
  page.evaluate(() => {
    const dark = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSMediaRule)
      .filter(({ conditionText }) => conditionText.includes('prefers-color-scheme'))
      .flatMap(({ cssRules }) => [...cssRules] as CSSStyleRule[]);
    const others = dark.flatMap(({ style }) =>
      [...style].filter(
        (name) => !name.startsWith('--') || !CSS.supports('color', style.getPropertyValue(name)),
      ),
    );
    return dark.length === 0 ? null : others;
  });

const luminance = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((text) => {
    const part = Number(text) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast ratio of two colours as computed styles have them (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

interface Area {
  pattern: string;
  left: number;
  width: number;
}

/** Bars' segments wide enough to judge, by pattern, in pixels from the bar's left end. */
const segmentsOf = (page: Page, bar: number, selector: string): Promise<Area[]> =>
  page.evaluate(
    ({ nth, bars }) => {
      const svg = document.querySelectorAll(bars)[nth]!;
      const start = svg.getBoundingClientRect().left;
      return [...svg.querySelectorAll('rect:not(.track)')]
        .map((rect) => {
          const { left, width } = rect.getBoundingClientRect();
          const pattern = rect.classList[0] ?? /#(\w+)-/.exec(rect.getAttribute('fill')!)![1]!;
          return { pattern, left: left - start, width };
        })
        .filter(({ width }) => width >= 24);
    },
    { nth: bar, bars: selector },
  );

/**
 * Of each bar, how much of each pattern's area stands out from the paper: the share of its pixels
 * with a contrast of at least 3 (WCAG 1.4.11).
 */
export async function inkOf(page: Page, selector: string): Promise<Record<string, number>[]> {
  const paper = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  );
  const bars: Record<string, number>[] = [];
  for (const [nth, bar] of (await page.locator(selector).all()).entries()) {
    // Without what is marked under it.
    const png = (await bar.locator('.track').screenshot()).toString('base64');
    const colors = await colorsOf(page, png, await segmentsOf(page, nth, selector));
    const shares = colors.map(({ pattern, counts }) => {
      const counted = Object.entries(counts);
      const sum = (some: typeof counted) => some.reduce((total, [, count]) => total + count, 0);
      const ink = counted.filter(([color]) => contrast(color, paper) >= 3);
      return [pattern, sum(ink) / sum(counted)];
    });
    bars.push(Object.fromEntries(shares));
  }
  return bars;
}

/** How often each colour is in each area of a picture, without the pixels at the area's ends. */
const colorsOf = (page: Page, png: string, areas: Area[]) =>
  page.evaluate(
    async ({ bytes, within }) => {
      const blob = new Blob([Uint8Array.from(atob(bytes), (char) => char.codePointAt(0)!)]);
      const image = await createImageBitmap(blob);
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d', {
        willReadFrequently: true,
      })!;
      canvas.drawImage(image, 0, 0);
      return within.map(({ pattern, left, width }) => {
        const { data } = canvas.getImageData(left + 4, 0, width - 8, image.height);
        const counts: Record<string, number> = {};
        for (let at = 0; at < data.length; at += 4) {
          const color = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
          counts[color] = (counts[color] ?? 0) + 1;
        }
        return { pattern, counts };
      });
    },
    { bytes: png, within: areas },
  );
