import { describe, expect, test } from 'vitest';
import { refundPayment, resendRefund } from '../../server/payments/refund.ts';
import { checkPayment } from '../../server/payments/settle.ts';
import * as payments from '../../server/db/payments.ts';
import { move, PAYMENT } from '../support/actors.ts';
import { atDesk } from '../support/desk.ts';
import { textOf } from '../support/hand.ts';
import { newKey } from '../support/signed-in.ts';
import { useComparison } from './comparing.ts';

const { till, compare, named, paid, toldOf, byHand, lose } = useComparison();

const PLEDGED = 'pledge outside→pledged 2000.00';
const RECEIVED = 'receive pledged→received 500.00';
const TAKEN_BACK = 'reverse received→pledged 500.00';
const BACK = 'refund received→refunded 500.00';
const OVER = { outcome: 'unmatched', reason: 'over-draw' };

async function takeBackLast(ref: string): Promise<void> {
  const { movements } = (await till.app.request(`/api/v1/pledges/${ref}`)).body;
  const path = `/api/v1/admin/batches/${movements.at(-1).batch}/reverse`;
  expect((await till.app.request(path, { body: { reason: 'Meant for another' } })).status).toBe(
    201,
  );
}

/** Another payment of a pledge, as large, that has come. */
async function payAgain(ref: string): Promise<void> {
  const { code } = await till.pay(ref, '500.00');
  await till.stripe.payByCard(await till.objectOf(code));
  await till.deliver();
}

/** A payment of pledge `one` that was taken back there and recorded for `two`; another one stands in `one`. */
async function moved() {
  const { ref: one, ...payment } = await toldOf();
  await takeBackLast(one);
  const two = await till.pledge();
  await byHand(two, '500.00', payment.intent);
  await payAgain(one);
  return { one, two, ...payment };
}
const OF_ONE = [PLEDGED, RECEIVED, TAKEN_BACK, RECEIVED];

/** Why what was told of a payment is unmatched. */
const reasonsOf = async (code: string) => {
  const { id } = await till.paymentOf(code);
  const events = (await till.events()).filter(({ paymentId }) => paymentId === id);
  return events.flatMap(({ reason }) => reason ?? []);
};

const look = (code: string) => checkPayment(till.app.ctx, code);
const refundsAsked = () =>
  till.stripe.requests.filter(({ method, path }) => method === 'POST' && path === '/v1/refunds');

describe('what goes back of a payment that is recorded for another pledge', () => {
  test('by a refund at Stripe is not taken of what another payment brought', async () => {
    const { one, two, code, intent } = await moved();
    till.stripe.refund(intent, 50_000);
    await till.deliver();
    expect(await till.moves(one)).toEqual(OF_ONE);
    const detail = `500.00 USD more went back of this payment than came by it. It is recorded by hand of pledge ${two}.`;
    expect(await look(code)).toEqual({ ...OVER, detail });
    const { page } = await (await atDesk(till.app)).get('/admin/payments/unmatched');
    expect(textOf(page)).toContain(detail);
  });

  test('differs until it is recorded there by hand, naming it, and then no more', async () => {
    const { one, two, code, intent } = await moved();
    const refund = till.stripe.refund(intent, 50_000);
    await till.deliver();
    expect(new Set(await reasonsOf(code))).toEqual(new Set(['over-draw']));
    expect(named(await compare())).toEqual(['missing refund 500.00/null USD']);
    const evidence = { ...PAYMENT, reference: refund };
    expect((await move(till.app, two, 'refund', { amount: '500.00', evidence })).status).toBe(201);
    expect(await look(code)).toMatchObject({ outcome: 'nothing' });
    expect(await reasonsOf(code)).toEqual([]);
    expect(await compare()).toMatchObject({ differences: 0 });
    expect([await till.moves(one), await till.moves(two)]).toEqual([
      OF_ONE,
      [PLEDGED, RECEIVED, BACK],
    ]);
  });

  test('by a lost dispute is not either', async () => {
    const { one, code, intent } = await moved();
    till.stripe.closeDispute(till.stripe.dispute(intent), 'lost');
    await till.deliver();
    expect(await till.moves(one)).toEqual(OF_ONE);
    expect(await look(code)).toMatchObject(OVER);
    lose();
  });

  test('is not ordered at the desk: Stripe is not asked', async () => {
    const { one, two, code } = await moved();
    const asked = refundsAsked().length;
    const path = `/api/v1/admin/payments/${code}/refund`;
    const { status, body } = await till.app.request(path, { body: { reason: 'Asked for' } });
    expect([status, body.detail]).toEqual([
      409,
      `There is nothing of this payment to send back. It is recorded by hand of pledge ${two}.`,
    ]);
    expect([await till.moves(one), refundsAsked().length]).toEqual([OF_ONE, asked]);
  });

  test('is not sent again where it was ordered before', async () => {
    const { ref, code, intent } = await toldOf();
    await payAgain(ref);
    const { actor } = await atDesk(till.app);
    till.stripe.fail({ path: /^\/v1\/refunds$/, method: 'POST', status: 500, times: 3 });
    const ordered = refundPayment(till.app.ctx, actor, newKey(), code, { reason: 'Asked for' });
    await expect(ordered).rejects.toMatchObject({ code: 'busy' });
    const order = (await till.app.ctx.db.select().from(payments.refundOrder)).at(-1)!;
    const { movements } = (await till.app.request(`/api/v1/pledges/${ref}`)).body;
    const path = `/api/v1/admin/batches/${movements[1].batch}/reverse`;
    await till.app.request(path, { body: { reason: 'Meant for another' } });
    const two = await till.pledge();
    await byHand(two, '500.00', intent);
    const asked = refundsAsked().length;
    await expect(resendRefund(till.app.ctx, actor, code, order.id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(two),
    });
    expect(refundsAsked()).toHaveLength(asked);
  });
});

describe('what goes back of a payment that was recorded by hand before Stripe told', () => {
  test('of another pledge is not taken of what another payment brought', async () => {
    const { ref: one, code, intent } = await paid();
    const two = await till.pledge();
    await byHand(two, '500.00', intent);
    await till.deliver();
    await payAgain(one);
    till.stripe.refund(intent, 50_000);
    await till.deliver();
    expect(await till.moves(one)).toEqual([PLEDGED, RECEIVED]);
    expect(await look(code)).toMatchObject({ ...OVER, detail: expect.stringContaining(two) });
    expect((await till.paymentOf(code)).status).toBe('paid');
  });

  test('as less than it was, is no more than was recorded', async () => {
    const { ref, code, intent } = await paid();
    await byHand(ref, '485.00', intent);
    await till.deliver();
    await payAgain(ref);
    till.stripe.refund(intent, 50_000);
    await till.deliver();
    expect(await look(code)).toEqual({
      ...OVER,
      detail:
        '15.00 USD more went back of this payment than came by it. Only 485.00 USD of it are recorded.',
    });
    expect(named(await compare())).toEqual([
      'amount receive 500.00/485.00 USD',
      'missing refund 500.00/null USD',
    ]);
    await byHand(ref, '15.00', intent);
    expect(await look(code)).toMatchObject({ outcome: 'applied' });
    expect((await till.moves(ref)).slice(3)).toEqual(['receive pledged→received 15.00', BACK]);
  });
});

test('a dispute that was taken back by hand does not end with what is in dispute of another', async () => {
  const { ref, code, intent } = await toldOf();
  const other = await till.pay(ref, '500.00');
  await till.stripe.payByCard(await till.objectOf(other.code));
  await till.deliver();
  till.stripe.dispute((await till.paymentOf(other.code)).intent!);
  await till.deliver();
  const dispute = till.stripe.dispute(intent);
  await till.deliver();
  await takeBackLast(ref);
  till.stripe.closeDispute(dispute, 'lost');
  await till.deliver();
  expect((await till.moves(ref)).slice(-2)).toEqual([
    'dispute received→disputed 500.00',
    'reverse disputed→received 500.00',
  ]);
  expect(await look(code)).toEqual({
    ...OVER,
    detail: '500.00 USD more of this payment ended in disputes than was in dispute.',
  });
  lose();
});

test('how a dispute ended is recorded though what it was about was taken back since', async () => {
  const { ref, intent } = await toldOf();
  await payAgain(ref);
  const dispute = till.stripe.dispute(intent);
  await till.deliver();
  const { movements } = (await till.app.request(`/api/v1/pledges/${ref}`)).body;
  const path = `/api/v1/admin/batches/${movements[1].batch}/reverse`;
  expect((await till.app.request(path, { body: { reason: 'A test' } })).status).toBe(201);
  till.stripe.closeDispute(dispute, 'lost');
  await till.deliver();
  expect((await till.moves(ref)).at(-1)).toBe('lose disputed→refunded 500.00');
});

test('a refund that was recorded by hand of another pledge waits for an admin', async () => {
  const { ref, code, intent } = await toldOf();
  const { ref: two } = await toldOf();
  const evidence = { ...PAYMENT, reference: till.stripe.refund(intent, 20_000) };
  const by = await move(till.app, two, 'refund', { amount: '200.00', evidence });
  await till.deliver();
  expect(await look(code)).toEqual({
    outcome: 'unmatched',
    reason: 'elsewhere',
    detail: `It is recorded by hand of pledge ${two}.`,
  });
  await till.app.request(`/api/v1/admin/batches/${by.body.batch}/reverse`, {
    body: { reason: 'Of another pledge' },
  });
  expect(await look(code)).toMatchObject({ outcome: 'applied' });
  expect((await till.moves(ref)).at(-1)).toBe('refund received→refunded 200.00');
});

describe('what can be sent back', () => {
  const most = async (code: string): Promise<string> => {
    const body = { amount: '500.01', reason: 'Too much' };
    const path = `/api/v1/admin/payments/${code}/refund`;
    return (await till.app.request(path, { body })).body.detail;
  };

  test('is all of it again, and no more, after a refund has failed', async () => {
    const { code, intent } = await toldOf();
    const refund = till.stripe.refund(intent, 20_000);
    await till.deliver();
    till.stripe.refundFails(refund);
    await till.deliver();
    expect(await most(code)).toBe('Only 500.00 USD of this payment can be sent back.');
  });

  test('is less by what was ordered, once, though that was recorded by hand while under way', async () => {
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '500.00');
    const object = await till.objectOf(code);
    await till.stripe.payByBank(object);
    till.stripe.bankSettles(object);
    await till.deliver();
    const path = `/api/v1/admin/payments/${code}/refund`;
    const ordered = await till.app.request(path, { body: { amount: '100.00', reason: 'A part' } });
    expect(ordered.body.state).toBe('pending');
    expect(await most(code)).toBe('Only 400.00 USD of this payment can be sent back.');
    const evidence = { ...PAYMENT, reference: ordered.body.refund };
    await move(till.app, ref, 'refund', { amount: '100.00', evidence });
    expect(await most(code)).toBe('Only 400.00 USD of this payment can be sent back.');
  });
});

test('a dispute that is won after it was lost waits until the loss is taken back', async () => {
  const { ref, code, intent } = await toldOf();
  const dispute = till.stripe.dispute(intent);
  till.stripe.closeDispute(dispute, 'lost');
  await till.deliver();
  till.stripe.winAfterAll(dispute);
  await till.deliver();
  expect(await reasonsOf(code)).toEqual(['won-after-all']);
  expect(named(await compare())).toEqual(['missing win 500.00/null USD']);
  const by = await atDesk(till.app);
  const shown = textOf((await by.get('/admin/payments/unmatched')).page);
  expect(shown).toContain('Take the loss back on the page of its pledge');
  await takeBackLast(ref);
  expect(await look(code)).toMatchObject({ outcome: 'applied' });
  expect(await reasonsOf(code)).toEqual([]);
  expect((await till.moves(ref)).slice(-2)).toEqual([
    'reverse refunded→disputed 500.00',
    'win disputed→received 500.00',
  ]);
  expect(named(await compare())).toEqual([]);
  const { payments: seen } = (await till.app.request(`/api/v1/admin/payments?ref=${ref}`)).body;
  expect(seen).toMatchObject([{ received: '500.00', refunded: '0.00', disputed: '0.00' }]);
});
