import { gunzipSync } from 'node:zlib';
import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { appendHash, emptyFrontier, leafHash, rootOf } from '../../server/ledger/merkle.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { watchQueries } from '../support/counting.ts';
import { AGREEMENT, fundingPledge, move, PAYMENT, publishedSignatory } from '../support/actors.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({ env: { SMTP_URL: 'smtp://localhost' } });
  const ada = await publishedSignatory(app, { name: 'Ada <b>Example</b>' });
  const won = { asset: 'KRW', amount: '1000000000', visibility: 'anonymous' };
  await fundingPledge(app, ada, won);
  const ref = await fundingPledge(app, ada, { amount: '5000000.00' });
  await move(app, ref, 'commit', { amount: '2500000.00', evidence: AGREEMENT });
  await move(app, ref, 'receive', { amount: '500000.00', evidence: PAYMENT });
  await checkLedger(app);
});
afterAll(() => app.close());

const read = (path: string, headers: Record<string, string> = {}) =>
  app.request(path, { token: false, headers });

/** The raw bytes of an answer: fetch would have unpacked them. */
const raw = (path: string, headers: Record<string, string>) =>
  new Promise<{ body: Buffer; encoding: string | undefined }>((resolve, reject) => {
    get(`${app.url}${path}`, { headers }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      resolve({ body, encoding: response.headers['content-encoding'] });
    }).on('error', reject);
  });

describe('the public page', () => {
  test('and the API say the same, to the cent', async () => {
    const { funding } = await progressOf(app);
    const page = String((await read('/')).body);
    const exact = [...page.matchAll(/data-stage="(\w+)".*?<data value="([\d.]+)"/gs)];
    const onPage = Object.fromEntries(exact.map(([, stage, amount]) => [stage, amount]));
    expect(Object.keys(onPage).length).toBeGreaterThan(4);
    for (const [stage, amount] of Object.entries(onPage)) {
      expect([stage, amount]).toEqual([stage, funding[stage]]);
    }
    expect(onPage).toMatchObject({ received: '500000.00', committed: '2000000.00' });
  });

  test('escapes what people wrote', async () => {
    const { body } = await read('/');
    expect(body).toContain('Ada &lt;b>Example&lt;/b>');
    expect(body).not.toContain('<b>Example');
  });

  test('loads nothing from elsewhere and holds no inline script or style', async () => {
    const { body, headers } = await read('/');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'.*script-src 'self'/,
    );
    expect(body).not.toMatch(
      /<script(?![^>]*\bsrc=)|<style|\bstyle="|\bon\w+="|(src|href)="(https?:)?\/\//,
    );
    const assets = [...String(body).matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)];
    expect(assets.length).toBeGreaterThanOrEqual(4);
    for (const [, asset] of assets) {
      const { status, headers: of } = await read(asset!);
      expect([asset, status, of.get('cache-control')]).toEqual([
        asset,
        200,
        'public, max-age=31536000, immutable',
      ]);
    }
  });

  test('redirects other host names to its own', async () => {
    const { port } = new URL(app.url);
    const { statusCode, location } = await new Promise<{ statusCode?: number; location?: string }>(
      (resolve) => {
        get({ host: '127.0.0.1', port, path: '/?a=1' }, ({ statusCode: status, headers }) =>
          resolve({
            ...(status && { statusCode: status }),
            ...(headers.location && { location: headers.location }),
          }),
        );
      },
    );
    expect([statusCode, location]).toEqual([302, 'http://localhost:8080/?a=1']);
  });
});

describe('a public read', () => {
  test.each(['/', '/api/v1/progress', '/log/checkpoint'])('of %s costs no query', async (path) => {
    const readOnce = async (): Promise<unknown[]> => {
      const queries = await watchQueries(app.ctx);
      expect((await read(path)).status).toBe(200);
      const asked = queries();
      vi.restoreAllMocks();
      return asked;
    };
    // The refresh that an earlier write asked for may still be under way.
    await expect.poll(readOnce).toEqual([]);
  });

  test('with the newest ETag is a 304, until a write', async () => {
    const first = await read('/api/v1/progress');
    const etag = first.headers.get('etag')!;
    for (const header of [etag, `"x", ${etag}`, '*', etag.replace('W/', '')]) {
      expect((await read('/api/v1/progress', { 'if-none-match': header })).status).toBe(304);
    }
    await publishedSignatory(app, { name: 'Bo Example' });
    await app.publicCache.refresh();
    expect((await read('/api/v1/progress', { 'if-none-match': etag })).status).toBe(200);
  });

  test('is compressed for clients that accept it, with the same bytes inside', async () => {
    const plain = await raw('/', { host: 'localhost', 'accept-encoding': 'identity' });
    const packed = await raw('/', { host: 'localhost', 'accept-encoding': 'br, gzip' });
    const refused = await raw('/', { host: 'localhost', 'accept-encoding': 'gzip;q=0' });
    expect([plain.encoding, packed.encoding, refused.encoding]).toEqual([
      undefined,
      'gzip',
      undefined,
    ]);
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
  });

  test.each([
    '/',
    '/api/v1/progress',
    '/log/checkpoint',
    '/nothing',
    '/api/v1/nothing',
    '/healthz',
  ])('of %s has the security headers, however it is compressed', async (path) => {
    const { headers } = await read(path);
    const etag = headers.get('etag');
    const forms = [headers, (await read(path, { 'accept-encoding': 'gzip' })).headers];
    if (etag) forms.push((await read(path, { 'if-none-match': etag })).headers);
    for (const form of forms) {
      expect(form.get('content-security-policy')).toContain("default-src 'none'");
      expect(form.get('x-content-type-options')).toBe('nosniff');
      expect(form.get('referrer-policy')).toBe('no-referrer');
    }
  });

  test('by HEAD has the headers of GET and no body', async () => {
    const whole = await read('/', { 'accept-encoding': 'identity' });
    const head = await app.request('/', {
      method: 'HEAD',
      token: false,
      headers: { 'accept-encoding': 'identity' },
    });
    const facts = ({ headers }: { headers: Headers }) =>
      ['etag', 'content-type', 'content-length', 'cache-control', 'vary'].map((name) =>
        headers.get(name),
      );
    expect(facts(head)).toEqual(facts(whole));
    const length = head.headers.get('content-length');
    expect([head.status, head.body, length]).toEqual([
      200,
      '',
      String(Buffer.byteLength(whole.body)),
    ]);
  });

  test('is served from memory when the database is gone', async () => {
    const other = await startApp();
    const [row] = await other.database!.asOwner('SELECT current_database() AS name');
    await other.database!.asOwner(`ALTER DATABASE ${String(row!['name'])} CONNECTION LIMIT 0`);
    await other.database!.asOwner(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    const page = await other.request('/', { token: false });
    const write = await other.request('/api/v1/signatories', {
      body: { kind: 'person', name: 'Dee', email: 'dee@example.org', public: true },
    });
    expect([page.status, write.status, write.headers.get('retry-after')]).toEqual([200, 503, '1']);
    await other.close();
  }, 60_000);
});

test('a missing address is a problem document, and a page for a browser', async () => {
  expect(await read('/nothing')).toMatchObject({
    status: 404,
    body: { type: 'urn:muster:problem:not-found' },
  });
  const browser = { accept: 'text/html,*/*' };
  expect(await read('/nothing', browser)).toMatchObject({
    status: 404,
    body: expect.stringContaining('Page not found'),
  });
  expect((await read('/api/v1/nothing', browser)).body.status).toBe(404);
});

test('a refusal is a page for a browser, with a title that says what happened', async () => {
  const { status, body } = await read('/pledges?kind=gold', { accept: 'text/html,*/*' });
  expect(status).toBe(400);
  expect(body).toMatch(/<title>Check what you entered.*<h1>Check what you entered<\/h1>/s);
  expect(body).toContain('kind: must be one of');
});

test('a stranger recomputes the root from the entries that the API gives', async () => {
  const leaves: string[] = [];
  for (let next: string | null = null; leaves.length === 0 || next !== null;) {
    const { body } = await read(`/api/v1/entries?limit=2${next === null ? '' : `&cursor=${next}`}`);
    leaves.push(...body.entries.map(({ leaf }: { leaf: string }) => leaf));
    next = body.next;
  }
  const frontier = emptyFrontier();
  for (const leaf of leaves) appendHash(frontier, leafHash(Buffer.from(leaf)));
  const { asOf } = (await read('/api/v1/progress')).body;
  expect([leaves.length, rootOf(frontier).toString('base64')]).toEqual([asOf.size, asOf.root]);
  expect((await read('/how-we-know')).body).toContain(app.ctx.signer.verifierKey);
});

test('without an initiative there is nothing to show, and the answer says what to do', async () => {
  const empty = await startApp({ initiative: null });
  expect((await empty.request('/', { token: false })).body).toContain('npm run import -- FILE');
  expect((await empty.request('/api/v1/progress')).body).toMatchObject({
    status: 404,
    detail: expect.stringContaining('npm run import'),
  });
  await empty.close();
});
