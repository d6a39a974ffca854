import { describe, expect, test } from 'vitest';
import { payPledge } from '../../server/payments/pay/pay.ts';
import { rejectSignatory } from '../../server/signatories/moderate.ts';
import { withdrawPledge } from '../../server/pledges/withdraw.ts';
import { fundingPledge, move } from '../support/actors.ts';
import { atDesk } from '../support/desk.ts';
import { useTill } from '../support/pay.ts';
import { newKey, signedIn } from '../support/signed-in.ts';

const till = useTill();

const laterBy = (minutes: number): void => {
  till.stripe.clock.now = new Date(till.stripe.clock.now.getTime() + minutes * 60_000);
};
const begun = async (ref: string, amount = '500.00') => (await till.pay(ref, amount)).code;
const statusOf = async (code: string) => (await till.paymentOf(code)).status;
const atStripe = async (code: string) => {
  const { checkout, invoices } = till.app.ctx.stripe!.api;
  const object = await till.objectOf(code);
  const { status } = object.startsWith('in_')
    ? await invoices.retrieve(object)
    : await checkout.sessions.retrieve(object);
  return status;
};
const closes = (object = ''): number =>
  till.stripe.requests.filter(({ path }) => path.includes(object) && /\/(expire|void)$/.test(path))
    .length;
const withdraw = (ref: string, amount?: string) =>
  withdrawPledge(till.app.ctx, till.ada, newKey(), ref, amount === undefined ? {} : { amount });
const LOOK = /^\/v1\/checkout\/sessions\/cs_[^/]+$/;
const OF_THE_OTHER_MODE = 'UPDATE payment SET livemode = NOT livemode WHERE code = $1';
const turn = () => till.app.closing.turn();

describe('what was begun to be paid of a pledge', () => {
  test('that is withdrawn can be paid no more, by Checkout or by an invoice', async () => {
    const ref = await till.pledge({ amount: '90000.00' });
    const [session, invoice] = [await begun(ref), await begun(ref, '20000.00')];
    await turn();
    expect(closes()).toBe(0);
    await withdraw(ref);
    await turn();
    expect([await statusOf(session), await atStripe(session)]).toEqual(['expired', 'expired']);
    expect([await statusOf(invoice), await atStripe(invoice)]).toEqual(['expired', 'void']);
    const asked = till.stripe.requests.length;
    await turn();
    expect(till.stripe.requests).toHaveLength(asked);
  });

  test('is closed also where its payer has just looked at it', async () => {
    const ref = await till.pledge();
    const code = await begun(ref);
    await withdraw(ref);
    const { body } = await till.app.request(`/api/v1/payments/${code}`, { token: false });
    expect(body.status).toBe('open');
    await turn();
    expect([await statusOf(code), await atStripe(code)]).toEqual(['expired', 'expired']);
  });

  test('that has lapsed neither', async () => {
    const ref = await till.pledge();
    const code = await begun(ref);
    expect((await move(till.app, ref, 'lapse')).status).toBe(201);
    await turn();
    expect(await statusOf(code)).toBe('expired');
  });

  test('twice for all of it can be paid no more once that was received', async () => {
    const ref = await till.pledge();
    const [first, second] = [await begun(ref, '2000.00'), await begun(ref, '2000.00')];
    await till.stripe.payByCard(await till.objectOf(first));
    await till.deliver();
    await turn();
    expect([await statusOf(first), await statusOf(second)]).toEqual(['paid', 'expired']);
    expect(await atStripe(second)).toBe('expired');
  });

  test('of which a part is expected still can, and what is begun after a withdrawal', async () => {
    const [inPart, anew] = [await till.pledge(), await till.pledge()];
    const first = await begun(inPart);
    await withdraw(inPart, '100.00');
    await withdraw(anew);
    laterBy(1);
    const second = await begun(anew);
    await turn();
    expect([await statusOf(first), await statusOf(second)]).toEqual(['open', 'open']);
    expect([await atStripe(first), await atStripe(second)]).toEqual(['open', 'open']);
  });

  test('of somebody who was rejected can be paid no more', async () => {
    const bo = await signedIn(till.app, { name: 'Bo Example' });
    const ref = await fundingPledge(till.app, bo.signatoryId, { amount: '2000.00' });
    expect((await move(till.app, ref, 'lapse')).status).toBe(201);
    laterBy(1);
    const input = { amount: '500.00', country: 'NO' };
    const { code } = await payPledge(till.app.ctx, { actor: bo, ref }, newKey(), input);
    await turn();
    expect(await statusOf(code)).toBe('open');
    const { actor } = await atDesk(till.app);
    await rejectSignatory(till.app.ctx, actor, newKey(), bo.signatoryId);
    await turn();
    expect([await statusOf(code), await atStripe(code)]).toEqual(['expired', 'expired']);
  });
});

describe('when Stripe does not close it', () => {
  test('being away fails no withdrawal, and the next turn does it', async () => {
    const ref = await till.pledge();
    const code = await begun(ref);
    await withdraw(ref);
    till.stripe.fail({ path: /expire$/, method: 'POST', status: 500, times: 3 });
    await turn();
    expect(till.app.closing.failure()).toContain('Stripe isn’t answering just now');
    expect(await statusOf(code)).toBe('open');
    laterBy(11);
    await turn();
    expect([await statusOf(code), till.app.closing.failure()]).toEqual(['expired', null]);
  });

  test('cut off after it was done, it is found done', async () => {
    const ref = await till.pledge();
    const code = await begun(ref);
    await withdraw(ref);
    await till.app.ctx.stripe!.api.checkout.sessions.expire(await till.objectOf(code));
    await turn();
    expect(await statusOf(code)).toBe('expired');
  });

  test('money that was faster is received, and flagged', async () => {
    const ref = await till.pledge();
    const code = await begun(ref);
    await till.stripe.payByCard(await till.objectOf(code));
    await withdraw(ref);
    await turn();
    expect(await till.paymentOf(code)).toMatchObject({ status: 'paid', flags: ['given-up'] });
    expect((await till.moves(ref)).at(-1)).toBe('receive pledged→received 500.00');
  });

  test('what it leaves open is tried again after ten minutes, not at each nudge', async () => {
    const ref = await till.pledge();
    const code = await begun(ref);
    await withdraw(ref);
    till.stripe.fail({ path: /expire$/, method: 'POST', status: 402 });
    await turn();
    const tried = closes();
    await turn();
    expect([closes(), await statusOf(code)]).toEqual([tried, 'open']);
    laterBy(11);
    await turn();
    expect(await statusOf(code)).toBe('expired');
  });

  test('what it leaves open once more is tried each day from then on, and the desk shows it', async () => {
    const ref = await till.pledge({ amount: '90000.00' });
    const code = await begun(ref, '20000.00');
    const object = await till.objectOf(code);
    const flagged = async () =>
      (await till.app.request('/api/v1/admin/payments?flag=not-closed')).body.payments;
    expect((await move(till.app, ref, 'lapse')).status).toBe(201);
    till.stripe.fail({ path: /void$/, method: 'POST', status: 402, times: 5 });
    const tries: number[] = [];
    for (const minutes of [11, 11, 1_400, 60, 1_440, 0]) {
      await turn();
      tries.push(closes(object));
      laterBy(minutes);
    }
    expect(tries).toEqual([1, 2, 2, 2, 3, 4]);
    expect(await flagged()).toMatchObject([{ code, status: 'open', flags: ['not-closed'] }]);
    const { page } = await (await atDesk(till.app)).get(`/admin/payments/${code}`);
    expect(page).toContain('You can close it in Stripe’s dashboard');
    till.stripe.voidInvoice(object);
    await till.deliver();
    expect(await flagged()).toEqual([]);
    expect(await till.paymentOf(code)).toMatchObject({ status: 'expired', flags: [] });
  });

  test('it is flagged no more once it is expected again, and closed at once when that is over', async () => {
    const ref = await till.pledge();
    const code = await begun(ref);
    const flags = async () => (await till.paymentOf(code)).flags;
    expect((await move(till.app, ref, 'lapse')).status).toBe(201);
    till.stripe.fail({ path: /expire$/, method: 'POST', status: 402, times: 2 });
    await turn();
    laterBy(11);
    await turn();
    await turn();
    expect(await flags()).toEqual(['not-closed']);
    expect((await move(till.app, ref, 'reinstate', { amount: '2000.00' })).status).toBe(201);
    await turn();
    expect([await flags(), await statusOf(code)]).toEqual([[], 'open']);
    expect((await move(till.app, ref, 'lapse')).status).toBe(201);
    await turn();
    expect(await statusOf(code)).toBe('expired');
  });

  test.each([
    ['marked as paid elsewhere, though nothing tells of it', true, 1],
    ['of the other mode, not at all', false, 0],
  ])('an invoice is tried no more: one %s', async (_, isElsewhere, times) => {
    const ref = await till.pledge({ amount: '90000.00' });
    const code = await begun(ref, '20000.00');
    const object = await till.objectOf(code);
    if (isElsewhere) till.stripe.markPaidOffStripe(object);
    else await till.app.database!.asOwner(OF_THE_OTHER_MODE, [code]);
    expect((await move(till.app, ref, 'lapse')).status).toBe(201);
    for (let nth = 0; nth < 3; nth += 1) {
      await turn();
      laterBy(11);
    }
    expect([closes(object), await statusOf(code)]).toEqual([times, 'open']);
  });

  test('it is flagged no more once it was marked as paid elsewhere', async () => {
    const ref = await till.pledge({ amount: '90000.00' });
    const code = await begun(ref, '20000.00');
    expect((await move(till.app, ref, 'lapse')).status).toBe(201);
    till.stripe.fail({ path: /void$/, method: 'POST', status: 402 });
    await turn();
    expect((await till.paymentOf(code)).flags).toEqual(['not-closed']);
    till.stripe.markPaidOffStripe(await till.objectOf(code));
    laterBy(11);
    await turn();
    expect((await till.paymentOf(code)).flags).toEqual([]);
  });

  test('what it has closed is looked at again where the look after it was cut off', async () => {
    const ref = await till.pledge();
    const code = await begun(ref);
    expect((await move(till.app, ref, 'lapse')).status).toBe(201);
    till.stripe.fail({ path: LOOK, status: 500, times: 3 });
    await turn();
    expect([await statusOf(code), await atStripe(code)]).toEqual(['open', 'expired']);
    laterBy(11);
    await turn();
    expect(await statusOf(code)).toBe('expired');
  });
});

test('a lapse is followed at once where the server runs', async () => {
  till.app.closing.start();
  const ref = await till.pledge();
  const code = await begun(ref);
  expect((await move(till.app, ref, 'lapse')).status).toBe(201);
  await expect.poll(() => statusOf(code), { timeout: 10_000 }).toBe('expired');
});

test('so is an invoice that takes the place of another, once Stripe has made it', async () => {
  const ref = await till.pledge({ amount: '90000.00' });
  const code = await begun(ref, '30000.00');
  till.stripe.fail({ path: /finalize$/, method: 'POST', after: true, delayMs: 1_500 });
  await begun(ref, '20000.00');
  await expect.poll(() => statusOf(code), { timeout: 10_000 }).toBe('expired');
});
