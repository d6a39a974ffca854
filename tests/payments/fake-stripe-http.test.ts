import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Stripe } from 'stripe';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startFakeStripe, type FakeStripe } from '../support/stripe/fake.ts';
import { clientOf, paidByCard, refusalOf, termsOf } from './fake-stripe-client.ts';

let fake: FakeStripe;
let stripe: Stripe;
beforeEach(async () => {
  fake = await startFakeStripe();
  stripe = clientOf(fake);
});
afterEach(() => fake.close());

describe('the server of the fake Stripe', () => {
  test('pages the balance, newest first and within a window', async () => {
    for (let day = 1; day <= 5; day += 1) {
      fake.clock.now = new Date(Date.UTC(2030, 0, day));
      fake.otherBalance('payout', -day);
    }
    const at = (day: number) => Date.UTC(2030, 0, day) / 1000;
    const asked = { created: { gte: at(1), lt: at(5) }, limit: 3 };
    const first = await stripe.balanceTransactions.list(asked);
    expect(first.data.map(({ amount }) => amount)).toEqual([-4, -3, -2]);
    expect(first.has_more).toBe(true);
    const second = await stripe.balanceTransactions.list({
      ...asked,
      starting_after: first.data[2]!.id,
    });
    expect(second.data.map(({ amount }) => amount)).toEqual([-1]);
    expect(second.has_more).toBe(false);
  });

  test('refuses what Stripe refuses', async () => {
    const { sessions } = stripe.checkout;
    expect(await refusalOf(sessions.create(termsOf(49)))).toMatchObject({
      code: 'amount_too_small',
      param: 'line_items[0][price_data][unit_amount]',
    });
    const typo = { ...termsOf(), sucess_url: 'http://muster.test' };
    expect(await refusalOf(sessions.create(typo))).toMatchObject({
      code: 'parameter_unknown',
      param: 'sucess_url',
    });
    const unknown = await refusalOf(sessions.retrieve('cs_test_none'));
    expect(unknown).toMatchObject({ statusCode: 404, code: 'resource_missing' });
    const { id } = await sessions.create(termsOf());
    expect(await refusalOf(sessions.retrieve(id, { expand: ['currency'] }))).toMatchObject({
      param: 'expand',
    });
    const stranger = clientOf({ ...fake, secretKey: 'sk_test_wrong' });
    expect(await refusalOf(stranger.accounts.retrieveCurrent())).toMatchObject({
      type: 'StripeAuthenticationError',
    });
    expect((await stripe.accounts.retrieveCurrent()).id).toBe(fake.account);
  });

  test('does once what is asked twice with one key', async () => {
    const intent = await paidByCard(fake, stripe);
    const ask = (amount: number) =>
      stripe.refunds.create({ payment_intent: intent, amount }, { idempotencyKey: 'one' });
    const first = await ask(100);
    expect((await ask(100)).id).toBe(first.id);
    expect(await refusalOf(ask(200))).toMatchObject({ type: 'StripeIdempotencyError' });

    // An error is an answer too, until a day has passed.
    const askAll = () =>
      stripe.refunds.create({ payment_intent: intent, amount: 9950 }, { idempotencyKey: 'two' });
    await refusalOf(askAll());
    fake.refundFails(first.id);
    await refusalOf(askAll());
    fake.clock.now = new Date(fake.clock.now.getTime() + 24 * 3600 * 1000);
    expect((await askAll()).amount).toBe(9950);

    fake.fail({ path: /sessions$/, delayMs: 300 });
    const slow = stripe.checkout.sessions.create(termsOf(), { idempotencyKey: 'three' });
    await wait(100);
    expect(
      await refusalOf(stripe.checkout.sessions.create(termsOf(), { idempotencyKey: 'three' })),
    ).toMatchObject({ statusCode: 409 });
    await slow;
  });

  test('fails as it is told, before or after the effect', async () => {
    const intent = await paidByCard(fake, stripe);
    const ask = () =>
      stripe.refunds.create({ payment_intent: intent, amount: 100 }, { idempotencyKey: 'one' });
    const refunds = async () => (await stripe.refunds.list({ payment_intent: intent })).data.length;
    for (const status of [402, 409, 429, 500, 503] as const) {
      fake.fail({ path: /refunds$/, method: 'POST', status });
      expect(await refusalOf(ask())).toMatchObject({ statusCode: status });
    }
    // The SDK itself asks once more when a connection breaks.
    fake.fail({ path: /refunds$/, cut: true, times: 2 });
    expect(await refusalOf(ask())).toMatchObject({ type: 'StripeConnectionError' });
    expect(await refunds()).toBe(0);

    fake.fail({ path: /refunds$/, status: 500, after: true });
    expect(await refusalOf(ask())).toMatchObject({ statusCode: 500 });
    expect(await refunds()).toBe(1);
    await ask();
    expect(await refunds()).toBe(1);
    expect(fake.requests.at(-2)).toEqual({
      method: 'POST',
      path: '/v1/refunds',
      idempotencyKey: 'one',
      body: { payment_intent: intent, amount: '100' },
    });
  });

  test('delivers signed events, by hand and by itself', async () => {
    const got: { body: string; signature: string }[] = [];
    const server = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray()).toString();
      got.push({ body, signature: String(request.headers['stripe-signature']) });
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const read = ({ body, signature }: (typeof got)[number]) =>
      stripe.webhooks.constructEvent(body, signature, fake.webhookSecret);

    const event = fake.emit('x.unknown', { id: 'x' }, { account: 'acct_other' });
    expect((await fake.deliver(event, { url })).status).toBe(200);
    expect(read(got[0]!)).toEqual(event);
    fake.endpoint(url);
    await paidByCard(fake, stripe);
    await fake.settled();
    const types = got.slice(1).map((one) => read(one).type);
    expect(types.toSorted()).toEqual(
      fake.events
        .slice(1)
        .map(({ type }) => type)
        .toSorted(),
    );

    await fake.deliver(event, { secret: 'whsec_wrong' });
    await fake.deliver(event, { tamper: (body) => body.replace('unknown', 'known') });
    await fake.deliver(event, { at: new Date(fake.clock.now.getTime() - 301_000) });
    for (const bad of got.slice(-3)) expect(() => read(bad)).toThrow(/signature|tolerance/);
    server.close();
  });

  test('shows the payer a page, and sends them back', async () => {
    const { id, url } = await stripe.checkout.sessions.create(termsOf());
    const shown = await (await fetch(url!)).text();
    expect(shown).toContain('<title>Fake Stripe</title>');
    expect(shown).toContain('Pay by bank');
    const press = async (act: string) => {
      const body = new URLSearchParams({ act });
      const { status, headers } = await fetch(url!, { method: 'POST', body, redirect: 'manual' });
      return [status, headers.get('location')];
    };
    expect(await press('cancel')).toEqual([303, 'http://muster.test/cancelled']);
    expect(await press('card')).toEqual([303, `http://muster.test/paid?session=${id}`]);
    expect((await stripe.checkout.sessions.retrieve(id)).payment_status).toBe('paid');
    expect(await (await fetch(url!)).text()).not.toContain('Pay by card');
  });
});
