import { eq } from 'drizzle-orm';
import { requireFresh, type Actor, type Admin } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { ANSWERED, UNREADY } from '../db/desk.ts';
import * as schema from '../db/schema.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { agreedStages, askFirst, isAgreed, promisedOf } from '../domain/agreed.ts';
import { DomainError } from '../domain/errors.ts';
import { planMoves } from '../domain/move.ts';
import type { Place, Stage } from '../domain/stage.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/codes.ts';
import { checkPending, lockGiver, ownGrade } from './acceptance.ts';
import { checkAgreedChange, checkNoReason } from './agreed.ts';
import { readMove } from './move.ts';
import { recordBatch, type Planned } from './record.ts';
import { cancelRequests } from './cancel-requests.ts';
import type { WithdrawInput } from './schemas.ts';
import { tellStepBack } from './tell.ts';
import {
  askedNoMore,
  lockOwnPledge,
  openPledge,
  type LockedPledge,
  type OpenPledge,
  type PledgeRow,
} from './terms.ts';

/** What taking back a part of an accepted pledge would record, or all that is outstanding of it. */
async function planTaking(
  ctx: Context,
  tx: Tx,
  { row, currency, book, seen }: OpenPledge,
  { reason, agreed: _agreed, ...figure }: WithdrawInput,
  spares: Stage[] = [],
): Promise<Planned> {
  const { grade: _, ...request } = readMove('withdraw', book.terms.asset, figure, ctx.now());
  return {
    pledge: row,
    currency,
    book,
    terms: book.terms,
    moves: planMoves(book, { ...request, spares }),
    on: request.on,
    grade: ownGrade((await lockGiver(tx, row.signatoryId, 'shared'))!, row),
    evidence: { note: reason },
    seen,
  };
}

/** What an admin takes back in the giver's place. Throws `invalid-input` where it is agreed and no reason is given. */
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

/** What a giver takes back: only what is promised. Throws `conflict` where all is agreed. */
async function planOwn(
  ctx: Context,
  tx: Tx,
  locked: LockedPledge,
  input: WithdrawInput,
): Promise<Planned> {
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

/** A pending pledge never counted: it is withdrawn as a whole. */
async function withdrawPending(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  row: PledgeRow,
  isWhole: boolean,
): Promise<Answer> {
  checkPending(row);
  if (!isWhole) {
    throw new DomainError('conflict', 'It is pending: withdraw it as a whole, or edit it.');
  }
  await tx
    .update(schema.pledge)
    .set({ status: 'withdrawn', decidedAt: ctx.now(), ...ANSWERED, ...UNREADY })
    .where(eq(schema.pledge.id, row.id));
  await cancelRequests(tx, ctx, actor, [row.id]);
  return { status: 201, body: { ref: row.ref, status: 'withdrawn' } };
}

/**
 * Takes a pledge back, or a part of it: what its giver no longer gives moves to withdrawn, all that
 * is outstanding where no figure is named, and what was asked for beyond it is dropped. A giver takes
 * back only what is promised, and admins are told; what is agreed in writing is for an admin, with a
 * reason. A pending one never counted: it is withdrawn as a whole and without an entry. Also where the
 * initiative is closed.
 * Throws `confirm-again` for a signatory who has not just confirmed, `over-draw`, `conflict` also
 * where it is no longer as it was `seen`, and `not-found` for another's.
 */
export const withdrawPledge = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  input: WithdrawInput,
  seen?: string,
): Promise<Answer> =>
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
    const isThisOne = eq(schema.pledge.id, row.id);
    if (row.asked) await tx.update(schema.pledge).set(askedNoMore(row)).where(isThisOne);
    return recordBatch(ctx, tx, { ...planned, batch });
  });
