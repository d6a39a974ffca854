import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requireAdmin, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import * as schema from '../db/schema.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { checkNotInFuture, today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/code.ts';
import { checkPending, lockGiver, planAcceptance } from './acceptance.ts';
import { referenceRates } from '../rates/reference.ts';
import { largerOf, recordLarger } from './increase.ts';
import { recordBatch, termsEntry } from './record.ts';
import type { acceptInput } from './schemas.ts';
import { tellGiver } from './tell.ts';
import { lockPledge } from './terms.ts';

type AcceptInput = z.infer<typeof acceptInput>;

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
  requireAdmin(actor);
  return write(ctx, key, async (tx) => {
    const locked = await lockPledge(tx, ref);
    const { row, currency, closed } = locked;
    const { asked } = row;
    if (!asked) checkPending(row);
    if (closed) throw new DomainError('closed', 'This initiative is closed.');
    const giver = (await lockGiver(tx, row.signatoryId))!;
    const on = input.occurredOn ?? today(ctx.now());
    checkNotInFuture(on, ctx.now());
    const { evidence } = input;
    const by = { on, grade: evidence?.grade, evidence };
    await tellGiver(ctx, tx, giver, { ref, decision: 'accepted', reason: null });
    if (asked) return recordLarger(ctx, tx, locked, giver, largerOf(asked), by);
    const rates = await referenceRates(tx, currency, [{ asset: row.asset, on }]);
    const planned = planAcceptance(row, giver, { ...by, now: ctx.now() }, { currency, rates });
    const { terms, moves, grade, fixed } = planned;
    await tx.update(schema.pledge).set(fixed).where(eq(schema.pledge.id, row.id));
    return recordBatch(ctx, tx, {
      pledge: row,
      currency,
      batch: randomCode(ctx.randomBytes, BATCH_LENGTH),
      moves,
      on,
      grade,
      evidence,
      before: [termsEntry(row, terms, giver)],
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
  input: { reason?: string | undefined },
): Promise<Answer> => {
  requireAdmin(actor);
  return write(ctx, key, async (tx) => {
    const { row } = await lockPledge(tx, ref);
    if (!row.asked) checkPending(row);
    const { reason = null } = input;
    const giver = (await lockGiver(tx, row.signatoryId))!;
    const rejected = row.asked
      ? { asked: null }
      : { status: 'rejected' as const, decidedAt: ctx.now(), reason };
    await tx.update(schema.pledge).set(rejected).where(eq(schema.pledge.id, row.id));
    await tellGiver(ctx, tx, giver, { ref, decision: 'rejected', reason });
    return { status: 201, body: { ref, status: row.asked ? 'accepted' : 'rejected' } };
  });
};
