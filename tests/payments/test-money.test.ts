import { expect, test } from 'vitest';
import { move, PAYMENT } from '../support/actors.ts';
import { useTill } from '../support/pay.ts';

const till = useTill();

test('money of Stripe’s test mode is called that, and warned of once payments are real', async () => {
  const { app } = till;
  const ref = await till.pledge();
  const { code } = await till.pay(ref, '500.00');
  await till.stripe.payByCard(await till.objectOf(code));
  await till.deliver();
  const says = async (path: string) =>
    (await (await fetch(app.url + path)).text()).includes('test mode');
  const warned = async () =>
    (await app.request('/readyz')).body.warnings.filter((line: string) =>
      line.includes('test mode'),
    );
  await app.publicCache.refresh();
  expect(await Promise.all(['/', '/pledges', '/give', `/paid/${code}`].map(says))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(await warned()).toEqual([]);

  app.ctx.stripe = { ...app.ctx.stripe!, livemode: true };
  expect(await says('/give')).toBe(false);
  expect(await warned()).toHaveLength(1);
  const { movements } = (await app.request(`/api/v1/pledges/${ref}`)).body;
  await app.request(`/api/v1/admin/batches/${movements.at(-1).batch}/reverse`, {
    body: { reason: 'test mode' },
  });
  expect(await warned()).toEqual([]);
  const evidence = { ...PAYMENT, reference: (await till.paymentOf(code)).intent! };
  const other = await till.pledge();
  // Nor does it come back by hand: Muster follows this payment.
  expect((await move(app, other, 'receive', { amount: '500.00', evidence })).status).toBe(409);
  expect(await warned()).toEqual([]);
  app.ctx.stripe = { ...app.ctx.stripe, livemode: false };
});

test('a demonstration says once that its figures are made up', async () => {
  const { app } = till;
  const demonstrate = (is: boolean) =>
    app.database!.asOwner(`UPDATE initiative SET demonstration = ${is}`);
  await demonstrate(true);
  const page = await (await fetch(`${app.url}/give`)).text();
  await demonstrate(false);
  expect(page).toContain('Demonstration data');
  expect(page).not.toContain('test mode');
});
