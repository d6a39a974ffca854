import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as payments from '../../server/db/payments.ts';
import * as people from '../../server/db/people.ts';
import * as schema from '../../server/db/schema.ts';
import { useTill } from '../support/pay.ts';
import { payerAt } from '../support/payer.ts';

const RETRIEVED = /^\/v1\/checkout\/sessions\/cs_/;

const till = useTill();
const dee = payerAt(() => till.app.url);

const looks = (): number => till.stripe.requests.filter(({ path }) => RETRIEVED.test(path)).length;
const laterBy = (seconds: number): void => {
  till.app.clock.now = new Date(till.app.clock.now.getTime() + seconds * 1000);
};

const become = (ref: string, status: 'pending' | 'accepted') =>
  till.app.ctx.db.update(schema.pledge).set({ status }).where(eq(schema.pledge.ref, ref));
const sessionOf = async (object: string) => {
  const { payment_intent: intent } =
    await till.app.ctx.stripe!.api.checkout.sessions.retrieve(object);
  return { intent: intent as string };
};

/** A payment of a pledge that is open, with what its payer sees. */
async function opened(facts: object = {}) {
  const ref = await till.pledge(facts);
  const { code } = await till.pay(ref, '500.00');
  const object = await till.objectOf(code);
  return { ref, code, object, see: (query = '') => dee.see(`/paid/${code}${query}`) };
}

describe('the page that one comes back to', () => {
  test('is nobody’s in particular: no name, no place in a search, kept nowhere', async () => {
    const { see, ref } = await opened();
    const { status, text, page, headers } = await see();
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(page).toContain('<meta name="robots" content="noindex"/>');
    expect(text).toContain(`Not paid yet $500.00. Pledge ${ref} to Open Model Initiative.`);
    expect(text).not.toContain('Ada');
    expect((await dee.see('/paid/ABCDEFGH1234')).status).toBe(404);
    expect((await dee.see('/paid/%00')).status).toBe(404);
  });

  test('leads back to Stripe’s page, also who has turned back there', async () => {
    const { see } = await opened();
    expect((await see()).page).toMatch(/class="button" href="http[^"]+\/c\/pay\/cs_/);
    const cancelled = await see('?cancelled=1');
    expect(cancelled.text).toContain('You went back before paying. Your pledge hasn’t changed');
    expect(cancelled.page).toContain('/c/pay/cs_');
  });

  test('looks at Stripe itself: what is paid is there before any event has come', async () => {
    const { see, ref, object } = await opened();
    await till.stripe.payByCard(object);
    const { text, page } = await see('?cancelled=1');
    expect(text).toContain('$500.00 received');
    expect(text).toMatch(/\$500\.00 received, 10 Mar 2026: entry \d+/);
    expect(page).toContain(`href="/pledges/${ref}"`);
    expect(page).toMatch(/href="\/ledger\?cursor=\d+#entry-\d+"/);
    const entries = await till.entries();
    await till.deliver();
    expect(await till.entries()).toBe(entries);
  });

  test('a debit is on its way, and then received or not', async () => {
    const [settles, fails] = [await opened(), await opened()];
    for (const { object, see } of [settles, fails]) {
      await till.stripe.payByBank(object);
      const { text } = await see();
      expect(text).toContain('$500.00 is on its way');
      expect(text).toContain('A bank debit takes up to two weeks');
    }
    till.stripe.bankSettles(settles.object);
    till.stripe.bankFails(fails.object);
    laterBy(11);
    expect((await settles.see()).text).toContain('$500.00 received');
    const failed = await fails.see();
    expect(failed.text).toContain('The payment did not go through');
    expect(failed.page).toContain(`href="/me/pledges/${fails.ref}/pay"`);
  });

  test('what went back stands beside what came', async () => {
    const { see, object, code } = await opened();
    await till.stripe.payByCard(object);
    await see();
    till.stripe.refund((await till.paymentOf(code)).intent!, 20_000);
    await till.deliver();
    expect((await see()).text).toMatch(/\$200\.00 returned to you, 10 Mar 2026: entry \d+/);
  });

  test('a time that has run out is told', async () => {
    const { see, object } = await opened();
    till.stripe.expire(object);
    expect((await see()).text).toContain('The time to pay is over');
  });
});

describe('looking at Stripe', () => {
  test('is done once in ten seconds, however many look', async () => {
    const { see } = await opened();
    const before = looks();
    await Promise.all([see(), see(), see()]);
    expect(looks()).toBe(before + 1);
    laterBy(9);
    await see();
    expect(looks()).toBe(before + 1);
    laterBy(2);
    await see();
    expect(looks()).toBe(before + 2);
  });

  test('fails no page while Stripe is away', async () => {
    const { see } = await opened();
    till.stripe.fail({ path: RETRIEVED, status: 503, times: 3 });
    const { status, text } = await see();
    expect(status).toBe(200);
    expect(text).toContain('Stripe isn’t answering');
    expect(text).toContain('Not paid yet');
  });

  test('tells who has paid what cannot be recorded not to pay again', async () => {
    const { see, object, ref } = await opened();
    await become(ref, 'pending');
    await till.stripe.payByCard(object);
    for (const seconds of [0, 5]) {
      laterBy(seconds);
      const { text, page } = await see();
      expect(text).toContain('An admin will review this payment');
      expect(text).toContain('Please don’t pay again');
      expect(page).not.toContain('/c/pay/');
      await till.deliver();
    }
    await become(ref, 'accepted');
    laterBy(11);
    expect((await see()).text).toContain('$500.00 received');
  });
});

describe('what cannot be recorded', () => {
  const putAside = (object: string) =>
    till.app.ctx.db
      .update(payments.stripeEvent)
      .set({ asideNote: 'Sent back at Stripe.' })
      .where(eq(payments.stripeEvent.object, object));

  test('is paid by nobody again by its address from the API either', async () => {
    const { code, object, ref } = await opened();
    await become(ref, 'pending');
    await till.stripe.payByCard(object);
    const { body } = await till.app.request(`/api/v1/payments/${code}`, { token: false });
    expect(body).toMatchObject({ status: 'open', url: null });
    await till.deliver();
  });

  test('of what another session names it for leaves it to be paid, once set aside', async () => {
    const { code, see } = await opened();
    const { id: paymentId } = await till.paymentOf(code);
    await till.app.ctx.db.insert(payments.stripeEvent).values({
      id: 'evt_other',
      type: 'checkout.session.completed',
      object: 'cs_other',
      paymentId,
      livemode: false,
      outcome: 'unmatched',
      reason: 'session',
      receivedAt: till.app.clock.now,
    });
    expect((await see()).page).not.toContain('/c/pay/');
    await putAside('cs_other');
    expect((await see()).page).toContain('/c/pay/');
  });

  test('is looked at by an admin until that one has set all of it aside', async () => {
    const { see, code, object, ref } = await opened();
    await become(ref, 'pending');
    await till.stripe.payByCard(object);
    const held = 'An admin will review this payment';
    expect((await see()).text).toContain(held);
    await till.deliver();
    laterBy(11);
    expect((await see()).text).toContain(held);
    await putAside(object);
    laterBy(11);
    expect((await see()).text).toContain(held);
    const { intent } = await sessionOf(object);
    await putAside(intent);
    // A look that finds it as it was, and one that is too soon for another.
    for (const seconds of [11, 1]) {
      laterBy(seconds);
      const { status, text, page } = await see();
      expect(status).toBe(200);
      expect(text).toContain('An admin has reviewed this payment');
      expect(page).not.toContain('/c/pay/');
    }
    const { body } = await till.app.request(`/api/v1/payments/${code}`, { token: false });
    expect(body).toMatchObject({ status: 'open', url: null });
  });
});

test('looks by codes are counted by network, on the page and by the API', async () => {
  const { see, code } = await opened();
  const api = () => till.app.request(`/api/v1/payments/${code}`, { token: false });
  expect([(await see()).status, (await api()).status]).toEqual([200, 200]);
  await till.app.ctx.db.update(people.limitUse).set({ uses: 998 });
  expect([(await see()).status, (await api()).status]).toEqual([200, 200]);
  const [page, { status, body }] = [await see(), await api()];
  expect([page.status, status, body.type]).toEqual([429, 429, 'urn:muster:problem:too-many']);
  laterBy(3_600);
  expect((await see()).status).toBe(200);
});

describe('a gift', () => {
  test('has no pledge before it has come, and an anonymous one after', async () => {
    const { code } = await till.give('25.00');
    expect((await dee.see(`/paid/${code}`)).text).toContain('A gift to Open Model Initiative.');
    expect((await dee.see(`/paid/${code}?cancelled=1`)).text).toContain('You can still give.');
    const payer = { name: 'Dee Example', email: 'dee@example.org', country: 'NO' };
    await till.stripe.payByCard(await till.objectOf(code), payer);
    laterBy(11);
    const { text, page } = await dee.see(`/paid/${code}`);
    expect(text).toContain('$25.00 received');
    expect(text).not.toContain('Dee');
    expect(page).toMatch(/href="\/pledges\/[0-9A-Z]{10}"/);
  });
});
