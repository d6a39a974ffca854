import { describe, expect, test } from 'vitest';
import { refundPayment, resendRefund } from '../../server/payments/refund/refund.ts';
import { checkPayment } from '../../server/payments/follow/settle.ts';
import * as payments from '../../server/db/payments.ts';
import { move, PAYMENT } from '../support/actors.ts';
import { atDesk } from '../support/desk.ts';
import { textOf } from '../support/desk-forms.ts';
import { newKey } from '../support/signed-in.ts';
import { useComparison } from './comparing.ts';

const { till, compare, named, toldOf, lose } = useComparison();

const PLEDGED = 'pledge outside→pledged 2000.00';
const RECEIVED = 'receive pledged→received 500.00';
const TAKEN_BACK = 'reverse received→pledged 500.00';
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

/** A payment that was undone in its pledge and recorded for another one; a second payment stands in its own. */
async function moved() {
  const { ref, ...payment } = await toldOf();
  await takeBackLast(ref);
  const evidence = { ...PAYMENT, reference: 'WIRE-2026-0311' };
  const two = await till.pledge();
  expect((await move(till.app, two, 'receive', { amount: '500.00', evidence })).status).toBe(201);
  await payAgain(ref);
  return { ref, ...payment };
}
const OF_ONE = [PLEDGED, RECEIVED, TAKEN_BACK, RECEIVED];
const UNDONE = 'An admin undid its receipt.';

/** Why what was told of a payment is unmatched. */
const reasonsOf = async (code: string) => {
  const { id } = await till.paymentOf(code);
  const events = (await till.events()).filter(({ paymentId }) => paymentId === id);
  return events.flatMap(({ reason }) => reason ?? []);
};

const look = (code: string) => checkPayment(till.app.ctx, code);
const refundsAsked = () =>
  till.stripe.requests.filter(({ method, path }) => method === 'POST' && path === '/v1/refunds');

describe('what goes back of a payment that was moved to another pledge', () => {
  test('by a refund at Stripe is not taken of what another payment brought', async () => {
    const { ref, code, intent } = await moved();
    till.stripe.refund(intent, 50_000);
    await till.deliver();
    expect(await till.moves(ref)).toEqual(OF_ONE);
    const detail = `500.00 USD more went back than was paid. ${UNDONE}`;
    expect(await look(code)).toEqual({ ...OVER, detail });
    expect(new Set(await reasonsOf(code))).toEqual(new Set(['over-draw']));
    const { page } = await (await atDesk(till.app)).get('/admin/payments/unmatched');
    expect(textOf(page)).toContain(detail);
  });

  test('by a lost dispute is not either', async () => {
    const { ref, code, intent } = await moved();
    till.stripe.closeDispute(till.stripe.dispute(intent), 'lost');
    await till.deliver();
    expect(await till.moves(ref)).toEqual(OF_ONE);
    expect(await look(code)).toMatchObject(OVER);
    lose();
  });

  test('is not ordered at the desk: Stripe is not asked', async () => {
    const { ref, code } = await moved();
    const asked = refundsAsked().length;
    const path = `/api/v1/admin/payments/${code}/refund`;
    const { status, body } = await till.app.request(path, { body: { reason: 'Asked for' } });
    expect([status, body.detail]).toEqual([
      409,
      `Nothing of this payment is left to refund. ${UNDONE}`,
    ]);
    expect([await till.moves(ref), refundsAsked().length]).toEqual([OF_ONE, asked]);
  });

  test('is not sent again where it was ordered before', async () => {
    const { ref, code } = await toldOf();
    await payAgain(ref);
    const { actor } = await atDesk(till.app);
    till.stripe.fail({ path: /^\/v1\/refunds$/, method: 'POST', status: 500, times: 3 });
    const ordered = refundPayment(till.app.ctx, actor, newKey(), code, { reason: 'Asked for' });
    await expect(ordered).rejects.toMatchObject({ code: 'busy' });
    const order = (await till.app.ctx.db.select().from(payments.refundOrder)).at(-1)!;
    const { movements } = (await till.app.request(`/api/v1/pledges/${ref}`)).body;
    const path = `/api/v1/admin/batches/${movements[1].batch}/reverse`;
    await till.app.request(path, { body: { reason: 'Meant for another' } });
    const asked = refundsAsked().length;
    await expect(resendRefund(till.app.ctx, actor, code, order.id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(UNDONE),
    });
    expect(refundsAsked()).toHaveLength(asked);
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

test('all of a payment can be sent back again, and no more, after a refund has failed', async () => {
  const { code, intent } = await toldOf();
  const refund = till.stripe.refund(intent, 20_000);
  await till.deliver();
  till.stripe.refundFails(refund);
  await till.deliver();
  const body = { amount: '500.01', reason: 'Too much' };
  const path = `/api/v1/admin/payments/${code}/refund`;
  expect((await till.app.request(path, { body })).body.detail).toBe(
    'Only $500.00 of this payment can be refunded. Enter that or less.',
  );
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
  expect(shown).toContain('Undo the loss on the pledge’s page');
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
