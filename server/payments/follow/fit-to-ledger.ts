import type { UnmatchedReason } from '../../domain/payment.ts';
import { formatAmount } from '../../domain/quantity.ts';
import { isStep, type Lacking, type Step, type StepName } from './missing-steps.ts';
import { heldOf, lackOf, leftOf, type Held, type Standing } from './payment-balance.ts';
import type { PaymentRow } from '../payment.ts';
import type { LackingOf } from './missing-steps.ts';
import type { Truth } from '../stripe/stripe-state.ts';

/** Stripe names no currency if nothing is due, and ISO 4217 can't express some amounts. */
function textOf(minor: bigint | null, currency: string): string {
  if (currency === '') return 'no amount';
  return minor === null
    ? `an amount in ${currency} that cannot be recorded`
    : `${formatAmount(minor, currency)} ${currency}`;
}

export const claimText = ({ object, intent, receipt, amount, currency }: Truth): string =>
  `${object}: ${textOf(receipt ? receipt.amount : amount, currency)}${intent === null ? '' : ` by ${intent}`}`;

export const mismatchText = (asked: PaymentRow, truth: Truth): string =>
  `${claimText(truth)}; asked for ${textOf(asked.amountMinor, asked.currency)}`;

/** Why less is held than was paid; null where all of it is held. */
export function receiptText(
  standing: readonly Standing[],
  { currency, amountMinor }: PaymentRow,
): string | null {
  const receipts = standing.filter(({ isByHand, verb }) => !isByHand && verb === 'receive');
  const received = receipts.reduce((all, { sum }) => all + sum, 0n);
  if (received >= amountMinor) return null;
  return received === 0n
    ? 'An admin undid its receipt.'
    : `Only ${textOf(received, currency)} of it are recorded.`;
}

const LACKS: Record<keyof Held, (amount: string) => string> = {
  received: (amount) => `${amount} more went back than was paid.`,
  disputed: (amount) => `${amount} more of this payment ended in disputes than was in dispute.`,
};

export const isReceived = (steps: readonly StepName[]): boolean =>
  steps.some(({ verb }) => verb === 'receive');

export interface Misfit {
  reason: UnmatchedReason;
  detail: string | null;
}

/** A won dispute takes nothing in the end. */
export const isWon = (steps: readonly Pick<Step, 'verb'>[]): boolean =>
  steps.some(({ verb }) => verb === 'win');

function byHandOf(standing: readonly Standing[]): Misfit | null {
  const refs = new Set(standing.filter(({ isByHand }) => isByHand).map(({ ref }) => ref));
  if (refs.size === 0) return null;
  return { reason: 'by-hand', detail: `Recorded by hand for pledge ${[...refs].join(', ')}.` };
}

/**
 * What the ledger can take of the missing steps, and why not the rest. Nothing is taken while an admin's entry stands:
 * the same money could count twice.
 *
 * A bank may take more than was charged. The first step that doesn't fit keeps out everything made after it, except a
 * won dispute, so the result doesn't depend on when we look.
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
    // A dispute ends with the money it took itself, not another one's.
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
