import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW, startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import type { Example } from '../../server/openapi/document.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';
import type { ApiDocument } from '../../web/data/api-document.ts';
import { exchangesOf, type Exchange } from '../../web/pages/api-exchanges.ts';
import { openMailbox, type Mailbox } from '../support/mail.ts';
import { stripeEnv } from '../support/pay.ts';
import { startFakeStripe, type FakeStripe } from '../support/stripe/fake.ts';
import { likeness } from './likeness.ts';

const FILE = join(PROJECT_ROOT, 'server/openapi/examples.json');
const STORY = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Example>;

let mailbox: Mailbox;
let stripe: FakeStripe;
let app: TestApp;
let document: ApiDocument;
let exchanges: Map<string, Exchange>;

beforeAll(async () => {
  mailbox = await openMailbox();
  const clock = { now: NOW };
  stripe = await startFakeStripe({ clock });
  app = await startApp({
    initiative: null,
    clock,
    env: { SMTP_URL: mailbox.url, ...stripeEnv(stripe) },
  });
  document = (await app.request('/openapi.json')).body;
  exchanges = exchangesOf(document);
});
afterAll(async () => {
  await app.close();
  await stripe.close();
  await mailbox.close();
});

/** What the link of the one mail ends in: who signs by the API reads it as everybody does. */
async function tokenInMail(): Promise<string> {
  await app.postman.deliver();
  const [mail] = mailbox.received();
  return new URL(mail!.link!).searchParams.get('token')!;
}

test('each operation but the document’s own and the measurements has an example, and the story tells them all', () => {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  const told = new Set([...exchanges.values()].map(({ operationId }) => operationId));
  const silent = operations.filter(({ operationId }) => !told.has(operationId));
  // What CSV files hold is told by docs/csv.md, and tests/exports compare them with it.
  const others = silent.filter(({ responses }) => !JSON.stringify(responses).includes('text/csv'));
  expect(others.map(({ operationId }) => operationId)).toEqual(['getMetrics', 'getDocument']);
  expect([...exchanges.keys()].toSorted()).toEqual(Object.keys(STORY).toSorted());
});

test('the story goes as the document tells it, to the last figure', async () => {
  const like = likeness();
  const played: Record<string, Example> = {};
  const { body: link, answer: confirmed } = STORY['bo-confirms'] as {
    body: { token: string };
    answer: { session: string };
  };
  for (const [name, example] of Object.entries(STORY)) {
    const { method, path, token, key, body } = exchanges.get(name)!;
    if (name === 'bo-confirms') like.is(link.token, await tokenInMail());
    const reply = await app.request(like.sent(path), {
      method,
      key,
      body: body === undefined ? undefined : like.sent(body),
      ...(typeof body === 'string' && { headers: { 'content-type': 'text/plain' } }),
      ...(token === null && { token: false }),
      ...(token === 'signatory' && { token: like.sent(confirmed.session) }),
    });
    const answer = like.answered(example.answer, reply.body);
    played[name] = { ...example, status: reply.status, answer };
    expect([name, reply.headers.get('cache-control')]).not.toEqual([name, null]);
    await app.publicCache.refresh();
  }
  await checkLedger(app);
  // After a change of the API: npm test -- tests/openapi/story.test.ts -u
  await expect(`${JSON.stringify(played, null, 2)}\n`).toMatchFileSnapshot(FILE);
}, 60_000);
