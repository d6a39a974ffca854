import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { watchQueries } from '../support/counting.ts';
import { atDesk } from '../support/desk.ts';
import { sendLook, SVG } from '../support/look.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  const look = { accent: '#0b6b4f', about: 'Who we are', file: SVG };
  const links = 'Our blog https://blog.example/a';
  await sendLook(app, await atDesk(app), 'send', { ...look, links });
  await app.publicCache.refresh();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await watchLedger(app);
});
afterAll(() => app.close());

const see = async (path: string) => {
  const response = await fetch(app.url + path, { headers: { accept: 'text/html' } });
  return { status: response.status, page: await response.text() };
};
/** But for which page is marked. */
const partOf = (page: string, tag: 'header' | 'footer'): string =>
  new RegExp(`<${tag}>.*</${tag}>`, 's').exec(page)![0].replaceAll(/ aria-current="\w+"/g, '');

async function expectAround(path: string, status: number): Promise<void> {
  const about = await see('/about');
  const notice = await see(path);
  expect(notice.status, path).toBe(status);
  for (const tag of ['header', 'footer'] as const) {
    expect(partOf(notice.page, tag), path).toBe(partOf(about.page, tag));
  }
  expect(notice.page).toContain('<meta name="robots" content="noindex"/>');
  expect(notice.page).toContain('href="/look.css?v=');
}

test('a notice has the head and the foot of the other public pages', async () => {
  for (const [path, status] of [
    ['/nothing', 404],
    ['/pledges/GONE', 404],
    ['/pledges?kind=gold', 400],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop
    await expectAround(path, status);
  }
  const { page } = await see('/nothing');
  expect(page).toContain('src="/logo.png?v=');
  expect(page).toContain('https://blog.example/a');
});

test('and asks the database for nothing', async () => {
  const queries = await watchQueries(app.ctx);
  expect((await see('/nothing')).page).toContain('Open Model Initiative');
  expect(queries()).toEqual([]);
});

test('also of a campaign that has closed, where nobody can sign', async () => {
  const body = { closed: true, closing: 'Thank you all.', reason: 'The year is over' };
  expect((await app.request('/api/v1/admin/initiative', { body })).status).toBe(201);
  await app.publicCache.refresh();
  await expectAround('/sign', 403);
  await expectAround('/nothing', 404);
  expect((await see('/sign')).page).not.toContain('href="/sign"');
});
