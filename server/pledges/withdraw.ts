import { eq } from 'drizzle-orm';
import { requireFresh, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import * as schema from '../db/schema.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { DomainError } from '../domain/errors.ts';
import { planMoves } from '../domain/move.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/code.ts';
import { checkPending, lockGiver, ownGrade } from './acceptance.ts';
import { readMove } from './move.ts';
import { recordBatch } from './record.ts';
import type { WithdrawInput } from './schemas.ts';
import { bookOf, lockOwnPledge } from './terms.ts';

/**
 * Takes a pledge back, or a part of it: what its giver no longer gives moves to withdrawn, all that
 * is outstanding where no figure is named, and what was asked for beyond it is dropped. A pending one
 * never counted: it is withdrawn as a whole and without an entry. Also where the initiative is closed.
 * Throws `confirm-again` for a signatory who has not just confirmed, `over-draw`, `conflict`, and
 * `not-found` for another's.
 */
export const withdrawPledge = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  input: WithdrawInput,
): Promise<Answer> =>
  write(ctx, key, async (tx) => {
    const locked = await lockOwnPledge(tx, actor, ref);
    if (actor.kind === 'signatory') requireFresh(actor, ctx.now());
    const { row, currency } = locked;
    const isThisOne = eq(schema.pledge.id, row.id);
    if (row.status !== 'accepted') {
      checkPending(row);
      if (Object.values(input).some((figure) => figure !== undefined)) {
        throw new DomainError('conflict', 'It is pending: withdraw it as a whole, or edit it.');
      }
      const decidedAt = ctx.now();
      await tx.update(schema.pledge).set({ status: 'withdrawn', decidedAt }).where(isThisOne);
      return { status: 201, body: { ref, status: 'withdrawn' } };
    }
    const book = await bookOf(tx, locked);
    const { grade: _, ...request } = readMove('withdraw', book.terms.asset, input, ctx.now());
    const moves = planMoves(book, request);
    if (row.asked) await tx.update(schema.pledge).set({ asked: null }).where(isThisOne);
    const giver = (await lockGiver(tx, row.signatoryId))!;
    return recordBatch(ctx, tx, {
      pledge: row,
      currency,
      batch: randomCode(ctx.randomBytes, BATCH_LENGTH),
      moves,
      on: request.on,
      grade: ownGrade(giver),
    });
  });
