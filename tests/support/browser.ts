import type { Browser, Page, Response } from 'playwright-core';
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

interface Opened {
  page: Page;
  script: boolean;
}

type Heard = Opened & { complaints: string[] };

export const NO_MEDIA = { media: null, reducedMotion: null, forcedColors: null, contrast: null };

interface Visitor {
  /** Opens an address in a page of its own until the test ends, with its fonts loaded. */
  visit: (place: Place, view?: View) => Promise<Visit>;
  /** The same for all tests of a `describe`: one opening serves them. */
  useVisit: (place: Place, view?: View) => Visit;
  world: ReturnType<typeof openWorlds>['of'];
}

/** What one test, or `complaintsOf`, may listen to. */
const HEARD = [
  'console',
  'pageerror',
  'request',
  'requestfailed',
  'requestfinished',
  'response',
] as const;

/** A page that knows nothing of earlier visits: it has no cookies and asks for each file again. */
async function makeBlank(page: Page): Promise<void> {
  await page.goto('about:blank');
  for (const event of HEARD) page.removeAllListeners(event);
  await page.context().clearCookies();
  await page.mouse.move(-1, -1);
}

/**
 * One browser and its deployments for a test file. After each test its pages are closed, and nothing
 * must have complained: no error, no blocked content, no failed request, none to another origin.
 * Opening a page costs more than most visits, so a page is used again; not where `isReused` is false.
 */
export function useBrowser({ isReused = true } = {}): Visitor {
  const worlds = openWorlds();
  let browser: Browser;
  let spare: Opened[] = [];
  const opened: Heard[] = [];

  const open = async (script: boolean): Promise<Opened> => {
    const known = spare.find((each) => each.script === script);
    spare = spare.filter((each) => each !== known);
    if (known) return known;
    const context = await browser.newContext({ javaScriptEnabled: script });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: isReused });
    return { page, script };
  };

  /** Closes what was opened, of which nothing must have complained. */
  const close = async (all: Heard[]): Promise<void> => {
    const complaints: string[] = [];
    for (const each of all) {
      await (isReused ? makeBlank(each.page) : each.page.context().close());
      complaints.push(...each.complaints);
    }
    if (isReused) spare.push(...all);
    expect(complaints).toEqual([]);
  };

  const visit: Visitor['visit'] = async (
    { world, path, status },
    { width = 1280, colorScheme = 'light', script = true, before } = {},
  ) => {
    const { url } = await worlds.of(world);
    const { page } = await open(script);
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ ...NO_MEDIA, colorScheme });
    opened.push({ page, script, complaints: complaintsOf(page, url, status) });
    await before?.(page);
    const address = url + (typeof path === 'string' ? path : await path(url));
    const response = await page.goto(address);
    if (!response) throw new Error(`${address} gave no answer`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return { page, response };
  };

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(() => close(opened.splice(0)));
  afterAll(async () => {
    await browser?.close();
    await worlds.close();
  });

  return {
    world: worlds.of,
    visit,
    useVisit: (place, view) => {
      const shared = {} as Visit;
      let mine: Heard[] = [];
      beforeAll(async () => {
        Object.assign(shared, await visit(place, view));
        mine = opened.splice(0);
      });
      afterAll(() => close(mine));
      return shared;
    },
  };
}
