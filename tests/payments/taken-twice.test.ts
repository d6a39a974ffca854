import { describe, expect, test } from 'vitest';
import { checkPayment } from '../../server/payments/follow/settle.ts';
import { move } from '../support/actors.ts';
import { useTill } from '../support/pay.ts';

const till = useTill();

const RECEIVED = 'receive pledged→received 500.00';
const BACK = 'refund received→refunded 500.00';

/** A pledge of 2000.00 with two payments of 500.00 each; the first one's intent. */
async function paidTwice() {
  const ref = await till.pledge();
  const codes: string[] = [];
  for (let each = 0; each < 2; each += 1) {
    const { code } = await till.pay(ref, '500.00');
    await till.stripe.payByCard(await till.objectOf(code));
    codes.push(code);
  }
  await till.deliver();
  const code = codes[0]!;
  return { ref, code, intent: (await till.paymentOf(code)).intent! };
}

const moves = async (ref: string) => (await till.moves(ref)).slice(1);
const held = { outcome: 'unmatched', reason: 'over-draw' };

describe('what banks take of a payment beyond what it brought waits for an admin', () => {
  test('when its whole refund is disputed as well, and the dispute lost', async () => {
    const { ref, code, intent } = await paidTwice();
    till.stripe.refund(intent, 50_000);
    const dispute = till.stripe.dispute(intent, 50_000);
    await till.deliver();
    till.stripe.closeDispute(dispute, 'lost');
    expect((await till.deliver()).map(({ status }) => status)).toEqual([200, 200]);
    expect(await moves(ref)).toEqual([RECEIVED, RECEIVED, BACK]);
    expect(await checkPayment(till.app.ctx, code)).toMatchObject(held);
  });

  test('when the refund was recorded before, and the dispute is won in the end', async () => {
    const { ref, code, intent } = await paidTwice();
    till.stripe.refund(intent, 50_000);
    await till.deliver();
    const dispute = till.stripe.dispute(intent, 50_000);
    await till.deliver();
    expect(await moves(ref)).toEqual([RECEIVED, RECEIVED, BACK]);
    expect(await checkPayment(till.app.ctx, code)).toMatchObject({
      ...held,
      detail: '500.00 USD more went back than was paid.',
    });
    till.stripe.closeDispute(dispute, 'won');
    await till.deliver();
    expect(await moves(ref)).toEqual([
      RECEIVED,
      RECEIVED,
      BACK,
      'dispute received→disputed 500.00',
      'win disputed→received 500.00',
    ]);
    const reasons = (await till.events()).map(({ reason }) => reason);
    expect(reasons.slice(-9)).not.toContain('over-draw');
  });

  test('when a bank takes more than was charged, as exchange rates move', async () => {
    const { ref, code, intent } = await paidTwice();
    const dispute = till.stripe.dispute(intent, 50_500);
    till.stripe.closeDispute(dispute, 'lost');
    await till.deliver();
    expect(await moves(ref)).toEqual([RECEIVED, RECEIVED]);
    expect(await checkPayment(till.app.ctx, code)).toMatchObject(held);
  });

  test('when a bank takes it in another currency, whatever the figure', async () => {
    const { ref, code, intent } = await paidTwice();
    till.stripe.dispute(intent, 10_000, 'eur');
    await till.deliver();
    expect(await moves(ref)).toEqual([RECEIVED, RECEIVED]);
    expect(await checkPayment(till.app.ctx, code)).toMatchObject({ ...held, reason: 'amount' });
  });
});

describe('what came and went before what does not fit is recorded all the same', () => {
  async function paid(): Promise<{ ref: string; code: string; intent: string }> {
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '500.00');
    const object = await till.objectOf(code);
    await till.stripe.payByCard(object);
    const session = await till.app.ctx.stripe!.api.checkout.sessions.retrieve(object);
    return { ref, code, intent: session.payment_intent as string };
  }
  const PART = 'refund received→refunded 50.00';
  const detail = '50.00 USD more went back than was paid.';

  test('also where all of it is told at once, and the look is repeated while it waits', async () => {
    const { ref, code, intent } = await paid();
    till.stripe.refund(intent, 5_000);
    till.stripe.closeDispute(till.stripe.dispute(intent), 'lost');
    await till.deliver();
    expect(await moves(ref)).toEqual([RECEIVED, PART]);
    expect(await till.paymentOf(code)).toMatchObject({ status: 'paid', watched: true });
    expect(await checkPayment(till.app.ctx, code)).toEqual({ ...held, detail });
    expect(await moves(ref)).toEqual([RECEIVED, PART]);
  });

  test('and the rest once there is room, for the refund has failed', async () => {
    const { ref, code, intent } = await paid();
    const refund = till.stripe.refund(intent, 5_000);
    till.stripe.dispute(intent);
    await till.deliver();
    till.stripe.refundFails(refund);
    await till.deliver();
    expect(await moves(ref)).toEqual([
      RECEIVED,
      PART,
      'reverse refunded→received 50.00',
      'dispute received→disputed 500.00',
    ]);
    expect(await checkPayment(till.app.ctx, code)).toMatchObject({ outcome: 'nothing' });
    const { id } = await till.paymentOf(code);
    const events = (await till.events()).filter(({ paymentId }) => paymentId === id);
    expect(events.map(({ outcome }) => outcome)).not.toContain('unmatched');
  });

  test('of a gift, with its giver', async () => {
    const { code } = await till.give('25.00');
    const object = await till.objectOf(code);
    await till.stripe.payByCard(object);
    const session = await till.app.ctx.stripe!.api.checkout.sessions.retrieve(object);
    till.stripe.dispute(session.payment_intent as string, 2_600);
    await till.deliver();
    const listed = (await till.app.request('/api/v1/admin/payments')).body.payments;
    const ref = listed.find((each: { code: string }) => each.code === code).pledge;
    expect(await till.moves(ref)).toEqual(['receive outside→received 25.00']);
  });

  test('where the bank takes it in another currency', async () => {
    const { ref, code, intent } = await paid();
    const dispute = till.stripe.dispute(intent, 10_000, 'eur');
    await till.deliver();
    expect(await moves(ref)).toEqual([RECEIVED]);
    till.stripe.closeDispute(dispute, 'won');
    till.app.clock.now = new Date(till.app.clock.now.getTime() + 1_000);
    till.stripe.refund(intent, 5_000);
    await till.deliver();
    expect(await moves(ref)).toEqual([RECEIVED, PART]);
    expect(await checkPayment(till.app.ctx, code)).toMatchObject({ ...held, reason: 'amount' });
  });

  test('where the ledger itself refuses, for it was recorded by hand without a name', async () => {
    const { ref, code, intent } = await paid();
    await till.deliver();
    await move(till.app, ref, 'refund', { amount: '480.00' });
    till.stripe.refund(intent, 1_500);
    till.app.clock.now = new Date(till.app.clock.now.getTime() + 1_000);
    till.stripe.refund(intent, 2_500);
    await till.deliver();
    expect((await moves(ref)).slice(2)).toEqual(['refund received→refunded 15.00']);
    expect(await checkPayment(till.app.ctx, code)).toMatchObject(held);
  });
});
