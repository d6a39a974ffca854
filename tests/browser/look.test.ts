import { beforeAll, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { atDesk } from '../support/desk.ts';
import { sendLook, SVG } from '../support/look.ts';
import { axeFaultsOf, overflowOf, setInTheDark } from './checks.ts';

const { visit, world } = useBrowser();

const ABOUT = `## Who we are

We are **Example Lab**. Read [our plan](https://lab.example/plan).

- open weights
- open data

> One lab, in the open.

    a line of code that is as long as no phone is wide, for it goes on and on`;

const LOOK = {
  accent: '#8a1c5a',
  about: ABOUT,
  links: 'Our blog https://blog.example\nCode https://code.example',
  file: SVG,
};

beforeAll(async () => {
  const app = await world('demo');
  const cy = await atDesk(app);
  await sendLook(app, cy, 'send', LOOK);
  await app.publicCache.refresh();
});

test.each(['/', '/about', '/at/173', '/sign'])(
  'a look of its own is on %s, accessible in both themes, within each window',
  async (path) => {
    const { page } = await visit({ world: 'demo', path });
    expect(await setInTheDark(page)).toEqual([]);
    const logo = page.locator('header img.logo');
    expect(await logo.evaluate((each: HTMLImageElement) => each.naturalHeight)).toBe(120);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const button = await page.evaluate(
          () => getComputedStyle(document.querySelector('.button, .form button')!).backgroundColor,
        );
        const name = `${colorScheme}, ${width} px`;
        // The dark theme has a lighter shade.
        if (colorScheme === 'light') expect(button, name).toBe('rgb(138, 28, 90)');
        else expect(button, name).not.toMatch(/^rgb\((138|236), /);
        const rules = colorScheme === 'light' ? 'all' : 'colours';
        expect(await axeFaultsOf(page, rules), name).toEqual([]);
      }
      expect(await overflowOf(page), `${width} px`).toEqual([]);
    }
  },
);

test('on a phone a wide logo leaves the menu beside it', async () => {
  const app = await world('demo');
  await sendLook(app, await atDesk(app), 'send', {
    file: SVG.replace('width="64"', 'width="128"'),
  });
  await app.publicCache.refresh();
  const { page } = await visit({ world: 'demo', path: '/' }, { width: 390 });
  await page.locator('header .name').evaluate((name) => name.append(' of 21 letters'));
  const lines = await page
    .locator('header > :is(.name, .menu)')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect()));
  expect(lines[1]!.top).toBeLessThan(lines[0]!.bottom);
});

test('the sentence to cite is copied by its button, and there without script', async () => {
  const { page } = await visit({ world: 'demo', path: '/' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByText('Cite these figures').click();
  const sentence = await page.locator('#cite-text').textContent();
  await page.getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sentence);

  const { page: plain } = await visit({ world: 'demo', path: '/' }, { script: false });
  await plain.getByText('Cite these figures').click();
  expect(await plain.locator('#cite-text').textContent()).toBe(sentence);
  expect(await plain.getByRole('button', { name: 'Copy' }).isVisible()).toBe(false);
});

test('on paper there are figures and no buttons', async () => {
  const { page } = await visit({ world: 'demo', path: '/at/173' });
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('Agreed in writing').first().isVisible()).toBe(true);
  expect(await page.locator('header .button, #cite button').filter({ visible: true }).count()).toBe(
    0,
  );
});
