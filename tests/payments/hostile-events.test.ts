import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { useTill } from '../support/pay.ts';
import { bodyWith, VALUES, type Place } from '../support/hostile.ts';

const till = useTill();

const PLACES: Place[] = [
  [],
  ['id'],
  ['type'],
  ['livemode'],
  ['account'],
  ['data'],
  ['data', 'object'],
  ['data', 'object', 'id'],
  ['data', 'object', 'object'],
  ['data', 'object', 'payment_intent'],
  ['data', 'object', 'payment_intent', 'id'],
  ['data', 'object', 'customer'],
  ['data', 'object', 'currency'],
];

async function deliver(body: string): Promise<{ status: number; outcome: unknown }> {
  const time = Math.floor(till.app.clock.now.getTime() / 1000);
  const secret = till.stripe.webhookSecret;
  const v1 = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  const headers = { 'content-type': 'application/json', 'stripe-signature': `t=${time},v1=${v1}` };
  const response = await fetch(till.hook, { method: 'POST', headers, body });
  return { status: response.status, outcome: await response.json() };
}

let made = 0;
const eventOf = (type: string, object: object) => {
  made += 1;
  return { id: `evt_${made}`, object: 'event', livemode: false, type, data: { object } };
};

test.each([
  ['checkout.session.completed', { id: 'cs_1', object: 'checkout.session' }],
  ['charge.refunded', { id: 'ch_1', object: 'charge', payment_intent: 'pi_1' }],
  ['invoice.paid', { id: 'in_1', object: 'invoice' }],
  [
    'customer_cash_balance_transaction.created',
    {
      id: 'ccsbtxn_1',
      object: 'customer_cash_balance_transaction',
      customer: 'cus_1',
      currency: 'usd',
    },
  ],
  ['price.created', { id: 'price_1', object: 'price' }],
])(
  'no signed %s with something hostile in it makes the server fail',
  async (type, object) => {
    const failed: string[] = [];
    for (const place of PLACES) {
      for (const [what, value] of VALUES) {
        const body = bodyWith(eventOf(type, object), place, value);
        // One after another: the fake Stripe is one process with this.
        // oxlint-disable-next-line no-await-in-loop
        const { status } = await deliver(body);
        if (status >= 500) failed.push(`${place.join('.')}: ${what}: ${status}`);
      }
    }
    expect(failed).toEqual([]);
  },
  120_000,
);

test('a transfer that names no customer waits at the desk as unmatched', async () => {
  const object = { id: 'ccsbtxn_2', object: 'customer_cash_balance_transaction', currency: 'usd' };
  const event = eventOf('customer_cash_balance_transaction.created', object);
  expect(await deliver(JSON.stringify(event))).toMatchObject({
    status: 200,
    outcome: { outcome: 'unmatched', reason: 'no-such-object' },
  });
});
