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
import { windowOf, windowTuple } from '../ledger/leaf.ts';
import { instalmentOf } from '../ledger/terms.ts';
import { queueToAdmins } from '../mail/queue.ts';
import { cancelRequests } from './cancel-requests.ts';
import { instalmentTuple } from './draft.ts';
import { readMove } from './move.ts';
import { readSchedule, rescheduled } from './reschedule.ts';
import type { RequestInput } from './schemas.ts';
import { askedFirst, lockOwnPledge, openPledge, type PledgeRow } from './terms.ts';

/** What is asked for, as a request's row holds it. */
export type Wish = Pick<PledgeRequest, 'kind' | 'instalments' | 'quantity' | 'windows'>;

/** What granting a wish would do: move amounts to withdrawn, or put other instalments in place. */
interface Granted {
  moves: Move[];
  instalments: PledgeRow['instalments'] | null;
}

/**
 * What granting a wish would do to a pledge as it is now. To reduce takes from what is agreed alone;
 * a release takes all that is outstanding. Throws `conflict` or `over-draw` where the wish does not fit.
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

/** What a giver's input asks for, checked against the pledge. Throws as planWish, and `invalid-input`. */
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
      throw fieldError(
        asset.kind === 'funding' ? 'amount' : 'gpuHours',
        'is missing: say how much',
      );
    }
    wish.quantity = quantity ?? null;
    wish.windows = windows?.map(windowTuple) ?? null;
  }
  const { moves } = planWish(book, wish, today(now));
  if (wish.windows) wish.quantity = moves.reduce((sum, move) => sum + move.quantity, 0n);
  return wish;
}

/** The requests about pledges, by the pledges' ids, the newest first. */
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

/** The request about a pledge that is waiting for an admin. */
export async function waitingRequest(
  reader: Db | Tx,
  pledgeId: string,
): Promise<PledgeRequest | null> {
  const isWaiting = eq(pledgeRequest.status, 'waiting');
  const [row = null] = await reader
    .select()
    .from(pledgeRequest)
    .where(and(eq(pledgeRequest.pledgeId, pledgeId), isWaiting));
  return row;
}

/** Throws `conflict` while a request about a locked pledge is waiting. */
export async function checkNoRequest(tx: Tx, pledgeId: string): Promise<void> {
  if (!(await waitingRequest(tx, pledgeId))) return;
  throw new DomainError(
    'conflict',
    'A request about this pledge is waiting for an admin. It must be decided or cancelled first.',
  );
}

/** The refusal of a request about a pledge of which nothing is agreed. */
export const notAgreed = (): DomainError =>
  new DomainError(
    'conflict',
    'Nothing of this pledge is agreed in writing. You can withdraw it or change its instalments yourself.',
  );

const MOST_A_DAY = 10;
const DAY_MS = 86_400_000;

/** Each request is mailed to every admin. Throws `too-many` beyond 10 about a locked pledge in 24 hours. */
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
  throw new DomainError(
    'too-many',
    `You have sent ${MOST_A_DAY} requests about this pledge in the last 24 hours. Try again later.`,
    { retryAfter },
  );
}

/**
 * Asks an admin to change what is agreed in writing of one's own pledge: one request at a time. It
 * changes nothing by itself; the admins are told. Throws `conflict` where nothing is agreed, for other days of
 * GPUs, and while another request or a larger amount is waiting; `too-many`; `invalid-input` and `over-draw` for
 * what cannot be granted; and `not-found` for another's.
 */
export const requestChange = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  input: RequestInput,
): Promise<Answer> => {
  requireSignatory(actor);
  return write(ctx, key, async (tx) => {
    const { row, book } = await openPledge(tx, await lockOwnPledge(tx, actor, ref));
    if (!isAgreed(book)) throw notAgreed();
    if (row.asked) throw askedFirst();
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

/** Cancels one's own request that is waiting. Throws `conflict` where none is, and `not-found` for another's. */
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
  new DomainError('conflict', 'No request about this pledge is waiting.');
