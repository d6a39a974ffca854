import { eq } from 'drizzle-orm';
import { requireFresh, type Actor } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import { ANSWERED, UNREADY } from '../db/desk.ts';
import * as schema from '../db/schema.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { DomainError } from '../domain/errors.ts';
import { planMoves } from '../domain/move.ts';
import type { Stage } from '../domain/stage.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/code.ts';
import { checkPending, lockGiver, ownGrade } from './acceptance.ts';
import { readMove } from './move.ts';
import { recordBatch, type Planned } from './record.ts';
import type { WithdrawInput } from './schemas.ts';
import { askedNoMore, lockOwnPledge, openPledge, type LockedPledge } from './terms.ts';

/** What is taken back, and why where an admin records it. */
interface Withdrawal extends WithdrawInput {
  reason?: string | undefined;
}

/** What taking back a part of an accepted pledge would record, or all that is outstanding of it. */
export async function planWithdrawal(
  ctx: Context,
  tx: Tx,
  locked: LockedPledge,
  { reason, agreed: _agreed, ...figure }: Withdrawal,
  { seen, spares = [] }: { seen?: string | undefined; spares?: Stage[] } = {},
): Promise<Planned> {
  const { row, currency, book, seen: now } = await openPledge(tx, locked, seen);
  const { grade: _, ...request } = readMove('withdraw', book.terms.asset, figure, ctx.now());
  return {
    pledge: row,
    currency,
    book,
    terms: book.terms,
    moves: planMoves(book, { ...request, spares }),
    on: request.on,
    grade: ownGrade((await lockGiver(tx, row.signatoryId))!, row),
    evidence: { note: reason },
    seen: now,
  };
}

/**
 * Takes a pledge back, or a part of it: what its giver no longer gives moves to withdrawn, all that
 * is outstanding where no figure is named, and what was asked for beyond it is dropped. What is agreed
 * in writing is left alone unless a signatory says so. A pending one never counted: it is withdrawn as
 * a whole and without an entry. Also where the initiative is closed.
 * Throws `confirm-again` for a signatory who has not just confirmed, `over-draw`, `conflict` also
 * where it is no longer as it was `seen`, and `not-found` for another's.
 */
export const withdrawPledge = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  input: Withdrawal,
  seen?: string,
): Promise<Answer> =>
  write(ctx, key, async (tx) => {
    const deed = { act: 'pledge.withdraw', object: ref } as const;
    const locked = await lockOwnPledge(tx, actor, ref);
    if (actor.kind === 'signatory') requireFresh(actor, ctx.now());
    const { row } = locked;
    const isThisOne = eq(schema.pledge.id, row.id);
    if (row.status !== 'accepted') {
      checkPending(row);
      if (seen !== undefined || Object.values(input).some((figure) => figure !== undefined)) {
        throw new DomainError('conflict', 'It is pending: withdraw it as a whole, or edit it.');
      }
      await audit(tx, ctx, actor, deed);
      const decidedAt = ctx.now();
      await tx
        .update(schema.pledge)
        .set({ status: 'withdrawn', decidedAt, ...ANSWERED, ...UNREADY })
        .where(isThisOne);
      return { status: 201, body: { ref, status: 'withdrawn' } };
    }
    const spares: Stage[] = actor.kind === 'signatory' && !input.agreed ? ['committed'] : [];
    const planned = await planWithdrawal(ctx, tx, locked, input, { seen, spares });
    const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
    await audit(tx, ctx, actor, { ...deed, facts: { batch } });
    if (row.asked) await tx.update(schema.pledge).set(askedNoMore(row)).where(isThisOne);
    return recordBatch(ctx, tx, { ...planned, batch });
  });
