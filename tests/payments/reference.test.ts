import { expect, test } from 'vitest';
import { useTill } from '../support/pay.ts';

const till = useTill();

test.each([
  ['at Checkout', '100.00'],
  ['on an invoice', '20000.00'],
])(
  'Stripe never learns the public reference of an anonymous pledge that is paid %s',
  async (_, amount) => {
    const ref = await till.pledge({ amount, visibility: 'anonymous' });
    till.stripe.requests.length = 0;
    await till.pay(ref, amount);
    expect(till.stripe.requests.length).toBeGreaterThan(0);
    expect(JSON.stringify(till.stripe.requests)).not.toContain(ref);
  },
);
