import { asc } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as people from '../../server/db/people.ts';
import * as payments from '../../server/db/payments.ts';
import { refundPayment, resendRefund } from '../../server/payments/refund/refund.ts';
import { reverseBatch } from '../../server/pledges/move.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { formOf, preview, record, textOf } from '../support/desk-forms.ts';
import { useTill } from '../support/pay.ts';
import { newKey } from '../support/signed-in.ts';

const till = useTill();

/** A pledge of 2000.00 of which a card has paid 500.00. */
async function paid(): Promise<{ ref: string; code: string; intent: string }> {
  const ref = await till.pledge();
  const { code } = await till.pay(ref, '500.00');
  await till.stripe.payByCard(await till.objectOf(code));
  await till.deliver();
  return { ref, code, intent: (await till.paymentOf(code)).intent! };
}

const PAID = ['pledge outside→pledged 2000.00', 'receive pledged→received 500.00'];
const back = (amount: string): string => `refund received→refunded ${amount}`;

const orders = () =>
  till.app.ctx.db.select().from(payments.refundOrder).orderBy(asc(payments.refundOrder.id));
const lastOrder = async () => (await orders()).at(-1)!;
const refundsAtStripe = (): number =>
  till.stripe.requests.filter(({ method, path }) => method === 'POST' && path === '/v1/refunds')
    .length;

/** As often as the library asks for one refund. */
const AWAY = { path: /^\/v1\/refunds$/, method: 'POST', status: 500, times: 3 } as const;

const cy = (role: 'operator' | 'viewer' = 'operator'): Promise<DeskUser> => atDesk(till.app, role);
const reason = 'Paid twice';
const order = async (code: string, amount?: string, key = newKey()) =>
  refundPayment(till.app.ctx, (await cy()).actor, key, code, { amount, reason });

describe('a refund from the desk', () => {
  test('is shown before it is ordered, and ends in the movements that Stripe tells of', async () => {
    const { ref, code } = await paid();
    const by = await cy();
    const path = `/admin/payments/${code}/refund`;
    expect((await by.get(path)).page).toContain('Everything left: $500.00');
    const shown = await preview(by, path, { how: 'part', amount: '$120', reason });
    expect(shown.text).toContain('$120.00 moves from “received” to “refunded”');
    expect(await till.moves(ref)).toEqual(PAID);
    const done = await by.post(path, { ...formOf(shown.page, path), go: 'confirm' });
    expect([done.status, done.location]).toEqual([303, `/admin/payments/${code}?refund=done`]);
    expect(textOf((await by.get(done.location!)).page)).toContain('Stripe has sent the money back');
    expect(await till.moves(ref)).toEqual([...PAID, back('120.00')]);
    const page = textOf((await by.get(`/admin/payments/${code}`)).page);
    expect(page).toContain('$120.00 Paid twice done');
    const trail = await by.get(`/admin/audit?object=${code}`);
    expect(trail.page).toContain('ordered a refund');
    await till.deliver();
    expect(await till.moves(ref)).toEqual([...PAID, back('120.00')]);
  });

  test('tells the payer, and gives its reason with the change', async () => {
    const { ref, code } = await paid();
    await order(code);
    const mails = await till.app.ctx.db.select().from(people.mail);
    expect(mails.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ told: 'refunded', code }),
    );
    const { page } = await (await cy()).get(`/admin/pledges/${ref}`);
    expect(page).toContain('Paid twice');
  });

  test('is of all that is left unless a part is named, and never of more', async () => {
    const { ref, code } = await paid();
    await order(code, '499.99');
    await expect(order(code, '0.02')).rejects.toMatchObject({
      code: 'over-draw',
      fields: [{ field: 'amount' }],
    });
    await order(code);
    await expect(order(code)).rejects.toMatchObject({ code: 'conflict' });
    expect(await till.moves(ref)).toEqual([...PAID, back('499.99'), back('0.01')]);
  });

  test('is of one payment, and takes nothing of another', async () => {
    const { ref, code } = await paid();
    const second = await till.pay(ref, '300.00');
    await till.stripe.payByCard(await till.objectOf(second.code));
    await till.deliver();
    const asked = refundsAtStripe();
    await expect(order(second.code, '300.01')).rejects.toMatchObject({ code: 'over-draw' });
    expect(refundsAtStripe()).toBe(asked);
    await order(code, '500.00');
    await order(second.code, '300.00');
    expect((await till.moves(ref)).slice(-2)).toEqual([back('500.00'), back('300.00')]);
  });

  test('needs the right to record, a fresh touch, and a reason', async () => {
    const { code } = await paid();
    const path = `/admin/payments/${code}/refund`;
    expect((await (await cy('viewer')).get(path)).status).toBe(403);
    const { actor } = await cy();
    const stale = { ...actor, touchedAt: new Date(till.app.clock.now.getTime() - 301_000) };
    await expect(
      refundPayment(till.app.ctx, stale, newKey(), code, { reason }),
    ).rejects.toMatchObject({ code: 'touch-again' });
    const { status, page } = await (await cy()).post(path, { how: 'all', go: 'preview' });
    expect(status).toBe(400);
    expect(page).toContain('Reason must not be empty');
  });

  test('two admins at once give back once, and the second is told', async () => {
    const { ref, code } = await paid();
    const path = `/admin/payments/${code}/refund`;
    const [one, two] = [await cy(), await cy()];
    const typed = { how: 'part', amount: '100.00', reason };
    const forms = [
      formOf((await preview(one, path, typed)).page, path),
      formOf((await preview(two, path, typed)).page, path),
    ];
    const done = await Promise.all([
      one.post(path, { ...forms[0], go: 'confirm' }),
      two.post(path, { ...forms[1], go: 'confirm' }),
    ]);
    expect(new Set(done.map(({ status }) => status))).toEqual(new Set([303, 409]));
    expect(await till.moves(ref)).toEqual([...PAID, back('100.00')]);
  });

  test('is refused where the ledger could not follow it, before Stripe is asked', async () => {
    const { ref, code } = await paid();
    const { movements } = (await till.app.request(`/api/v1/pledges/${ref}`)).body;
    const { actor } = await cy();
    await reverseBatch(till.app.ctx, actor, newKey(), movements[1].batch, { reason: 'A test' });
    const asked = refundsAtStripe();
    await expect(order(code)).rejects.toMatchObject({
      code: 'conflict',
      message: 'Nothing of this payment is left to refund. An admin undid its receipt.',
    });
    expect(refundsAtStripe()).toBe(asked);
  });
});

describe('a refund that takes a bank some days', () => {
  /** A pledge of 2000.00 of which a bank debit has paid 500.00. */
  async function debited() {
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '500.00');
    const object = await till.objectOf(code);
    await till.stripe.payByBank(object);
    till.stripe.bankSettles(object);
    await till.deliver();
    return { ref, code };
  }

  test('is told as under way by the API, and as done by the same request once it is', async () => {
    const { ref, code } = await debited();
    const path = `/api/v1/admin/payments/${code}/refund`;
    const asked = { body: { amount: '10.00', reason }, key: `refund-of-${code}` };
    const first = await till.app.request(path, asked);
    expect([first.status, first.body.state]).toEqual([201, 'pending']);
    expect(await till.moves(ref)).toEqual(PAID);
    till.stripe.refundSettles(first.body.refund);
    const later = await till.app.request(path, asked);
    expect([later.status, later.body]).toEqual([201, { ...first.body, state: 'done' }]);
    expect(await till.moves(ref)).toEqual([...PAID, back('10.00')]);
  });

  test('and by the page, or as failed where the bank has not taken it', async () => {
    const { ref, code } = await debited();
    const by = await cy();
    const done = await record(by, `/admin/payments/${code}/refund`, { how: 'all', reason });
    expect(done.location).toBe(`/admin/payments/${code}?refund=pending`);
    const text = textOf((await by.get(done.location!)).page);
    expect(text).toContain('under way at Stripe: no money has gone back yet');
    const { id, object } = await lastOrder();
    till.stripe.refundFails(object!);
    const again = await by.post(`/admin/payments/${code}/refunds/${id}/again`);
    expect(again.location).toBe(`/admin/payments/${code}?refund=failed`);
    expect(textOf((await by.get(again.location!)).page)).toContain('nothing has gone back');
    expect(await till.moves(ref)).toEqual(PAID);
  });
});

describe('when Stripe does not do it', () => {
  test('what it says is kept and told, and nothing is held back by it', async () => {
    const { ref, code, intent } = await paid();
    till.stripe.dispute(intent, 200);
    await expect(order(code)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('has been charged back'),
    });
    expect(await lastOrder()).toMatchObject({
      object: null,
      refusal: expect.stringContaining('charged back'),
    });
    const page = textOf((await (await cy()).get(`/admin/payments/${code}`)).page);
    expect(page).toContain('not done: Charge');
    expect((await till.moves(ref)).at(-1)).toBe('dispute received→disputed 2.00');
  });

  test.each([
    ['before', {}],
    ['after', { after: true }],
  ] as const)('a failure %s the effect is healed by the same form, once', async (_, when) => {
    const { ref, code } = await paid();
    const key = newKey();
    till.stripe.fail({ ...AWAY, ...when });
    await expect(order(code, '50.00', key)).rejects.toMatchObject({ code: 'busy' });
    await order(code, '50.00', key);
    expect(await till.moves(ref)).toEqual([...PAID, back('50.00')]);
  });

  test('an order whose answer was lost is found by the next look at the payment', async () => {
    const { ref, code } = await paid();
    till.stripe.fail({ ...AWAY, after: true });
    await expect(order(code, '50.00')).rejects.toMatchObject({ code: 'busy' });
    const { id } = await lastOrder();
    const by = await cy();
    expect(textOf((await by.get(`/admin/payments/${code}`)).page)).toContain(
      'no answer from Stripe',
    );
    await till.deliver();
    expect((await lastOrder()).object).toMatch(/^re_/);
    const asked = refundsAtStripe();
    await resendRefund(till.app.ctx, by.actor, code, id);
    expect(refundsAtStripe()).toBe(asked);
    expect(await till.moves(ref)).toEqual([...PAID, back('50.00')]);
  });

  test('an order that never arrived is sent again from its page', async () => {
    const { ref, code } = await paid();
    till.stripe.fail(AWAY);
    await expect(order(code, '50.00')).rejects.toMatchObject({ code: 'busy' });
    await expect(order(code, '450.01')).rejects.toMatchObject({ code: 'over-draw' });
    const { id } = await lastOrder();
    const by = await cy();
    const again = await by.post(`/admin/payments/${code}/refunds/${id}/again`);
    expect(again.status).toBe(303);
    expect(await till.moves(ref)).toEqual([...PAID, back('50.00')]);
  });

  test('an order that two send again at once is done once', async () => {
    const { ref, code } = await paid();
    till.stripe.fail(AWAY);
    await expect(order(code, '50.00')).rejects.toMatchObject({ code: 'busy' });
    const { id } = await lastOrder();
    const { actor } = await cy();
    till.stripe.fail({ path: AWAY.path, method: AWAY.method, delayMs: 500, times: 2 });
    const send = () => resendRefund(till.app.ctx, actor, code, id);
    const sent = await Promise.allSettled([send(), send()]);
    expect(sent.some(({ status }) => status === 'fulfilled')).toBe(true);
    await till.deliver();
    expect(await till.moves(ref)).toEqual([...PAID, back('50.00')]);
  });

  test('a refund that the bank sends back is taken back, and may be ordered anew', async () => {
    const { ref, code } = await paid();
    await order(code);
    till.stripe.refundFails((await lastOrder()).object!);
    await till.deliver();
    expect((await till.moves(ref)).at(-1)).toBe('reverse refunded→received 500.00');
    expect((await lastOrder()).refusal).toContain('sent it back');
    await order(code, '10.00');
    expect((await till.moves(ref)).at(-1)).toBe(back('10.00'));
  });
});

test('a refund at Stripe’s dashboard and one from here end in the same movements', async () => {
  const [here, there] = [await paid(), await paid()];
  await order(here.code, '30.00');
  till.stripe.refund(there.intent, 3_000);
  await till.deliver();
  expect(await till.moves(here.ref)).toEqual(await till.moves(there.ref));
});

test('by the API the same key orders it once', async () => {
  const { ref, code } = await paid();
  const path = `/api/v1/admin/payments/${code}/refund`;
  const asked = { body: { amount: '10.00', reason }, key: `refund-of-${code}` };
  const first = await till.app.request(path, asked);
  expect([first.status, first.body]).toMatchObject([
    201,
    { code, currency: 'USD', amount: '10.00', state: 'done' },
  ]);
  expect(await till.app.request(path, asked)).toMatchObject({ status: 201, body: first.body });
  expect(await till.moves(ref)).toEqual([...PAID, back('10.00')]);
});

test('the whole of it by a form, as a browser takes it', async () => {
  const { ref, code } = await paid();
  const done = await record(await cy(), `/admin/payments/${code}/refund`, { how: 'all', reason });
  expect(done.status).toBe(303);
  expect(await till.moves(ref)).toEqual([...PAID, back('500.00')]);
});
