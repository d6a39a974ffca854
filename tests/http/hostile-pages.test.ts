import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Route } from '../../server/http/operation.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';
import { cookieOf, send, signIn } from '../support/forms.ts';

/** What pages ask for in their addresses. */
const NAMES =
  `act as amount aside asset cancelled code currency cursor dir done flag from kind name next
  object pledge q ref refund site sort stage status to token way who`.split(/\s+/);
const NUL = 'a%00b';

let app: TestApp;
let ref: string;
let cookies: Record<string, Record<string, string>>;
beforeAll(async () => {
  app = await startApp({
    env: {
      STRIPE_SECRET_KEY: 'sk_test_1',
      STRIPE_WEBHOOK_SECRET: 'whsec_1',
      STRIPE_API_URL: 'http://localhost:9',
    },
  });
  const ada = await publishedSignatory(app);
  ref = await fundingPledge(app, ada);
  const cy = await atDesk(app);
  cookies = { stranger: {}, signatory: cookieOf(await signIn(app, ada)), owner: cy.cookie };
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

/** The documented ones are those of tests/openapi/hostile.test.ts. */
const pages = (method: string): string[] =>
  app.routes
    .filter((route: Route) => route.method === method && !route.operation)
    .map(({ url }) => url);

const withRef = (url: string): string => url.replaceAll(':ref', ref);
const withNul = (url: string): string[] =>
  url.includes(':') ? [url.replaceAll(/:\w+/g, NUL), withRef(url).replaceAll(/:\w+/g, NUL)] : [];

async function failuresAt(person: string, paths: readonly string[]): Promise<string[]> {
  const failed: string[] = [];
  for (const path of paths) {
    const headers = { accept: 'text/html', ...cookies[person] };
    // oxlint-disable-next-line no-await-in-loop
    const response = await fetch(app.url + path, { headers, redirect: 'manual' });
    // oxlint-disable-next-line no-await-in-loop
    await response.text();
    if (response.status >= 500) failed.push(`${path}: ${response.status}`);
  }
  return failed;
}

/** Who gets into a page. */
const readerOf = (url: string): string => {
  if (/^\/admin(?!\/(sign-in|recover|welcome))/.test(url)) return 'owner';
  return /^\/me\b/.test(url) ? 'signatory' : 'stranger';
};

test('no address with a NUL makes a page fail', async () => {
  const failed: string[] = [];
  let asked = 0;
  for (const url of pages('GET')) {
    const queries = NAMES.map((name) => `${withRef(url).replaceAll(/:\w+/g, 'a')}?${name}=${NUL}`);
    const paths = [...withNul(url), ...queries];
    asked += paths.length;
    // oxlint-disable-next-line no-await-in-loop
    failed.push(...(await failuresAt(readerOf(url), paths)));
  }
  expect(failed).toEqual([]);
  expect(asked).toBeGreaterThan(1_000);
}, 120_000);

test('no cursor that somebody made makes a list of the desk fail', async () => {
  const keys = ['a\0', '\ud800', '9'.repeat(19), '9'.repeat(40), '9999-99-99', '-'.repeat(36)];
  const cursors = keys.map((key) => Buffer.from(JSON.stringify([key, key])).toString('base64url'));
  const paths = pages('GET')
    .filter((url) => readerOf(url) === 'owner' && !url.includes(':'))
    .flatMap((url) => cursors.map((cursor) => `${url}?cursor=${cursor}`));
  expect(await failuresAt('owner', paths)).toEqual([]);
});

test('a form with a NUL is refused', async () => {
  const { status, page } = await send(`${app.url}/sign-in`, [['email', 'ada\0@example.org']]);
  expect(status).toBe(400);
  expect(page).toContain('has a NUL character');
});
