import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { axeFaultsOf, overflowOf, setInTheDark } from './checks.ts';
import { OTHER_PAGES } from './other-pages.ts';

const { visit } = useBrowser();

/** pages.test.ts looks at these more closely. */
const ELSEWHERE = new Set<unknown>(OTHER_PAGES.map(({ path }) => path));

test('each page of the document is accessible in both themes, and fits every window', async () => {
  const { page } = await visit({ world: 'demo', path: '/docs' });
  const links = await page
    .locator('main a[href^="/docs/"]')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
  const paths = [...new Set(links)].filter((path) => !ELSEWHERE.has(path));
  expect(paths.length).toBeGreaterThan(40);
  const origin = new URL(page.url()).origin;
  for (const path of paths) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(origin + path);
    expect(await setInTheDark(page), path).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await axeFaultsOf(page, 'all'), path).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFaultsOf(page, 'colours'), path).toEqual([]);
    for (const width of [320, 720, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await overflowOf(page), `${path}, ${width} px`).toEqual([]);
    }
  }
});
