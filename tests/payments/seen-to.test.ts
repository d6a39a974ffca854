import { expect, test } from 'vitest';
import { withdrawSignature } from '../../server/me/signature.ts';
import { payPledge } from '../../server/payments/pay/pay.ts';
import { withdrawPledge } from '../../server/pledges/withdraw.ts';
import { fundingPledge } from '../support/actors.ts';
import { atDesk } from '../support/desk.ts';
import { textOf } from '../support/desk-forms.ts';
import { useTill } from '../support/pay.ts';
import { newKey, signedIn } from '../support/signed-in.ts';

const till = useTill();

test('what a payment is flagged for goes once an admin has seen to it, and stays away', async () => {
  const cy = await atDesk(till.app);
  const dee = await atDesk(till.app, 'viewer');
  const bo = await signedIn(till.app, { name: 'Bo Example' });
  const ref = await fundingPledge(till.app, bo.signatoryId, { amount: '500.00' });
  const { code } = await payPledge(till.app.ctx, { actor: bo, ref }, newKey(), {
    amount: '500.00',
    country: 'NO',
  });
  await withdrawPledge(till.app.ctx, bo, newKey(), ref, {});
  await withdrawSignature(till.app.ctx, bo, newKey());
  await till.stripe.payByCard(await till.objectOf(code));
  await till.deliver();
  const page = `/admin/payments/${code}`;
  const shown = async (path: string) => textOf((await cy.get(path)).page);
  const seenTo = (note: string, desk = cy, flag = 'given-up') =>
    desk.post(`${page}/seen-to`, { flag, note });

  const empty = await seenTo('');
  expect(empty.status).toBe(400);
  expect(textOf(empty.page)).toContain('Nothing has changed note: must not be empty');
  expect((await seenTo('It goes by itself.', cy, 'not-closed')).status).toBe(400);
  expect((await seenTo('Bo meant it.', dee)).status).toBe(403);
  expect(await shown(page)).toContain('the pledge was withdrawn or is no longer expected');

  expect(await shown(page)).toContain('has withdrawn or was rejected');
  expect((await seenTo('Bo meant it.')).location).toBe(`${page}?done=payment.see-to`);
  expect(await shown(page)).not.toContain('the pledge was withdrawn or is no longer expected');
  expect(await shown('/admin/payments?flag=given-up')).not.toContain(code);
  expect(await shown(`/admin/audit?object=${code}`)).toContain('given-up; “Bo meant it.”');
  expect((await seenTo('Bo meant it.')).status).toBe(409);
  await cy.post(`${page}/check`);
  expect((await till.paymentOf(code)).flags).toEqual(['giver-gone']);
  await seenTo('So is this.', cy, 'giver-gone');
  expect((await till.paymentOf(code)).flags).toEqual([]);
});
