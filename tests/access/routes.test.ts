import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { buildApp, type App } from '../../server/app.ts';
import { TOKEN_PREFIX } from '../../server/admins/token.ts';
import * as desk from '../../server/db/desk.ts';
import { ROLES, rightsOf, type Role } from '../../server/domain/right.ts';
import { randomCode, REF_LENGTH } from '../../server/ledger/codes.ts';
import { derivedToken, hashOf } from '../../server/sessions/token.ts';
import { publishedSignatory } from '../support/actors.ts';
import { INITIATIVE, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';
import { cookieOf, signIn } from '../support/forms.ts';
import { RECIPIENT } from '../support/pay.ts';
import { TABLE } from './table.ts';
import type { Who } from './who.ts';

/** As a trial has it, whose own commands may do more; and as everybody else meets it. */
const LOCAL_TOKEN = 'the-token-of-this-machine';
const PEOPLE = ['stranger', 'signatory', ...ROLES, 'machine'] as const;
type Person = (typeof PEOPLE)[number];

let app: TestApp;
let walked: App;
let url: string;
let ada: string;
const tokens = {} as Record<Role, string>;

beforeAll(async () => {
  // Payments are open; nothing is asked of a Stripe.
  app = await startApp({
    initiative: { ...INITIATIVE, recipient: RECIPIENT },
    env: {
      STRIPE_SECRET_KEY: 'sk_test_example',
      STRIPE_WEBHOOK_SECRET: 'whsec_example',
      STRIPE_API_URL: 'http://localhost:1',
    },
  });
  ada = await publishedSignatory(app);
  walked = await buildApp({ ...app.ctx, archive: async () => new Blob() }, LOCAL_TOKEN);
  await walked.http.listen({ port: 0, host: '127.0.0.1' });
  url = `http://localhost:${(walked.http.server.address() as AddressInfo).port}`;
  for (const role of ROLES) tokens[role] = await apiToken(role);
});
afterEach(() => watchLedger(app));
afterAll(async () => {
  await walked.http.close();
  await app.close();
});

/** A program's token with all the rights of a role. */
async function apiToken(role: Role): Promise<string> {
  const token = `${TOKEN_PREFIX}${role}`;
  const { id: madeBy } = await atDesk(app, role);
  await app.ctx.db.insert(desk.apiToken).values({
    id: randomUUID(),
    name: role,
    tokenHash: hashOf(token),
    rights: rightsOf(role),
    madeBy,
    createdAt: app.ctx.now(),
    expiresAt: new Date('2027-01-01'),
  });
  return token;
}

const isRole = (person: Person): person is Role => (ROLES as readonly string[]).includes(person);
const isForPrograms = (path: string): boolean =>
  /^\/(api|log|data|metrics|openapi\.json)\b/.test(path);

const readers = new Map<string, Promise<unknown>>();

/** What a POST may end is another one's each time; a GET ends nothing. */
function signedInFor<T>(method: string, who: string, make: () => Promise<T>): Promise<T> {
  if (method !== 'GET') return make();
  const reader = (readers.get(who) as Promise<T> | undefined) ?? make();
  readers.set(who, reader);
  return reader;
}

/** By what a program asks. */
async function bearerOf(person: Person): Promise<string | null> {
  if (person === 'stranger') return null;
  if (person === 'machine') return LOCAL_TOKEN;
  return isRole(person) ? tokens[person] : signIn(app, ada);
}

/** The cookie of a browser where somebody has just signed in, and touched the passkey. */
async function cookieFor(person: Person): Promise<Record<string, string>> {
  if (isRole(person)) return (await atDesk(app, person)).cookie;
  return person === 'signatory' ? cookieOf(await signIn(app, ada)) : {};
}

async function ask(method: string, path: string, person: Person): Promise<Response> {
  const isPost = method === 'POST';
  if (isForPrograms(path)) {
    const bearer = await signedInFor(method, `${person}, a program`, () => bearerOf(person));
    return fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        'idempotency-key': randomUUID(),
        ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
        ...(isPost && { 'content-type': 'application/json' }),
      },
      ...(isPost && { body: '{}' }),
    });
  }
  const cookie = await signedInFor(method, person, () => cookieFor(person));
  const headers: Record<string, string> = { accept: 'text/html', ...cookie };
  if (!isPost) return fetch(url + path, { redirect: 'manual', headers });
  const session = headers['cookie']?.split('=')[1];
  return fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...headers,
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'null',
      'sec-fetch-site': 'same-origin',
    },
    body: new URLSearchParams(
      session ? { csrf: derivedToken('csrf', session), key: randomUUID() } : {},
    ).toString(),
  });
}

/** What is there of nobody, but might be. */
const addressOf = (route: string): string =>
  route
    .replaceAll(/:(ref|batch)\b/g, () => randomCode(app.ctx.randomBytes, REF_LENGTH))
    .replaceAll(/:\w+/g, () => randomUUID());

/** Whether somebody got in; null where that cannot be told. */
function gotIn({ status, headers, url: at }: Response): boolean | null {
  // It may say that it is not ready.
  if (/\/readyz(\/writes)?$/.test(at)) return true;
  if (status === 401 || status === 403) return false;
  const location = headers.get('location') ?? '';
  if (/^(\/admin)?\/sign-in\?next=/.test(location)) return false;
  if (status === 429 || status >= 500 || /^\/(admin\/touch|me\/confirm)\?/.test(location))
    return null;
  return true;
}

function mayBe(who: Who, person: Person, path: string): boolean {
  if (who === 'public') return true;
  if (who === 'signatory' || who === 'machine') return who === person;
  if (person === 'machine') return isForPrograms(path);
  return isRole(person) && rightsOf(person).includes(who);
}

const WORDS = new Map([
  [true, 'let in'],
  [false, 'refused'],
  [null, 'undecided'],
]);

test('the table has each route, and no other', () => {
  const routes = walked.routes.map(({ method, url: path }) => `${method} ${path}`);
  expect(app.routes.length).toBeLessThan(routes.length);
  expect(routes.filter((route) => !(route in TABLE))).toEqual([]);
  expect(Object.keys(TABLE).filter((route) => !routes.includes(route))).toEqual([]);
});

test(
  'each role is let in where the table says so, and nowhere else',
  { timeout: 120_000 },
  async () => {
    const wrong: string[] = [];
    for (const [route, row] of Object.entries(TABLE)) {
      const [method = '', path = ''] = route.split(' ');
      for (const person of PEOPLE) {
        const response = await ask(method, addressOf(path), person);
        await response.arrayBuffer();
        const [is, should] = [
          gotIn(response),
          [row].flat().some((who) => mayBe(who, person, path)),
        ];
        if (is !== should) {
          wrong.push(
            `${route}: ${person} ${WORDS.get(is)} (${response.status}), table: ${WORDS.get(should)}`,
          );
        }
      }
    }
    expect(wrong).toEqual([]);
  },
);
