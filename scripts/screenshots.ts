/**
 * npm run screenshots -- [OUT_DIR]
 *
 * Pictures of the public page and of /compute for each example, on a phone and on a desktop, light and dark, as a
 * browser shows it. Fails on anything the browser complains of: errors, blocked content, requests
 * that fail or leave this machine.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { PROJECT_ROOT } from '../server/paths.ts';
import { complaintsOf, launchBrowser } from './support/browser.ts';
import { startServer } from './support/server.ts';

const EXAMPLES = ['demo', 'atom', 'bloom'];
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true };
const desktop = { viewport: { width: 1280, height: 900 } };
const VIEWS: Record<string, BrowserContextOptions> = {
  phone,
  desktop,
  'phone-dark': { ...phone, colorScheme: 'dark' },
  'desktop-dark': { ...desktop, colorScheme: 'dark' },
};

async function picture(
  browser: Browser,
  url: URL,
  view: BrowserContextOptions,
  path: string,
): Promise<string[]> {
  const context = await browser.newContext(view);
  const page = await context.newPage();
  const complaints = complaintsOf(page, url.origin);
  await page.goto(url.href, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }));
  if (scroll > width) complaints.push(`the page is ${scroll} wide in a window of ${width}`);
  await page.screenshot({ path, fullPage: true });
  await context.close();
  return complaints;
}

/** All views of one example, on a server of its own. */
async function picturesOf(browser: Browser, example: string, out: string): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'muster-data-'));
  const file = join(PROJECT_ROOT, 'examples', `${example}.json`);
  const server = await startServer({ DATA_DIR: dataDir, INITIATIVE: file, LOG_LEVEL: 'error' });
  try {
    await server.ready;
    const complaints: string[] = [];
    const pages = {
      [example]: '/',
      [`${example}-compute`]: '/compute',
      // The same for every example.
      ...(example === EXAMPLES[0] && { docs: '/docs' }),
    };
    for (const [page, address] of Object.entries(pages)) {
      for (const [name, view] of Object.entries(VIEWS)) {
        const path = join(out, `${page}-${name}.png`);
        const found = await picture(browser, new URL(address, server.url), view, path);
        process.stdout.write(`${path}\n`);
        complaints.push(...found.map((complaint) => `${page} ${name}: ${complaint}`));
      }
    }
    return complaints;
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true });
  }
}

const out = process.argv[2]
  ? resolve(process.argv[2])
  : mkdtempSync(join(tmpdir(), 'muster-screenshots-'));
mkdirSync(out, { recursive: true });
const browser = await launchBrowser();
try {
  for (const example of EXAMPLES) {
    const complaints = await picturesOf(browser, example, out);
    for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
    if (complaints.length > 0) process.exitCode = 1;
  }
} finally {
  await browser.close();
}
