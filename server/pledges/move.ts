import { eq } from 'drizzle-orm';
import { requireRight, requireTouch, type Actor } from '../actor.ts';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import type { Asset } from '../domain/asset.ts';
import { applyMove, openBook, outstanding } from '../domain/pledge-book.ts';
import { collector } from '../domain/collect-errors.ts';
import { checkNotInFuture, today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { gradeFor, type Grade } from '../domain/evidence.ts';
import { planMoves, planReversal, type MoveRequest } from '../domain/move.ts';
import { parseAmount, parseGpuHours } from '../domain/quantity.ts';
import type { Right } from '../domain/right.ts';
import type { MoveVerb } from '../domain/stage.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/codes.ts';
import { checkGiver, EXPECTING, lockGiver } from './acceptance.ts';
import { checkOrder } from './draft.ts';
import { isFollowed, lockReferences } from './followed-payment.ts';
import { recordBatch, type Planned } from './record.ts';
import type { MoveInput } from './schemas.ts';
import { askedNoMore, lockPledge, openPledge, type LockedPledge } from './terms.ts';

/** The verbs that an admin has by the API. */
export const ADMIN_VERBS = [
  'commit',
  'receive',
  'lapse',
  'dispute',
  'win',
  'lose',
  'refund',
  'reinstate',
] as const;
export type AdminVerb = (typeof ADMIN_VERBS)[number];

/** The verbs of money that came and is asked back: grave enough for a fresh touch. */
export const TOUCHED: ReadonlySet<string> = new Set<AdminVerb>([
  'dispute',
  'win',
  'lose',
  'refund',
]);

/** A program that records receipts need not be able to record refunds. */
export const rightFor = (verb: string): Right => (verb === 'refund' ? 'refund' : 'record');

/**
 * What a person's input asks of a pledge of `asset`: its figure in minor units and the grade it is
 * recorded with; `wasMetered` as for acceptedGrades. Throws `invalid-input` with every field that does
 * not fit the verb or the asset.
 */
export function readMove(
  verb: MoveVerb,
  asset: Asset,
  input: MoveInput,
  now: Date,
  wasMetered = false,
): MoveRequest & { grade: Grade } {
  const check = collector();
  const { amount, gpuHours, windows, excess, evidence } = input;
  const on = input.occurredOn ?? today(now);
  check.attempt(() => checkNotInFuture(on, now));
  if (asset.kind === 'funding') {
    if (gpuHours !== undefined) check.refuse('gpuHours', 'this pledge is money; name its amount');
    if (windows !== undefined) check.refuse('windows', 'this pledge is money; name its amount');
  } else if (amount !== undefined) {
    check.refuse('amount', 'this pledge is compute; name windows or GPU-hours');
  }
  if (gpuHours !== undefined && windows !== undefined) {
    check.refuse('gpuHours', 'hours follow from the windows; name one or the other');
  }
  windows?.forEach((window, index) => checkOrder(check, window, `windows[${index}]`));
  if (excess !== undefined && verb !== 'receive') {
    check.refuse('excess', 'only what is received can go beyond the promise');
  }
  const isFigureOfAsset = asset.kind === 'funding' ? gpuHours === undefined : amount === undefined;
  const quantity = check.attempt(() => {
    if (!isFigureOfAsset) return undefined;
    if (amount !== undefined) return parseAmount(amount, asset.code);
    return gpuHours === undefined ? undefined : parseGpuHours(gpuHours);
  });
  const fee = evidence?.fee;
  if (fee !== undefined && (verb !== 'receive' || asset.kind !== 'funding')) {
    check.refuse('evidence.fee', 'only money that is received has one');
  } else if (fee !== undefined) {
    const kept = check.attempt(() => parseAmount(fee, asset.code, 'evidence.fee'));
    if (kept && quantity && kept >= quantity) {
      check.refuse('evidence.fee', 'must be less than the amount, of which it is a part');
    }
  }
  const grade = check.attempt(() => gradeFor(verb, asset.kind, evidence?.grade, wasMetered));
  check.done();
  return { verb, on, excess, windows, quantity, grade: grade! };
}

/**
 * What a call would record; `seen` is the pledge as its caller looked at it (terms.ts). Throws `conflict` with the
 * `payment` for evidence that names a payment Muster follows at Stripe.
 */
export async function planMovement(
  ctx: Context,
  tx: Tx,
  verb: AdminVerb,
  ref: string,
  input: MoveInput,
  seen?: string,
): Promise<Planned> {
  const { row, currency, book, seen: now } = await openPledge(tx, await lockPledge(tx, ref), seen);
  const { grade, ...request } = readMove(verb, book.terms.asset, input, ctx.now());
  if (EXPECTING.has(verb)) checkGiver((await lockGiver(tx, row.signatoryId, 'shared'))!, true);
  const reference = input.evidence?.reference ?? '';
  const followed = (await lockReferences(tx, [reference])).get(reference);
  if (followed !== undefined) throw isFollowed(followed);
  return {
    pledge: row,
    currency,
    book,
    terms: book.terms,
    moves: planMoves(book, request),
    on: request.on,
    grade,
    evidence: input.evidence,
    seen: now,
  };
}

/**
 * Moves an amount of an accepted pledge by one verb: one batch of movements, or a refusal. Throws
 * `touch-again` for those of `TOUCHED`, and `conflict` where the pledge is no longer as it was `seen`.
 */
export const movePledge = async (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  verb: AdminVerb,
  ref: string,
  input: MoveInput,
  seen?: string,
): Promise<Answer> => {
  const right = rightFor(verb);
  requireRight(actor, right);
  if (TOUCHED.has(verb)) requireTouch(actor, ctx.now());
  const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
  const deed = { right, act: `pledge.${verb}`, object: ref, facts: { batch } } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const planned = await planMovement(ctx, tx, verb, ref, input, seen);
    return recordBatch(ctx, tx, { ...planned, batch });
  });
};

/** The pledge that a batch moved, locked. Throws `not-found`. */
async function lockMoved(tx: Tx, batch: string): Promise<LockedPledge> {
  const [found] = await tx
    .select({ ref: schema.pledge.ref })
    .from(schema.movement)
    .innerJoin(schema.pledge, eq(schema.pledge.id, schema.movement.pledgeId))
    .where(eq(schema.movement.batch, batch))
    .limit(1);
  if (!found) throw new DomainError('not-found', `There is no batch ${batch}.`);
  return lockPledge(tx, found.ref);
}

/** What taking a batch back would record. */
export async function planBatchReversal(
  ctx: Context,
  tx: Tx,
  batch: string,
  { reason }: { reason: string },
  seen?: string,
): Promise<Planned> {
  const opened = await openPledge(tx, await lockMoved(tx, batch), seen);
  const { row, currency, book, history } = opened;
  const moves = planReversal(book.terms, history, batch);
  const after = openBook(book.terms, [...history, ...moves]);
  checkGiver((await lockGiver(tx, row.signatoryId, 'shared'))!, outstanding(after) > 0n);
  return {
    pledge: row,
    currency,
    book,
    terms: book.terms,
    moves,
    on: today(ctx.now()),
    grade: 'self-asserted',
    evidence: { note: reason },
    seen: opened.seen,
  };
}

/**
 * Takes a batch back, with a reason: a mistake is corrected by more movements. A pledge of which
 * nothing is left in any stage waits to be accepted again, or rejected. Throws `already-reversed`,
 * `moved-on`, and `conflict` where the pledge is no longer as it was `seen`.
 */
export const reverseBatch = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  reversed: string,
  input: { reason: string },
  seen?: string,
): Promise<Answer> => {
  const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
  const facts = { batch };
  const deed = { right: 'record', act: 'batch.reverse', object: reversed, facts } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const planned = await planBatchReversal(ctx, tx, reversed, input, seen);
    const { pledge, book, moves } = planned;
    const after = structuredClone(book);
    for (const move of moves) applyMove(after, move);
    if (Object.values(after.stages).every(({ quantity }) => quantity === 0n)) {
      await tx
        .update(schema.pledge)
        .set({ status: 'pending', decidedAt: null, ...askedNoMore(pledge) })
        .where(eq(schema.pledge.id, pledge.id));
    }
    return recordBatch(ctx, tx, { ...planned, batch });
  });
};
