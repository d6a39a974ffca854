import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../db/db.ts';
import { providerBatch } from '../../db/payments.ts';
import { initiative, pledge as pledges, signatory } from '../../db/schema.ts';
import { statement } from '../../db/prepared.ts';
import { lockTexts } from '../../db/lock-texts.ts';
import { together } from '../../db/sql.ts';
import type { ProviderVerb, UnmatchedReason } from '../../domain/payment.ts';
import { lockPledgeById, movementsOf } from '../../pledges/open-pledge.ts';
import type { PaymentRow } from '../payment.ts';
import type { Balance, Dispute, Refund, StripePayment } from '../stripe/stripe-state.ts';
import { recordedUnder, type RecordedStep } from './payment-balance.ts';

/** What one of Stripe's objects does to a payment, and becomes a batch of the ledger. */
export interface Step {
  object: string;
  verb: ProviderVerb;
  amount: bigint;
  /** Null where Stripe doesn't say; then it is when we learn of it. */
  at: Date | null;
  balance: Balance | null;
  undoes: string | null;
  /** An admin undid it and now wants it recorded again. */
  isAgain?: true;
  /** Its amount is reserved, and nothing is recorded yet. */
  isUnderWay?: true;
}

export type StepName = Pick<Step, 'object' | 'verb'>;

/** `amount` is null where ISO 4217 can't express it. */
export type MissingStep = Omit<Step, 'amount'> & Pick<Refund, 'amount'>;

export const isStep = (step: MissingStep): step is Step => step.amount !== null;

export const stepKey = ({ object, verb }: StepName): string => `${object} ${verb}`;

/** Null for the payment that we asked for. Else a dollar paid by another session would settle two thousand. */
export function mismatchOf(
  asked: Pick<PaymentRow, 'object' | 'currency' | 'amountMinor'>,
  atStripe: StripePayment,
  { livemode }: { livemode: boolean },
): UnmatchedReason | null {
  if (atStripe.livemode !== livemode) return 'livemode';
  if (asked.object !== null && asked.object !== atStripe.object) return 'session';
  if (atStripe.currency !== asked.currency) return 'currency';
  const received = atStripe.receipt ? atStripe.receipt.amount : asked.amountMinor;
  if (atStripe.amount !== asked.amountMinor || received !== asked.amountMinor) return 'amount';
  return atStripe.state === 'off-stripe' ? 'off-stripe' : null;
}

type IsKnown = (step: StepName) => boolean;

function refundSteps({ object, amount, state, at }: Refund, isKnown: IsKnown): MissingStep[] {
  const step = { object, amount, at, balance: null, undoes: null };
  const isRefunded = isKnown({ object, verb: 'refund' });
  if (state !== 'failed') {
    if (isRefunded) return [];
    return [{ ...step, verb: 'refund', ...(state === 'pending' && { isUnderWay: true }) }];
  }
  if (!isRefunded || isKnown({ object, verb: 'reverse' })) return [];
  return [{ ...step, verb: 'reverse', at: null }];
}

function disputeSteps(
  { object, amount, state, at, backAt }: Dispute,
  isKnown: IsKnown,
): MissingStep[] {
  const steps: Pick<Step, 'verb' | 'at'>[] = [{ verb: 'dispute', at }];
  if (state === 'won') steps.push({ verb: 'win', at: backAt });
  if (state === 'lost') steps.push({ verb: 'lose', at: null });
  return steps
    .map((step) => ({ ...step, object, amount, balance: null, undoes: null }))
    .filter((step) => !isKnown(step));
}

/** Events come late, twice and in any order, so only the two states count. Each object makes each verb once. */
function stepsBeyond(
  { receipt, intent, refunds, disputes }: StripePayment,
  isKnown: IsKnown,
): MissingStep[] {
  if (intent === null) return [];
  const steps: MissingStep[] = [];
  if (!isKnown({ object: intent, verb: 'receive' })) {
    if (receipt === null) return [];
    steps.push({ object: intent, verb: 'receive', ...receipt, undoes: null });
  }
  const later = [
    ...refunds.map((refund) => ({ ...refund, rank: 0, steps: refundSteps(refund, isKnown) })),
    ...disputes.map((dispute) => ({ ...dispute, rank: 1, steps: disputeSteps(dispute, isKnown) })),
  ];
  // By when they were made, so base rounds alike whenever we look. Stripe refunds no contested money: refunds go first.
  later.sort(
    (a, b) => a.at.getTime() - b.at.getTime() || a.rank - b.rank || (a.object < b.object ? -1 : 1),
  );
  return [...steps, ...later.flatMap((each) => each.steps)];
}

const giverAndRecipient = statement((tx) => {
  return tx
    .select({ status: signatory.status, recipient: initiative.recipient })
    .from(pledges)
    .innerJoin(signatory, eq(signatory.id, pledges.signatoryId))
    .innerJoin(initiative, eq(initiative.id, 1))
    .where(eq(pledges.id, sql.placeholder('pledgeId')));
});

/** What flags depend on besides the payment. */
export type GiverAndRecipient = Awaited<ReturnType<typeof giverAndRecipient>>[number];

export const readGiver = async (tx: Tx, pledgeId: string): Promise<GiverAndRecipient> =>
  (await giverAndRecipient(tx, { pledgeId }))[0]!;

/** The pledge of a payment, with all that is read of it. */
export type PledgeOfPayment = Awaited<ReturnType<typeof lockPledgeOf>>;

/**
 * Locks a payment's pledge and reads it. All is sent together: Postgres runs it in turn, and each statement sees what was
 * committed before it began, so the two that read see what the pledge's last writer left.
 */
export async function lockPledgeOf(tx: Tx, pledgeId: string) {
  const [locked, history, giver] = await together([
    lockPledgeById(tx, pledgeId),
    movementsOf(tx, pledgeId),
    readGiver(tx, pledgeId),
  ]);
  return { locked, history, giver };
}

export interface Missing {
  missing: MissingStep[];
  recorded: RecordedStep[];
  /** Locked where something may be missing. Null for a gift that isn't recorded yet. */
  pledge: PledgeOfPayment | null;
}

export const batchesOf = statement((tx) => {
  return tx
    .select()
    .from(providerBatch)
    .where(eq(providerBatch.paymentId, sql.placeholder('id')));
});

/**
 * What an admin undid isn't missing, until they want it `again`. Recording by hand locks the pledge, then the id; so do
 * we, and what we read stays true until the commit.
 */
export async function findMissingSteps(
  tx: Tx,
  { pledgeId }: Pick<PaymentRow, 'pledgeId'>,
  batches: Awaited<ReturnType<typeof batchesOf>>,
  atStripe: StripePayment,
  again: StepName | null,
): Promise<Missing> {
  const isAgain = (step: StepName) => again !== null && stepKey(step) === stepKey(again);
  const known = new Set(batches.filter((batch) => !isAgain(batch)).map(stepKey));
  const steps = stepsBeyond(atStripe, (step) => known.has(stepKey(step)));
  // An admin may have recorded a refund by hand before Stripe told that it failed.
  const hasFailed = atStripe.refunds.some(({ state }) => state === 'failed');
  if (steps.length === 0 && !hasFailed) return { missing: [], recorded: [], pledge: null };
  const { object, charge, intent, refunds, disputes } = atStripe;
  const all = [object, charge, intent, ...[...refunds, ...disputes].map((each) => each.object)];
  const names = all.filter((name) => name !== null);
  // Sent together, and run in this order: what is read under an id is read behind its lock.
  const [pledge, , recorded] = await together([
    pledgeId === null ? null : lockPledgeOf(tx, pledgeId),
    lockTexts(tx, names),
    recordedUnder(tx, [...names, ...batches.map((batch) => batch.object)]),
  ]);
  const find = ({ object: name, verb }: StepName) =>
    recorded.find((each) => !each.isByHand && each.name === name && each.verb === verb);
  const missing = steps.flatMap((step): MissingStep[] => {
    if (find(step)) return [];
    if (step.verb === 'reverse') {
      const refund = find({ object: step.object, verb: 'refund' });
      return refund ? [{ ...step, undoes: refund.batch }] : [];
    }
    const wasUndone = isAgain(step) && batches.some(isAgain);
    return [wasUndone ? { ...step, isAgain: true } : step];
  });
  return { missing, recorded, pledge };
}
