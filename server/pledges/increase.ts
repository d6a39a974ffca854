import { eq } from 'drizzle-orm';
import type { Actor, Admin } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { ANSWERED } from '../db/desk.ts';
import * as schema from '../db/schema.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { isAgreed } from '../domain/agreed.ts';
import type { Book } from '../domain/pledge-book.ts';
import { collector } from '../domain/collect-errors.ts';
import { today, type Day } from '../domain/day.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { gradeFor, type Grade } from '../domain/evidence.ts';
import { planMoves } from '../domain/move.ts';
import { baseAtRate, MAX_QUANTITY, parseAmount } from '../domain/quantity.ts';
import { grownInstalments } from '../domain/schedule.ts';
import { addsAfter } from '../domain/terms-change.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/codes.ts';
import { instalmentOf } from '../ledger/terms.ts';
import { checkRateAge } from '../rates/age.ts';
import { ageOf } from '../rates/reference.ts';
import { checkPublished, lockGiver, ownGrade, type Giver } from './acceptance.ts';
import { draftInstalments, instalmentTuple } from './draft.ts';
import { isWithinPolicy } from './policy.ts';
import { recordBatch, termsEntry, type Evidence, type Planned } from './record.ts';
import { checkNoRequest } from './requests.ts';
import { filledOf } from './reschedule.ts';
import type { IncreaseInput } from './schemas.ts';
import {
  acceptedTerms,
  askedFirst,
  askedNoMore,
  lockOwnPledge,
  openPledge,
  type OpenPledge,
} from './terms.ts';

/** What an accepted pledge would say of its amount, as its row holds it. */
type Larger = Pick<typeof schema.pledge.$inferSelect, 'quantity' | 'instalments'>;

export const largerOf = ({ quantity, instalments }: schema.Asked): Larger => ({
  quantity: BigInt(quantity),
  instalments,
});

/** What a pledge would newly promise by a larger amount: what has come of it while it waits is there. */
export function freshOf(
  { quantity, asked }: Pick<typeof schema.pledge.$inferSelect, 'quantity' | 'asked'>,
  larger: Larger,
): bigint {
  const fresh = larger.quantity - quantity - BigInt(asked?.came ?? 0);
  return fresh > 0n ? fresh : 0n;
}

/** Throws `conflict` for compute: its GPUs and hours are in windows, and more of them another pledge. */
export function checkMoney({ terms: { asset } }: Book): void {
  if (asset.kind === 'funding') return;
  throw new DomainError('conflict', 'This pledge is compute: log a further pledge.');
}

/**
 * What the pledge would say: more than it does, or than was asked for and still waits. Throws
 * `invalid-input` with every field that does not fit.
 */
function readLarger(book: Book, before: Larger, input: IncreaseInput, on: Day): Larger {
  const { asset } = book.terms;
  const { quantity } = before;
  const check = collector();
  const added = check.attempt(() => parseAmount(input.amount, asset.code)) ?? 0n;
  const further = draftInstalments(input, { asset: asset.code, quantity: added }, check);
  check.done();
  if (quantity + added > MAX_QUANTITY) throw fieldError('amount', 'is over 10^15 minor units');
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

/**
 * What a larger amount would record. Throws `closed`, `conflict` unless the giver is published, and
 * `rate-too-old` as accepting does: what is new counts at the pledge's own rate.
 */
function planLarger(
  { row, currency, closed, book, seen }: OpenPledge,
  giver: Giver,
  larger: Larger,
  { on, grade, evidence, useRateOf }: By,
): Planned {
  if (closed) throw new DomainError('closed', 'This initiative is closed.');
  checkPublished(giver);
  const terms = acceptedTerms({ ...row, ...larger }, currency);
  checkRateAge(terms, { asset: row.asset, on, useRateOf, isFixed: true });
  // It may have been asked for before the schedule was agreed.
  if (isAgreed(book) && !addsAfter(book.terms.instalments, terms.instalments)) {
    throw new DomainError(
      'conflict',
      'The instalments are agreed in writing by now, and a larger amount needs instalments of its own, due after them. Reject this one; its giver can ask again and say when the rest is due.',
    );
  }
  const quantity = freshOf(row, larger);
  return {
    pledge: row,
    currency,
    book,
    terms,
    moves: quantity > 0n ? planMoves({ ...book, terms }, { verb: 'pledge', on, quantity }) : [],
    on,
    grade: gradeFor('pledge', terms.asset.kind, grade ?? ownGrade(giver, row)),
    evidence,
    before: [termsEntry(row, terms, giver, true)],
    seen,
  };
}

/**
 * Records that an accepted pledge is of a larger amount: its terms enter the ledger anew, at their
 * rate, and what has not come of the difference moves from outside to where the rest stands. Throws `closed`, and
 * `conflict` unless the giver is published.
 */
export async function recordLarger(
  ctx: Context,
  tx: Tx,
  opened: OpenPledge,
  giver: Giver,
  larger: Larger,
  { batch, ...by }: By & { batch: string },
): Promise<Answer> {
  const planned = planLarger(opened, giver, larger, by);
  await tx
    .update(schema.pledge)
    .set({ ...larger, asked: null, ...ANSWERED })
    .where(eq(schema.pledge.id, opened.row.id));
  return recordBatch(ctx, tx, { ...planned, batch });
}

/** A pledge of money that is to grow, its giver, and what it would say. */
async function openLarger(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  ref: string,
  input: IncreaseInput,
  seen?: string,
) {
  if (input.useRateOf !== undefined && actor.kind !== 'admin') {
    throw fieldError('useRateOf', 'is for admins');
  }
  const opened = await openPledge(tx, await lockOwnPledge(tx, actor, ref), seen);
  const { row, book, closed } = opened;
  if (closed) throw new DomainError('closed', 'This initiative is closed.');
  checkMoney(book);
  if (row.asked && actor.kind === 'admin') throw askedFirst();
  await checkNoRequest(tx, row.id);
  const on = today(ctx.now());
  const larger = readLarger(book, row.asked ? largerOf(row.asked) : row, input, on);
  const giver = (await lockGiver(
    tx,
    row.signatoryId,
    actor.kind === 'signatory' ? 'alone' : 'shared',
  ))!;
  return { opened, giver, larger, on };
}

/** What an admin's increase would record. */
export async function planIncrease(
  ctx: Context,
  tx: Tx,
  actor: Admin,
  ref: string,
  input: IncreaseInput,
): Promise<Planned> {
  const { opened, giver, larger, on } = await openLarger(ctx, tx, actor, ref, input);
  // The preview shows the rate's age; confirming it is what agrees to it.
  return planLarger(opened, giver, larger, {
    on,
    useRateOf: opened.book.terms.rateOn ?? undefined,
  });
}

/**
 * Promises more money of an accepted pledge: with further instalments, or by its last one. An
 * admin's is recorded at once, and the giver's own where the policy allows it; else it is kept as
 * asked for, beside what was asked before, and the status is answered as pending. Throws `closed`,
 * `conflict` for compute, for a pledge that is not accepted, for an admin while something asked for
 * waits and where it is no longer as it was `seen`, and `not-found` for another's.
 */
export const increasePledge = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  input: IncreaseInput,
  seen?: string,
): Promise<Answer> =>
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
    await tx
      .update(schema.pledge)
      .set({ asked, ...ANSWERED, revision: row.revision + 1 })
      .where(eq(schema.pledge.id, row.id));
    return { status: 201, body: { ref, status: 'pending' } };
  });

/**
 * Takes back what was asked for and still waits for an admin: the pledge stands as it did. Throws
 * `conflict` where nothing waits, and `not-found` for another's.
 */
export const withdrawIncrease = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
): Promise<Answer> =>
  write(ctx, key, async (tx) => {
    const { row } = await lockOwnPledge(tx, actor, ref);
    if (!row.asked) throw new DomainError('conflict', 'No larger amount waits.');
    const facts = { status: 'withdrawn' };
    await audit(tx, ctx, actor, { act: 'pledge.increase', object: ref, facts });
    await tx.update(schema.pledge).set(askedNoMore(row)).where(eq(schema.pledge.id, row.id));
    return { status: 201, body: { ref, status: 'accepted' } };
  });
