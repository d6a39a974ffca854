import type Stripe from 'stripe';
import type { ProviderVerb } from '../../domain/payment.ts';
import { ask, find, type StripeClient } from '../../stripe/client.ts';
import type { StepName } from '../follow/missing-steps.ts';
import {
  amountOf,
  balanceOf,
  CODE_KEY,
  disputeState,
  idOf,
  instantOf,
  refundState,
  type Balance,
} from '../stripe/stripe-state.ts';

export interface Line {
  object: string;
  verb: ProviderVerb;
  /** Ids under which it may be recorded by hand. */
  names: readonly string[];
  /** The payment's currency, not the balance's. */
  currency: string;
  /** Minor units of ISO 4217; null for an amount they can't express. */
  amount: bigint | null;
  at: Date;
  intent: string | null;
  code: string | null;
  balance: Balance | null;
  /** The line is due only if the ledger has this verb of the same object. */
  after: ProviderVerb | null;
}

/** What payers pay and get back. Fees, payouts and the rest are the recipient's own. */
const VERBS: Partial<Record<string, ProviderVerb>> = {
  charge: 'receive',
  refund: 'refund',
  refund_failure: 'reverse',
  dispute: 'dispute',
  dispute_reversal: 'win',
};

type Source = Stripe.Charge | Stripe.Refund | Stripe.Dispute;

const isSource = (source: Stripe.BalanceTransaction['source']): source is Source =>
  source !== null &&
  typeof source !== 'string' &&
  ['charge', 'refund', 'dispute'].includes(source.object);

/** By the source's state: a bank's refund leaves the balance days before it is done. */
function linesOf(
  verb: ProviderVerb,
  source: Source,
  moved: Stripe.BalanceTransaction | null,
): Line[] {
  const currency = source.currency.toUpperCase();
  const line: Line = {
    object: source.id,
    verb,
    names: [source.id],
    currency,
    amount: amountOf(source.amount, currency),
    at: instantOf((moved ?? source).created),
    intent: idOf(source.payment_intent),
    code: source.metadata?.[CODE_KEY] ?? null,
    balance: balanceOf(moved),
    after: null,
  };
  if (source.object === 'charge') {
    if (verb !== 'receive' || source.status !== 'succeeded') return [];
    const object = line.intent ?? source.id;
    const amount = amountOf(source.amount_captured, currency);
    return [{ ...line, object, names: [object, source.id], amount }];
  }
  if (source.object === 'refund') {
    const state = refundState(source.status);
    if (state === 'failed') return [{ ...line, after: 'refund' }];
    return state === 'done' && verb === 'refund' ? [line] : [];
  }
  const state = disputeState(source.status);
  if (verb === 'win') return state === 'won' ? [line] : [];
  if (state === 'lost') return [line, { ...line, verb: 'lose', balance: null }];
  return state === null ? [] : [line];
}

const PAGE = 100;

/** Stripe's balance from `from` until before `until`, a page at a time, newest first. Throws `busy`. */
export async function* statement(
  stripe: StripeClient,
  { from, until }: { from: Date; until: Date },
): AsyncGenerator<Line[]> {
  const created = { gte: from.getTime() / 1000, lt: until.getTime() / 1000 };
  let last: string | undefined;
  do {
    const starting = last === undefined ? {} : { starting_after: last };
    const { data, has_more: more } = await ask(stripe, () =>
      stripe.api.balanceTransactions.list({
        created,
        limit: PAGE,
        expand: ['data.source'],
        ...starting,
      }),
    );
    yield data.flatMap((moved) => {
      const verb = VERBS[moved.reporting_category];
      return verb && isSource(moved.source) ? linesOf(verb, moved.source, moved) : [];
    });
    last = more ? data.at(-1)?.id : undefined;
  } while (last !== undefined);
}

const whole = (moved: string | Stripe.BalanceTransaction | null | undefined) =>
  typeof moved === 'string' ? null : (moved ?? null);

export async function findLine(stripe: StripeClient, { object, verb }: StepName) {
  const { paymentIntents, refunds, disputes } = stripe.api;
  const lines = await find(stripe, async () => {
    if (verb === 'receive') {
      const expand = ['latest_charge.balance_transaction'];
      const { latest_charge: charge } = await paymentIntents.retrieve(object, { expand });
      if (charge === null || typeof charge === 'string') return [];
      return linesOf(verb, charge, whole(charge.balance_transaction));
    }
    if (verb === 'refund' || verb === 'reverse') {
      const expand = ['balance_transaction', 'failure_balance_transaction'];
      const refund = await refunds.retrieve(object, { expand });
      const { balance_transaction: out, failure_balance_transaction: back } = refund;
      return linesOf(verb, refund, whole(verb === 'refund' ? out : back));
    }
    const dispute = await disputes.retrieve(object);
    const moved = dispute.balance_transactions.find(
      ({ reporting_category: category }) => VERBS[category] === verb,
    );
    return linesOf(verb, dispute, moved ?? null);
  });
  return lines?.find((line) => line.verb === verb) ?? null;
}
