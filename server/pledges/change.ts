import { eq } from 'drizzle-orm';
import type { Actor } from '../actor.ts';
import { audit, changedFields } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { ANSWERED, UNREADY } from '../db/desk.ts';
import * as schema from '../db/schema.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { assetOf } from '../domain/asset.ts';
import { outstanding, type Book } from '../domain/book.ts';
import { collector } from '../domain/collect.ts';
import { today } from '../domain/day.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { openInstalments, sumOf, withFurther, type FilledInstalment } from '../domain/schedule.ts';
import { append } from '../ledger/append.ts';
import { openInitiative } from '../initiative/read.ts';
import { checkPending, lockGiver } from './acceptance.ts';
import { draftInstalments, draftPledge, instalmentTuple } from './draft.ts';
import { checkMoney, filledOf } from './increase.ts';
import { siteOf } from './pledge.ts';
import { acceptByPolicy } from './policy.ts';
import { termsEntry } from './record.ts';
import type { InstalmentsInput, NewPledge } from './schemas.ts';
import { acceptedTerms, bookOf, lockOwnPledge, wasAccepted, type PledgeRow } from './terms.ts';

/**
 * Throws `conflict` unless a pledge may say something else. What was accepted once stands in the
 * ledger under its reference, and is read by way of its row: it says the same for ever, also while it
 * is pending again.
 */
export function checkEditable(row: PledgeRow): void {
  checkPending(row);
  if (!wasAccepted(row)) return;
  throw new DomainError(
    'conflict',
    `Pledge ${row.ref} was accepted before and cannot say something else: withdraw it and log another.`,
  );
}

/**
 * Has a pending pledge say something else, all of it, under the same reference; it goes by the
 * policy again. Throws `closed`, `invalid-input` as logging does and for another kind, `conflict`
 * for a pledge that is or was accepted, and `not-found` for another's.
 */
export const editPledge = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  input: NewPledge,
): Promise<Answer> =>
  write(ctx, key, async (tx) => {
    const { currency } = await openInitiative(tx);
    const { row } = await lockOwnPledge(tx, actor, ref);
    checkEditable(row);
    const { kind } = assetOf(row.asset);
    if (input.kind !== kind) throw fieldError('kind', `must stay ${kind}: log another pledge`);
    const now = actor.kind === 'signatory' ? today(ctx.now()) : undefined;
    const draft = draftPledge(input, currency, now);
    const { siteName: _, ...facts } = draft;
    const site = await siteOf(ctx, tx, draft);
    const { visibility, firm, note = null } = input;
    const says = { ...facts, site, visibility, firm, note };
    const fields = changedFields(row, says);
    await audit(tx, ctx, actor, { act: 'pledge.edit', object: ref, fields });
    const [edited] = await tx
      .update(schema.pledge)
      .set({ ...says, ...ANSWERED, ...UNREADY, revision: row.revision + 1 })
      .where(eq(schema.pledge.id, row.id))
      .returning();
    if (actor.kind === 'admin') return { status: 201, body: { ref, status: 'pending' } };
    const giver = (await lockGiver(tx, row.signatoryId, true))!;
    const { status, entries } = await acceptByPolicy(ctx, tx, edited!, giver, currency);
    if (entries.length > 0) await append(tx, entries, ctx);
    return { status: 201, body: { ref, status } };
  });

/** How much instalments are for that may change, and what of them was withdrawn or has lapsed. */
function expectedOf(book: Book, open: readonly FilledInstalment[]) {
  const { instalments, quantity: all } = book.terms;
  const total = instalments.length > 0 ? sumOf(open) : all;
  const expected =
    instalments.length > 0
      ? open.reduce((sum, part) => sum + part.outstanding, 0n)
      : book.stages.received.quantity + outstanding(book);
  const quantity = expected < total ? expected : total;
  return { quantity, gone: total - quantity };
}

/**
 * Puts other instalments in place of those of which nothing has come, for as much as is still
 * expected; those that are past may be put off, and what is no longer expected stands last. The terms enter the ledger anew, with the same amount and rate.
 * Throws `invalid-input` with every field that does not fit, `conflict` for compute, for a pledge
 * that is not accepted and while a larger amount waits, and `not-found` for another's.
 */
export const changeInstalments = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  input: InstalmentsInput,
): Promise<Answer> =>
  write(ctx, key, async (tx) => {
    const locked = await lockOwnPledge(tx, actor, ref);
    const { row, currency } = locked;
    const book = await bookOf(tx, locked);
    checkMoney(book);
    if (row.asked) {
      throw new DomainError(
        'conflict',
        'A larger amount waits for an admin: change them after it.',
      );
    }
    const { paid, open } = openInstalments(filledOf(book));
    const { quantity, gone } = expectedOf(book, open);
    if (quantity === 0n) {
      throw new DomainError('conflict', 'Something has come of each instalment that is expected.');
    }
    const check = collector();
    const fresh = draftInstalments(input, { asset: row.asset, quantity }, check);
    check.done();
    if (fresh.length === 0) throw fieldError('instalments', 'name them, or a schedule');
    const last = [...open, ...fresh]
      .map(({ dueOn }) => dueOn)
      .toSorted()
      .at(-1)!;
    const rest = gone > 0n ? [{ dueOn: last, quantity: gone }] : [];
    const instalments = withFurther(paid, [], [...fresh, ...rest]).map(instalmentTuple);
    await audit(tx, ctx, actor, { act: 'pledge.instalments', object: ref });
    await tx.update(schema.pledge).set({ instalments }).where(eq(schema.pledge.id, row.id));
    const giver = (await lockGiver(tx, row.signatoryId))!;
    const terms = acceptedTerms({ ...row, instalments }, currency);
    await append(tx, [termsEntry(row, terms, giver)], ctx);
    return { status: 201, body: { ref, status: 'accepted' } };
  });
