import type Stripe from 'stripe';
import { all, found, keep, newId, seconds, shaped, type World } from './state.ts';

type Entry = Stripe.CustomerCashBalanceTransaction;

/** What a customer has sent that no payment has taken, in minor units. */
export const cashOf = (world: World, customer: string, currency: string): number =>
  all(world, 'customer_cash_balance_transaction')
    .filter((entry) => entry.customer === customer && entry.currency === currency)
    .reduce((sum, entry) => sum + entry.net_amount, 0);

export function cashBalance(world: World, customer: string): Stripe.CashBalance {
  found(world, 'customer', customer);
  const currencies = new Set(
    all(world, 'customer_cash_balance_transaction')
      .filter((entry) => entry.customer === customer)
      .map(({ currency }) => currency),
  );
  const available = Object.fromEntries(
    [...currencies]
      .map((currency) => [currency, cashOf(world, customer, currency)] as const)
      .filter(([, amount]) => amount !== 0),
  );
  return {
    object: 'cash_balance',
    available: Object.keys(available).length > 0 ? available : null,
    customer,
    customer_account: null,
    livemode: world.livemode,
    settings: { reconciliation_mode: 'automatic', using_merchant_default: true },
  };
}

export function moveCash(
  world: World,
  move: Pick<Entry, 'currency' | 'net_amount' | 'type'> & Partial<Entry> & { customer: string },
): void {
  const entry = keep(
    world,
    shaped<Entry>({
      ...move,
      id: newId('ccsbtxn'),
      object: 'customer_cash_balance_transaction',
      created: seconds(world),
      ending_balance: cashOf(world, move.customer, move.currency) + move.net_amount,
      livemode: world.livemode,
    }),
  );
  world.emit('customer_cash_balance_transaction.created', entry);
}
