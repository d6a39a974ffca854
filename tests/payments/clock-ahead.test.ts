import { expect, test } from 'vitest';
import * as payments from '../../server/db/payments.ts';
import { today } from '../../server/domain/day.ts';
import { move } from '../support/actors.ts';
import { useTill } from '../support/pay.ts';

const till = useTill({ env: { CHECKOUT_LIMIT: '1000' } });
const DAY = 86_400_000;

test('a clock that was ahead for one turn stops no comparison, look or reading of cash', async () => {
  const { app, stripe } = till;
  const after = (days: number) => {
    app.clock.now = new Date(right + days * DAY);
  };
  const right = app.clock.now.getTime();
  const { code } = await till.pay(await till.pledge(), '2000.00');
  const { code: card } = await till.pay(await till.pledge(), '500.00');
  const lapsed = await till.pledge();
  const { code: begun } = await till.pay(lapsed, '500.00');
  expect((await move(app, lapsed, 'lapse', {})).status).toBe(201);
  after(365);
  await app.comparison.turn();
  stripe.fail({ path: /expire$/, method: 'POST', status: 500, times: 3 });
  await app.closing.turn();
  await till.app.request(`/api/v1/payments/${card}`, { token: false });
  after(0.5);
  const { customer } = await app.ctx.stripe!.api.invoices.retrieve(await till.objectOf(code));
  const { code: other } = await till.pay(await till.pledge(), '500.00');
  await stripe.payByCard(await till.objectOf(other));
  await stripe.payByCard(await till.objectOf(card));
  stripe.fundCustomer(customer as string, 'usd', 12_345);
  stripe.events.splice(0);

  await till.app.request(`/api/v1/payments/${card}`, { token: false });
  expect((await till.paymentOf(card)).status).toBe('paid');
  await app.closing.turn();
  expect((await till.paymentOf(begun)).status).toBe('expired');
  const { body } = await app.request('/metrics');
  expect(String(body)).toContain('\nmuster_payment_compared_timestamp_seconds 0\n');
  after(10);
  await app.comparison.turn();
  const runs = await app.ctx.db.select().from(payments.reconciliation);
  const days = runs.map(({ finishedAt, fromOn }) => ({ finishedAt, fromOn }));
  expect(days).toContainEqual({ finishedAt: app.clock.now, fromOn: today(new Date(right)) });
  const cash = await app.ctx.db.select().from(payments.unappliedCash);
  expect(cash.map(({ amountMinor }) => amountMinor)).toEqual([12_345n]);
  const { checkedAt } = await till.paymentOf(code);
  expect(checkedAt).toEqual(app.clock.now);
});
