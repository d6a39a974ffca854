import type Stripe from 'stripe';
import { currencyOf, entriesOf, needed, wholeOf, type Params } from './form.ts';
import { checkAmount, failIntent, newCharge, newIntent, succeed, type Payer } from './intents.ts';
import { found, keep, newId, referred, refused, seconds, shaped, type World } from './state.ts';

const HALF_HOUR_SECONDS = 1800;
const DAY_SECONDS = 86_400;

export const SESSION_PARAMS = [
  'adaptive_pricing[enabled]',
  'allowed_payment_method_types[]',
  'billing_address_collection',
  'cancel_url',
  'client_reference_id',
  'custom_text[submit][message]',
  'customer',
  'customer_creation',
  'customer_email',
  'expires_at',
  'line_items[][price_data][currency]',
  'line_items[][price_data][product_data][description]',
  'line_items[][price_data][product_data][name]',
  'line_items[][price_data][unit_amount]',
  'line_items[][quantity]',
  'locale',
  'metadata[*]',
  'mode',
  'payment_intent_data[description]',
  'payment_intent_data[metadata][*]',
  'payment_intent_data[receipt_email]',
  'payment_intent_data[statement_descriptor_suffix]',
  'payment_method_options[*]',
  'submit_type',
  'success_url',
];

/** What the payment intent is to have: Stripe keeps it out of the session. */
const intentData = new WeakMap<
  Stripe.Checkout.Session,
  Pick<Stripe.PaymentIntent, 'metadata' | 'description'>
>();

function expiryOf(world: World, params: Params): number {
  const now = seconds(world);
  const at = wholeOf(params, 'expires_at') ?? now + DAY_SECONDS;
  if (at >= now + HALF_HOUR_SECONDS && at <= now + DAY_SECONDS) return at;
  throw refused(400, {
    message: 'The `expires_at` timestamp must be from 30 minutes to 24 hours after the creation.',
    param: 'expires_at',
  });
}

const BANK_DEBITS: Record<string, string> = {
  eur: 'sepa_debit',
  gbp: 'bacs_debit',
  usd: 'us_bank_account',
};

/** What can be paid with: Stripe knows it by the currency, and the request may only narrow it. */
function methodsOf(currency: string, params: Params): string[] {
  const debit = BANK_DEBITS[currency];
  const eligible = ['card', ...(debit ? [debit] : [])];
  const allowed = Object.values(entriesOf(params, 'allowed_payment_method_types'));
  const methods = eligible.filter((method) => allowed.length === 0 || allowed.includes(method));
  if (methods.length > 0) return methods;
  throw refused(400, {
    message: `No valid payment method types for this Checkout Session in ${currency}.`,
    param: 'allowed_payment_method_types',
  });
}

const customerDetails = (payer: Payer): Stripe.Checkout.Session.CustomerDetails => ({
  address: payer.country
    ? {
        city: null,
        country: payer.country,
        line1: null,
        line2: null,
        postal_code: null,
        state: null,
      }
    : null,
  business_name: null,
  email: payer.email ?? null,
  individual_name: null,
  name: payer.name ?? null,
  phone: null,
  tax_exempt: 'none',
  tax_ids: [],
});

export function createSession(world: World, params: Params): Stripe.Checkout.Session {
  if (needed(params, 'mode') !== 'payment')
    throw refused(400, { message: 'The fake knows the mode payment only.', param: 'mode' });
  const item = 'line_items[0]';
  const currency = currencyOf(params, `${item}[price_data][currency]`);
  needed(params, `${item}[price_data][product_data][name]`);
  needed(params, `${item}[price_data][unit_amount]`);
  needed(params, `${item}[quantity]`);
  const amount =
    wholeOf(params, `${item}[price_data][unit_amount]`)! * wholeOf(params, `${item}[quantity]`)!;
  checkAmount(amount, currency, `${item}[price_data][unit_amount]`);
  const customer = params.get('customer') ?? null;
  if (customer) found(world, 'customer', customer, 'customer');
  const email = params.get('customer_email');
  const id = newId(world.livemode ? 'cs_live' : 'cs_test');
  const session = shaped<Stripe.Checkout.Session>({
    id,
    object: 'checkout.session',
    amount_subtotal: amount,
    amount_total: amount,
    cancel_url: params.get('cancel_url') ?? null,
    client_reference_id: params.get('client_reference_id') ?? null,
    created: seconds(world),
    currency,
    customer,
    customer_details: email ? customerDetails({ email }) : null,
    customer_email: email ?? null,
    expires_at: expiryOf(world, params),
    invoice: null,
    livemode: world.livemode,
    metadata: entriesOf(params, 'metadata'),
    mode: 'payment',
    payment_intent: null,
    payment_method_types: methodsOf(currency, params),
    payment_status: 'unpaid',
    status: 'open',
    success_url: needed(params, 'success_url'),
    ui_mode: 'hosted_page',
    url: `${world.origin}/c/pay/${id}`,
  });
  intentData.set(session, {
    metadata: entriesOf(params, 'payment_intent_data[metadata]'),
    description: params.get('payment_intent_data[description]') ?? null,
  });
  return keep(world, session);
}

function openOne(world: World, id: string, does: string): Stripe.Checkout.Session {
  const session = found(world, 'checkout.session', id);
  if (session.status === 'open') return session;
  throw refused(400, {
    message: `Only Checkout Sessions with a status in ["open"] can be ${does}. This Checkout Session has a status of \`${session.status}\`.`,
  });
}

export function expireSession(world: World, id: string): Stripe.Checkout.Session {
  const session = openOne(world, id, 'expired');
  Object.assign(session, { status: 'expired', url: null });
  world.emit('checkout.session.expired', session);
  return session;
}

/** The payer has said how they pay: the intent is there, and the page is done with. */
function complete(
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent,
  payer: Payer,
): void {
  Object.assign(session, {
    customer_details: customerDetails(payer),
    payment_intent: intent.id,
    status: 'complete',
    url: null,
  });
}

function confirm(world: World, id: string, isCard: boolean, said: Payer) {
  const session = openOne(world, id, 'paid');
  if (session.expires_at <= seconds(world)) throw new Error(`${id} has expired: nobody can pay it`);
  const method = session.payment_method_types.find((type) => (type === 'card') === isCard);
  if (!method) throw new Error(`${id} is paid by ${session.payment_method_types.join(', ')} only`);
  const payer = {
    email: session.customer_email ?? 'payer@example.org',
    name: 'Ada Example',
    country: 'US',
    ...said,
  };
  const intent = newIntent(world, {
    amount: session.amount_total!,
    currency: session.currency!,
    customer: session.customer,
    payment_method_types: session.payment_method_types,
    ...intentData.get(session)!,
  });
  newCharge(world, intent, method, payer);
  complete(session, intent, payer);
  return { session, intent };
}

export function payByCard(world: World, id: string, payer: Payer = {}): void {
  const { session, intent } = confirm(world, id, true, payer);
  succeed(world, intent);
  session.payment_status = 'paid';
  world.emit('checkout.session.completed', session);
}

export function payByBank(world: World, id: string, payer: Payer = {}): void {
  const { session } = confirm(world, id, false, payer);
  world.emit('checkout.session.completed', session);
}

function processingOf(world: World, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const intent = referred(world, 'payment_intent', session.payment_intent);
  if (intent.status === 'processing') return intent;
  throw new Error(`the payment of ${session.id} is ${intent.status}`);
}

export function bankSettles(world: World, id: string): void {
  const session = found(world, 'checkout.session', id);
  succeed(world, processingOf(world, session));
  session.payment_status = 'paid';
  world.emit('checkout.session.async_payment_succeeded', session);
}

export function bankFails(world: World, id: string): void {
  const session = found(world, 'checkout.session', id);
  failIntent(world, processingOf(world, session));
  world.emit('checkout.session.async_payment_failed', session);
}
