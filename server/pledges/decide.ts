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
import { recordBatch } from './record.ts';
import type { acceptInput } from './schemas.ts';
import { lockPledge } from './terms.ts';

type AcceptInput = z.infer<typeof acceptInput>;

/**
 * Accepts a pending pledge: its reference rate is fixed, its terms enter the ledger, and the whole
 * of it moves from outside to pledged, or to waiting when it has a condition.
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
    const { row, currency, closed } = await lockPledge(tx, ref);
    checkPending(row);
    if (closed) throw new DomainError('closed', 'This initiative is closed.');
    const giver = await lockGiver(tx, row.signatoryId);
    const on = input.occurredOn ?? today(ctx.now());
    checkNotInFuture(on, ctx.now());
    const rates = await referenceRates(tx, currency, [{ asset: row.asset, on }]);
    const asked = { on, now: ctx.now(), grade: input.evidence?.grade };
    const { terms, moves, grade, fixed } = planAcceptance(row, giver, asked, { currency, rates });
    await tx.update(schema.pledge).set(fixed).where(eq(schema.pledge.id, row.id));
    const { signatoryId } = row;
    return recordBatch(ctx, tx, {
      pledge: row,
      currency,
      batch: randomCode(ctx.randomBytes, BATCH_LENGTH),
      moves,
      on,
      grade,
      evidence: input.evidence,
      before: [{ kind: 'terms', ref, terms, signatoryId, name: giver.name }],
    });
  });
};

/** Rejects a pending pledge: it never counted, and makes no ledger entry. */
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
    checkPending(row);
    await tx
      .update(schema.pledge)
      .set({ status: 'rejected', decidedAt: ctx.now(), reason: input.reason ?? null })
      .where(eq(schema.pledge.id, row.id));
    return { status: 201, body: { ref, status: 'rejected' } };
  });
};
