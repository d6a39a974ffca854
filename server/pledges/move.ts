import { eq } from 'drizzle-orm';
import { requireRight, requireTouch, type Actor } from '../actor.ts';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { updateOne } from '../db/prepared.ts';
import * as schema from '../db/schema.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import type { Asset } from '../domain/asset.ts';
import { collector, type Collector } from '../domain/collect-errors.ts';
import { checkNotInFuture, today } from '../domain/day.ts';
import { readCredited } from '../domain/credited.ts';
import { fieldError, notFound } from '../domain/errors.ts';
import { gradeFor, type Grade } from '../domain/evidence.ts';
import { planMoves, planReversal, type MoveRequest } from '../domain/move.ts';
import { applyMove, openBook, outstanding } from '../domain/pledge-book.ts';
import { parseAmount, parseGpuHours } from '../domain/quantity.ts';
import type { Right } from '../domain/right.ts';
import { say } from '../domain/say.ts';
import { VERBS, type MoveVerb } from '../domain/stage.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/codes.ts';
import { queueOnce } from '../mail/once.ts';
import type { UseCaseOnSeen } from '../use-case.ts';
import { checkGiver, EXPECTING, lockGiver } from './acceptance.ts';
import { cancelledIncrease } from './change-checks.ts';
import { checkOrder } from './draft.ts';
import { isFollowed, lockReferences } from './followed-payment.ts';
import { lockPledge, openPledge, type LockedPledge } from './open-pledge.ts';
import { plannedOn, recordBatch, type Planned } from './record.ts';
import type { MoveInput, ReasonInput } from './schemas.ts';
import { movedMail, TOLD_VERBS } from './tell.ts';

export type AdminVerb = Exclude<MoveVerb, 'pledge' | 'trigger' | 'withdraw'>;

const isByAdmin = (verb: MoveVerb): verb is AdminVerb =>
  verb !== 'pledge' && verb !== 'trigger' && verb !== 'withdraw';
export const ADMIN_VERBS = VERBS.filter(isByAdmin);

/** Verbs about money claimed back, which need a fresh touch of the passkey. */
export const TOUCHED: ReadonlySet<string> = new Set(['dispute', 'win', 'lose', 'refund']);

/** A program that records receipts may lack the right to record refunds. */
export const rightFor = (verb: string): Right => (verb === 'refund' ? 'refund' : 'record');

function checkFigures(
  verb: MoveVerb,
  { kind }: Asset,
  { amount, gpuHours, windows, excess, evidence }: MoveInput,
  check: Collector,
): void {
  const { pledges } = say();
  if (kind === 'funding') {
    if (gpuHours !== undefined) check.refuse('gpuHours', pledges.nameAmount);
    if (windows !== undefined) check.refuse('windows', pledges.nameAmount);
  } else if (amount !== undefined) {
    check.refuse('amount', pledges.nameHours);
  }
  if (gpuHours !== undefined && windows !== undefined) {
    check.refuse('gpuHours', pledges.windowsOrHours);
  }
  windows?.forEach((window, index) => checkOrder(check, window, `windows[${index}]`));
  if (excess !== undefined && verb !== 'receive') check.refuse('excess', pledges.onlyReceived);
  if (verb === 'receive' && kind === 'funding') return;
  for (const name of ['fee', 'creditedAmount', 'creditedCurrency', 'creditedRate'] as const) {
    if (evidence?.[name] === undefined) continue;
    check.refuse(`evidence.${name}`, pledges.onlyReceivedMoney);
  }
}

/** Throws `invalid-input` unless what was paid, less the bank's fee, is what it credited. */
function checkReceipt(
  evidence: NonNullable<MoveInput['evidence']>,
  asset: string,
  received: bigint | undefined,
): void {
  const fee = evidence.fee === undefined ? 0n : parseAmount(evidence.fee, asset, 'evidence.fee');
  if (received !== undefined && fee >= received) {
    throw fieldError('evidence.fee', say().pledges.feeTooLarge);
  }
  if (received === undefined) {
    const { creditedAmount, creditedCurrency, creditedRate } = evidence;
    if ((creditedAmount ?? creditedCurrency ?? creditedRate) === undefined) return;
    throw fieldError('amount', say().pledges.creditedNeedsAmount);
  }
  readCredited(evidence, { asset, received, fee });
}

/** The figure in minor units, and its grade; `wasMetered` as for acceptedGrades. Throws `invalid-input` with every field. */
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
  checkFigures(verb, asset, input, check);
  const isMoney = asset.kind === 'funding';
  const quantity = check.attempt(() => {
    if (isMoney) return amount === undefined ? undefined : parseAmount(amount, asset.code);
    return gpuHours === undefined ? undefined : parseGpuHours(gpuHours);
  });
  if (evidence && isMoney && verb === 'receive') {
    check.attempt(() => checkReceipt(evidence, asset.code, quantity));
  }
  const grade = check.attempt(() => gradeFor(verb, asset.kind, evidence?.grade, wasMetered));
  check.done();
  return { verb, on, excess, windows, quantity, grade: grade! };
}

export async function planMovement(
  ctx: Context,
  tx: Tx,
  verb: AdminVerb,
  ref: string,
  input: MoveInput,
  seen?: string,
): Promise<Planned> {
  const opened = await openPledge(tx, await lockPledge(tx, ref), seen);
  const { row, book } = opened;
  const { grade, ...request } = readMove(verb, book.terms.asset, input, ctx.now());
  if (EXPECTING.has(verb)) checkGiver((await lockGiver(tx, row.signatoryId, 'shared'))!, true);
  const reference = input.evidence?.reference ?? '';
  const followed = (await lockReferences(tx, [reference])).get(reference);
  if (followed !== undefined) throw isFollowed(followed);
  const { evidence } = input;
  return plannedOn(opened, { moves: planMoves(book, request), on: request.on, grade, evidence });
}

interface Movement {
  verb: AdminVerb;
  ref: string;
  input: MoveInput;
  batch: string;
  seen?: string | undefined;
}

/** Tells the giver, and appends last. */
export async function recordMovement(
  ctx: Context,
  tx: Tx,
  { verb, ref, input, batch, seen }: Movement,
): Promise<Answer> {
  const planned = await planMovement(ctx, tx, verb, ref, input, seen);
  if (TOLD_VERBS.has(verb)) await queueOnce(tx, ctx, [movedMail(planned.pledge, batch)]);
  return recordBatch(ctx, tx, { ...planned, batch });
}

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
    return recordMovement(ctx, tx, { verb, ref, input, batch, seen });
  });
};

async function lockMoved(tx: Tx, batch: string): Promise<LockedPledge> {
  const [found] = await tx
    .select({ ref: schema.pledge.ref })
    .from(schema.movement)
    .innerJoin(schema.pledge, eq(schema.pledge.id, schema.movement.pledgeId))
    .where(eq(schema.movement.batch, batch))
    .limit(1);
  if (!found) throw notFound(say().pledges.noBatch(batch));
  return lockPledge(tx, found.ref);
}

export async function planBatchReversal(
  ctx: Context,
  tx: Tx,
  batch: string,
  { reason }: ReasonInput,
  seen?: string,
): Promise<Planned> {
  const opened = await openPledge(tx, await lockMoved(tx, batch), seen);
  const { row, book, history } = opened;
  const moves = planReversal(book.terms, history, batch);
  const after = openBook(book.terms, [...history, ...moves]);
  checkGiver((await lockGiver(tx, row.signatoryId, 'shared'))!, outstanding(after) > 0n);
  const by = { grade: 'self-asserted' as const, evidence: { note: reason } };
  return plannedOn(opened, { moves, on: today(ctx.now()), ...by });
}

/** If nothing is left in any stage, the pledge is pending again. Throws `already-reversed` and `moved-on`. */
export const reverseBatch: UseCaseOnSeen<ReasonInput> = (ctx, actor, key, undone, input, seen) => {
  const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
  const facts = { batch };
  const deed = { right: 'record', act: 'batch.reverse', object: undone, facts } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const planned = await planBatchReversal(ctx, tx, undone, input, seen);
    const { pledge, book, moves } = planned;
    await queueOnce(tx, ctx, [movedMail(pledge, batch)]);
    const after = structuredClone(book);
    for (const move of moves) applyMove(after, move);
    if (Object.values(after.stages).every(({ quantity }) => quantity === 0n)) {
      const pending = { status: 'pending', decidedAt: null, ...cancelledIncrease(pledge) } as const;
      await updateOne(tx, schema.pledge, pledge.id, pending);
    }
    return recordBatch(ctx, tx, { ...planned, batch });
  });
};
