import type Stripe from 'stripe';
import { currencyOf, entriesOf, needed, wholeOf, type Params } from './form.ts';
import { checkAmount, newIntent } from './intents.ts';
import {
  all,
  found,
  keep,
  newId,
  referred,
  refused,
  seconds,
  shaped,
  type World,
} from './state.ts';

const DAY_SECONDS = 86_400;

export const INVOICE_PARAMS = [
  'auto_advance',
  'collection_method',
  'currency',
  'customer',
  'days_until_due',
  'description',
  'footer',
  'metadata[*]',
  'payment_settings[payment_method_options][*]',
  'payment_settings[payment_method_types][]',
  'pending_invoice_items_behavior',
];

export function createInvoice(world: World, params: Params): Stripe.Invoice {
  const customer = found(world, 'customer', needed(params, 'customer'), 'customer');
  if (params.get('collection_method') !== 'send_invoice')
    throw refused(400, {
      message: 'The fake knows the collection method send_invoice only.',
      param: 'collection_method',
    });
  needed(params, 'days_until_due');
  const created = seconds(world);
  const types = Object.values(entriesOf(params, 'payment_settings[payment_method_types]'));
  return keep(
    world,
    shaped<Stripe.Invoice>({
      id: newId('in'),
      object: 'invoice',
      amount_due: 0,
      amount_overpaid: 0,
      amount_paid: 0,
      amount_paid_off_stripe: 0,
      amount_remaining: 0,
      attempt_count: 0,
      attempted: false,
      auto_advance: params.get('auto_advance') === 'true',
      billing_reason: 'manual',
      collection_method: 'send_invoice',
      created,
      currency: currencyOf(params, 'currency'),
      customer: customer.id,
      customer_email: customer.email,
      customer_name: customer.name ?? null,
      description: params.get('description') ?? null,
      due_date: created + wholeOf(params, 'days_until_due')! * DAY_SECONDS,
      footer: params.get('footer') ?? null,
      hosted_invoice_url: null,
      lines: { object: 'list', data: [], has_more: false, url: '' },
      livemode: world.livemode,
      metadata: entriesOf(params, 'metadata'),
      number: null,
      payment_settings: shaped<Stripe.Invoice.PaymentSettings>({
        payment_method_types: types.length > 0 ? types : ['card', 'customer_balance'],
      }),
      status: 'draft',
      status_transitions: {
        finalized_at: null,
        marked_uncollectible_at: null,
        paid_at: null,
        voided_at: null,
      },
      subtotal: 0,
      total: 0,
    }),
  );
}

function inStatus(
  world: World,
  id: string,
  status: Stripe.Invoice.Status,
  param?: string,
): Stripe.Invoice {
  const invoice = found(world, 'invoice', id, param);
  if (invoice.status === status) return invoice;
  throw refused(400, {
    code: 'status_transition_invalid',
    message: `This invoice is ${invoice.status}, and not ${status}.`,
  });
}

export const openInvoice = (world: World, id: string): Stripe.Invoice =>
  inStatus(world, id, 'open');

export const ITEM_PARAMS = [
  'amount',
  'currency',
  'customer',
  'description',
  'invoice',
  'metadata[*]',
];

export function createItem(world: World, params: Params): Stripe.InvoiceItem {
  const customer = needed(params, 'customer');
  const invoice = inStatus(world, needed(params, 'invoice'), 'draft', 'invoice');
  const currency = currencyOf(params, 'currency');
  needed(params, 'amount');
  const amount = wholeOf(params, 'amount')!;
  checkAmount(amount, currency, 'amount');
  if (invoice.customer !== customer || invoice.currency !== currency)
    throw refused(400, { message: 'The item is of another customer or currency.' });
  const description = params.get('description') ?? null;
  const metadata = entriesOf(params, 'metadata');
  const item = keep(
    world,
    shaped<Stripe.InvoiceItem>({
      id: newId('ii'),
      object: 'invoiceitem',
      amount,
      currency,
      customer,
      date: seconds(world),
      description,
      invoice: invoice.id,
      livemode: world.livemode,
      metadata,
      quantity: 1,
    }),
  );
  invoice.lines.data.push(
    shaped<Stripe.InvoiceLineItem>({
      id: newId('il'),
      object: 'line_item',
      amount,
      currency,
      description,
      invoice: invoice.id,
      livemode: world.livemode,
      metadata,
      quantity: 1,
      subtotal: amount,
    }),
  );
  const total = invoice.total + amount;
  Object.assign(invoice, {
    amount_due: total,
    amount_remaining: total,
    subtotal: total,
    total,
  });
  return item;
}

/** Makes the invoice payable. One of nothing is paid by that. */
export function finalize(world: World, id: string): Stripe.Invoice {
  const invoice = inStatus(world, id, 'draft');
  const now = seconds(world);
  invoice.status_transitions.finalized_at = now;
  Object.assign(invoice, {
    effective_at: now,
    hosted_invoice_url: `${world.origin}/i/${id}`,
    number: `FAKE-${id.slice(-8)}`,
    status: 'open',
  });
  if (invoice.total > 0) {
    // Nothing of what the invoice's metadata say is on its payment.
    const intent = newIntent(world, {
      amount: invoice.total,
      currency: invoice.currency,
      customer: invoice.customer,
      description: 'Payment for Invoice',
      metadata: {},
      payment_method_types: invoice.payment_settings.payment_method_types!,
    });
    keep(
      world,
      shaped<Stripe.InvoicePayment>({
        id: newId('inpay'),
        object: 'invoice_payment',
        amount_paid: null,
        amount_requested: invoice.total,
        created: now,
        currency: invoice.currency,
        invoice: id,
        is_default: true,
        livemode: world.livemode,
        payment: { payment_intent: intent.id, type: 'payment_intent' },
        status: 'open',
        status_transitions: { canceled_at: null, paid_at: null },
      }),
    );
  }
  world.emit('invoice.finalized', invoice);
  if (invoice.total === 0) paid(world, invoice);
  return invoice;
}

/** The payment that the invoice was finalised with, and its intent. */
export function paymentOf(world: World, invoice: Stripe.Invoice) {
  const payment = all(world, 'invoice_payment').find((one) => one.invoice === invoice.id)!;
  return { payment, intent: referred(world, 'payment_intent', payment.payment.payment_intent) };
}

function paid(world: World, invoice: Stripe.Invoice): void {
  invoice.status_transitions.paid_at = seconds(world);
  Object.assign(invoice, { amount_paid: invoice.total, amount_remaining: 0, status: 'paid' });
  world.emit('invoice.paid', invoice);
}

/** The invoice's intent has succeeded. */
export function settle(world: World, invoice: Stripe.Invoice): void {
  const { payment } = paymentOf(world, invoice);
  payment.status_transitions.paid_at = seconds(world);
  Object.assign(payment, { amount_paid: invoice.total, status: 'paid' });
  Object.assign(invoice, { attempt_count: invoice.attempt_count + 1, attempted: true });
  world.emit('invoice_payment.paid', payment);
  paid(world, invoice);
}

function cancelPayment(world: World, invoice: Stripe.Invoice): void {
  const { payment, intent } = paymentOf(world, invoice);
  const now = seconds(world);
  payment.status = 'canceled';
  payment.status_transitions.canceled_at = now;
  Object.assign(intent, {
    canceled_at: now,
    cancellation_reason: 'void_invoice',
    status: 'canceled',
  });
}

export function voidInvoice(world: World, id: string): Stripe.Invoice {
  const invoice = openInvoice(world, id);
  cancelPayment(world, invoice);
  invoice.status_transitions.voided_at = seconds(world);
  Object.assign(invoice, { amount_remaining: 0, status: 'void' });
  world.emit('invoice.voided', invoice);
  return invoice;
}

/** Somebody at the dashboard says that it was paid by other ways. */
export function markPaidOffStripe(world: World, id: string): void {
  const invoice = openInvoice(world, id);
  cancelPayment(world, invoice);
  invoice.amount_paid_off_stripe = invoice.total;
  paid(world, invoice);
}
