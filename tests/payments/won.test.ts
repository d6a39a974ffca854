import { expect, test } from 'vitest';
import { checkPayment } from '../../server/payments/follow/settle.ts';
import { move, PAYMENT } from '../support/actors.ts';
import { useComparison } from './comparing.ts';

const { till, toldOf, lose, on } = useComparison();

test('a dispute that is won after it was lost takes nothing of another one', async () => {
  const { ref, code, intent } = await toldOf();
  const first = till.stripe.dispute(intent, 10_000);
  till.stripe.closeDispute(first, 'lost');
  await till.deliver();
  on(6);
  till.stripe.dispute(intent, 10_000);
  await till.deliver();
  const before = await till.moves(ref);
  expect(before.at(-1)).toBe('dispute received→disputed 100.00');
  till.stripe.winAfterAll(first);
  expect(await checkPayment(till.app.ctx, code)).toMatchObject({ reason: 'won-after-all' });
  expect(await till.moves(ref)).toEqual(before);
});

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
