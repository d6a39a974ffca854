import { desc, eq } from 'drizzle-orm';
import type Stripe from 'stripe';
import { beforeEach, describe, expect, test } from 'vitest';
import * as payments from '../../server/db/payments.ts';
import { payPledge } from '../../server/payments/pay/pay.ts';
import { useTill } from '../support/pay.ts';
import { newKey, refused } from '../support/signed-in.ts';
import { termsOf } from './fake-stripe-client.ts';

const till = useTill();
const { payment, stripeEvent } = payments;

const PLEDGED = 'pledge outside→pledged 2000.00';
const RECEIVED = 'receive pledged→received 2000.00';

const deliver = async (event: Stripe.Event): Promise<void> => {
  expect((await till.stripe.deliver(event, { url: till.hook })).status).toBe(200);
};
const lastEvent = (): Stripe.Event => till.stripe.events.at(-1)!;

/** What was kept of an event, and of what came of it. */
async function keptOf({ id }: Stripe.Event) {
  const rows = await till.app.ctx.db.select().from(stripeEvent).where(eq(stripeEvent.id, id));
  const { outcome, reason, detail } = rows[0]!;
  return { outcome, reason, detail };
}
const unmatched = (reason: string, detail: unknown = null) => ({
  outcome: 'unmatched',
  reason,
  detail,
});

/** Two thousand are asked of Ada. */
let asked: { ref: string; code: string; object: string };
beforeEach(async () => {
  const ref = await till.pledge();
  const { code } = await till.pay(ref, '2000.00');
  asked = { ref, code, object: await till.objectOf(code) };
});

const nothingMoved = async (ref = asked.ref, code = asked.code): Promise<void> => {
  expect(await till.moves(ref)).toEqual([PLEDGED]);
  expect(await till.paymentOf(code)).toMatchObject({
    status: expect.stringMatching(/^(open|new)$/),
    paidAt: null,
  });
};

/** A session that somebody made in our account, by the dashboard or a link, and has paid. */
async function strayPaid(terms: Partial<Stripe.Checkout.SessionCreateParams>): Promise<string> {
  const { sessions } = till.app.ctx.stripe!.api.checkout;
  const { client_reference_id: _, ...plain } = termsOf(100);
  const { id } = await sessions.create({ ...plain, ...terms });
  await till.stripe.payByCard(id);
  return id;
}

/** What an admin is told of it: how much came, and by which id it is recorded by hand. */
async function claimOf(id: string, amount = '1.00 USD'): Promise<string> {
  const { payment_intent: by } = await till.app.ctx.stripe!.api.checkout.sessions.retrieve(id);
  return `${id}: ${amount} by ${by as string}`;
}

/** Asks for two thousand, and Stripe's answer is lost on the way: we know no session of it. */
async function askedUnanswered() {
  const ref = await till.pledge();
  const key = newKey();
  const send = () =>
    payPledge(till.app.ctx, { actor: till.ada, ref }, key, { amount: '2000.00', country: 'NO' });
  till.stripe.fail({ path: /sessions$/, method: 'POST', cut: true, after: true, times: 3 });
  expect((await refused(send())).code).toBe('busy');
  const [row] = await till.app.ctx.db
    .select()
    .from(payment)
    .orderBy(desc(payment.createdAt), desc(payment.id))
    .limit(1);
  expect(row).toMatchObject({ status: 'new', object: null });
  return { ref, code: row!.code, send };
}

describe('a dollar does not pay two thousand', () => {
  test('by an event that says so', async () => {
    const id = await strayPaid({});
    const session = lastEvent().data.object;
    const event = till.stripe.emit('checkout.session.completed', {
      ...session,
      client_reference_id: asked.code,
      amount_total: 200_000,
      metadata: { muster_payment: asked.code },
    });
    await deliver(event);
    expect(await keptOf(event)).toEqual(unmatched('not-ours', await claimOf(id)));
    await nothingMoved();
  });

  test('by an event that says that ours is paid', async () => {
    const { api } = till.app.ctx.stripe!;
    const session = await api.checkout.sessions.retrieve(asked.object);
    const event = till.stripe.emit('checkout.session.completed', {
      ...session,
      status: 'complete',
      payment_status: 'paid',
    });
    await deliver(event);
    expect(await keptOf(event)).toEqual({ outcome: 'nothing', reason: null, detail: null });
    await nothingMoved();
  });

  test('by a session that refers to ours', async () => {
    const id = await strayPaid({ client_reference_id: asked.code });
    const completed = lastEvent();
    await deliver(completed);
    const detail = `${await claimOf(id)}; asked for 2000.00 USD`;
    expect(await keptOf(completed)).toEqual(unmatched('session', detail));
    await nothingMoved();
  });

  test('by a session that refers to one of which we know no session', async () => {
    const { ref, code } = await askedUnanswered();
    const id = await strayPaid({ client_reference_id: code });
    const completed = lastEvent();
    await deliver(completed);
    const detail = `${await claimOf(id)}; asked for 2000.00 USD`;
    expect(await keptOf(completed)).toEqual(unmatched('amount', detail));
    await nothingMoved(ref, code);
  });

  test('by a session with our word in its metadata', async () => {
    const id = await strayPaid({ metadata: { muster_payment: asked.code } });
    for (const event of till.stripe.events.slice(-3)) await deliver(event);
    expect(await keptOf(lastEvent())).toEqual(unmatched('not-ours', await claimOf(id)));
    await nothingMoved();
  });

  test('and as many of another currency do not either', async () => {
    const { ref, code } = await askedUnanswered();
    const [item] = termsOf(200_000).line_items!;
    const price = { ...item!.price_data!, currency: 'jpy' };
    const id = await strayPaid({
      client_reference_id: code,
      line_items: [{ quantity: 1, price_data: price }],
    });
    const completed = lastEvent();
    await deliver(completed);
    const detail = `${await claimOf(id, '200000 JPY')}; asked for 2000.00 USD`;
    expect(await keptOf(completed)).toEqual(unmatched('currency', detail));
    await nothingMoved(ref, code);
  });
});

describe('what Stripe’s answer was lost of', () => {
  test('is known by its code once it is paid, and stays so where the form is sent again', async () => {
    const { ref, code, send } = await askedUnanswered();
    const { api } = till.app.ctx.stripe!;
    const { data } = await api.checkout.sessions.list({ limit: 100 });
    const { id } = data.find((each) => each.client_reference_id === code)!;
    await till.stripe.payByCard(id);
    await till.deliver();
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
    expect(await till.paymentOf(code)).toMatchObject({ status: 'paid', object: id });
    const { url } = await send();
    expect(url).toBe(`${till.app.ctx.config.baseUrl}/paid/${code}`);
    expect(await till.paymentOf(code)).toMatchObject({ status: 'paid', object: id });
  });
});

describe('an event that is not of our account and mode', () => {
  /** Ours, truly paid, but for what is said of the event. */
  const paidAs = async (said: Partial<Stripe.Event>): Promise<Stripe.Event> => {
    await till.stripe.payByCard(asked.object);
    const { type, data } = lastEvent();
    return till.stripe.emit(type, data.object, said);
  };

  const inLiveMode = async (work: () => Promise<void>): Promise<void> => {
    const stripe = till.app.ctx.stripe!;
    stripe.livemode = true;
    await work().finally(() => (stripe.livemode = false));
  };

  test('but of another account, moves nothing', async () => {
    const event = await paidAs({ account: 'acct_other' });
    await deliver(event);
    expect(await keptOf(event)).toEqual(unmatched('account', 'acct_other'));
    await nothingMoved();
  });

  test('but says to be of ours, is taken', async () => {
    const event = await paidAs({ account: till.stripe.account });
    await deliver(event);
    expect(await till.moves(asked.ref)).toEqual([PLEDGED, RECEIVED]);
  });

  test('but of live mode, moves nothing in test mode', async () => {
    const event = await paidAs({ livemode: true });
    await deliver(event);
    expect(await keptOf(event)).toEqual(unmatched('livemode', 'live'));
    await nothingMoved();
  });

  test('but of test mode, moves nothing in live mode', () =>
    inLiveMode(async () => {
      const event = await paidAs({ livemode: false });
      await deliver(event);
      expect(await keptOf(event)).toEqual(unmatched('livemode', 'test'));
      await nothingMoved();
    }));

  test('but of test mode, moves nothing in live mode though it says to be live', () =>
    inLiveMode(async () => {
      const event = await paidAs({ livemode: true });
      await deliver(event);
      expect(await keptOf(event)).toMatchObject({ outcome: 'unmatched', reason: 'livemode' });
      await nothingMoved();
    }));
});

describe('an event of what is not there', () => {
  test.each<[string, string, object, string, string]>([
    [
      'a session of nobody’s',
      'checkout.session.completed',
      { id: 'cs_test_none', object: 'checkout.session' },
      'no-such-object',
      'cs_test_none',
    ],
    [
      'an invoice of nobody’s',
      'invoice.paid',
      { id: 'in_none', object: 'invoice' },
      'no-such-object',
      'in_none',
    ],
    [
      'an intent by which nothing of ours is paid',
      'payment_intent.succeeded',
      { id: 'pi_none', object: 'payment_intent' },
      'not-ours',
      'pi_none',
    ],
    [
      'a refund of a charge without an intent',
      'refund.created',
      { id: 're_none', object: 'refund', charge: 'ch_none', payment_intent: null },
      'not-ours',
      're_none',
    ],
    [
      'the cash of a customer who is gone',
      'customer_cash_balance_transaction.created',
      {
        id: 'ccsbtxn_none',
        object: 'customer_cash_balance_transaction',
        customer: 'cus_none',
        currency: 'usd',
      },
      'no-such-object',
      'cus_none',
    ],
  ])('speaks of %s, and is kept for an admin', async (_what, type, object, reason, detail) => {
    const event = till.stripe.emit(type, object);
    await deliver(event);
    expect(await keptOf(event)).toEqual(unmatched(reason, detail));
    await nothingMoved();
  });
});
