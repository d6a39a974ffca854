import { eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import { beforeEach, describe, expect, test } from 'vitest';
import * as payments from '../../server/db/payments.ts';
import { useTill } from '../support/pay.ts';
import type { Delivery } from '../support/stripe/events.ts';

const till = useTill();

/** A card was charged for Ada's pledge; nothing of that has been delivered. */
let paid: { ref: string; code: string; event: Stripe.Event };
beforeEach(async () => {
  const ref = await till.pledge();
  const { code } = await till.pay(ref, '500.00');
  till.stripe.events.length = 0;
  await till.stripe.payByCard(await till.objectOf(code));
  paid = { ref, code, event: till.stripe.events.at(-1)! };
});

const PLEDGED = 'pledge outside→pledged 2000.00';
const RECEIVED = 'receive pledged→received 500.00';

const deliver = (event: Stripe.Event, delivery: Delivery = {}): Promise<Response> =>
  till.stripe.deliver(event, { url: till.hook, ...delivery });

const post = (body: string, headers: Record<string, string>): Promise<Response> =>
  fetch(till.hook, { method: 'POST', body, headers });

const rowOf = async ({ id }: Stripe.Event) => {
  const { stripeEvent } = payments;
  return (await till.app.ctx.db.select().from(stripeEvent).where(eq(stripeEvent.id, id)))[0];
};

const ago = (seconds: number): Date => new Date(till.app.clock.now.getTime() - seconds * 1000);

describe('what is no event of Stripe’s to us', () => {
  const json = { 'content-type': 'application/json' };
  const signed = (payload: string): Promise<Response> => {
    const { webhookSecret: secret, clock } = till.stripe;
    const timestamp = Math.floor(clock.now.getTime() / 1000);
    const { webhooks } = till.app.ctx.stripe!.api;
    const signature = webhooks.generateTestHeaderString({ payload, secret, timestamp });
    return post(payload, { ...json, 'stripe-signature': signature });
  };
  const thin = (event: Stripe.Event) => signed(JSON.stringify({ ...event, data: undefined }));

  test.each<[string, (event: Stripe.Event) => Promise<Response>, number, string]>([
    ['has no signature', (event) => post(JSON.stringify(event), json), 400, 'signature-wrong'],
    [
      'has an empty signature',
      (event) => post(JSON.stringify(event), { ...json, 'stripe-signature': '' }),
      400,
      'signature-wrong',
    ],
    [
      'was signed with another secret',
      (event) => deliver(event, { secret: 'whsec_of_somebody_else' }),
      400,
      'signature-wrong',
    ],
    [
      'was changed by one byte',
      (event) => deliver(event, { tamper: (body) => body.replace('50000', '50001') }),
      400,
      'signature-wrong',
    ],
    [
      'was signed more than five minutes ago',
      (event) => deliver(event, { at: ago(301) }),
      400,
      'signature-late',
    ],
    ['is no JSON', () => post('event=1', json), 400, 'signature-wrong'],
    ['is nothing', () => post('', json), 400, 'signature-wrong'],
    ['is no JSON, and signed', () => signed('event=1'), 400, 'malformed-json'],
    ['is no event, and signed', () => signed('[1]'), 400, 'malformed-json'],
    ['speaks of nothing, and is signed', thin, 400, 'malformed-json'],
    [
      'is no JSON by its type',
      (event) => post(JSON.stringify(event), { 'content-type': 'text/plain' }),
      415,
      'unsupported-media-type',
    ],
    [
      'has two megabytes',
      (event) => deliver(event, { tamper: (body) => body + ' '.repeat(2 * 1024 * 1024) }),
      413,
      'body-too-large',
    ],
  ])('because it %s, is refused, and nothing moves', async (_what, send, status, code) => {
    const [before, asked] = [await till.entries(), till.stripe.requests.length];
    const reply = await send(paid.event);
    expect(reply.status).toBe(status);
    expect(await reply.json()).toMatchObject({ type: `urn:muster:problem:${code}`, status });
    expect(await till.moves(paid.ref)).toEqual([PLEDGED]);
    expect(await till.entries()).toBe(before);
    expect(till.stripe.requests.length).toBe(asked);
    expect(await rowOf(paid.event)).toBeUndefined();
    expect((await till.paymentOf(paid.code)).status).toBe('open');
  });
});

describe('an event that Stripe signed', () => {
  test('is taken up to five minutes later', async () => {
    expect((await deliver(paid.event, { at: ago(300) })).status).toBe(200);
    expect(await till.moves(paid.ref)).toEqual([PLEDGED, RECEIVED]);
  });

  test('is kept without its payload, with what came of it', async () => {
    const reply = await deliver(paid.event);
    expect(await reply.json()).toEqual({ outcome: 'applied', reason: null, detail: null });
    const { id: paymentId } = await till.paymentOf(paid.code);
    expect(await rowOf(paid.event)).toEqual({
      id: paid.event.id,
      type: 'checkout.session.completed',
      object: await till.objectOf(paid.code),
      paymentId,
      livemode: false,
      outcome: 'applied',
      reason: null,
      detail: null,
      asideNote: null,
      receivedAt: till.app.clock.now,
    });
  });

  test('is known when it comes again, and asks nothing of Stripe', async () => {
    await deliver(paid.event);
    const asked = till.stripe.requests.length;
    expect(await (await deliver(paid.event)).json()).toEqual({ outcome: 'known' });
    expect(till.stripe.requests.length).toBe(asked);
    expect(await till.moves(paid.ref)).toEqual([PLEDGED, RECEIVED]);
  });

  test('twenty times at once makes one movement, and all are told 200', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => deliver(paid.event)));
    expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const told = await Promise.all(replies.map(async (reply) => (await reply.json()) as object));
    expect(told.filter((each) => 'reason' in each)).toEqual([
      { outcome: 'applied', reason: null, detail: null },
    ]);
    expect(await till.moves(paid.ref)).toEqual([PLEDGED, RECEIVED]);
  });

  test('of a type that is of no use is kept, and asks nothing of Stripe', async () => {
    const asked = till.stripe.requests.length;
    const event = till.stripe.emit('price.created', { id: 'price_1', object: 'price' });
    expect((await deliver(event)).status).toBe(200);
    expect(await rowOf(event)).toMatchObject({ outcome: 'unknown', object: 'price_1' });
    expect(till.stripe.requests.length).toBe(asked);
  });

  test('says nothing new where another one has led to its payment', async () => {
    const [intent] = till.stripe.events;
    await deliver(paid.event);
    await deliver(intent!);
    expect(await rowOf(intent!)).toMatchObject({ outcome: 'nothing' });
  });
});

test('an event of an account waits as unmatched where the key may not read its own account', async () => {
  const event = { ...paid.event, id: 'evt_of_an_account', account: 'acct_1' };
  till.stripe.fail({ path: /^\/v1\/account$/, status: 403 });
  const reply = await deliver(event);
  expect([reply.status, await reply.json()]).toEqual([
    200,
    {
      outcome: 'unmatched',
      reason: 'account',
      detail:
        'acct_1: STRIPE_SECRET_KEY may not read its own account. Give it read access to Accounts.',
    },
  ]);
});

describe('while Stripe is away', () => {
  const SESSION = /sessions\/cs_/;
  test.each<[string, Parameters<typeof till.stripe.fail>[0]]>([
    ['answers with an error', { path: SESSION, status: 500, times: 3 }],
    ['is out of order', { path: SESSION, status: 503, times: 3 }],
    ['wants no more requests', { path: SESSION, status: 429 }],
    ['breaks the connection', { path: SESSION, cut: true, times: 3 }],
  ])('it %s, so an event is not taken, and later it is', async (_what, fault) => {
    till.stripe.fail(fault);
    const reply = await deliver(paid.event);
    expect(reply.status).toBe(503);
    expect(reply.headers.get('retry-after')).toBe('1');
    // Nothing of what Stripe answered goes out.
    expect(Object.keys((await reply.json()) as object)).toEqual([
      'type',
      'title',
      'status',
      'detail',
    ]);
    expect(await rowOf(paid.event)).toBeUndefined();
    expect(await till.moves(paid.ref)).toEqual([PLEDGED]);
    expect((await deliver(paid.event)).status).toBe(200);
    expect(await till.moves(paid.ref)).toEqual([PLEDGED, RECEIVED]);
  });

  test('after the first of its answers, nothing is half recorded', async () => {
    const { api } = till.app.ctx.stripe!;
    const { payment_intent: intent } = await api.checkout.sessions.retrieve(
      await till.objectOf(paid.code),
    );
    till.stripe.dispute(intent as string);
    till.stripe.fail({ path: /disputes$/, status: 500, times: 3 });
    expect((await deliver(paid.event)).status).toBe(503);
    expect(await till.moves(paid.ref)).toEqual([PLEDGED]);
    await deliver(paid.event);
    expect(await till.moves(paid.ref)).toEqual([
      PLEDGED,
      RECEIVED,
      'dispute received→disputed 500.00',
    ]);
  });
});

describe('a look at Stripe that is older than what is recorded', () => {
  /** Its answer is as of now, and arrives after everything that happens meanwhile. */
  const slowly = async (event: Stripe.Event, meanwhile: () => Promise<unknown>): Promise<void> => {
    till.stripe.fail({ path: /sessions/, after: true, delayMs: 400 });
    const asked = till.stripe.requests.length;
    const slow = deliver(event);
    await expect.poll(() => till.stripe.requests.length).toBeGreaterThan(asked);
    await meanwhile();
    expect((await slow).status).toBe(200);
  };

  test('takes no movement back', async () => {
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '500.00');
    const object = await till.objectOf(code);
    const early = till.stripe.emit('checkout.session.completed', {
      id: object,
      object: 'checkout.session',
    });
    await slowly(early, async () => {
      await till.stripe.payByCard(object);
      await till.deliver();
    });
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
    expect((await till.paymentOf(code)).status).toBe('paid');
  });

  test('records no refund that the bank has sent back meanwhile', async () => {
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '500.00');
    await till.stripe.payByCard(await till.objectOf(code));
    await till.deliver();
    const refund = till.stripe.refund((await till.paymentOf(code)).intent!, 12_345);
    const [created] = till.stripe.events.splice(0);
    expect(created!.type).toBe('refund.created');
    await slowly(created!, async () => {
      till.stripe.refundFails(refund);
      await till.deliver();
    });
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
    const outcomes = (await till.events()).filter(({ object }) => object === refund);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['nothing', 'nothing', 'nothing']);
  });

  test('does not call under way what a bank has refused', async () => {
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '500.00');
    const object = await till.objectOf(code);
    await till.stripe.payByBank(object);
    const event = till.stripe.events.at(-1)!;
    await slowly(event, async () => {
      till.stripe.bankFails(object);
      await deliver(till.stripe.events.at(-1)!);
    });
    expect((await till.paymentOf(code)).status).toBe('failed');
  });
});
