import { eq, sql } from 'drizzle-orm';
import { STRIPE } from '../../actor.ts';
import { auditAll, type Deed } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import * as payments from '../../db/payments.ts';
import { insertRows, statement } from '../../db/prepared.ts';
import * as schema from '../../db/schema.ts';
import { together } from '../../db/sql.ts';
import { applyMove, type Book, type Move } from '../../domain/pledge-book.ts';
import { today } from '../../domain/day.ts';
import { DomainError } from '../../domain/errors.ts';
import { planMoves, planReversal, type Moved } from '../../domain/move.ts';
import { append, type NewEntry } from '../../ledger/append.ts';
import { BATCH_LENGTH, randomCode } from '../../ledger/codes.ts';
import { queueOnce, type Told } from '../../mail/once.ts';
import { openRead } from '../../pledges/open-pledge.ts';
import type { PledgeRow } from '../../pledges/pledge-row.ts';
import { countTowardsIncrease, evidenceRow, movementEntries } from '../../pledges/record.ts';
import { movedMail } from '../../pledges/tell.ts';
import type { PaymentRow } from '../payment.ts';
import type { StripePayment } from '../stripe/stripe-state.ts';
import { isWon, type Misfit } from './fit-to-ledger.ts';
import { openGift, reopenGift } from './gift.ts';
import {
  lockPledgeOf,
  readGiver,
  type GiverAndRecipient,
  type PledgeOfPayment,
  type Step,
} from './missing-steps.ts';
import { refundReasons } from './refund-orders.ts';

/** The pledge of a payment, with the entries that go before its movements. */
export interface OpenedForPayment {
  pledge: PledgeRow;
  book: Book;
  history: Moved[];
  before: NewEntry[];
  giver: GiverAndRecipient;
}

export interface PlannedStep {
  step: Step;
  batch: string;
  moves: Move[];
}

export interface Planned {
  opened: OpenedForPayment | null;
  done: PlannedStep[];
  misfit: Misfit | null;
}

const UNPLANNED: Planned = { opened: null, done: [], misfit: null };

/** Plans up to the first step that the book refuses: an admin may have recorded something without an id. */
export async function planFitting(
  ctx: Context,
  tx: Tx,
  row: PaymentRow,
  atStripe: StripePayment,
  { fitting, pledge }: { fitting: readonly Step[][]; pledge: PledgeOfPayment | null },
): Promise<Planned> {
  if (fitting.length === 0) return UNPLANNED;
  const isAgain = fitting.flat().some((step) => step.isAgain);
  const plan = async (inner: Tx): Promise<Planned> => {
    if (isAgain) await reopenGift(ctx, inner, row);
    const opened = await openForPayment(ctx, inner, row, atStripe, isAgain ? null : pledge);
    const { done, refused } = planEach(ctx, opened, fitting);
    if (refused !== null && done.length === 0) throw refused;
    return { opened, done, misfit: refused && misfitBy(refused) };
  };
  try {
    // A savepoint, so a gift that can't be recorded leaves no giver behind.
    return await (row.pledgeId === null || isAgain ? tx.transaction(plan) : plan(tx));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ...UNPLANNED, misfit: misfitBy(error) };
  }
}

const refOf = statement((tx) => {
  const { id, ref } = schema.pledge;
  return tx
    .select({ ref })
    .from(schema.pledge)
    .where(eq(id, sql.placeholder('id')));
});

export const refOfPledge = async (tx: Tx, id: string): Promise<string> =>
  (await refOf(tx, { id }))[0]!.ref;

async function openForPayment(
  ctx: Context,
  tx: Tx,
  row: PaymentRow,
  atStripe: StripePayment,
  known: PledgeOfPayment | null,
): Promise<OpenedForPayment> {
  if (row.pledgeId === null) {
    const gift = await openGift(ctx, tx, row, atStripe);
    return { ...gift, giver: await readGiver(tx, gift.pledge.id) };
  }
  const { locked, history: moved, giver } = known ?? (await lockPledgeOf(tx, row.pledgeId));
  const { row: pledge, book, history } = openRead(locked, moved);
  return { pledge, book, history, before: [], giver };
}

function planEach(ctx: Context, { book, history }: OpenedForPayment, fitting: readonly Step[][]) {
  const soFar = [...history];
  const done: PlannedStep[] = [];
  let refused: DomainError | null = null;
  for (const steps of fitting) {
    try {
      for (const step of steps) done.push(planStep(ctx, book, soFar, step));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused ??= error;
      // A won dispute changes nothing in the end. Where only its win is missing, later steps need what it gives back.
      if (!isWon(steps) || !steps.some(({ verb }) => verb === 'dispute')) break;
    }
  }
  return { done, refused };
}

function planStep(ctx: Context, book: OpenedForPayment['book'], soFar: Moved[], step: Step) {
  const { verb, amount: quantity, undoes } = step;
  const on = today(step.at ?? ctx.now());
  const moves =
    verb === 'reverse'
      ? planReversal(book.terms, soFar, undoes!)
      : planMoves(book, { verb, quantity, on, ...(verb === 'receive' && { excess: true }) });
  const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
  for (const move of moves) {
    applyMove(book, move);
    soFar.push({ ...move, batch, seq: -1n });
  }
  return { step, batch, moves };
}

function misfitBy(error: DomainError): Misfit {
  const { code, message: detail } = error;
  if (code === 'conflict') return { reason: 'not-accepted', detail };
  if (code === 'invalid-input') return { reason: 'no-rate', detail };
  if (code === 'over-draw' || code === 'moved-on' || code === 'already-reversed') {
    return { reason: 'over-draw', detail };
  }
  throw error;
}

const MAILS: Partial<Record<Step['verb'], 'received' | 'refunded' | 'not-refunded'>> = {
  receive: 'received',
  refund: 'refunded',
  reverse: 'not-refunded',
};

/** To the payer, and to the giver if that is somebody else. */
const mailsOf = (
  { code, email: address }: PaymentRow,
  pledge: PledgeRow,
  done: readonly PlannedStep[],
): Told[] =>
  done.flatMap(({ step: { verb, isAgain }, batch }) => {
    const told = MAILS[verb];
    if (!told || isAgain) return [];
    const mail = { kind: 'payment', told, code, batch } as const;
    const toPayer =
      address === null ? [] : [{ to: { address }, mail, object: code, occasion: batch }];
    return [...toPayer, movedMail(pledge, batch, address)];
  });

/** Writes a batch for each step, all in one append. A step that is recorded again has its `provider_batch` row. */
export async function recordSteps(
  ctx: Context,
  tx: Tx,
  row: PaymentRow,
  { opened, done }: { opened: OpenedForPayment; done: PlannedStep[] },
): Promise<void> {
  const { pledge, before } = opened;
  const named = done
    .filter(({ step }) => !step.isAgain)
    .map(({ step, batch }) => ({
      object: step.object,
      verb: step.verb,
      batch,
      paymentId: row.id,
      amountMinor: step.amount,
      happenedAt: step.at ?? ctx.now(),
      balanceObject: step.balance?.object,
      balanceCurrency: step.balance?.currency,
      feeMinor: step.balance?.fee,
      netMinor: step.balance?.net,
    }));
  const refunds = done.filter(({ step }) => step.verb === 'refund').map(({ step }) => step.object);
  const reasons = await refundReasons(tx, refunds);
  const evidence = done.flatMap(({ step, batch }) => {
    const note = step.verb === 'refund' ? reasons.get(step.object) : undefined;
    return evidenceRow(batch, { reference: step.object, note }, row.currency);
  });
  const deeds = done.map(({ step, batch }): Deed => ({
    act: step.verb === 'reverse' ? 'batch.reverse' : `pledge.${step.verb}`,
    object: step.undoes ?? pledge.ref,
    facts: { batch, payment: row.code },
  }));
  const all = done.flatMap(({ moves }) => moves);
  await countTowardsIncrease(tx, pledge, all);
  const entries = done.flatMap(({ step, batch, moves }) => {
    const on = today(step.at ?? ctx.now());
    return movementEntries(pledge, { batch, moves, on, grade: 'payment' });
  });
  // Sent together, because none needs another's answer. Postgres runs them in this order, and the head comes last.
  await together([
    insertRows(tx, payments.providerBatch, named),
    insertRows(tx, schema.evidence, evidence),
    auditAll(tx, ctx, STRIPE, deeds),
    queueOnce(tx, ctx, mailsOf(row, pledge, done)),
    append(tx, [...before, ...entries], ctx),
  ]);
}
