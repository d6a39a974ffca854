import type Stripe from 'stripe';
import { addToBalance, feeOf } from './balance.ts';
import { keep, newId, referred, refused, seconds, shaped, type World } from './state.ts';

/** Who pays, as they say it on Stripe's page. */
export interface Payer {
  email?: string;
  name?: string;
  country?: string;
}

const LEAST = 50;
/** Stripe's amounts have at most eight digits. */
const MOST = 99_999_999;

/** @throws what Stripe answers to an amount that it does not take; `amount` in minor units */
export function checkAmount(amount: number, currency: string, param: string): void {
  if (amount < LEAST)
    throw refused(400, {
      code: 'amount_too_small',
      message: `The total amount must be at least ${LEAST} ${currency}`,
      param,
    });
  if (amount > MOST)
    throw refused(400, {
      code: 'amount_too_large',
      message: `The total amount must be no more than ${MOST} ${currency}`,
      param,
    });
}

export function newIntent(
  world: World,
  terms: Pick<
    Stripe.PaymentIntent,
    'amount' | 'currency' | 'customer' | 'metadata' | 'payment_method_types' | 'description'
  >,
): Stripe.PaymentIntent {
  return keep(
    world,
    shaped<Stripe.PaymentIntent>({
      ...terms,
      id: newId('pi'),
      object: 'payment_intent',
      amount_capturable: 0,
      amount_received: 0,
      canceled_at: null,
      cancellation_reason: null,
      capture_method: 'automatic_async',
      confirmation_method: 'automatic',
      created: seconds(world),
      last_payment_error: null,
      latest_charge: null,
      livemode: world.livemode,
      next_action: null,
      payment_method: null,
      processing: null,
      receipt_email: null,
      status: 'requires_payment_method',
    }),
  );
}

function detailsOf(method: string, country: string): Stripe.Charge.PaymentMethodDetails {
  if (method !== 'card') return shaped({ type: method });
  const card = shaped<Stripe.Charge.PaymentMethodDetails.Card>({
    brand: 'visa',
    country,
    funding: 'credit',
    last4: '4242',
  });
  return shaped({ type: 'card', card });
}

/** A charge that has not come through yet. */
export function newCharge(
  world: World,
  intent: Stripe.PaymentIntent,
  method: string,
  { email = 'payer@example.org', name = 'Ada Example', country = 'US' }: Payer = {},
): Stripe.Charge {
  const address = { city: null, country, line1: null, line2: null, postal_code: null, state: null };
  const charge = keep(
    world,
    shaped<Stripe.Charge>({
      id: newId(method === 'card' ? 'ch' : 'py'),
      object: 'charge',
      amount: intent.amount,
      amount_captured: intent.amount,
      amount_refunded: 0,
      balance_transaction: null,
      billing_details: { address, email, name, phone: null, tax_id: null },
      captured: true,
      created: seconds(world),
      currency: intent.currency,
      customer: intent.customer,
      description: intent.description,
      disputed: false,
      failure_balance_transaction: null,
      failure_code: null,
      failure_message: null,
      livemode: world.livemode,
      metadata: { ...intent.metadata },
      paid: false,
      payment_intent: intent.id,
      payment_method: newId('pm'),
      payment_method_details: detailsOf(method, country),
      receipt_email: null,
      refunded: false,
      status: 'pending',
    }),
  );
  Object.assign(intent, {
    latest_charge: charge.id,
    payment_method: charge.payment_method,
    status: 'processing',
  });
  return charge;
}

export function succeed(world: World, intent: Stripe.PaymentIntent): void {
  const charge = referred(world, 'charge', intent.latest_charge);
  const method = charge.payment_method_details!.type;
  const entry = addToBalance(world, {
    type: method === 'card' ? 'charge' : 'payment',
    category: 'charge',
    amount: charge.amount,
    currency: charge.currency,
    source: charge.id,
    fee: feeOf(method, charge.amount),
  });
  Object.assign(charge, { balance_transaction: entry.id, paid: true, status: 'succeeded' });
  Object.assign(intent, { amount_received: intent.amount, next_action: null, status: 'succeeded' });
  world.emit('payment_intent.succeeded', intent);
  world.emit('charge.succeeded', charge);
}

export function failIntent(world: World, intent: Stripe.PaymentIntent): void {
  const message = 'The payment was refused by the bank.';
  const code = 'payment_method_provider_decline';
  const charge = referred(world, 'charge', intent.latest_charge);
  Object.assign(charge, {
    failure_code: code,
    failure_message: message,
    status: 'failed',
  });
  const error = shaped<Stripe.PaymentIntent.LastPaymentError>({
    type: 'invalid_request_error',
    code,
    message,
    charge: charge.id,
  });
  Object.assign(intent, {
    last_payment_error: error,
    payment_method: null,
    status: 'requires_payment_method',
  });
  world.emit('payment_intent.payment_failed', intent);
}
