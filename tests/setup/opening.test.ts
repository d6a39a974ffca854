import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NOTICE_VERSION } from '../../server/domain/signatory.ts';
import { TABLE } from '../access/table.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';
import { INITIATIVE, NOW, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';
import { sendLook, SVG } from '../support/look.ts';
import { cookieOf, fieldsOf, send, signIn } from '../support/forms.ts';
import { newestToken, startMailApp, useToken, type MailApp } from '../support/sign-up.ts';

const OPENS = new Date('2026-03-12T09:00:00Z');
const FILE = {
  initiative: {
    ...INITIATIVE.initiative,
    name: 'Secret until Spring',
    call: 'Nobody may read this call yet.',
    targets: { funding: '98765432' },
    opensAt: '2026-03-12T09:00Z',
  },
  recipient: { name: 'Hidden Foundation', contact: 'hello@hidden.example' },
};

let app: MailApp;
/** Its replica. */
let second: TestApp;
let ada: string;
let ref: string;
beforeEach(async () => {
  app = await startMailApp({ initiative: FILE, clock: { now: NOW } });
  second = await startApp({ besides: app, clock: app.clock });
  ada = await publishedSignatory(app, { name: 'Ada Firstborn' });
  ref = await fundingPledge(app, ada, { amount: '7654321.00' });
  await app.publicCache.refresh();
  await second.publicCache.refresh();
});
afterEach(async () => {
  await watchLedger(app);
  await second.close();
  await app.close();
});

const LEAKS =
  /may read this call|Hidden Foundation|hidden\.example|Firstborn|7,?654,?321|7\.7M|98,?765,?432|98\.8M/;

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | null;
}
const ask = async (
  at: TestApp,
  path: string,
  { method = 'GET', headers, body = null }: Asked = {},
) => {
  const response = await fetch(at.url + path, {
    method,
    headers: { accept: 'text/html', ...headers },
    body,
    redirect: 'manual',
  });
  const text = `${JSON.stringify([...response.headers])} ${await response.text()}`;
  return { status: response.status, text, headers: response.headers };
};

const routes = () => Object.entries(TABLE).map(([route]) => route.split(' ') as [string, string]);
const pathOf = (url: string) => url.replace(':ref', ref).replace(/:\w+/g, 'any');

test('no route tells a stranger more than the name and the time', async () => {
  for (const at of [app, second]) {
    const leaking: string[] = [];
    for (const [method, url] of routes()) {
      const headers: Record<string, string> =
        method === 'GET'
          ? {}
          : {
              origin: 'null',
              'sec-fetch-site': 'same-origin',
              'content-type': url.startsWith('/api')
                ? 'application/json'
                : 'application/x-www-form-urlencoded',
              'idempotency-key': 'a key that is long enough',
            };
      const body = method === 'GET' ? null : url.startsWith('/api') ? '{}' : '';
      // eslint-disable-next-line no-await-in-loop
      const answer = await ask(at, pathOf(url), { method, headers, body });
      // An address that names a pledge may come back in a link.
      const isTold = answer.text.includes(ref) && !url.includes(':ref');
      if (isTold || LEAKS.test(answer.text)) leaking.push(`${method} ${url}`);
    }
    expect(leaking).toEqual([]);
  }
  // The same words are there for somebody: else the test would see nothing leak anywhere.
  const cy = await atDesk(app);
  expect((await cy.get('/')).page).toMatch(LEAKS);
}, 120_000);

test.each([
  '/signatories',
  '/pledges',
  '/pledges?kind=funding',
  '/compute',
  '/ledger',
  '/sign',
  '/sign?invite=guessed',
  '/pledge/funding',
  '/give',
])('%s leads to the page with the name and the time', async (path) => {
  const answer = await ask(app, path);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const home = await ask(app, '/');
  expect(home.text).toContain('Secret until Spring');
  expect(home.text).toContain('12 Mar 2026, 09:00 UTC');
  expect(home.headers.get('cache-control')).toBe('no-store');
  expect(home.text).toContain('noindex');
});

test.each([
  '/api/v1/progress',
  '/api/v1/initiative',
  '/api/v1/entries',
  '/api/v1/signatories',
  '/log/checkpoint',
  '/data/pledges.csv',
])('%s refuses programs, but not an admin’s', async (path) => {
  const { status, text } = await ask(app, path, { headers: { accept: 'application/json' } });
  expect([status, text]).toEqual([403, expect.stringContaining('opens at 2026-03-12T09:00Z')]);
  expect((await app.request(path)).status).toBe(200);
});

test('no cache on the way keeps for strangers what an admin was sent', async () => {
  const cy = await atDesk(app);
  for (const path of ['/', '/signatories', '/data/pledges.csv', '/api/v1/progress']) {
    const { status, headers, text } = await ask(app, path, { headers: cy.cookie });
    expect([status, text.length > 0]).toEqual([200, true]);
    // With `no-cache` one asks us each time.
    expect([path, headers.get('cache-control')]).toEqual([path, expect.stringMatching(/^no-/)]);
  }
});

test('at the time itself each replica opens, without a restart', async () => {
  app.clock.now = new Date(OPENS.getTime() - 1);
  for (const at of [app, second]) expect((await ask(at, '/')).text).not.toMatch(LEAKS);
  app.clock.now = OPENS;
  for (const at of [app, second]) {
    expect((await ask(at, '/')).text).toContain('Nobody may read this call yet.');
    expect((await ask(at, '/signatories')).text).toContain('Ada Firstborn');
    expect((await ask(at, '/api/v1/progress')).status).toBe(200);
    expect((await ask(at, '/sign')).status).toBe(200);
  }
});

describe('the first signatories', () => {
  const linkIn = (page: string) =>
    new URL(/<code class="secret">([^<]+)<\/code>/.exec(page)![1]!).search;

  test('sign by a link that an owner makes, and pledge', async () => {
    const cy = await atDesk(app);
    expect((await cy.get('/admin/initiative')).page).toContain('href="/admin/initiative/invite"');
    const old = linkIn((await cy.post('/admin/initiative/invite')).page);
    const invite = linkIn((await cy.post('/admin/initiative/invite')).page);
    expect((await ask(app, `/sign${old}`)).status).toBe(303);
    const first = await ask(second, `/sign${invite}`);
    expect(first.status).toBe(200);
    const typed = {
      ...Object.fromEntries(fieldsOf(first.text.slice(first.text.indexOf('<form')))),
      kind: 'person',
      name: 'Bo Early',
      email: 'bo@uni.example',
      gives: 'nothing',
      adult: 'yes',
      public: 'yes',
      notice: NOTICE_VERSION,
      go: 'next',
    };
    const review = await send(`${app.url}/sign`, Object.entries(typed));
    expect(review.page).toContain('name="invite"');
    const fields = Object.fromEntries(fieldsOf(review.page.slice(review.page.indexOf('<form'))));
    const sent = await send(`${app.url}/sign`, Object.entries({ ...fields, go: 'send' }));
    expect([sent.status, sent.location]).toEqual([303, '/sign/sent']);
    const { invite: _, ...without } = fields;
    const refused = await send(`${app.url}/sign`, Object.entries({ ...without, go: 'send' }));
    expect(refused.location).toBe('/');
    const token = await newestToken(app, 'bo@uni.example');
    expect((await useToken(app, token)).status).toBe(201);
    // Whoever has signed may pledge, and sees no more of the others than the public.
    const own = cookieOf(await signIn(app, ada));
    expect((await ask(app, '/pledge/funding', { headers: own })).status).toBe(200);
    expect((await ask(app, '/signatories', { headers: own })).status).toBe(303);
  });

  test('are invited by owners alone, and only before the opening', async () => {
    const bo = await atDesk(app, 'operator');
    expect((await bo.post('/admin/initiative/invite')).status).toBe(403);
    const cy = await atDesk(app);
    app.clock.now = OPENS;
    expect((await cy.post('/admin/initiative/invite')).status).not.toBe(200);
  });
});

test('the time can move until it has passed, and nothing public is hidden again', async () => {
  const change = (opensAt: string | null) =>
    app.request('/api/v1/admin/initiative', { body: { opensAt, reason: 'The venue changed.' } });
  for (const none of ['2026-03-12 09:01', '2026-02-30T09:00Z', '2026-03-12T24:00Z']) {
    expect((await change(none)).status).toBe(400);
  }
  expect((await change('2026-03-11T08:30Z')).body).toEqual({ changed: ['opensAt'], entry: null });
  for (const at of [app, second]) await at.publicCache.refresh();
  for (const at of [app, second]) expect((await ask(at, '/')).text).toContain('11 Mar 2026, 08:30');
  const cy = await atDesk(app);
  expect((await cy.get('/admin/initiative/terms')).page).toContain('value="2026-03-11 08:30"');
  app.clock.now = new Date('2026-03-11T08:30:00Z');
  const hidden = await change('2026-03-12T09:00Z');
  expect([hidden.status, hidden.body.detail]).toEqual([
    400,
    expect.stringContaining('the public has seen the initiative already'),
  ]);
  expect((await ask(second, '/')).text).toMatch(LEAKS);
});

test('the look is shut but at the addresses that pages of invited people tell', async () => {
  const cy = await atDesk(app);
  expect((await sendLook(app, cy, 'send', { accent: '#0b6b4f', file: SVG })).status).toBe(303);
  await app.publicCache.refresh();
  const { logo, accent } = app.publicCache.current()!.home.initiative.look!;
  const nothing = await ask(app, '/nothing');
  expect(nothing.status).toBe(404);
  expect(nothing.text).toContain('Secret until Spring');
  expect(nothing.text).not.toMatch(/logo\.png|look\.css|<nav|<footer/);
  expect(nothing.text).not.toMatch(LEAKS);
  const asked = async (path: string) => (await ask(app, path)).status;
  expect(await asked(`/look.css?v=${encodeURIComponent(accent!)}`)).toBe(200);
  expect(await asked(`/logo.png?v=${logo}`)).toBe(200);
  for (const path of ['/look.css', '/logo.png', '/look.css?v=1', '/logo.png?v=1', '/about']) {
    // oxlint-disable-next-line no-await-in-loop
    expect([path, await asked(path)]).toEqual([path, 303]);
  }
});

test('a campaign can’t close before it opens', async () => {
  const body = { closed: true, closing: 'Never mind.', reason: 'No money' };
  const { status, body: refused } = await app.request('/api/v1/admin/initiative', { body });
  expect([status, refused.errors]).toEqual([
    400,
    [{ field: 'closing', message: 'can’t be set before the initiative opens' }],
  ]);
});
