import { describe, expect, test } from 'vitest';
import * as payments from '../../server/db/payments.ts';
import { cancelRefund, refundPayment } from '../../server/payments/refund/refund.ts';
import { reverseBatch } from '../../server/pledges/move.ts';
import { atDesk } from '../support/desk.ts';
import { textOf } from '../support/desk-forms.ts';
import { useTill } from '../support/pay.ts';
import { newKey } from '../support/signed-in.ts';

const till = useTill();

const AWAY = { path: /^\/v1\/refunds$/, method: 'POST', status: 500, times: 3 } as const;

const laterBy = (minutes: number): void => {
  till.stripe.clock.now = new Date(till.stripe.clock.now.getTime() + minutes * 60_000);
};
const order = async (code: string, amount: string, key = newKey()) => {
  const { actor } = await atDesk(till.app);
  return refundPayment(till.app.ctx, actor, key, code, { amount, reason: 'Paid twice' });
};

/** A payment of 500.00 of which a refund of 400.00 was ordered, whose answer is lost: also what it has done. */
async function ordered(when: { after?: true } = {}) {
  const ref = await till.pledge();
  const { code } = await till.pay(ref, '500.00');
  await till.stripe.payByCard(await till.objectOf(code));
  await till.deliver();
  till.stripe.fail({ ...AWAY, ...when });
  const key = newKey();
  await expect(order(code, '400.00', key)).rejects.toMatchObject({ code: 'busy' });
  const orders = await till.app.ctx.db.select().from(payments.refundOrder);
  const { id } = orders.toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1)!;
  const page = `/admin/payments/${code}`;
  const letGo = async () => (await atDesk(till.app)).post(`${page}/refunds/${id}/let-go`);
  return { ref, code, id, key, page, letGo };
}

describe('a refund that Stripe has not got', () => {
  test('holds nothing back once it is let go, and is never sent again', async () => {
    const { ref, code, key, page, letGo } = await ordered();
    laterBy(10);
    const done = await letGo();
    expect(done.location).toBe(`${page}?done=payment.let-go`);
    const shown = textOf((await (await atDesk(till.app)).get(done.location!)).page);
    expect(shown).toContain('You can send the amount back again');
    expect(shown).toContain('not done: An admin cancelled it here');
    expect(shown).toContain('cancelled a refund');
    await expect(order(code, '400.00', key)).rejects.toMatchObject({ code: 'conflict' });
    await order(code, '450.00');
    expect((await till.moves(ref)).slice(2)).toEqual(['refund received→refunded 450.00']);
    const again = await letGo();
    expect([again.status, textOf(again.page)]).toEqual([
      409,
      expect.stringContaining('This refund is no longer waiting'),
    ]);
  });

  test('is not let go while it may be on its way, or Stripe does not answer', async () => {
    const { letGo } = await ordered();
    laterBy(9);
    const early = await letGo();
    expect([early.status, textOf(early.page)]).toEqual([
      409,
      expect.stringContaining('10 minutes after it was sent'),
    ]);
    laterBy(1);
    till.stripe.fail({ path: /checkout/, status: 500, times: 3 });
    expect((await letGo()).status).toBe(503);
    expect((await letGo()).status).toBe(303);
  });

  test('can be let go also where what came was taken back, so that it cannot be sent', async () => {
    const { ref, letGo } = await ordered();
    const { movements } = (await till.app.request(`/api/v1/pledges/${ref}`)).body;
    const { actor } = await atDesk(till.app);
    await reverseBatch(till.app.ctx, actor, newKey(), movements[1].batch, { reason: 'A test' });
    laterBy(10);
    expect((await letGo()).status).toBe(303);
  });

  test('may be on its way again once the same request has sent it again', async () => {
    const { code, key, letGo } = await ordered();
    laterBy(10);
    till.stripe.fail(AWAY);
    await expect(order(code, '400.00', key)).rejects.toMatchObject({ code: 'busy' });
    expect((await letGo()).status).toBe(409);
    laterBy(10);
    expect((await letGo()).status).toBe(303);
  });

  test('is let go once: the same again is answered as it was', async () => {
    const { code, id } = await ordered();
    laterBy(10);
    const { actor } = await atDesk(till.app);
    const key = newKey();
    const letGo = () => cancelRefund(till.app.ctx, actor, key, code, id);
    const first = await letGo();
    expect(await letGo()).toEqual(first);
  });

  test('can be let go though the clock was ahead when it was sent', async () => {
    const { letGo } = await ordered();
    laterBy(-60);
    expect((await letGo()).status).toBe(303);
  });
});

test('a refund that Stripe has got is not let go, and is recorded', async () => {
  const { ref, letGo } = await ordered({ after: true });
  laterBy(10);
  const refused = await letGo();
  expect([refused.status, textOf(refused.page)]).toEqual([
    409,
    expect.stringContaining('Stripe has this refund'),
  ]);
  expect((await till.moves(ref)).slice(2)).toEqual(['refund received→refunded 400.00']);
});
