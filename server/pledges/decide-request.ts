import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { requireRight } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { pledgeRequest, type PledgeRequest } from '../db/pledges.ts';
import { write } from '../db/write.ts';
import { today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/codes.ts';
import { provedAddress, queueMail } from '../mail/queue.ts';
import type { UseCaseOn, UseCaseOnSeen } from '../use-case.ts';
import { lockGiver, ownGrade, type LockedGiver } from './acceptance.ts';
import { waitingRequest } from './change-checks.ts';
import { lockPledge, openPledge } from './open-pledge.ts';
import type { PledgeRow } from './pledge-row.ts';
import { recordBatch } from './record.ts';
import { noRequest, planWish } from './requests.ts';
import { recordSchedule } from './reschedule.ts';
import { reasonText } from './schemas.ts';

export const decisionInput = z.strictObject({
  request: z.uuid({ error: () => say().pledges.notRequestId }),
  reason: reasonText.describe(
    'The giver gets it by email. It is public if an amount is withdrawn.',
  ),
});
type DecisionInput = z.infer<typeof decisionInput>;

async function requestOn(tx: Tx, row: PledgeRow, id: string): Promise<PledgeRequest> {
  const waiting = await waitingRequest(tx, row.id);
  if (!waiting) throw noRequest();
  if (waiting.id === id) return waiting;
  throw new DomainError('conflict', say().pledges.otherRequest);
}

async function close(
  ctx: Context,
  tx: Tx,
  { id, kind }: PledgeRequest,
  giver: LockedGiver,
  decided: { ref: string; decision: 'granted' | 'refused'; reason: string },
): Promise<void> {
  const { decision, reason } = decided;
  await tx
    .update(pledgeRequest)
    .set({ status: decision, reason, decidedAt: ctx.now() })
    .where(eq(pledgeRequest.id, id));
  const address = provedAddress(giver);
  if (address === null) return;
  await queueMail(tx, ctx, address, { kind: 'request-decided', request: kind, ...decided });
}

function planGrant(...given: Parameters<typeof planWish>): ReturnType<typeof planWish> {
  try {
    return planWish(...given);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError('conflict', say().domain.requestMisfit);
  }
}

/** Does what was asked for in the same transaction. Throws `conflict` if the request doesn't wait, or no longer fits. */
export const grantRequest: UseCaseOnSeen<DecisionInput> = (ctx, actor, key, ref, input, seen) => {
  requireRight(actor, 'decide');
  const { request, reason } = input;
  return write(ctx, key, async (tx) => {
    const locked = await lockPledge(tx, ref);
    const { row, currency } = locked;
    const wish = await requestOn(tx, row, request);
    const opened = await openPledge(tx, locked, seen);
    const on = today(ctx.now());
    const { moves, instalments } = planGrant(opened.book, wish, on);
    const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
    const facts = instalments ? { reason } : { batch };
    await audit(tx, ctx, actor, { act: 'pledge.grant', object: ref, facts });
    const giver = (await lockGiver(tx, row.signatoryId, 'shared'))!;
    await close(ctx, tx, wish, giver, { ref, decision: 'granted', reason });
    if (instalments) {
      await recordSchedule(ctx, tx, opened, giver, instalments);
      return { status: 201, body: { ref, request, status: 'granted' } };
    }
    const grade = ownGrade(giver, row);
    const evidence = { note: reason };
    return recordBatch(ctx, tx, { pledge: row, currency, batch, moves, on, grade, evidence });
  });
};

export const refuseRequest: UseCaseOn<DecisionInput> = (ctx, actor, key, ref, input) => {
  requireRight(actor, 'decide');
  const { request, reason } = input;
  return write(ctx, key, async (tx) => {
    const { row } = await lockPledge(tx, ref);
    const wish = await requestOn(tx, row, request);
    await audit(tx, ctx, actor, { act: 'pledge.refuse', object: ref, facts: { reason } });
    const giver = (await lockGiver(tx, row.signatoryId, 'shared'))!;
    await close(ctx, tx, wish, giver, { ref, decision: 'refused', reason });
    return { status: 201, body: { ref, request, status: 'refused' } };
  });
};
