import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ApiDocument, ApiOperation } from '../../web/data/api-document.ts';
import { fundingPledge, PAYMENT, move, publishedSignatory } from '../support/actors.ts';
import { ADMIN_TOKEN, INITIATIVE, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { signIn } from '../support/forms.ts';
import { RECIPIENT, stripeEnv } from '../support/pay.ts';
import { startFakeStripe, type FakeStripe } from '../support/stripe/fake.ts';
import { bodyWith, exampleOf, PARTS, placesOf, VALUES, WORST } from '../support/hostile.ts';

const PEOPLE = ['stranger', 'signatory', 'admin'] as const;
type Person = (typeof PEOPLE)[number];

const HOUR_MS = 3_600_000;
/** More would wait for one another, and be told so. */
const AT_ONCE = 2;

let app: TestApp;
let stripe: FakeStripe;
let document: ApiDocument;
let ada: string;
/** What stands for a part of a path, where it is of something that is there. */
let known: Record<string, string>;
let sent = 0;

beforeAll(async () => {
  const clock = { now: new Date('2026-03-10T12:00:00Z') };
  stripe = await startFakeStripe({ clock });
  app = await startApp({
    clock,
    initiative: { ...INITIATIVE, recipient: RECIPIENT },
    env: { ...stripeEnv(stripe), TRUSTED_PROXIES: '127.0.0.1,::1,::ffff:127.0.0.1' },
  });
  document = (await app.request('/openapi.json')).body;
  ada = await publishedSignatory(app);
  const ref = await fundingPledge(app, ada);
  const received = await move(app, ref, 'receive', { amount: '10.00', evidence: PAYMENT });
  const gift = { amount: '5.00', currency: 'USD', country: 'NO' };
  const given = await app.request('/api/v1/gifts', { body: gift });
  known = { ref, id: ada, batch: received.body.batch, code: given.body.code };
});
afterEach(() => watchLedger(app));
afterAll(async () => {
  await app.close();
  await stripe.close();
});

interface Sent {
  method: string;
  path: string;
  /** What is wrong, and where. */
  what: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Whom an operation lets in. */
function isFor({ security }: ApiOperation, person: Person): boolean {
  const isOpen = security.length === 0 || security.some((way) => Object.keys(way).length === 0);
  return person === 'stranger' ? isOpen : security.some((way) => person in way);
}

const pathOf = (path: string, given: Record<string, string> = {}): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => given[name] ?? known[name] ?? randomUUID());

/** Each request of an operation that has something hostile in one place. */
function* hostileRequests(path: string, method: string, operation: ApiOperation): Generator<Sent> {
  const { parameters, requestBody } = operation;
  const [type] = Object.keys(requestBody?.content ?? {});
  const schema = requestBody?.content['application/json']?.schema;
  const body = schema && exampleOf(operation);
  const base = {
    method: method.toUpperCase(),
    headers: { ...(type && { 'content-type': type }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
  for (const { name, in: place } of parameters) {
    for (const [what, value] of PARTS) {
      const at = { ...base, what: `${place} ${name}: ${what}` };
      if (place === 'path') yield { ...at, path: pathOf(path, { [name]: value }) };
      if (place === 'query') yield { ...at, path: `${pathOf(path)}?${name}=${value}` };
      if (place === 'header') {
        yield { ...at, path: pathOf(path), headers: { ...base.headers, [name]: value } };
      }
    }
    if (place === 'query') {
      const twice = `${pathOf(path)}?${name}=a&${name}=%00&${name}[a]=b`;
      yield { ...base, what: `${place} ${name}: twice`, path: twice };
    }
  }
  if (!schema) return;
  for (const place of placesOf(document, schema)) {
    for (const [what, value] of place.length > 1 ? WORST : VALUES) {
      const hostile = bodyWith(body, place, value);
      yield {
        ...base,
        what: `body ${place.join('.')}: ${what}`,
        path: pathOf(path),
        body: hostile,
      };
    }
  }
}

async function statusOf(token: string | null, { method, path, headers, body }: Sent) {
  sent += 1;
  const response = await fetch(app.url + path, {
    method,
    headers: {
      'idempotency-key': randomUUID(),
      // A network of its own, so that no limit answers in place of the server.
      'x-forwarded-for': `2001:db8:${(sent & 0xff_ff).toString(16)}::1`,
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(method !== 'GET' && body !== undefined && { body }),
    redirect: 'manual',
  });
  await response.text();
  return response.status;
}

const tokenOf = async (person: Person): Promise<string | null> => {
  if (person === 'stranger') return null;
  return person === 'admin' ? ADMIN_TOKEN : signIn(app, ada);
};

/** Sends all of them, some at once; those that were answered with 5xx. */
async function failuresOf(person: Person, requests: Sent[]): Promise<string[]> {
  const failed: string[] = [];
  // An hour has room for so many acts of a signatory.
  for (let start = 0; start < requests.length; start += 100) {
    app.clock.now = new Date(app.clock.now.getTime() + HOUR_MS);
    const token = await tokenOf(person);
    const queue = requests.slice(start, start + 100);
    const work = async (): Promise<void> => {
      for (let each = queue.pop(); each; each = queue.pop()) {
        const status = await statusOf(token, each);
        if (status >= 500) failed.push(`${each.method} ${each.path} ${each.what}: ${status}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
  return failed;
}

test.each(PEOPLE)(
  'nothing that a %s sends ends in a failure of the server',
  async (person) => {
    const failed: string[] = [];
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const requests = [...hostileRequests(path, method, operation)];
        // Who is refused before the body is read is refused whatever they send.
        const meant = isFor(operation, person) ? requests : requests.slice(0, 2);
        failed.push(...(await failuresOf(person, meant)));
      }
    }
    expect(failed).toEqual([]);
  },
  600_000,
);
