import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';

let app: TestApp;
let cy: DeskUser;
/** What a browser keeps for one list. */
let kept = '';
beforeAll(async () => {
  app = await startApp();
  await app.publicCache.refresh();
  cy = await atDesk(app);
});
afterAll(async () => {
  await checkLedger(app);
  await app.close();
});

async function open(path: string): Promise<string> {
  const { cookie } = cy.cookie as { cookie: string };
  const response = await fetch(app.url + path, {
    headers: { accept: 'text/html', cookie: kept ? `${cookie}; ${kept}` : cookie },
    redirect: 'manual',
  });
  await response.text();
  const set = response.headers.get('set-cookie');
  if (set) kept = set.includes('Max-Age=0') ? '' : set.split(';')[0]!;
  return response.headers.get('location') ?? String(response.status);
}

test('a list comes back as it was filtered, without what was typed, until all is asked for', async () => {
  expect(await open('/admin/pledges')).toBe('200');
  expect(await open('/admin/pledges?status=accepted&sort=amount&q=Ada')).toBe('200');
  expect(kept).toBe('muster-filter=status=accepted&sort=amount');
  expect(await open('/admin/pledges')).toBe('/admin/pledges?status=accepted&sort=amount');
  expect(await open('/admin/pledges?done=pledge.accept')).toBe(
    '/admin/pledges?status=accepted&sort=amount&done=pledge.accept',
  );
  expect(await open('/admin/pledges?all=')).toBe('200');
  expect(await open('/admin/pledges')).toBe('200');
});

test('what is kept can lead to no other page', async () => {
  for (const made of ['status=no', 'q=%0d%0aLocation: //x.example', '//x.example', '%']) {
    kept = `muster-filter=${made}`;
    // oxlint-disable-next-line no-await-in-loop
    expect(await open('/admin/pledges')).toMatch(/^(200|\/admin\/pledges\?q=.*)$/);
  }
});

test('what is overdue is found, whatever was looked at last', async () => {
  kept = '';
  expect(await open('/admin/overdue?due=week')).toBe('200');
  expect(await open('/admin/overdue')).toBe('/admin/overdue?due=week');
  const { page } = await cy.get('/admin/overdue?due=week');
  const [, tab] = /<a href="([^"]+)"[^>]*>Overdue<\/a>/.exec(page.slice(page.indexOf('<main')))!;
  expect(await open(tab!.replace('&amp;', '&'))).toBe('200');
  expect(kept).toBe('muster-filter=due=overdue');
});
