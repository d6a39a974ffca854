import type { UnmatchedReason } from '../../domain/payment.ts';
import { formatAmount } from '../../domain/quantity.ts';
import { isStep, type Lacking, type Step, type StepName } from './missing-steps.ts';
import { heldOf, lackOf, leftOf, type Held, type Standing } from './payment-balance.ts';
import type { PaymentRow } from '../payment.ts';
import type { LackingOf } from './missing-steps.ts';
import type { Truth } from '../stripe/stripe-state.ts';

/** Stripe names no currency where nothing is to be paid; and some amounts ISO 4217 cannot say. */
function textOf(minor: bigint | null, currency: string): string {
  if (currency === '') return 'no amount';
  return minor === null
    ? `an amount in ${currency} that cannot be recorded`
    : `${formatAmount(minor, currency)} ${currency}`;
}

/** What Stripe says of a payment, and under which id it is recorded by hand. */
export const claimText = ({ object, intent, receipt, amount, currency }: Truth): string =>
  `${object}: ${textOf(receipt ? receipt.amount : amount, currency)}${intent === null ? '' : ` by ${intent}`}`;

/** The same, and what was asked for. */
export const mismatchText = (asked: PaymentRow, truth: Truth): string =>
  `${claimText(truth)}; asked for ${textOf(asked.amountMinor, asked.currency)}`;

/** Why not all that came by a payment is held; null where all of it is. */
export function receiptText(
  standing: readonly Standing[],
  { currency, amountMinor }: PaymentRow,
): string | null {
  const receipts = standing.filter(({ isByHand, verb }) => !isByHand && verb === 'receive');
  const received = receipts.reduce((all, { sum }) => all + sum, 0n);
  if (received >= amountMinor) return null;
  return received === 0n
    ? 'What came by it was taken back by hand.'
    : `Only ${textOf(received, currency)} of it are recorded.`;
}

const LACKS: Record<keyof Held, (amount: string) => string> = {
  received: (amount) => `${amount} more went back of this payment than came by it.`,
  disputed: (amount) => `${amount} more of this payment ended in disputes than was in dispute.`,
};

export const isReceived = (steps: readonly StepName[]): boolean =>
  steps.some(({ verb }) => verb === 'receive');

/** Why something of Stripe's is not recorded. */
export interface Misfit {
  reason: UnmatchedReason;
  detail: string | null;
}

/** A contest that was won takes nothing in the end. */
export const isWon = (steps: readonly Pick<Step, 'verb'>[]): boolean =>
  steps.some(({ verb }) => verb === 'win');

/** That an admin recorded something of a payment, and for which pledges; null for nothing. */
function byHandOf(standing: readonly Standing[]): Misfit | null {
  const refs = new Set(standing.filter(({ isByHand }) => isByHand).map(({ ref }) => ref));
  if (refs.size === 0) return null;
  return { reason: 'by-hand', detail: `Recorded by hand for pledge ${[...refs].join(', ')}.` };
}

/**
 * What the ledger can take of what it lacks of a payment, by what it is of, and why not the rest. Nothing is taken
 * while something of the payment stands by hand: the same money could count twice.
 *
 * A bank may take back what was refunded before, or more than was charged. The first that does not fit, in Stripe's
 * order, keeps out all that was made after it, except a contest that was won. So what is recorded does not depend on
 * when we look.
 */
export function fitOf(
  row: PaymentRow,
  { lacking, standing }: LackingOf,
): { fitting: Step[][]; misfit: Misfit | null } {
  const byHand = byHandOf(standing);
  if (byHand !== null) return { fitting: [], misfit: byHand };
  const receipt = isReceived(lacking) ? null : receiptText(standing, row);
  const fitting: Step[][] = [];
  let misfit: Misfit | null = null;
  let held = heldOf(standing);
  for (const [object, steps] of Map.groupBy(lacking, (step) => step.object)) {
    const known = steps.filter(isStep);
    // A dispute ends with what it took itself, as far as that is there, and not with what another one did.
    const own = heldOf(standing.filter(({ name }) => name === object)).disputed;
    const there = { ...held, disputed: own < held.disputed ? own : held.disputed };
    const found = misfitOf(steps, there, { currency: row.currency, receipt, standing });
    if (found === null) {
      held = leftOf(held, known);
      if (!known.some(({ isUnderWay }) => isUnderWay)) fitting.push(known);
    } else {
      misfit ??= found;
      if (!isWon(steps)) break;
    }
  }
  return { fitting, misfit };
}

function misfitOf(
  steps: readonly Lacking[],
  held: Held,
  {
    currency,
    receipt,
    standing,
  }: { currency: string; receipt: string | null; standing: readonly Standing[] },
): Misfit | null {
  if (!steps.every(isStep)) return { reason: 'amount', detail: null };
  const lack = steps.some(({ isUnderWay }) => isUnderWay) ? null : lackOf(held, steps);
  if (lack === null) return null;
  const isLost = standing.some(({ name, verb }) => verb === 'lose' && name === steps[0]!.object);
  if (isWon(steps) && isLost) return { reason: 'won-after-all', detail: steps[0]!.object };
  const more = LACKS[lack.place](textOf(lack.amount, currency));
  return { reason: 'over-draw', detail: receipt === null ? more : `${more} ${receipt}` };
}
