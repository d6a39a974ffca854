import { readdir, readFile } from 'node:fs/promises';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../server/paths.ts';
import type { ApiDocument } from '../../web/data/api-document.ts';
import { startApp, type TestApp } from '../support/app.ts';

/** Node takes headers of 16 KiB in all, the address included. */
const LONG = 12_000;
/** In an address a character may take three. */
const LONG_QUERY = LONG / 3;
/** Of a text four times as long, linear work is four times as much at most, quadratic work sixteen times. */
const MOST = 7;

/** What a text repeats, and an end that lets a parser fail. */
const REPEATED = ['1', 'a', ',', ' ', ';', '"', '=', '/', 'a,', ', ;', 'a=1;', '\\"'];
const ENDS = ['', '!'];

interface Asked {
  method?: string;
  path: string;
  headers?: IncomingHttpHeaders;
  body?: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

/** Each header that the server reads: who reads it, and how a right one begins. */
const HEADERS: Record<string, Asked & { begins: string }> = {
  accept: { path: '/nothing-here', begins: 'text/html;q=0.' },
  'accept-encoding': { path: '/', begins: 'gzip;q=0.' },
  authorization: { path: '/api/v1/me', begins: 'Bearer ' },
  cookie: { path: '/me', begins: 'muster=' },
  'idempotency-key': {
    method: 'POST',
    path: '/api/v1/signatories',
    headers: JSON_TYPE,
    body: '{}',
    begins: 'a',
  },
  'if-none-match': { path: '/', begins: 'W/"' },
  origin: { method: 'POST', path: '/sign', headers: FORM_TYPE, body: 'a=1', begins: 'http://' },
  'sec-fetch-site': {
    method: 'POST',
    path: '/sign',
    headers: FORM_TYPE,
    body: 'a=1',
    begins: 'same-',
  },
  'x-request-id': { path: '/', begins: 'a' },
  'stripe-signature': {
    method: 'POST',
    path: '/webhooks/stripe',
    headers: JSON_TYPE,
    body: '{}',
    begins: 't=1,v1=',
  },
  'user-agent': {
    method: 'POST',
    path: '/admin/welcome',
    headers: { ...FORM_TYPE, 'sec-fetch-site': 'same-origin' },
    body: 'token=a&passkey=a',
    begins: 'Mozilla/5.0 (',
  },
};
/** Those that Node and Fastify read. */
const FRAMEWORK: typeof HEADERS = {
  'content-type': {
    method: 'POST',
    path: '/api/v1/links',
    body: '{}',
    begins: 'application/json;',
  },
  'x-forwarded-for': { method: 'POST', path: '/api/v1/links', body: '{}', begins: '192.0.2.1, ' },
  'x-forwarded-host': { path: '/nothing-here', begins: 'a.example, ' },
  'x-forwarded-proto': { path: '/nothing-here', begins: 'https, ' },
};

/** What the addresses of pages ask for: the document has those of the API. */
const PAGES: Record<string, readonly string[]> = {
  '/givers': ['cursor', 'q', 'kind', 'sort'],
  '/givers/a': ['cursor'],
  '/signatories': ['cursor', 'name', 'kind'],
  '/pledges': ['cursor', 'site', 'status', 'kind', 'asset', 'sort'],
  '/ledger': ['cursor'],
  '/logo.png': ['v'],
  '/look.css': ['v'],
  '/sign': ['pledge', 'invite'],
  '/sign-in': ['next'],
  '/admin/sign-in': ['next'],
  '/admin/welcome': ['token'],
  '/confirm': ['token'],
  '/setup': ['code'],
  '/pay/a': ['amount'],
  '/give/a': ['cancelled'],
};

let app: TestApp;
let document: ApiDocument;
let sent = 0;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
beforeAll(async () => {
  app = await startApp({
    env: {
      TRUSTED_PROXIES: '127.0.0.1,::1,::ffff:127.0.0.1',
      STRIPE_SECRET_KEY: 'sk_test_1',
      STRIPE_WEBHOOK_SECRET: 'whsec_1',
      STRIPE_API_URL: 'http://localhost:9',
    },
  });
  document = (await app.request('/openapi.json', { token: false })).body;
});
afterAll(async () => {
  agent.destroy();
  await app.close();
});

/** How long one request takes, in milliseconds. */
async function timeOf({ method = 'GET', path, headers, body }: Asked): Promise<number> {
  sent += 1;
  // A network of its own, so that no limit answers in place of the server.
  const from = `2001:db8:${(sent >> 8).toString(16)}:${(sent & 255).toString(16)}::1`;
  const before = performance.now();
  const status = await new Promise<number>((resolve, reject) => {
    const all = { 'x-forwarded-for': from, ...headers };
    const asking = request(`${app.url}${path}`, { agent, method, headers: all }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode!));
    });
    asking.once('error', reject).end(body);
  });
  const took = performance.now() - before;
  expect([path, status]).not.toEqual([path, 431]);
  return took;
}

/** What is over sooner says nothing: quadratic work of such texts takes a hundred times as long. */
const LEAST_MS = 10;

/** How many times longer a text takes that is four times as long, at the best of a few tries. */
async function growthOf(ask: (length: number) => Asked, length: number): Promise<number> {
  let [short, long] = [Infinity, Infinity];
  for (let tries = 0; tries < 12; tries += 1) {
    // One after another: the work of one must not count for another.
    // oxlint-disable-next-line no-await-in-loop
    short = Math.min(short, await timeOf(ask(length / 4)));
    // oxlint-disable-next-line no-await-in-loop
    long = Math.min(long, await timeOf(ask(length)));
    if (long < MOST * short || long < LEAST_MS) break;
  }
  return long < LEAST_MS ? 1 : long / short;
}

const textsOf = (begins: readonly string[]): ((length: number) => string)[] =>
  begins.flatMap((begin) =>
    REPEATED.flatMap((unit) =>
      ENDS.map((end) => (length: number) => begin + unit.repeat(length / unit.length) + end),
    ),
  );

/** The texts whose work grows faster than they do. */
async function growing(
  name: string,
  begins: readonly string[],
  ask: (text: string) => Asked,
  longest = LONG,
): Promise<string[]> {
  const found: string[] = [];
  for (const textOf of textsOf(begins)) {
    // oxlint-disable-next-line no-await-in-loop
    const growth = await growthOf((length) => ask(textOf(length)), longest);
    if (growth >= MOST) found.push(`${name}: ${textOf(12)}… ${growth.toFixed(1)} times`);
  }
  return found;
}

test.each(Object.entries({ ...HEADERS, ...FRAMEWORK }))(
  'a long %s costs no more than its length',
  async (name, { begins, ...asked }) => {
    const ask = (text: string) => ({ ...asked, headers: { ...asked.headers, [name]: text } });
    expect(await growing(name, ['', begins], ask)).toEqual([]);
  },
  120_000,
);

/** Each query parameter that a stranger can send, with its address. */
const queries = (): [string, string][] => [
  ...Object.entries(document.paths).flatMap(([path, { get }]) =>
    (get?.parameters ?? []).flatMap(({ name, in: place }): [string, string][] =>
      place === 'query' ? [[path.replaceAll(/\{\w+\}/g, 'a'), name]] : [],
    ),
  ),
  ...Object.entries(PAGES).flatMap(([path, names]) =>
    names.map((name): [string, string] => [path, name]),
  ),
];

test('a long query costs no more than its length', async () => {
  const found: string[] = [];
  for (const [path, name] of queries()) {
    const ask = (text: string) => ({ path: `${path}?${name}=${encodeURIComponent(text)}` });
    // oxlint-disable-next-line no-await-in-loop
    found.push(...(await growing(`${path}?${name}`, [''], ask, LONG_QUERY)));
  }
  expect(queries().length).toBeGreaterThan(30);
  expect(found).toEqual([]);
}, 240_000);

/** The server's code, as far as it answers strangers. */
async function sources(): Promise<string> {
  const folder = join(PROJECT_ROOT, 'server');
  const names = await readdir(folder, { recursive: true });
  // A stranger gets no further than the desk's door, and an archive is made by a command.
  const files = names.filter((name) => name.endsWith('.ts') && !/^(desk|archive)\//.test(name));
  return (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
}

test('these are all headers and queries that a stranger can send', async () => {
  const code = await sources();
  const named = code.matchAll(/headers(?:\.([a-z]+)\b|\['([a-z-]+)'\])|headers: \{ '([a-z-]+)'/g);
  const read = new Set([...named].map(([, ...names]) => names.find(Boolean)!));
  // Node reads the host; what we answer with is no request's.
  for (const name of ['host', 'ts', 'strict-transport-security']) read.delete(name);
  const known = Object.keys(HEADERS);
  expect(known).toEqual(expect.arrayContaining([...read]));
  const asked = [...code.matchAll(/(?:Querystring: |query as )\{ (\w+)\?: unknown \}/g)];
  const names = new Set(queries().map(([, name]) => name));
  expect([...names]).toEqual(expect.arrayContaining(asked.map(([, name]) => name)));
});
