import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { requireSignatory, type Actor } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import { pledgeRequest, type PledgeRequest } from '../db/pledges.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { isAgreed, promisedStages } from '../domain/agreed.ts';
import type { Book, Move } from '../domain/pledge-book.ts';
import { today, type Day } from '../domain/day.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { planMoves } from '../domain/move.ts';
import { say } from '../domain/say.ts';
import { windowOf, windowTuple } from '../ledger/leaf.ts';
import { instalmentOf } from '../ledger/terms.ts';
import { queueToAdmins } from '../mail/queue.ts';
import type { UseCaseOn } from '../use-case.ts';
import {
  cancelRequests,
  checkNoIncrease,
  checkNoRequest,
  waitingRequest,
} from './change-checks.ts';
import { instalmentTuple } from './draft.ts';
import { readMove } from './move.ts';
import { lockOwnPledge, openPledge } from './open-pledge.ts';
import type { PledgeRow } from './pledge-row.ts';
import { readSchedule, rescheduled } from './reschedule.ts';
import type { RequestInput } from './schemas.ts';

export type Wish = Pick<PledgeRequest, 'kind' | 'instalments' | 'quantity' | 'windows'>;

interface Granted {
  moves: Move[];
  instalments: PledgeRow['instalments'] | null;
}

/**
 * `reduce` takes only from what is agreed; `release` takes everything outstanding. Throws `conflict` or
 * `over-draw` if the wish doesn't fit.
 */
export function planWish(book: Book, wish: Wish, on: Day): Granted {
  const { kind, instalments, quantity, windows } = wish;
  if (kind === 'postpone') {
    return { moves: [], instalments: rescheduled(book, instalments!.map(instalmentOf)) };
  }
  const spares = kind === 'reduce' ? promisedStages(book.terms.firm) : [];
  const figure = windows ? { windows: windows.map(windowOf) } : { quantity: quantity ?? undefined };
  return { moves: planMoves(book, { verb: 'withdraw', on, spares, ...figure }), instalments: null };
}

/** Throws as planWish, and `invalid-input`. */
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
  if (wish.windows) wish.quantity = moves.reduce((sum, move) => sum + move.quantity, 0n);
  return wish;
}

export async function requestsOf(
  reader: Db | Tx,
  pledgeIds: string[],
): Promise<(pledgeId: string) => PledgeRequest[]> {
  const rows = await reader
    .select()
    .from(pledgeRequest)
    .where(inArray(pledgeRequest.pledgeId, pledgeIds))
    .orderBy(desc(pledgeRequest.createdAt), desc(pledgeRequest.id));
  const byPledge = Map.groupBy(rows, ({ pledgeId }) => pledgeId);
  return (pledgeId) => byPledge.get(pledgeId) ?? [];
}

export const notAgreed = (): DomainError =>
  new DomainError('conflict', say().pledges.nothingAgreed);

const MOST_A_DAY = 10;
const DAY_MS = 86_400_000;

/** Every admin gets an email for each request. Throws `too-many`. */
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

/**
 * Throws `conflict` if nothing is agreed, to postpone GPUs, and while another request or an increase
 * waits; `too-many`; and as readWish for what can't be granted.
 */
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

/** Throws `conflict` if no request waits. */
export const cancelRequest = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
): Promise<Answer> => {
  requireSignatory(actor);
  return write(ctx, key, async (tx) => {
    const { row } = await lockOwnPledge(tx, actor, ref);
    const waiting = await waitingRequest(tx, row.id);
    if (!waiting) throw noRequest();
    await cancelRequests(tx, ctx, actor, [row.id]);
    return { status: 201, body: { ref, request: waiting.id, status: 'cancelled' } };
  });
};

export const noRequest = (): DomainError =>
  new DomainError('conflict', say().pledges.noRequestWaits);
