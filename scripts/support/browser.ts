import process from 'node:process';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

/** Root has no sandbox, a server no GPU; the rest calls home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the machine's own Chromium or Chrome. Fails where there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser(process.env);
  if (!executablePath) throw new Error('no Chromium on the PATH; name one in CHROMIUM');
  return chromium.launch({ executablePath, args: FLAGS });
}

/**
 * Collects what the browser complains of on a page of `origin`: errors, blocked content (a violation
 * of the CSP is an error of the console), and requests that fail or leave the origin. The document
 * itself may answer with `status`.
 */
export function complaintsOf(page: Page, origin: string, status = 200): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const isOfNote = message.type() === 'error' || message.type() === 'warning';
    // The answers tell of this below, with their address.
    const isOfAnswer = message.text().startsWith('Failed to load resource');
    if (isOfNote && !isOfAnswer) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // A page that is left cuts off what it still loads, such as its icon.
    if (why !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${why}`);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) complaints.push(`a request to ${request.url()}`);
  });
  page.on('response', (response) => {
    const expected = response.request().isNavigationRequest() ? status : 200;
    if (response.status() >= 400 && response.status() !== expected) {
      complaints.push(`${response.url()}: ${response.status()}`);
    }
  });
  return complaints;
}
