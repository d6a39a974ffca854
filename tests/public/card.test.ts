import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AGREEMENT, fundingPledge, move, publishedSignatory } from '../support/actors.ts';
import { NOW, startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ clock: { now: NOW } });
});
afterAll(async () => {
  await checkLedger(app);
  await app.close();
});

const card = (query = '', method = 'GET') => fetch(`${app.url}/card.png${query}`, { method });

test('public pages name the card, and what shared links show', async () => {
  for (const path of ['/', '/pledges', '/how-we-know']) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await (await fetch(app.url + path)).text();
    expect(page).toContain(`"og:image" content="${app.ctx.config.baseUrl}/card.png?v=`);
    expect(page).toMatch(/card\.png\?v=[1-9]\d*"/);
    expect(page).toContain('<meta property="twitter:card" content="summary_large_image"/>');
    expect(page).toMatch(/property="og:title" content="[^"]*Open Model Initiative/);
  }
  expect(await (await fetch(`${app.url}/me`)).text()).not.toContain('og:image');
});

const sameBytes = async (responses: Response[]): Promise<Buffer> => {
  const [first, ...others] = await Promise.all(
    responses.map(async (response) => Buffer.from(await response.arrayBuffer())),
  );
  for (const other of others) expect(other.equals(first!)).toBe(true);
  return first!;
};

/** Whatever would be drawn meanwhile fails. */
async function withoutDrawing<T>(run: () => Promise<T>): Promise<T> {
  const path = process.execPath;
  process.execPath = '/bin/false';
  return run().finally(() => (process.execPath = path));
}

test('is drawn at most once in ten minutes, however it is asked for and whatever was recorded', async () => {
  const responses = await Promise.all([card(), card('?a=1'), card('?b=2')]);
  expect(responses[0].headers.get('content-type')).toBe('image/png');
  const png = await sameBytes(responses);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  const ref = await fundingPledge(app, await publishedSignatory(app));
  await move(app, ref, 'commit', { evidence: AGREEMENT });
  await app.publicCache.refresh();
  await withoutDrawing(async () => {
    expect((await sameBytes([await card('?c=3')])).equals(png)).toBe(true);
    expect((await card('', 'HEAD')).status).toBe(200);
  });
  app.clock.now = new Date(NOW.getTime() + 599_000);
  await withoutDrawing(async () => {
    expect((await sameBytes([await card()])).equals(png)).toBe(true);
  });
  app.clock.now = new Date(NOW.getTime() + 600_000);
  const newer = await card();
  expect(newer.headers.get('cache-control')).toBe('public, max-age=600');
  expect((await sameBytes([newer])).equals(png)).toBe(false);
});

test('a drawing that fails is not tried at each request', async () => {
  app.clock.now = new Date('2026-03-12T12:00:00Z');
  await fundingPledge(app, await publishedSignatory(app, { name: 'Bo Example' }));
  await app.publicCache.refresh();
  await withoutDrawing(async () => expect((await card()).status).toBe(500));
  expect((await card()).status).toBe(500);
});
