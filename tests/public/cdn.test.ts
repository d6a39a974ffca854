import { afterAll, beforeAll, expect, test } from 'vitest';
import { TABLE } from '../access/table.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { atDesk } from '../support/desk.ts';
import { sendLook, SVG } from '../support/look.ts';
import { cookieOf, signIn } from '../support/forms.ts';

/** Forms have a key of their own each time, links are one person's, and these say how the server is now. */
const NOT_KEPT =
  /^GET \/(sign|pledge|give|pay|paid|confirm|setup|admin|healthz|readyz|api\/v1\/(payments|pledges|signatories|entries|movements))\b/;

let app: TestApp;
let ada: string;
let ref: string;
let size: number;
const cookies: Record<string, string>[] = [{}];
beforeAll(async () => {
  app = await startApp();
  ada = await publishedSignatory(app);
  ref = await fundingPledge(app, ada);
  const cy = await atDesk(app);
  await sendLook(app, cy, 'send', { accent: '#0b6b4f', about: 'Who we are', file: SVG });
  await app.publicCache.refresh();
  size = Number(app.publicCache.current()!.size);
  cookies.push(cookieOf(await signIn(app, ada)), cy.cookie);
});
afterAll(() => app.close());

const pages = Object.entries(TABLE)
  .filter(([route, who]) => who === 'public' && route.startsWith('GET /') && !NOT_KEPT.test(route))
  .map(([route]) => route.slice(4));

const addressOf = async (route: string): Promise<string> => {
  if (route === '/assets/:name') {
    const home = await (await fetch(`${app.url}/`)).text();
    return /\/assets\/main-\w+\.css/.exec(home)![0];
  }
  return route
    .replace(':size', `${size}`)
    .replace(':id', ada)
    .replace(':ref', ref)
    .replace('*', 'schemas/Money');
};

test('there are pages, and none is left out that is no form', () => {
  expect(pages).toEqual(
    expect.arrayContaining(['/', '/givers/:id', '/pledges/:ref', '/docs/*', '/ledger']),
  );
});

test.each(pages)('a cache on the way can carry %s', async (route) => {
  const path = await addressOf(route);
  const etags = new Set<string | null>();
  for (const cookie of cookies) {
    for (const language of ['en', 'ko']) {
      const headers = { ...cookie, accept: 'text/html', 'accept-language': language };
      const answer = await fetch(app.url + path, { headers });
      await answer.arrayBuffer();
      expect(answer.status).toBe(200);
      // It asks us each time, or may keep it for a while.
      expect(answer.headers.get('cache-control')).toMatch(/^(no-cache$|public, max-age=\d)/);
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(answer.headers.get('vary') ?? '').toMatch(/^(accept-encoding)?$/);
      etags.add(answer.headers.get('etag'));
    }
  }
  // The same for everybody.
  const [etag] = etags;
  expect(etags.size).toBe(1);
  // Their addresses have a version, or they are kept for an hour.
  if (/^\/(look\.css|logo\.png|card\.png|\.well-known\/security\.txt)$/.test(route)) return;
  expect(etag).toMatch(/^W\/"/);
  const again = await fetch(app.url + path, { headers: { 'if-none-match': etag! } });
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  expect(again.headers.get('cache-control')).toMatch(/^(no-cache$|public)/);
});
