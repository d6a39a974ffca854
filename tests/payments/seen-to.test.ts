import { expect, test } from 'vitest';
import { atDesk } from '../support/desk.ts';
import { textOf } from '../support/hand.ts';
import { useTill } from '../support/pay.ts';

const till = useTill();

test('what a payment is flagged for goes once an admin has seen to it, and stays away', async () => {
  const cy = await atDesk(till.app);
  const dee = await atDesk(till.app, 'viewer');
  const ref = await till.pledge();
  const { code } = await till.pay(ref, '500.00');
  await till.app.request(`/api/v1/pledges/${ref}/withdraw`, { body: {} });
  await till.stripe.payByCard(await till.objectOf(code));
  await till.deliver();
  const page = `/admin/payments/${code}`;
  const shown = async (path: string) => textOf((await cy.get(path)).page);
  const seenTo = (note: string, desk = cy, flag = 'given-up') =>
    desk.post(`${page}/seen-to`, { flag, note });

  const empty = await seenTo('');
  expect(empty.status).toBe(400);
  expect(textOf(empty.page)).toContain('That was not done note: must not be empty');
  expect((await seenTo('It goes by itself.', cy, 'not-closed')).status).toBe(400);
  expect((await seenTo('Ada meant it.', dee)).status).toBe(403);
  expect(await shown(page)).toContain('came for what was withdrawn or lapsed');

  expect((await seenTo('Ada meant it.')).location).toBe(`${page}?done=payment.see-to`);
  expect(await shown(page)).not.toContain('came for what was withdrawn or lapsed');
  expect(await shown('/admin/payments?flag=given-up')).not.toContain(code);
  expect(await shown(`/admin/audit?object=${code}`)).toContain('given-up; “Ada meant it.”');
  expect((await seenTo('Ada meant it.')).status).toBe(409);
  await cy.post(`${page}/check`);
  expect((await till.paymentOf(code)).flags).toEqual([]);
});
