import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { ANSWERED } from '../db/desk.ts';
import * as schema from '../db/schema.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import { checkNotInFuture, today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/code.ts';
import { checkPending, lockGiver, planAcceptance } from './acceptance.ts';
import { referenceRates } from '../rates/reference.ts';
import { largerOf, recordLarger } from './increase.ts';
import { queueQuestion } from '../mail/queue.ts';
import { recordBatch, termsEntry } from './record.ts';
import type { acceptInput, rejectInput } from './schemas.ts';
import { tellGiver } from './tell.ts';
import { lockPledge, openPledge, wasAccepted, type PledgeRow } from './terms.ts';

type AcceptInput = z.infer<typeof acceptInput>;
type RejectInput = z.infer<typeof rejectInput>;

/** Throws `conflict` where there is nothing to decide on, or it is not what the admin has looked at. */
function checkSeen(row: PledgeRow, { revision }: { revision: number }): void {
  if (!row.asked) checkPending(row);
  if (row.revision === revision) return;
  throw new DomainError(
    'conflict',
    `It was changed since; look at it again: revision ${row.revision}.`,
  );
}

/**
 * Accepts a pending pledge: its reference rate is fixed, its terms enter the ledger, and the whole
 * of it moves from outside to pledged, or to waiting when it has a condition. Of one that is
 * accepted already, accepts the larger amount that its giver has asked for.
 */
export const acceptPledge = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  input: AcceptInput,
): Promise<Answer> => {
  const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
  const deed = { right: 'decide', act: 'pledge.accept', object: ref, facts: { batch } } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const locked = await lockPledge(tx, ref);
    const { row, currency, closed } = locked;
    const { asked } = row;
    checkSeen(row, input);
    if (closed) throw new DomainError('closed', 'This initiative is closed.');
    const giver = (await lockGiver(tx, row.signatoryId))!;
    const on = input.occurredOn ?? today(ctx.now());
    checkNotInFuture(on, ctx.now());
    const { evidence } = input;
    const by = { on, grade: evidence?.grade, evidence, batch };
    await tellGiver(ctx, tx, giver, row, { decision: 'accepted', reason: null });
    if (asked) {
      return recordLarger(ctx, tx, await openPledge(tx, locked), giver, largerOf(asked), by);
    }
    const rates = await referenceRates(tx, currency, [{ asset: row.asset, on }]);
    const planned = planAcceptance(row, giver, { ...by, now: ctx.now() }, { currency, rates });
    const { terms, moves, grade, fixed } = planned;
    await tx
      .update(schema.pledge)
      .set({ ...fixed, ...ANSWERED })
      .where(eq(schema.pledge.id, row.id));
    return recordBatch(ctx, tx, {
      pledge: row,
      currency,
      batch,
      moves,
      on,
      grade,
      evidence,
      before: [termsEntry(row, terms, giver, wasAccepted(row))],
    });
  });
};

/**
 * Rejects a pending pledge: it never counted, and makes no ledger entry. Of one that is accepted,
 * rejects the larger amount that its giver has asked for: it stands as before.
 */
export const rejectPledge = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  input: RejectInput,
): Promise<Answer> =>
  writeAs(ctx, actor, key, { right: 'decide', act: 'pledge.reject', object: ref }, async (tx) => {
    const { row } = await lockPledge(tx, ref);
    checkSeen(row, input);
    const { reason = null } = input;
    const giver = (await lockGiver(tx, row.signatoryId))!;
    const rejected = row.asked
      ? { asked: null }
      : { status: 'rejected' as const, decidedAt: ctx.now(), reason };
    await tx
      .update(schema.pledge)
      .set({ ...rejected, ...ANSWERED })
      .where(eq(schema.pledge.id, row.id));
    await tellGiver(ctx, tx, giver, row, { decision: 'rejected', reason });
    return { status: 201, body: { ref, status: row.asked ? 'accepted' : 'rejected' } };
  });

/**
 * Asks the giver of a pledge back, by mail: it waits on, and shows what was asked until its giver
 * changes it or it is decided on. Throws `conflict` where nothing waits, or no mail goes.
 */
export const askGiver = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  { question }: { question: string },
): Promise<Answer> =>
  writeAs(ctx, actor, key, { right: 'decide', act: 'pledge.ask', object: ref }, async (tx) => {
    const { row } = await lockPledge(tx, ref);
    if (!row.asked) checkPending(row);
    const giver = (await lockGiver(tx, row.signatoryId))!;
    await queueQuestion(tx, ctx, giver, { ref, question });
    await tx
      .update(schema.pledge)
      .set({ question, askedAt: ctx.now() })
      .where(eq(schema.pledge.id, row.id));
    return { status: 201, body: { ref, status: row.status } };
  });
