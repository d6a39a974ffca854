import { eq } from 'drizzle-orm';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { openBook, outstanding, type Book } from '../domain/book.ts';
import { collector } from '../domain/collect.ts';
import { today, type Day } from '../domain/day.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { gradeFor, type Grade } from '../domain/evidence.ts';
import { planMoves } from '../domain/move.ts';
import { baseAtRate, MAX_QUANTITY, parseAmount } from '../domain/quantity.ts';
import { fillInstalments, grownInstalments } from '../domain/schedule.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/code.ts';
import { checkPublished, lockGiver, ownGrade, type Giver } from './acceptance.ts';
import { draftInstalments, instalmentTuple } from './draft.ts';
import { isWithinPolicy } from './policy.ts';
import { recordBatch, termsEntry, type Evidence } from './record.ts';
import type { IncreaseInput } from './schemas.ts';
import { acceptedTerms, bookOf, lockOwnPledge, movementsOf, type LockedPledge } from './terms.ts';

/** What an accepted pledge would say of its amount, as its row holds it. */
type Larger = Pick<typeof schema.pledge.$inferSelect, 'quantity' | 'instalments'>;

export const largerOf = ({ quantity, instalments }: schema.Asked): Larger => ({
  quantity: BigInt(quantity),
  instalments,
});

/** The instalments of a pledge, and what of each has come and is expected. */
export const filledOf = (book: Book) =>
  fillInstalments(book.terms.instalments, {
    received: book.stages.received.quantity,
    outstanding: outstanding(book),
  });

/** Throws `conflict` for compute: its GPUs and hours are in windows, and more of them another pledge. */
export function checkMoney({ terms: { asset } }: Book): void {
  if (asset.kind === 'funding') return;
  throw new DomainError('conflict', 'This pledge is compute: log a further pledge.');
}

/** What the pledge would say. Throws `invalid-input` with every field that does not fit. */
function planLarger(book: Book, input: IncreaseInput, on: Day): Larger {
  const { asset, quantity } = book.terms;
  const check = collector();
  const added = check.attempt(() => parseAmount(input.amount, asset.code)) ?? 0n;
  const further = draftInstalments(input, { asset: asset.code, quantity: added }, check);
  check.done();
  if (quantity + added > MAX_QUANTITY) throw fieldError('amount', 'is over 10^15 minor units');
  const instalments = grownInstalments(filledOf(book), added, further, on);
  return { quantity: quantity + added, instalments: instalments.map(instalmentTuple) };
}

/**
 * Records that an accepted pledge is of a larger amount: its terms enter the ledger anew, at their
 * rate, and the difference moves from outside to where the rest stands. Throws `closed`, and
 * `conflict` unless the giver is published.
 */
export async function recordLarger(
  ctx: Context,
  tx: Tx,
  { row, currency, closed }: LockedPledge,
  giver: Giver,
  larger: Larger,
  by: { on: Day; grade: Grade | undefined; evidence?: Evidence | undefined },
): Promise<Answer> {
  if (closed) throw new DomainError('closed', 'This initiative is closed.');
  checkPublished(giver);
  const terms = acceptedTerms({ ...row, ...larger }, currency);
  const book = openBook(terms, await movementsOf(tx, row.id));
  const quantity = larger.quantity - row.quantity;
  const moves = planMoves(book, { verb: 'pledge', on: by.on, quantity });
  await tx
    .update(schema.pledge)
    .set({ ...larger, asked: null })
    .where(eq(schema.pledge.id, row.id));
  return recordBatch(ctx, tx, {
    pledge: row,
    currency,
    batch: randomCode(ctx.randomBytes, BATCH_LENGTH),
    moves,
    on: by.on,
    grade: gradeFor('pledge', terms.asset.kind, by.grade ?? ownGrade(giver)),
    evidence: by.evidence,
    before: [termsEntry(row, terms, giver)],
  });
}

/**
 * Promises more money of an accepted pledge: with further instalments, or by its last one. An
 * admin's is recorded at once, and the giver's own where the policy allows it; else it is kept as
 * asked for, in place of what was asked before, and the status is answered as pending. Throws
 * `closed`, `conflict` for compute and for a pledge that is not accepted, and `not-found` for
 * another's.
 */
export const increasePledge = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  input: IncreaseInput,
): Promise<Answer> =>
  write(ctx, key, async (tx) => {
    const locked = await lockOwnPledge(tx, actor, ref);
    const { row, currency, closed } = locked;
    if (closed) throw new DomainError('closed', 'This initiative is closed.');
    const book = await bookOf(tx, locked);
    checkMoney(book);
    const on = today(ctx.now());
    const larger = planLarger(book, input, on);
    const giver = (await lockGiver(tx, row.signatoryId, actor.kind === 'signatory'))!;
    const { rate, asset, baseDigits } = book.terms;
    const base = baseAtRate(larger.quantity - row.quantity, rate, asset.digits, baseDigits);
    const isAllowed =
      actor.kind === 'admin' || (await isWithinPolicy(ctx, tx, row, giver, { base, currency }));
    if (isAllowed) return recordLarger(ctx, tx, locked, giver, larger, { on, grade: undefined });
    const asked = {
      quantity: larger.quantity.toString(),
      instalments: larger.instalments,
      askedAt: ctx.now().toISOString(),
    };
    await tx.update(schema.pledge).set({ asked }).where(eq(schema.pledge.id, row.id));
    return { status: 201, body: { ref, status: 'pending' } };
  });
