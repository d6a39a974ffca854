import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { complaintsOf, launchBrowser } from '../../scripts/support/browser.ts';
import { openWorlds, type World } from './worlds.ts';

export interface View {
  width?: number;
  colorScheme?: 'light' | 'dark';
  /** False: a browser that runs no script. */
  script?: boolean;
  /** What to do with the page before it is opened. */
  before?: (page: Page) => Promise<void>;
}

export interface Visit {
  page: Page;
  response: Response;
}

interface Place {
  world: World;
  path: string | ((url: string) => Promise<string>);
  status?: number;
}

interface Visitor {
  /** Opens a page in a context of its own, with its fonts loaded. */
  visit: (place: Place, view?: View) => Promise<Visit>;
  world: ReturnType<typeof openWorlds>['of'];
}

/**
 * One browser and its deployments for a test file. After each test its pages are closed, and nothing
 * must have complained: no error, no blocked content, no failed request, none to another origin.
 */
export function useBrowser(): Visitor {
  const worlds = openWorlds();
  let browser: Browser;
  let opened: { context: BrowserContext; complaints: string[] }[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    const complaints = opened.flatMap((each) => each.complaints);
    for (const { context } of opened) await context.close();
    opened = [];
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await worlds.close();
  });

  return {
    world: worlds.of,
    visit: async (
      { world, path, status },
      { width = 1280, colorScheme = 'light', script = true, before } = {},
    ) => {
      const { url } = await worlds.of(world);
      const context = await browser.newContext({
        viewport: { width, height: 844 },
        colorScheme,
        javaScriptEnabled: script,
      });
      const page = await context.newPage();
      opened.push({ context, complaints: complaintsOf(page, url, status) });
      await before?.(page);
      const address = url + (typeof path === 'string' ? path : await path(url));
      const response = await page.goto(address);
      if (!response) throw new Error(`${address} gave no answer`);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      return { page, response };
    },
  };
}
