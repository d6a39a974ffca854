import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const { visit } = useBrowser();

const PLACE = { world: 'demo', path: '/compute' } as const;

const reading = (page: Page): Promise<string> => page.locator('#curve output').innerText();
const lines = (page: Page): Promise<number> => page.locator('#curve .cursor').count();

test('arrow keys read the curve change by change', async () => {
  const { page } = await visit(PLACE);
  await page.locator('#curve').focus();
  expect(await lines(page)).toBe(0);
  await page.keyboard.press('Home');
  expect(await reading(page)).toBe(
    'From 1 Jan 2026: secured 512, largest site 512, bought 0, promised 0',
  );
  await page.keyboard.press('ArrowLeft');
  expect(await reading(page)).toMatch('From 1 Jan 2026');
  await page.keyboard.press('ArrowRight');
  expect(await reading(page)).toMatch('From 1 Mar 2026: secured 1,920, largest site 1,024');
  expect(await lines(page)).toBe(1);
});

test.each([
  [1280, 0.3],
  [390, 0.36],
])('a pointer reads the day that it is on, at %i px', async (width, part) => {
  const { page } = await visit(PLACE, { width });
  const box = (await page.locator('#curve svg:visible').boundingBox())!;
  await page.mouse.move(box.x + box.width * part, box.y + box.height / 2);
  expect(await reading(page)).toMatch(/From 1 (Mar|Apr) 2026: secured 1,920/);
  await page.mouse.move(box.x + 1, box.y + box.height / 2);
  expect(await reading(page)).toMatch('From 1 Jan 2026');
  expect(await lines(page)).toBe(1);
});

test('no text of a picture is under 12 px, on the narrowest phone', async () => {
  const { page } = await visit(PLACE, { width: 320 });
  const sizes = await page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>('.plots svg[role=img] text')]
      .filter((text) => text.checkVisibility())
      .map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM()!.a),
  );
  expect(sizes.length).toBeGreaterThan(10);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
});
