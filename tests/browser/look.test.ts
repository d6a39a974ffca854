import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { atDesk } from '../support/desk.ts';
import { sendLook, SVG } from '../support/look.ts';
import { axeFaultsOf, overflowOf } from './checks.ts';

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

async function publish(): Promise<void> {
  const app = await world('demo');
  const cy = await atDesk(app);
  await sendLook(app, cy, 'send', LOOK);
  await app.face.refresh();
}

test('a look of its own is on every page, accessible in both themes, within each window', async () => {
  await publish();
  for (const path of ['/', '/about', '/at/173', '/sign']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [320, 1280]) {
        const name = `${path}, ${colorScheme}, ${width} px`;
        // oxlint-disable-next-line no-await-in-loop -- one page after another
        const { page } = await visit({ world: 'demo', path }, { width, colorScheme });
        const logo = page.locator('header img.logo');
        // oxlint-disable-next-line no-await-in-loop
        expect(await logo.evaluate((each: HTMLImageElement) => each.naturalHeight), name).toBe(120);
        // oxlint-disable-next-line no-await-in-loop
        const button = await page.evaluate(
          () => getComputedStyle(document.querySelector('.button, .form button')!).backgroundColor,
        );
        // The dark theme has a lighter shade.
        if (colorScheme === 'light') expect(button, name).toBe('rgb(138, 28, 90)');
        else expect(button, name).not.toMatch(/^rgb\((138|236), /);
        // oxlint-disable-next-line no-await-in-loop
        expect(await axeFaultsOf(page), name).toEqual([]);
        // oxlint-disable-next-line no-await-in-loop
        expect(await overflowOf(page), name).toEqual([]);
      }
    }
  }
});

test('on a phone a wide logo leaves the menu beside it', async () => {
  const app = await world('demo');
  await sendLook(app, await atDesk(app), 'send', {
    file: SVG.replace('width="64"', 'width="128"'),
  });
  await app.face.refresh();
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
