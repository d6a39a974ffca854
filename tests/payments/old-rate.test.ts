import { expect, test } from 'vitest';
import { NOW } from '../support/app.ts';
import { atDesk } from '../support/desk.ts';
import { textOf } from '../support/desk-forms.ts';
import { useTill } from '../support/pay.ts';

const till = useTill();

/** The bundled rates end on 13 April 2026. */
test.each([
  ['30 days', '2026-05-13T12:00:00Z', []],
  ['31 days', '2026-05-14T12:00:00Z', ['old-rate']],
])('a gift at a rate of %s ago is recorded, and flagged: %s', async (_age, now, flags) => {
  till.app.clock.now = new Date(now);
  const { code } = await till.give('25.00', 'EUR');
  await till.stripe.payByCard(await till.objectOf(code), {});
  await till.deliver();
  const payment = await till.paymentOf(code);
  expect([payment.status, payment.flags]).toEqual(['paid', flags]);
  const cy = await atDesk(till.app);
  const page = textOf((await cy.get(`/admin/payments/${code}`)).page);
  expect(page).toContain('Exchange rate from 13 Apr 2026');
  expect(page.includes('Old exchange rate:')).toBe(flags.length > 0);
  const listed = (await cy.get('/admin/payments?flag=old-rate')).page;
  expect(listed.includes(code)).toBe(flags.length > 0);
});

test('an overpaid pledge is not flagged for its rate, which was fixed before', async () => {
  till.app.clock.now = NOW;
  const ref = await till.pledge({ asset: 'EUR', amount: '25.00' });
  till.app.clock.now = new Date('2026-05-14T12:00:00Z');
  const [first, second] = [await till.pay(ref, '25.00'), await till.pay(ref, '25.00')];
  for (const { code } of [first, second]) {
    await till.stripe.payByCard(await till.objectOf(code), {});
  }
  await till.deliver();
  expect(await till.moves(ref)).toContain('receive outside→received 25.00');
  for (const { code } of [first, second]) {
    expect((await till.paymentOf(code)).flags).not.toContain('old-rate');
  }
});
