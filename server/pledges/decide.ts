import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requireAdmin, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { openBook } from '../domain/book.ts';
import { checkNotInFuture, today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { gradeFor } from '../domain/evidence.ts';
import { planMoves } from '../domain/move.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/code.ts';
import { recordBatch } from './record.ts';
import { noRate, rateKey, referenceRates } from './rates.ts';
import type { acceptInput } from './schemas.ts';
import { lockPledge, termsOf, type PledgeRow } from './terms.ts';

type AcceptInput = z.infer<typeof acceptInput>;

function checkPending({ status, ref }: PledgeRow): void {
  if (status === 'pending') return;
  throw new DomainError('conflict', `Pledge ${ref} is ${status} already.`);
}

/** The giver, kept from being rejected until the commit. */
async function lockGiver(tx: Tx, id: string) {
  const [giver] = await tx
    .select({ name: schema.signatory.name, status: schema.signatory.status })
    .from(schema.signatory)
    .where(eq(schema.signatory.id, id))
    .for('share');
  if (giver!.status !== 'published') {
    throw new DomainError('conflict', 'Publish the signatory before accepting its pledge.');
  }
  return giver!;
}

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
): Promise<Answer> =>
  write(ctx, key, async (tx) => {
    requireAdmin(actor);
    const { row, currency, closed } = await lockPledge(tx, ref);
    checkPending(row);
    if (closed) throw new DomainError('closed', 'This initiative is closed.');
    const { name } = await lockGiver(tx, row.signatoryId);
    const on = input.occurredOn ?? today(ctx.now());
    checkNotInFuture(on, ctx.now());
    const rates = await referenceRates(tx, currency, [{ asset: row.asset, on }]);
    const rate = rates.get(rateKey(row.asset, on));
    if (!rate) throw noRate(row.asset, on);
    const terms = termsOf(row, currency, rate);
    const moves = planMoves(openBook(terms), { verb: 'pledge', on });
    await tx
      .update(schema.pledge)
      .set({
        status: 'accepted',
        decidedAt: ctx.now(),
        rateNum: rate.rate.num,
        rateDen: rate.rate.den,
        rateOn: rate.rateOn,
        rateSource: rate.rateSource,
      })
      .where(eq(schema.pledge.id, row.id));
    const grade = gradeFor('pledge', terms.asset.kind, input.evidence?.grade);
    const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
    const { signatoryId } = row;
    return recordBatch(ctx, tx, {
      pledge: row,
      currency,
      batch,
      moves,
      on,
      grade,
      evidence: input.evidence,
      before: [{ kind: 'terms', ref, terms, signatoryId, name }],
    });
  });

/** Rejects a pending pledge: it never counted, and makes no ledger entry. */
export const rejectPledge = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  input: { reason?: string | undefined },
): Promise<Answer> =>
  write(ctx, key, async (tx) => {
    requireAdmin(actor);
    const { row } = await lockPledge(tx, ref);
    checkPending(row);
    await tx
      .update(schema.pledge)
      .set({ status: 'rejected', decidedAt: ctx.now(), reason: input.reason ?? null })
      .where(eq(schema.pledge.id, row.id));
    return { status: 201, body: { ref, status: 'rejected' } };
  });
