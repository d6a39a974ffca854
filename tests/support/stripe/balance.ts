import type Stripe from 'stripe';
import { keep, newId, seconds, shaped, type World } from './state.ts';

const TWO_DAYS_SECONDS = 2 * 86_400;

/**
 * A movement of the account's own balance; `amount` and `fee` in minor units of the payer's currency, which
 * are exchanged where the account has another. `net` is the rest.
 */
export function addToBalance(
  world: World,
  entry: {
    type: Stripe.BalanceTransaction.Type;
    category: string;
    amount: number;
    currency: string;
    source: string | null;
    fee?: number;
  },
): Stripe.BalanceTransaction {
  const { type, source } = entry;
  const { currency, rate } = world.exchange ?? { currency: entry.currency, rate: 1 };
  const amount = Math.round(entry.amount * rate);
  const fee = Math.round((entry.fee ?? 0) * rate);
  const created = seconds(world);
  return keep(
    world,
    shaped<Stripe.BalanceTransaction>({
      id: newId('txn'),
      object: 'balance_transaction',
      amount,
      available_on: created + TWO_DAYS_SECONDS,
      balance_type: 'payments',
      created,
      currency,
      description: null,
      exchange_rate: world.exchange && rate,
      fee,
      fee_details:
        fee === 0
          ? []
          : [
              {
                amount: fee,
                application: null,
                currency,
                description: 'Stripe processing fees',
                type: 'stripe_fee',
              },
            ],
      net: amount - fee,
      reporting_category: entry.category,
      source,
      status: 'pending',
      type,
    }),
  );
}

/** 2.9 % and 30 for a card; 0.8 % and at most 500 for what comes by a bank. */
export const feeOf = (method: string, amount: number): number =>
  method === 'card'
    ? Math.round((amount * 29) / 1000) + 30
    : Math.min(Math.round((amount * 8) / 1000), 500);
