import { expect, test } from 'vitest';
import { give } from '../../server/payments/pay/pay.ts';
import { useTill } from '../support/pay.ts';
import { newKey } from '../support/signed-in.ts';

const till = useTill();

test('a payment that had no session for days is open once the same form gets one', async () => {
  const key = newKey();
  const input = { amount: '20.00', currency: 'USD', country: 'NO' };
  till.stripe.fail({ path: /sessions$/, method: 'POST', status: 500, times: 3 });
  await expect(give(till.app.ctx, key, input)).rejects.toMatchObject({ code: 'busy' });
  till.app.clock.now = new Date(till.app.clock.now.getTime() + 49 * 3_600_000);
  await till.app.comparison.turn();
  const { code } = await give(till.app.ctx, key, input);
  expect((await till.paymentOf(code)).status).toBe('open');
});
