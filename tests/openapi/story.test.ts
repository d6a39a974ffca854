import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLedger, NOW, startApp, type TestApp } from '../support/app.ts';
import type { ApiDocument } from '../../web/api-document.ts';
import { exchangesOf, type Exchange } from '../../web/api-exchanges.ts';
import { BO_SESSION, TOKEN } from '../../server/openapi/story.ts';
import { openMailbox, type Mailbox } from '../support/mail.ts';
import { stripeEnv } from '../support/pay.ts';
import { startFakeStripe, type FakeStripe } from '../support/stripe/fake.ts';
import { likeness } from './likeness.ts';

/** The examples of the document in the order in which they happen, on a server that is new. */
const STORY = [
  'alive',
  'ready',
  'takes-writes',
  'the-initiative',
  'the-deadline-is-set',
  'the-recipient-is-named',
  'milestones-are-set',
  'ada-signs',
  'dee-signs',
  'bo-signs',
  'a-signature-with-wrong-fields',
  'ada-is-published',
  'dee-cannot-be-asked',
  'dee-is-rejected',
  'nobody-is-rejected',
  'who-signed',
  'ada-pledges-money',
  'ada-pledges-gpus',
  'ada-pledges-euros',
  'ada-pledges-yen',
  'a-dinar',
  'another-figure',
  'an-hour-costs-two-dollars',
  'the-euro-s-first-day',
  'a-key-that-was-used',
  'a-pledge-without-a-token',
  'a-pledge-with-wrong-fields',
  'the-money-is-accepted',
  'the-gpus-are-accepted',
  'gpus-are-not-paid',
  'nobody-has-paid',
  'a-payment-that-is-none',
  'a-refund-of-nothing',
  'accepted-twice',
  'the-euros-are-edited',
  'the-euros-are-rejected',
  'the-yen-are-withdrawn',
  'half-is-agreed',
  'more-than-there-is',
  'gpus-are-agreed',
  'a-part-arrives',
  'a-typing-mistake',
  'the-mistake-is-taken-back',
  'taken-back-twice',
  'hours-are-delivered',
  'no-reservation',
  'the-hours-may-come-later',
  'records-are-read',
  'records-are-looked-at',
  'nothing-is-new',
  'it-is-not-recorded',
  'a-part-lapses',
  'a-part-is-expected-after-all',
  'a-part-is-returned',
  'the-money-grows',
  'gpus-do-not-grow',
  'what-is-open-is-spread',
  'bo-confirms',
  'a-link-that-was-used',
  'bo-looks',
  'bo-s-pledges',
  'bo-pledges-gpus',
  'bo-s-gpus',
  'bo-pledges-anonymously',
  'it-waits-for-others',
  'bo-pays-a-part',
  'bo-s-payments',
  'a-gift',
  'a-gift-that-has-not-come',
  'bo-is-asked',
  'bo-asks-for-more',
  'bo-asks-for-no-more',
  'bo-s-money-is-agreed',
  'bo-cannot-withdraw-it',
  'bo-asks-to-pay-later',
  'bo-cancels-the-request',
  'bo-asks-to-be-released',
  'bo-is-not-released',
  'bo-asks-to-give-less',
  'bo-gives-less',
  'bo-withdraws',
  'bo-says-more',
  'bo-moves',
  'bo-asks-for-a-link',
  'bo-withdraws-the-signature',
  'bo-signs-again',
  'bo-signs-out',
  'a-wire-is-contested',
  'a-part-of-it-stays',
  'the-rest-of-it-is-lost',
  'pledges-of-compute',
  'sorted-by-what-does-not-compare',
  'the-gpus',
  'a-rejected-pledge',
  'the-first-movements',
  'the-first-entry',
  'the-figures',
  'gpus-at-once',
  'what-is-raised-for',
  'the-note',
  'nothing-differs',
  'all-of-it-holds',
];

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
  expect([...exchanges.keys()].toSorted()).toEqual(STORY.toSorted());
});

test('the story goes as the document tells it, to the last figure', async () => {
  const like = likeness();
  for (const name of STORY) {
    const { method, path, token, key, body, status, answer } = exchanges.get(name)!;
    if (name === 'bo-confirms') like.is(TOKEN, await tokenInMail());
    const reply = await app.request(like.sent(path), {
      method,
      key,
      body: body === undefined ? undefined : like.sent(body),
      ...(typeof body === 'string' && { headers: { 'content-type': 'text/plain' } }),
      ...(token === null && { token: false }),
      ...(token === 'signatory' && { token: like.sent(BO_SESSION) }),
    });
    expect([name, reply.status, like.answered(answer, reply.body)]).toEqual([
      name,
      status,
      like.expected(answer),
    ]);
    expect([name, reply.headers.get('cache-control')]).not.toEqual([name, null]);
    await app.face.refresh();
  }
  await checkLedger(app);
}, 60_000);
