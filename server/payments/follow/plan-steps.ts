import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import { statement } from '../../db/prepared.ts';
import * as schema from '../../db/schema.ts';
import { applyMove } from '../../domain/pledge-book.ts';
import { today } from '../../domain/day.ts';
import { DomainError } from '../../domain/errors.ts';
import { planMoves, planReversal, type Moved } from '../../domain/move.ts';
import { BATCH_LENGTH, randomCode } from '../../ledger/codes.ts';
import { lockPledge, openPledge } from '../../pledges/open-pledge.ts';
import type { Step } from './missing-steps.ts';
import { openGift, reopenGift } from './gift.ts';
import { isWon, type Misfit } from './fit-to-ledger.ts';
import type { PaymentRow } from '../payment.ts';
import type { OpenedForPayment, PlannedStep } from './record-steps.ts';
import type { Truth } from '../stripe/stripe-state.ts';

export interface Planned {
  opened: OpenedForPayment | null;
  done: PlannedStep[];
  /** Why some steps are left out. */
  misfit: Misfit | null;
}

const UNPLANNED: Planned = { opened: null, done: [], misfit: null };

/**
 * Plans what fits (fit-to-ledger.ts) on the pledge's book, up to the first step that the book refuses: something may
 * have been recorded by hand without an id.
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
      // The next step of the same object takes from where the first one left the money.
      for (const step of steps) done.push(planStep(ctx, book, so, step));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused ??= error;
      // A won dispute comes to nothing. Where only its win is missing, later steps need what it gives back.
      if (!isWon(steps) || !steps.some(({ verb }) => verb === 'dispute')) break;
    }
  }
  return { done, refused };
}

/** Leaves the book and its movements as they are after the step. Throws as planning does. */
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
    // It has no place in the ledger yet.
    so.push({ ...move, batch, seq: -1n });
  }
  return { step, batch, moves };
}

/** Throws anything that isn't a refusal. */
function misfitBy(error: DomainError): Misfit {
  const { code, message: detail } = error;
  if (code === 'conflict') return { reason: 'not-accepted', detail };
  if (code === 'invalid-input') return { reason: 'no-rate', detail };
  if (code === 'over-draw' || code === 'moved-on' || code === 'already-reversed') {
    return { reason: 'over-draw', detail };
  }
  throw error;
}
