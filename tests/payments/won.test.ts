import { expect, test } from 'vitest';
import { checkPayment } from '../../server/payments/settle.ts';
import { move, PAYMENT } from '../support/actors.ts';
import { useComparison } from './comparing.ts';

const { till, toldOf, lose, on } = useComparison();

/** A payment of 500.00, all of it contested, with more of it contested each day after. */
async function contested(...amounts: number[]) {
  const { ref, code, intent } = await toldOf();
  till.stripe.dispute(intent);
  await till.deliver();
  const disputes = amounts.map((amount, nth) => {
    on(6 + nth);
    return till.stripe.dispute(intent, amount);
  });
  lose();
  const win = async (amount: string) => {
    const evidence = { ...PAYMENT, reference: disputes.at(-1) };
    expect((await move(till.app, ref, 'win', { amount, evidence })).status).toBe(201);
    return checkPayment(till.app.ctx, code);
  };
  return { code, intent, win, moves: async () => (await till.moves(ref)).slice(3) };
}

const CONTESTED = 'dispute received→disputed 100.00';

test('what is recorded as won without its dispute is taken by no other dispute', async () => {
  const { win, moves } = await contested(10_000, 10_000);
  expect(await win('100.00')).toMatchObject({ outcome: 'unmatched', reason: 'over-draw' });
  expect(await moves()).toEqual(['win disputed→received 100.00']);
});

test('it is by its own, once Stripe tells of that, and no more than that took', async () => {
  const { code, intent, win, moves } = await contested(10_000);
  expect(await win('150.00')).toMatchObject({ outcome: 'applied' });
  on(8);
  till.stripe.dispute(intent, 5_000);
  lose();
  expect(await checkPayment(till.app.ctx, code)).toMatchObject({ reason: 'over-draw' });
  expect(await moves()).toEqual(['win disputed→received 150.00', CONTESTED]);
});

test.each([
  ['by Stripe', false],
  ['by hand', true],
])(
  'a dispute that is won after it was lost takes nothing of one recorded %s',
  async (_, byHand) => {
    const { ref, code, intent } = await toldOf();
    const first = till.stripe.dispute(intent, 10_000);
    till.stripe.closeDispute(first, 'lost');
    await till.deliver();
    on(6);
    const reference = till.stripe.dispute(intent, 10_000);
    if (byHand) {
      lose();
      const evidence = { ...PAYMENT, reference };
      await move(till.app, ref, 'dispute', { amount: '100.00', evidence });
    }
    await till.deliver();
    const before = await till.moves(ref);
    expect(before.at(-1)).toBe(CONTESTED);
    till.stripe.winAfterAll(first);
    expect(await checkPayment(till.app.ctx, code)).toMatchObject({ reason: 'won-after-all' });
    expect(await till.moves(ref)).toEqual(before);
  },
);

test.each(['win', 'lose'] as const)(
  'a dispute whose end is recorded by hand (%s), named by its payment, ends with nothing of another payment’s',
  async (verb) => {
    const { ref, code, intent } = await toldOf();
    const dispute = till.stripe.dispute(intent, 10_000);
    const other = await till.pay(ref, '500.00');
    await till.stripe.payByCard(await till.objectOf(other.code));
    await till.deliver();
    till.stripe.dispute((await till.paymentOf(other.code)).intent!, 10_000);
    await till.deliver();
    const evidence = { ...PAYMENT, reference: intent };
    expect((await move(till.app, ref, verb, { amount: '100.00', evidence })).status).toBe(201);
    const before = await till.moves(ref);
    till.stripe.closeDispute(dispute, verb === 'win' ? 'won' : 'lost');
    expect(await checkPayment(till.app.ctx, code)).toMatchObject({ reason: 'over-draw' });
    expect(await till.moves(ref)).toEqual(before);
  },
);

test('what comes after a win that does not fit is not taken of what it would give back', async () => {
  const { ref, code, intent } = await toldOf();
  const dispute = till.stripe.dispute(intent);
  await till.deliver();
  const { body } = await move(till.app, ref, 'win', { amount: '500.00', evidence: PAYMENT });
  till.stripe.closeDispute(dispute, 'won');
  on(6);
  till.stripe.refund(intent);
  lose();
  const before = await till.moves(ref);
  expect(await checkPayment(till.app.ctx, code)).toMatchObject({ reason: 'over-draw' });
  expect(await till.moves(ref)).toEqual(before);
  const path = `/api/v1/admin/batches/${body.batch}/reverse`;
  await till.app.request(path, { body: { reason: 'Told by Stripe' } });
  expect(await checkPayment(till.app.ctx, code)).toMatchObject({ outcome: 'applied' });
  expect((await till.moves(ref)).slice(-2)).toEqual([
    'win disputed→received 500.00',
    'refund received→refunded 500.00',
  ]);
});
