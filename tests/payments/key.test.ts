import { afterAll, beforeAll, expect, test } from 'vitest';
import { INITIATIVE, startApp, type TestApp } from '../support/app.ts';
import { RECIPIENT, stripeEnv } from '../support/pay.ts';
import { startFakeStripe, type FakeStripe } from '../support/stripe/fake.ts';

let stripe: FakeStripe;
let app: TestApp;
beforeAll(async () => {
  stripe = await startFakeStripe();
  app = await startApp({
    initiative: { ...INITIATIVE, recipient: RECIPIENT },
    env: { ...stripeEnv(stripe), STRIPE_SECRET_KEY: 'sk_test_anotherOne' },
  });
});
afterAll(async () => {
  await app.close();
  await stripe.close();
});

test('a key that Stripe does not take is told to who runs the server', async () => {
  const body = { amount: '25.00', currency: 'USD', country: 'NO' };
  const refused = await app.request('/api/v1/gifts', { body, token: false });
  expect([refused.status, refused.body.detail]).toEqual([
    503,
    expect.stringContaining('check STRIPE_SECRET_KEY'),
  ]);
  const { body: ready } = await app.request('/readyz');
  expect(ready.warnings).toContainEqual(
    expect.stringContaining('Stripe refuses STRIPE_SECRET_KEY'),
  );
});
