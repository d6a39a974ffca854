import type { Actor, Admin } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { ANSWERED } from '../db/desk.ts';
import { updateOne } from '../db/prepared.ts';
import { pledge, type Asked } from '../db/schema.ts';
import { write, type Answer } from '../db/write.ts';
import { isAgreed } from '../domain/agreed.ts';
import type { Book } from '../domain/pledge-book.ts';
import { collector } from '../domain/collect-errors.ts';
import { today, type Day } from '../domain/day.ts';
import { conflict, fieldError } from '../domain/errors.ts';
import { gradeFor, type Grade } from '../domain/evidence.ts';
import { planMoves } from '../domain/move.ts';
import { baseAtRate, MAX_QUANTITY, parseAmount } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { grownInstalments } from '../domain/schedule.ts';
import { addsAfter } from '../domain/terms-change.ts';
import { checkOpen, checkRunning } from '../initiative/read.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/codes.ts';
import { instalmentOf } from '../ledger/terms.ts';
import { checkRateAge } from '../rates/age.ts';
import { ageOf } from '../rates/reference.ts';
import type { UseCaseOf, UseCaseOnSeen } from '../use-case.ts';
import { checkPublished, lockGiver, ownGrade, type Giver } from './acceptance.ts';
import { cancelledIncrease, checkNoIncrease, checkNoRequest } from './change-checks.ts';
import { draftInstalments, instalmentTuple } from './draft.ts';
import { lockOwnPledge, openPledge, type OpenPledge } from './open-pledge.ts';
import { acceptedTerms, type PledgeRow } from './pledge-row.ts';
import { isWithinPolicy } from './policy.ts';
import { plannedOn, recordBatch, termsEntry, type Evidence, type Planned } from './record.ts';
import { filledOf } from './reschedule.ts';
import type { IncreaseInput } from './schemas.ts';

type Larger = Pick<PledgeRow, 'quantity' | 'instalments'>;

export const largerOf = ({ quantity, instalments }: Asked): Larger => ({
  quantity: BigInt(quantity),
  instalments,
});

/** Without what arrived while it waited, which is recorded already. */
export function freshOf(
  { quantity, asked }: Pick<PledgeRow, 'quantity' | 'asked'>,
  larger: Larger,
): bigint {
  const fresh = larger.quantity - quantity - BigInt(asked?.came ?? 0);
  return fresh > 0n ? fresh : 0n;
}

function readLarger(book: Book, before: Larger, input: IncreaseInput, on: Day): Larger {
  const { asset } = book.terms;
  const { quantity } = before;
  const check = collector();
  const added = check.attempt(() => parseAmount(input.amount, asset.code)) ?? 0n;
  const further = draftInstalments(input, { asset: asset.code, quantity: added }, check);
  check.done();
  if (quantity + added > MAX_QUANTITY) throw fieldError('amount', say().pledges.tooLarge);
  const filled = filledOf(book, before.instalments.map(instalmentOf));
  const instalments = grownInstalments(filled, added, further, { on, isAgreed: isAgreed(book) });
  return { quantity: quantity + added, instalments: instalments.map(instalmentTuple) };
}

interface By {
  on: Day;
  grade?: Grade | undefined;
  evidence?: Evidence | undefined;
  useRateOf?: Day | undefined;
}

function planLarger(
  opened: OpenPledge,
  giver: Giver,
  larger: Larger,
  { on, grade, evidence, useRateOf }: By,
): Planned {
  const { row, currency, book } = checkRunning(opened);
  checkPublished(giver);
  const terms = acceptedTerms({ ...row, ...larger }, currency);
  checkRateAge(terms, { asset: row.asset, on, useRateOf, isFixed: true });
  // The giver may have asked before the schedule was agreed.
  if (isAgreed(book) && !addsAfter(book.terms.instalments, terms.instalments)) {
    throw conflict(say().pledges.increaseNeedsInstalments);
  }
  const quantity = freshOf(row, larger);
  const planned = plannedOn(opened, {
    moves: quantity > 0n ? planMoves({ ...book, terms }, { verb: 'pledge', on, quantity }) : [],
    on,
    grade: gradeFor('pledge', terms.asset.kind, grade ?? ownGrade(giver, row)),
    evidence,
  });
  return { ...planned, terms, before: [termsEntry(row, terms, giver, true)] };
}

export async function recordLarger(
  ctx: Context,
  tx: Tx,
  opened: OpenPledge,
  giver: Giver,
  larger: Larger,
  { batch, ...by }: By & { batch: string },
): Promise<Answer> {
  const planned = planLarger(opened, giver, larger, by);
  await updateOne(tx, pledge, opened.row.id, { ...larger, asked: null, ...ANSWERED });
  return recordBatch(ctx, tx, { ...planned, batch });
}

async function openLarger(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  ref: string,
  input: IncreaseInput,
  seen?: string,
) {
  if (input.useRateOf !== undefined && actor.kind !== 'admin') {
    throw fieldError('useRateOf', say().pledges.onlyForAdmins);
  }
  const opened = await openPledge(tx, await lockOwnPledge(tx, actor, ref), seen);
  const { row, book } = checkOpen(opened);
  // GPUs and hours are in windows, so more of them are another pledge.
  if (book.terms.asset.kind === 'compute') throw conflict(say().pledges.computeCannotGrow);
  if (actor.kind === 'admin') checkNoIncrease(row);
  await checkNoRequest(tx, row.id);
  const on = today(ctx.now());
  const larger = readLarger(book, row.asked ? largerOf(row.asked) : row, input, on);
  const lock = actor.kind === 'signatory' ? 'alone' : 'shared';
  const giver = (await lockGiver(tx, row.signatoryId, lock))!;
  return { opened, giver, larger, on };
}

export async function planIncrease(
  ctx: Context,
  tx: Tx,
  actor: Admin,
  ref: string,
  input: IncreaseInput,
): Promise<Planned> {
  const { opened, giver, larger, on } = await openLarger(ctx, tx, actor, ref, input);
  // The preview shows the rate's age, so confirming it agrees to the rate.
  const useRateOf = opened.book.terms.rateOn ?? undefined;
  return planLarger(opened, giver, larger, { on, useRateOf });
}

/** Records an admin's at once, and a giver's own if the policy allows it. Otherwise it waits, added to what waits. */
export const increasePledge: UseCaseOnSeen<IncreaseInput> = (ctx, actor, key, ref, input, seen) =>
  write(ctx, key, async (tx) => {
    const { opened, giver, larger, on } = await openLarger(ctx, tx, actor, ref, input, seen);
    const { row, currency, book } = opened;
    const { rate, asset, baseDigits } = book.terms;
    const base = baseAtRate(larger.quantity - row.quantity, rate, asset.digits, baseDigits);
    const isAllowed =
      actor.kind === 'admin' ||
      (ageOf(book.terms, on)?.is !== 'too-old' &&
        (await isWithinPolicy(ctx, tx, row, giver, { base, currency })));
    const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
    const { useRateOf } = input;
    const facts = isAllowed ? { batch, ...(useRateOf && { useRateOf }) } : { status: 'pending' };
    await audit(tx, ctx, actor, { act: 'pledge.increase', object: ref, facts });
    if (isAllowed) return recordLarger(ctx, tx, opened, giver, larger, { on, batch, useRateOf });
    const asked = {
      ...row.asked,
      quantity: larger.quantity.toString(),
      instalments: larger.instalments,
      askedAt: ctx.now().toISOString(),
    };
    await updateOne(tx, pledge, row.id, { asked, ...ANSWERED, revision: row.revision + 1 });
    return { status: 201, body: { ref, status: 'pending' } };
  });

export const withdrawIncrease: UseCaseOf = (ctx, actor, key, ref) =>
  write(ctx, key, async (tx) => {
    const { row } = await lockOwnPledge(tx, actor, ref);
    if (!row.asked) throw conflict(say().pledges.noIncreaseWaits);
    const facts = { status: 'withdrawn' };
    await audit(tx, ctx, actor, { act: 'pledge.increase', object: ref, facts });
    await updateOne(tx, pledge, row.id, cancelledIncrease(row));
    return { status: 201, body: { ref, status: 'accepted' } };
  });
