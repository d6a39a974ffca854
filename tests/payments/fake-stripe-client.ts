import { Stripe } from 'stripe';
import type { FakeStripe } from '../support/stripe/fake.ts';

/** The real SDK, with its eyes on the fake. */
export const clientOf = ({ url, secretKey }: Pick<FakeStripe, 'url' | 'secretKey'>): Stripe => {
  const { hostname: host, port } = new URL(url);
  return new Stripe(secretKey, {
    host,
    port: Number(port),
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
  });
};

export const termsOf = (amount = 10_000): Stripe.Checkout.SessionCreateParams => ({
  mode: 'payment',
  allowed_payment_method_types: ['card', 'us_bank_account'],
  line_items: [
    {
      quantity: 1,
      price_data: { currency: 'usd', unit_amount: amount, product_data: { name: 'A pledge' } },
    },
  ],
  client_reference_id: 'reference',
  customer_email: 'ada@example.org',
  metadata: { payment: 'p1' },
  payment_intent_data: { metadata: { payment: 'p1' } },
  success_url: 'http://muster.test/paid?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://muster.test/cancelled',
});

/** A card payment that came through, by the id of its intent. */
export async function paidByCard(fake: FakeStripe, stripe: Stripe): Promise<string> {
  const { id } = await stripe.checkout.sessions.create(termsOf());
  await fake.payByCard(id);
  return (await stripe.checkout.sessions.retrieve(id)).payment_intent as string;
}

/** The error that the SDK makes of a refusal. */
export async function refusalOf(asked: Promise<unknown>): Promise<Error> {
  try {
    await asked;
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was refused');
}
