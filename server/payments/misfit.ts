import type { UnmatchedReason } from '../domain/payment.ts';
import { formatAmount } from '../domain/quantity.ts';
import { isStep, type Lacking, type Step, type StepName } from './effect.ts';
import { heldOf, lackOf, leftOf, wonOf, type Held, type Standing } from './held.ts';
import type { PaymentRow } from './opened.ts';
import type { LackingOf } from './recorded.ts';
import type { Truth } from './truth.ts';

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

/** That something was recorded by hand, and where. */
const byHandText = (standing: readonly Standing[]): string => {
  const refs = [...new Set(standing.map(({ ref }) => ref))];
  return `It is recorded by hand of pledge ${refs.join(', ')}.`;
};

/** Where what came by a payment is, so far as its own pledge has less of it; null where that has all. */
export function receiptText(
  standing: readonly Standing[],
  { intent, pledgeId, currency, amountMinor }: PaymentRow,
): string | null {
  const receipts = standing.filter(({ name, verb }) => name === intent && verb === 'receive');
  const others = receipts.filter((each) => each.pledgeId !== pledgeId);
  const own = receipts
    .filter((each) => each.pledgeId === pledgeId)
    .reduce((sum, each) => sum + each.sum, 0n);
  if (own >= amountMinor) return null;
  if (others.length > 0) return byHandText(others);
  return own === 0n
    ? 'What came by it was taken back by hand.'
    : `Only ${textOf(own, currency)} of it are recorded.`;
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

/**
 * What the ledger can take of what it lacks of a payment, by what it is of, and why not the rest. A bank may
 * take back what was refunded before, or more than was charged, and an admin may have recorded elsewhere what
 * came: none of it is to be taken of what another payment brought.
 *
 * The first that does not fit, in Stripe's order, keeps out all that was made after it, but for a contest that
 * was won. So what is recorded does not depend on when we look: each takes as much at every look (of a refund
 * that is under way its part is kept), and what comes to nothing gives back. What fits once fits at each later look.
 */
export function fitOf(
  row: PaymentRow,
  { intent }: Pick<Truth, 'intent'>,
  { lacking, elsewhere, standing }: LackingOf,
): { fitting: Step[][]; misfit: Misfit | null } {
  const receipt = isReceived(lacking) ? null : receiptText(standing, { ...row, intent });
  const fitting: Step[][] = [];
  let misfit: Misfit | null = null;
  let held = heldOf(standing, row.pledgeId);
  for (const [object, steps] of Map.groupBy(lacking, (step) => step.object)) {
    const known = steps.filter(isStep);
    const disputes = known.filter(({ verb }) => verb === 'dispute');
    const received = held.received + wonOf(standing, row.pledgeId, disputes);
    // A dispute ends with what it took itself, as far as that is there, and not with what another one did.
    const { disputed } = heldOf(
      standing.filter(({ name }) => name === object),
      row.pledgeId,
    );
    const there = { received, disputed: disputed < held.disputed ? disputed : held.disputed };
    const found = misfitOf(steps, there, { currency: row.currency, receipt, standing });
    if (found === null) {
      held = leftOf({ ...held, received }, known);
      if (!known.some(({ isUnderWay }) => isUnderWay)) fitting.push(known);
    } else {
      misfit ??= found;
      if (!isWon(steps)) break;
    }
  }
  if (elsewhere.length > 0) misfit ??= { reason: 'elsewhere', detail: byHandText(elsewhere) };
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
