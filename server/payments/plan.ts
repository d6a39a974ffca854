import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import { statement } from '../db/prepared.ts';
import * as schema from '../db/schema.ts';
import { applyMove } from '../domain/book.ts';
import { today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { planMoves, planReversal, type Moved } from '../domain/move.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/code.ts';
import { lockPledge, openPledge } from '../pledges/terms.ts';
import type { Step } from './effect.ts';
import { openGift, reopenGift } from './gift.ts';
import { isWon, type Misfit } from './misfit.ts';
import type { OpenedForPayment, PaymentRow } from './opened.ts';
import type { PlannedStep } from './record.ts';
import type { Truth } from './truth.ts';

export interface Planned {
  /** Null where nothing is to be recorded. */
  opened: OpenedForPayment | null;
  done: PlannedStep[];
  /** Why not all of it. */
  misfit: Misfit | null;
}

const UNPLANNED: Planned = { opened: null, done: [], misfit: null };

/**
 * Plans what fits of a payment (misfit.ts) on the book of its pledge, by what it is of, up to the first that
 * the book refuses, and says why: what is recorded by hand without a name may have been of it.
 */
export async function planFitting(
  ctx: Context,
  tx: Tx,
  row: PaymentRow,
  truth: Truth,
  fitting: readonly Step[][],
): Promise<Planned> {
  if (fitting.length === 0) return UNPLANNED;
  const isAgain = fitting.flat().some((step) => step.isAgain);
  const plan = async (inner: Tx): Promise<Planned> => {
    if (isAgain) await reopenGift(ctx, inner, row);
    const opened = await openForPayment(ctx, inner, row, truth);
    const { done, refused } = planEach(ctx, opened, fitting);
    if (refused !== null && done.length === 0) throw refused;
    return { opened, done, misfit: refused && misfitBy(refused) };
  };
  try {
    // A savepoint: a gift that cannot be recorded leaves no giver behind.
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
  truth: Truth,
): Promise<OpenedForPayment> {
  if (row.pledgeId === null) return openGift(ctx, tx, row, truth);
  const opened = await openPledge(tx, await lockPledge(tx, await refOfPledge(tx, row.pledgeId)));
  return { pledge: opened.row, book: opened.book, history: opened.history, before: [] };
}

/** Works out what is of each thing on the book as the ones before leave it. */
function planEach(
  ctx: Context,
  { book, history }: OpenedForPayment,
  fitting: readonly Step[][],
): { done: PlannedStep[]; refused: DomainError | null } {
  const so = [...history];
  const done: PlannedStep[] = [];
  let refused: DomainError | null = null;
  for (const steps of fitting) {
    try {
      // Of several of one thing the first takes it from where it may lack, and the next has it from that.
      for (const step of steps) done.push(planStep(ctx, book, so, step));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused ??= error;
      // One that was won comes to nothing; but where only its win lacks, what comes after has what that gives back.
      if (!isWon(steps) || !steps.some(({ verb }) => verb === 'dispute')) break;
    }
  }
  return { done, refused };
}

/** Plans a step and leaves the book and its movements as they are after it. Throws as planning does. */
function planStep(
  ctx: Context,
  book: OpenedForPayment['book'],
  so: Moved[],
  step: Step,
): PlannedStep {
  const { verb, amount: quantity, undoes } = step;
  const on = today(step.at ?? ctx.now());
  const moves =
    verb === 'reverse'
      ? planReversal(book.terms, so, undoes!)
      : planMoves(book, { verb, quantity, on, ...(verb === 'receive' && { excess: true }) });
  const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
  for (const move of moves) {
    applyMove(book, move);
    // It has no place in the ledger yet, and nothing takes it back in the same breath.
    so.push({ ...move, batch, seq: -1n });
  }
  return { step, batch, moves };
}

/** What the refusal of a plan is to an admin. Throws what is none. */
function misfitBy(error: DomainError): Misfit {
  const { code, message: detail } = error;
  if (code === 'conflict') return { reason: 'not-accepted', detail };
  if (code === 'invalid-input') return { reason: 'no-rate', detail };
  if (code === 'over-draw' || code === 'moved-on' || code === 'already-reversed') {
    return { reason: 'over-draw', detail };
  }
  throw error;
}
