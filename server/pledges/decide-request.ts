import { eq } from 'drizzle-orm';
import { requireRight, type Actor } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { pledgeRequest, type PledgeRequest } from '../db/pledges.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/codes.ts';
import { provedAddress, queueMail } from '../mail/queue.ts';
import { lockGiver, ownGrade, type LockedGiver } from './acceptance.ts';
import { recordBatch } from './record.ts';
import { recordSchedule } from './reschedule.ts';
import { noRequest, planWish, waitingRequest } from './requests.ts';
import type { DecisionInput } from './schemas.ts';
import { lockPledge, openPledge, type PledgeRow } from './terms.ts';

/** The waiting request of a locked pledge. Throws `conflict` where another one is waiting, or none. */
async function requestOn(tx: Tx, row: PledgeRow, id: string): Promise<PledgeRequest> {
  const waiting = await waitingRequest(tx, row.id);
  if (!waiting) throw noRequest();
  if (waiting.id === id) return waiting;
  throw new DomainError(
    'conflict',
    'That request is no longer waiting. Look at the pledge’s newest request.',
  );
}

/** Closes a request, and mails its giver the decision. */
async function close(
  ctx: Context,
  tx: Tx,
  { id, kind }: PledgeRequest,
  {
    ref,
    giver,
    decision,
    reason,
  }: {
    ref: string;
    giver: LockedGiver;
    decision: 'granted' | 'refused';
    reason: string;
  },
): Promise<void> {
  await tx
    .update(pledgeRequest)
    .set({ status: decision, reason, decidedAt: ctx.now() })
    .where(eq(pledgeRequest.id, id));
  const address = provedAddress(giver);
  if (address === null) return;
  const told = { kind: 'request-decided', ref, request: kind, decision, reason } as const;
  await queueMail(tx, ctx, address, told);
}

/** What granting does now. Throws `conflict` where the pledge has changed so that it cannot be done. */
function planGrant(...of: Parameters<typeof planWish>): ReturnType<typeof planWish> {
  try {
    return planWish(...of);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError('conflict', say().domain.requestMisfit);
  }
}

/**
 * Grants a giver's request: what was asked for is done in the same transaction, and the giver is mailed.
 * Throws `conflict` where the request is not waiting or no longer fits the pledge, and where the pledge
 * is no longer as it was `seen`.
 */
export const grantRequest = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  { request, reason }: DecisionInput,
  seen?: string,
): Promise<Answer> => {
  requireRight(actor, 'decide');
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
    await close(ctx, tx, wish, { ref, giver, decision: 'granted', reason });
    if (instalments) {
      await recordSchedule(ctx, tx, opened, giver, instalments);
      return { status: 201, body: { ref, request, status: 'granted' } };
    }
    const grade = ownGrade(giver, row);
    const evidence = { note: reason };
    return recordBatch(ctx, tx, { pledge: row, currency, batch, moves, on, grade, evidence });
  });
};

/** Refuses a giver's request: the pledge stays as it is, and the giver is mailed why. Throws `conflict` as grantRequest. */
export const refuseRequest = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  { request, reason }: DecisionInput,
): Promise<Answer> => {
  requireRight(actor, 'decide');
  return write(ctx, key, async (tx) => {
    const { row } = await lockPledge(tx, ref);
    const wish = await requestOn(tx, row, request);
    await audit(tx, ctx, actor, { act: 'pledge.refuse', object: ref, facts: { reason } });
    const giver = (await lockGiver(tx, row.signatoryId, 'shared'))!;
    await close(ctx, tx, wish, { ref, giver, decision: 'refused', reason });
    return { status: 201, body: { ref, request, status: 'refused' } };
  });
};
