import * as payments from '../../db/payments.ts';
import { statement } from '../../db/prepared.ts';
import type { Tx } from '../../db/db.ts';
import { lockTexts } from '../../db/sql.ts';
import type { ProviderVerb, UnmatchedReason } from '../../domain/payment.ts';
import type { PaymentRow } from '../payment.ts';
import type { Balance, Dispute, Look, Refund, Truth } from '../stripe/stripe-state.ts';
import { type Standing, standingUnder } from './payment-balance.ts';
import { eq, sql } from 'drizzle-orm';

export interface Step {
  object: string;
  verb: ProviderVerb;
  amount: bigint;
  /** Null where Stripe doesn't say; then it is the moment we learn of it. */
  at: Date | null;
  balance: Balance | null;
  /** Of `reverse`: the batch that it takes back. */
  undoes: string | null;
  /** An admin undid it and now wants it recorded again. */
  isAgain?: true;
  /** Its amount is reserved, and nothing is recorded yet. */
  isUnderWay?: true;
}

export type StepName = Pick<Step, 'object' | 'verb'>;

export interface Asked {
  object: string | null;
  currency: string;
  amountMinor: bigint;
}

/** Its amount may be one that ISO 4217 can't express. */
export type Lacking = Omit<Step, 'amount'> & Pick<Refund, 'amount'>;

export const isStep = (lacking: Lacking): lacking is Step => lacking.amount !== null;

export type Recorded = ReadonlySet<string>;

export const stepKey = (object: string, verb: ProviderVerb): string => `${object} ${verb}`;

/**
 * Why what was paid isn't what we asked for; null where it is. A dollar paid by another session must not settle two
 * thousand.
 */
export function mismatchOf(
  asked: Asked,
  truth: Truth,
  { livemode }: { livemode: boolean },
): UnmatchedReason | null {
  if (truth.livemode !== livemode) return 'livemode';
  if (asked.object !== null && asked.object !== truth.object) return 'session';
  if (truth.currency !== asked.currency) return 'currency';
  const came = truth.receipt ? truth.receipt.amount : asked.amountMinor;
  if (truth.amount !== asked.amountMinor || came !== asked.amountMinor) return 'amount';
  return truth.state === 'off-stripe' ? 'off-stripe' : null;
}

const refundSteps = ({ object, amount, state, at }: Refund, recorded: Recorded): Lacking[] => {
  const step = { object, amount, at, balance: null, undoes: null };
  if (state === 'failed') {
    const isLacking =
      recorded.has(stepKey(object, 'refund')) && !recorded.has(stepKey(object, 'reverse'));
    return isLacking ? [{ ...step, verb: 'reverse', at: null }] : [];
  }
  if (recorded.has(stepKey(object, 'refund'))) return [];
  return [{ ...step, verb: 'refund', ...(state === 'pending' && { isUnderWay: true }) }];
};

const disputeSteps = (
  { object, amount, state, at, backAt }: Dispute,
  recorded: Recorded,
): Lacking[] => {
  const verbs: ('dispute' | 'win' | 'lose')[] = ['dispute'];
  if (state !== 'open') verbs.push(state === 'won' ? 'win' : 'lose');
  return verbs
    .filter((verb) => !recorded.has(stepKey(object, verb)))
    .map((verb) => ({
      object,
      verb,
      amount,
      at: { dispute: at, win: backAt, lose: null }[verb],
      balance: null,
      undoes: null,
    }));
};

/**
 * The steps that bring the ledger to what Stripe says. It depends on the two states and not on the event: events come
 * late, twice and in any order. Each object makes each verb once (`provider_batch`), and nothing goes back before it
 * has come.
 */
export function stepsOf(
  { receipt, intent, refunds, disputes }: Truth,
  recorded: Recorded,
): Lacking[] {
  if (intent === null) return [];
  const steps: Lacking[] = [];
  if (!recorded.has(stepKey(intent, 'receive'))) {
    if (receipt === null) return [];
    const { amount, at, balance } = receipt;
    steps.push({ object: intent, verb: 'receive', amount, at, balance, undoes: null });
  }
  const later = [
    ...refunds.map((refund) => ({ ...refund, rank: 0, steps: refundSteps(refund, recorded) })),
    ...disputes.map((dispute) => ({ ...dispute, rank: 1, steps: disputeSteps(dispute, recorded) })),
  ];
  // In the order in which they were made, so base rounds alike whenever we look (DECISIONS.md has the exception).
  // Refunds go first: Stripe makes none of contested money.
  later.sort(
    (a, b) => a.at.getTime() - b.at.getTime() || a.rank - b.rank || (a.object < b.object ? -1 : 1),
  );
  return [...steps, ...later.flatMap((each) => each.steps)];
}

export interface LackingOf {
  lacking: Lacking[];
  standing: Standing[];
}

const batchesOf = statement((tx) => {
  const { providerBatch } = payments;
  return tx
    .select()
    .from(providerBatch)
    .where(eq(providerBatch.paymentId, sql.placeholder('id')));
});

/**
 * What the ledger lacks of a payment. What an admin undid isn't lacking: its `provider_batch` row stays. Only `again`
 * makes it lacking once more.
 *
 * Recording by hand locks the pledge, then the id. We lock both, so what we read stays true until the commit.
 */
export async function lackingOf(
  tx: Tx,
  { id, pledgeId }: Pick<PaymentRow, 'id' | 'pledgeId'>,
  truth: Look,
  again: StepName | null,
): Promise<LackingOf> {
  const told = await batchesOf(tx, { id });
  const isAgain = (step: StepName) => step.object === again?.object && step.verb === again.verb;
  const known = told.filter((batch) => !isAgain(batch));
  const steps = stepsOf(truth, new Set(known.map(({ object, verb }) => stepKey(object, verb))));
  // A refund that failed may have been recorded by hand before Stripe told of it.
  const hasFailed = truth.refunds.some(({ state }) => state === 'failed');
  if (steps.length === 0 && !hasFailed) return { lacking: [], standing: [] };
  const { object, charge, intent, refunds, disputes } = truth;
  const names = [object, charge, intent, ...[...refunds, ...disputes].map((each) => each.object)];
  if (pledgeId !== null) {
    await tx.execute(sql`SELECT FROM pledge WHERE id = ${pledgeId} FOR UPDATE`);
  }
  await lockTexts(
    tx,
    names.filter((name) => name !== null),
  );
  const standing = await standingUnder(tx, [...names, ...told.map((batch) => batch.object)]);
  const found = ({ object: name, verb }: StepName) =>
    standing.find((each) => !each.isByHand && each.name === name && each.verb === verb);
  const lacking = steps.flatMap((step): Lacking[] => {
    if (found(step)) return [];
    if (step.verb !== 'reverse') {
      return [
        told.some((batch) => isAgain(batch)) && isAgain(step) ? { ...step, isAgain: true } : step,
      ];
    }
    const refund = found({ object: step.object, verb: 'refund' });
    return refund ? [{ ...step, undoes: refund.batch }] : [];
  });
  return { lacking, standing };
}
