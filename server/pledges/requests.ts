import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { requireSignatory, requireRight } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import { pledgeRequest, type PledgeRequest } from '../db/pledges.ts';
import { updateOne } from '../db/prepared.ts';
import { write } from '../db/write.ts';
import { isAgreed, promisedStages } from '../domain/agreed.ts';
import { today, type Day } from '../domain/day.ts';
import { conflict, DomainError, fieldError } from '../domain/errors.ts';
import { planMoves } from '../domain/move.ts';
import type { Book } from '../domain/pledge-book.ts';
import { say } from '../domain/say.ts';
import { sumOf } from '../domain/schedule.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/codes.ts';
import { windowOf, windowTuple } from '../ledger/leaf.ts';
import { instalmentOf } from '../ledger/terms.ts';
import { queueToAdmins, provedAddress } from '../mail/queue.ts';
import { queueOnce } from '../mail/once.ts';
import type { UseCaseOf, UseCaseOn, UseCaseOnSeen } from '../use-case.ts';
import { lockGiver, ownGrade, type LockedGiver } from './acceptance.ts';
import {
  cancelRequests,
  checkNoIncrease,
  checkNoRequest,
  waitingRequest,
} from './change-checks.ts';
import { instalmentTuple } from './draft.ts';
import { readMove } from './move.ts';
import { lockOwnPledge, openPledge, lockPledge } from './open-pledge.ts';
import type { PledgeRow } from './pledge-row.ts';
import { recordBatch } from './record.ts';
import { readSchedule, rescheduled, recordSchedule } from './reschedule.ts';
import { type RequestInput, reasonText } from './schemas.ts';

export type Wish = Pick<PledgeRequest, 'kind' | 'instalments' | 'quantity' | 'windows'>;

/** `reduce` takes only from what is agreed; `release`, everything outstanding. Throws `conflict` or `over-draw`. */
export function planWish(book: Book, wish: Wish, on: Day) {
  const { kind, instalments, quantity, windows } = wish;
  if (kind === 'postpone') {
    return { moves: [], instalments: rescheduled(book, instalments!.map(instalmentOf)) };
  }
  const spares = kind === 'reduce' ? promisedStages(book.terms.firm) : [];
  const figure = windows ? { windows: windows.map(windowOf) } : { quantity: quantity ?? undefined };
  return { moves: planMoves(book, { verb: 'withdraw', on, spares, ...figure }), instalments: null };
}

function readWish(book: Book, input: RequestInput, now: Date): Wish {
  const wish: Wish = { kind: input.kind, instalments: null, quantity: null, windows: null };
  if (input.kind === 'postpone') {
    const { instalments, schedule } = input;
    wish.instalments = readSchedule(book, { instalments, schedule }).map(instalmentTuple);
  }
  if (input.kind === 'reduce') {
    const { asset } = book.terms;
    const { kind: _kind, text: _text, ...figure } = input;
    const { quantity, windows } = readMove('withdraw', asset, figure, now);
    if (quantity === undefined && windows === undefined) {
      throw fieldError(asset.kind === 'funding' ? 'amount' : 'gpuHours', say().pledges.howMuch);
    }
    wish.quantity = quantity ?? null;
    wish.windows = windows?.map(windowTuple) ?? null;
  }
  const { moves } = planWish(book, wish, today(now));
  if (wish.windows) wish.quantity = sumOf(moves);
  return wish;
}

export async function requestsOf(reader: Db | Tx, pledgeIds: string[]) {
  const rows = await reader
    .select()
    .from(pledgeRequest)
    .where(inArray(pledgeRequest.pledgeId, pledgeIds))
    .orderBy(desc(pledgeRequest.createdAt), desc(pledgeRequest.id));
  const byPledge = Map.groupBy(rows, ({ pledgeId }) => pledgeId);
  return (pledgeId: string) => byPledge.get(pledgeId) ?? [];
}

export const notAgreed = (): DomainError => conflict(say().pledges.nothingAgreed);

const MOST_A_DAY = 10;
const DAY_MS = 86_400_000;

/** Every admin gets an email for each request. */
async function checkFewRequests(tx: Tx, pledgeId: string, now: Date): Promise<void> {
  const { createdAt } = pledgeRequest;
  const since = gt(createdAt, new Date(now.getTime() - DAY_MS));
  const newest = await tx
    .select({ createdAt })
    .from(pledgeRequest)
    .where(and(eq(pledgeRequest.pledgeId, pledgeId), since))
    .orderBy(desc(createdAt))
    .limit(MOST_A_DAY);
  const tenth = newest[MOST_A_DAY - 1];
  if (!tenth) return;
  const retryAfter = Math.ceil((tenth.createdAt.getTime() + DAY_MS - now.getTime()) / 1000);
  throw new DomainError('too-many', say().pledges.tooManyRequests(MOST_A_DAY), { retryAfter });
}

export const requestChange: UseCaseOn<RequestInput> = (ctx, actor, key, ref, input) => {
  requireSignatory(actor);
  return write(ctx, key, async (tx) => {
    const { row, book } = await openPledge(tx, await lockOwnPledge(tx, actor, ref));
    if (!isAgreed(book)) throw notAgreed();
    checkNoIncrease(row);
    await checkNoRequest(tx, row.id);
    await checkFewRequests(tx, row.id, ctx.now());
    const wish = readWish(book, input, ctx.now());
    const id = uuidv7();
    const { kind, text } = input;
    await audit(tx, ctx, actor, { act: 'pledge.request', object: ref, facts: { kind } });
    await tx
      .insert(pledgeRequest)
      .values({ ...wish, id, pledgeId: row.id, text, createdAt: ctx.now() });
    await queueToAdmins(tx, ctx, { kind: 'request', ref, request: kind });
    return { status: 201, body: { ref, request: id, status: 'waiting' } };
  });
};

export const cancelRequest: UseCaseOf = (ctx, actor, key, ref) => {
  requireSignatory(actor);
  return write(ctx, key, async (tx) => {
    const { row } = await lockOwnPledge(tx, actor, ref);
    const waiting = await waitingRequest(tx, row.id);
    if (!waiting) throw noRequest();
    await cancelRequests(tx, ctx, actor, [row.id]);
    return { status: 201, body: { ref, request: waiting.id, status: 'cancelled' } };
  });
};

export const noRequest = (): DomainError => conflict(say().pledges.noRequestWaits);

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
  if (waiting.id !== id) throw conflict(say().pledges.otherRequest);
  return waiting;
}

async function close(
  ctx: Context,
  tx: Tx,
  { id, kind }: PledgeRequest,
  giver: LockedGiver,
  decided: { ref: string; decision: 'granted' | 'refused'; reason: string },
): Promise<void> {
  const { decision, reason } = decided;
  await updateOne(tx, pledgeRequest, id, { status: decision, reason, decidedAt: ctx.now() });
  const address = provedAddress(giver);
  if (address === null) return;
  const mail = { kind: 'request-decided', request: kind, ...decided } as const;
  await queueOnce(tx, ctx, [{ to: { address }, mail, object: id, occasion: decision }]);
}

function planGrant(...given: Parameters<typeof planWish>): ReturnType<typeof planWish> {
  try {
    return planWish(...given);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw conflict(say().domain.requestMisfit);
  }
}

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
