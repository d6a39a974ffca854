import { fullAmount } from '../../../web/format.ts';
import type { UnmatchedReason } from '../../domain/payment.ts';
import { formatAmount } from '../../domain/quantity.ts';
import { say } from '../../domain/say.ts';
import type { PaymentRow } from '../payment.ts';
import type { StripePayment } from '../stripe/stripe-state.ts';
import {
  isStep,
  type Missing,
  type MissingStep,
  type Step,
  type StepName,
} from './missing-steps.ts';
import {
  balanceAfter,
  overdrawOf,
  paymentBalance,
  type PaymentBalance,
  type RecordedStep,
} from './payment-balance.ts';

/** Stripe names no currency if nothing is due, and ISO 4217 can't express some amounts. */
function textOf(minor: bigint | null, currency: string): string {
  if (currency === '') return say().payments.noAmount;
  return minor === null
    ? say().payments.amountUnread(currency)
    : `${formatAmount(minor, currency)} ${currency}`;
}

export const claimText = ({ object, intent, receipt, amount, currency }: StripePayment): string =>
  say().payments.claim(object, textOf(receipt ? receipt.amount : amount, currency), intent);

export const mismatchText = (asked: PaymentRow, atStripe: StripePayment): string =>
  say().payments.mismatch(claimText(atStripe), textOf(asked.amountMinor, asked.currency));

export function receiptText(
  recorded: readonly RecordedStep[],
  { currency, amountMinor }: PaymentRow,
): string | null {
  const receipts = recorded.filter(({ isByHand, verb }) => !isByHand && verb === 'receive');
  const received = receipts.reduce((all, { sum }) => all + sum, 0n);
  if (received >= amountMinor) return null;
  const { receiptUndone, receiptPartly } = say().payments;
  return received === 0n ? receiptUndone : receiptPartly(fullAmount(received, currency));
}

const overdrawnText = (place: keyof PaymentBalance, amount: string): string =>
  (place === 'received' ? say().payments.moreWentBack : say().payments.moreLeftDispute)(amount);

export const isReceived = (steps: readonly StepName[]): boolean =>
  steps.some(({ verb }) => verb === 'receive');

/** A won dispute takes nothing in the end. */
export const isWon = (steps: readonly Pick<Step, 'verb'>[]): boolean =>
  steps.some(({ verb }) => verb === 'win');

export interface Misfit {
  reason: UnmatchedReason;
  detail: string | null;
}

function byHandOf(recorded: readonly RecordedStep[]): Misfit | null {
  const refs = new Set(recorded.filter(({ isByHand }) => isByHand).map(({ ref }) => ref));
  if (refs.size === 0) return null;
  return { reason: 'by-hand', detail: say().payments.byHand([...refs]) };
}

/**
 * Beside an admin's own entry the ledger takes nothing, or money could count twice. A step that doesn't fit keeps out all
 * later ones, except a won dispute, so the result doesn't depend on when we look.
 */
export function fitToLedger(
  row: PaymentRow,
  { missing, recorded }: Pick<Missing, 'missing' | 'recorded'>,
): { fitting: Step[][]; misfit: Misfit | null } {
  const byHand = byHandOf(recorded);
  if (byHand !== null) return { fitting: [], misfit: byHand };
  const fitting: Step[][] = [];
  let misfit: Misfit | null = null;
  let balance = paymentBalance(recorded);
  for (const [object, steps] of Map.groupBy(missing, (step) => step.object)) {
    const known = steps.filter(isStep);
    // A dispute ends with the money that it took itself, not another one's.
    const own = paymentBalance(recorded.filter(({ name }) => name === object)).disputed;
    const usable = { ...balance, disputed: own < balance.disputed ? own : balance.disputed };
    const found = misfitOf(row, { missing, recorded }, steps, usable);
    if (found === null) {
      balance = balanceAfter(balance, known);
      if (!known.some(({ isUnderWay }) => isUnderWay)) fitting.push(known);
    } else {
      misfit ??= found;
      if (!isWon(steps)) break;
    }
  }
  return { fitting, misfit };
}

function misfitOf(
  row: PaymentRow,
  { missing, recorded }: Pick<Missing, 'missing' | 'recorded'>,
  steps: readonly MissingStep[],
  balance: PaymentBalance,
): Misfit | null {
  if (!steps.every(isStep)) return { reason: 'amount', detail: null };
  const overdraw = steps.some(({ isUnderWay }) => isUnderWay) ? null : overdrawOf(balance, steps);
  if (overdraw === null) return null;
  const { object } = steps[0]!;
  const isLost = recorded.some(({ name, verb }) => verb === 'lose' && name === object);
  if (isWon(steps) && isLost) return { reason: 'won-after-all', detail: object };
  const more = overdrawnText(overdraw.place, textOf(overdraw.amount, row.currency));
  const receipt = isReceived(missing) ? null : receiptText(recorded, row);
  return { reason: 'over-draw', detail: receipt === null ? more : `${more} ${receipt}` };
}
