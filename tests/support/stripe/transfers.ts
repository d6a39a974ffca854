import type Stripe from 'stripe';
import { cashBalance, cashOf, moveCash } from './cash.ts';
import { failIntent, newCharge, succeed, type Payer } from './intents.ts';
import { finalize, openInvoice, paymentOf, settle } from './invoices.ts';
import { all, found, referred, seconds, type World } from './state.ts';

/** Stripe applies nothing to an invoice that has been overdue for longer. */
const OVERDUE_SECONDS = 30 * 86_400;

const payerOf = (invoice: Stripe.Invoice): Payer => ({
  ...(invoice.customer_email && { email: invoice.customer_email }),
  ...(invoice.customer_name && { name: invoice.customer_name }),
});

/**
 * Applies a customer's cash to what is open: to the invoice that their transfer names, to one that
 * waits for just that amount, or else to the oldest. An invoice is paid whole or not at all:
 * a part stays in the cash balance.
 */
function applyCash(world: World, customer: string, currency: string, named?: string): void {
  for (;;) {
    const cash = cashOf(world, customer, currency);
    const payable = all(world, 'invoice').filter(
      (invoice) =>
        invoice.customer === customer &&
        invoice.currency === currency &&
        invoice.status === 'open' &&
        invoice.payment_settings.payment_method_types!.includes('customer_balance') &&
        invoice.due_date! + OVERDUE_SECONDS > seconds(world) &&
        invoice.amount_remaining <= cash,
    );
    const next =
      payable.find(({ id }) => id === named) ??
      payable.find(({ amount_remaining: wanted }) => wanted === cash) ??
      payable[0];
    if (!next) return;
    const { intent } = paymentOf(world, next);
    moveCash(world, {
      customer,
      currency,
      net_amount: -next.amount_remaining,
      type: 'applied_to_payment',
      applied_to_payment: { payment_intent: intent.id },
    });
    newCharge(world, intent, 'customer_balance', payerOf(next));
    succeed(world, intent);
    settle(world, next);
  }
}

/** A bank transfer of `amount` minor units arrives; it may name an invoice. */
export function fundCustomer(
  world: World,
  customer: string,
  currency: string,
  amount: number,
  named?: string,
): void {
  const { name } = found(world, 'customer', customer);
  moveCash(world, {
    customer,
    currency,
    net_amount: amount,
    type: 'funded',
    funded: {
      bank_transfer: {
        reference: named ?? null,
        type: 'us_bank_transfer',
        us_bank_transfer: { network: 'ach', sender_name: name ?? null },
      },
    },
  });
  applyCash(world, customer, currency, named);
  if (cashOf(world, customer, currency) > 0)
    world.emit('cash_balance.funds_available', cashBalance(world, customer));
}

/** Cash that the customer has already goes to the invoice at once. */
export function finalizeInvoice(world: World, id: string): Stripe.Invoice {
  const invoice = finalize(world, id);
  applyCash(world, referred(world, 'customer', invoice.customer).id, invoice.currency);
  return invoice;
}

/** The whole amount comes by a transfer, or by a card, which may be refused. */
export function payInvoice(
  world: World,
  id: string,
  { by = 'bank', fails = false }: { by?: 'bank' | 'card'; fails?: boolean } = {},
): void {
  const invoice = openInvoice(world, id);
  const method = by === 'bank' ? 'customer_balance' : 'card';
  const methods = invoice.payment_settings.payment_method_types!;
  if (!methods.includes(method)) throw new Error(`${id} is paid by ${methods.join(', ')} only`);
  if (by === 'bank') {
    const customer = referred(world, 'customer', invoice.customer).id;
    fundCustomer(world, customer, invoice.currency, invoice.amount_remaining, id);
    return;
  }
  const { intent } = paymentOf(world, invoice);
  newCharge(world, intent, 'card', payerOf(invoice));
  if (!fails) {
    succeed(world, intent);
    settle(world, invoice);
    return;
  }
  failIntent(world, intent);
  Object.assign(invoice, { attempt_count: invoice.attempt_count + 1, attempted: true });
  world.emit('invoice.payment_failed', invoice);
}
