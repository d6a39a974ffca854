import { eq } from 'drizzle-orm';
import { requireAdmin, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import * as schema from '../db/schema.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import type { Asset } from '../domain/asset.ts';
import { openBook, outstanding } from '../domain/book.ts';
import { collector } from '../domain/collect.ts';
import { checkNotInFuture, today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { gradeFor, type Grade } from '../domain/evidence.ts';
import { planMoves, planReversal, type MoveRequest } from '../domain/move.ts';
import { parseAmount, parseGpuHours } from '../domain/quantity.ts';
import type { MoveVerb } from '../domain/stage.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/code.ts';
import { checkGiver, EXPECTING, lockGiver } from './acceptance.ts';
import { checkOrder } from './draft.ts';
import { recordBatch } from './record.ts';
import type { MoveInput } from './schemas.ts';
import { acceptedTerms, bookOf, lockPledge, movementsOf } from './terms.ts';

/** The verbs that an admin has by the API. */
export const ADMIN_VERBS = ['commit', 'receive', 'lapse', 'refund', 'reinstate'] as const;

/**
 * What a person's input asks of a pledge of `asset`: its figure in minor units and the grade it is
 * recorded with. Throws `invalid-input` with every field that does not fit the verb or the asset.
 */
export function readMove(
  verb: MoveVerb,
  asset: Asset,
  input: MoveInput,
  now: Date,
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
  const grade = check.attempt(() => gradeFor(verb, asset.kind, evidence?.grade));
  check.done();
  return { verb, on, excess, windows, quantity, grade: grade! };
}

/** Moves an amount of an accepted pledge by one verb: one batch of movements, or a refusal. */
export const movePledge = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  verb: (typeof ADMIN_VERBS)[number],
  ref: string,
  input: MoveInput,
): Promise<Answer> => {
  requireAdmin(actor);
  return write(ctx, key, async (tx) => {
    const locked = await lockPledge(tx, ref);
    const book = await bookOf(tx, locked);
    const { grade, ...request } = readMove(verb, book.terms.asset, input, ctx.now());
    if (EXPECTING.has(verb)) checkGiver((await lockGiver(tx, locked.row.signatoryId))!, true);
    return recordBatch(ctx, tx, {
      pledge: locked.row,
      currency: locked.currency,
      batch: randomCode(ctx.randomBytes, BATCH_LENGTH),
      moves: planMoves(book, request),
      on: request.on,
      grade,
      evidence: input.evidence,
    });
  });
};

/**
 * Takes a batch back, with a reason: a mistake is corrected by more movements. A pledge of which
 * nothing is left in any stage waits to be accepted again, or rejected.
 */
export const reverseBatch = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  batch: string,
  input: { reason: string },
): Promise<Answer> => {
  requireAdmin(actor);
  return write(ctx, key, async (tx) => {
    const [found] = await tx
      .select({ ref: schema.pledge.ref })
      .from(schema.movement)
      .innerJoin(schema.pledge, eq(schema.pledge.id, schema.movement.pledgeId))
      .where(eq(schema.movement.batch, batch))
      .limit(1);
    if (!found) throw new DomainError('not-found', `There is no batch ${batch}.`);
    const { row, currency } = await lockPledge(tx, found.ref);
    const terms = acceptedTerms(row, currency);
    const history = await movementsOf(tx, row.id);
    const moves = planReversal(terms, history, batch);
    const book = openBook(terms, [...history, ...moves]);
    checkGiver((await lockGiver(tx, row.signatoryId))!, outstanding(book) > 0n);
    if (Object.values(book.stages).every(({ quantity }) => quantity === 0n)) {
      await tx
        .update(schema.pledge)
        .set({ status: 'pending', decidedAt: null, asked: null })
        .where(eq(schema.pledge.id, row.id));
    }
    return recordBatch(ctx, tx, {
      pledge: row,
      currency,
      batch: randomCode(ctx.randomBytes, BATCH_LENGTH),
      moves,
      on: today(ctx.now()),
      grade: 'self-asserted',
      evidence: { note: input.reason },
    });
  });
};
