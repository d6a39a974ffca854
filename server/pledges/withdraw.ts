import { requireFresh, type Actor, type Admin } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { ANSWERED, UNREADY } from '../db/desk.ts';
import { updateOne } from '../db/prepared.ts';
import { pledge } from '../db/schema.ts';
import { write } from '../db/write.ts';
import { agreedStages, askFirst, isAgreed, promisedOf } from '../domain/agreed.ts';
import { conflict } from '../domain/errors.ts';
import { planMoves } from '../domain/move.ts';
import { say } from '../domain/say.ts';
import type { Place, Stage } from '../domain/stage.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/codes.ts';
import type { UseCaseOnSeen } from '../use-case.ts';
import { checkPending, lockGiver, ownGrade } from './acceptance.ts';
import {
  cancelledIncrease,
  cancelRequests,
  checkAgreedChange,
  checkNoReason,
} from './change-checks.ts';
import { readMove } from './move.ts';
import { lockOwnPledge, openPledge, type LockedPledge, type OpenPledge } from './open-pledge.ts';
import type { PledgeRow } from './pledge-row.ts';
import { plannedOn, recordBatch, type Planned } from './record.ts';
import type { WithdrawInput } from './schemas.ts';
import { tellStepBack } from './tell.ts';

/** A part, or everything outstanding but what is in `spares`. */
async function planTaking(
  ctx: Context,
  tx: Tx,
  opened: OpenPledge,
  { reason, agreed: _agreed, ...figure }: WithdrawInput,
  spares: Stage[] = [],
): Promise<Planned> {
  const { row, book } = opened;
  const { grade: _, ...request } = readMove('withdraw', book.terms.asset, figure, ctx.now());
  const moves = planMoves(book, { ...request, spares });
  const grade = ownGrade((await lockGiver(tx, row.signatoryId, 'shared'))!, row);
  return plannedOn(opened, { moves, on: request.on, grade, evidence: { note: reason } });
}

export async function planWithdrawal(
  ctx: Context,
  tx: Tx,
  actor: Admin,
  locked: LockedPledge,
  input: WithdrawInput,
  seen?: string,
): Promise<Planned> {
  const planned = await planTaking(ctx, tx, await openPledge(tx, locked, seen), input);
  const agreed: readonly Place[] = agreedStages(planned.terms.firm);
  if (planned.moves.some(({ from }) => agreed.includes(from))) {
    checkAgreedChange(actor, input.reason);
  }
  return planned;
}

async function planOwn(ctx: Context, tx: Tx, locked: LockedPledge, input: WithdrawInput) {
  checkNoReason(input.reason);
  const opened = await openPledge(tx, locked);
  const { terms, stages } = opened.book;
  const isAllAgreed = promisedOf(terms.firm, stages) === 0n;
  if (isAgreed(opened.book) && (input.agreed || isAllAgreed)) throw askFirst();
  const planned = await planTaking(ctx, tx, opened, input, agreedStages(terms.firm));
  const quantity = planned.moves.reduce((sum, move) => sum + move.quantity, 0n);
  await tellStepBack(ctx, tx, locked.row, { quantity, schedule: null });
  return planned;
}

/** It was in no total, so there is no ledger entry. */
async function withdrawPending(ctx: Context, tx: Tx, actor: Actor, row: PledgeRow, whole: boolean) {
  checkPending(row);
  if (!whole) throw conflict(say().pledges.pendingAsWhole);
  const withdrawn = { status: 'withdrawn', decidedAt: ctx.now() } as const;
  await updateOne(tx, pledge, row.id, { ...withdrawn, ...ANSWERED, ...UNREADY });
  await cancelRequests(tx, ctx, actor, [row.id]);
  return { status: 201, body: { ref: row.ref, status: 'withdrawn' } };
}

/** Also if the initiative is closed. A pending increase is dropped. Signatories must have confirmed just now. */
export const withdrawPledge: UseCaseOnSeen<WithdrawInput> = (ctx, actor, key, ref, input, seen) =>
  write(ctx, key, async (tx) => {
    const deed = { act: 'pledge.withdraw', object: ref } as const;
    const locked = await lockOwnPledge(tx, actor, ref);
    if (actor.kind === 'signatory') requireFresh(actor, ctx.now());
    const { row } = locked;
    if (row.status !== 'accepted') {
      const { reason, agreed: _agreed, ...figures } = input;
      if (actor.kind === 'signatory') checkNoReason(reason);
      const isWhole =
        seen === undefined && Object.values(figures).every((figure) => figure === undefined);
      await audit(tx, ctx, actor, { ...deed, ...(reason && { facts: { reason } }) });
      return withdrawPending(ctx, tx, actor, row, isWhole);
    }
    const planned =
      actor.kind === 'admin'
        ? await planWithdrawal(ctx, tx, actor, locked, input, seen)
        : await planOwn(ctx, tx, locked, input);
    const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
    await audit(tx, ctx, actor, { ...deed, facts: { batch } });
    if (row.asked) await updateOne(tx, pledge, row.id, cancelledIncrease(row));
    return recordBatch(ctx, tx, { ...planned, batch });
  });
