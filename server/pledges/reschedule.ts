import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { outstanding, type Book, type Instalment } from '../domain/pledge-book.ts';
import { collector } from '../domain/collect-errors.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { fillInstalments, openInstalments, sumOf, withFurther } from '../domain/schedule.ts';
import { append } from '../ledger/append.ts';
import type { Giver } from './acceptance.ts';
import { draftInstalments, instalmentTuple } from './draft.ts';
import { termsEntry } from './record.ts';
import type { InstalmentsInput } from './schemas.ts';
import { acceptedTerms, type OpenPledge, type PledgeRow } from './terms.ts';

type Tuples = PledgeRow['instalments'];

/** The instalments of a pledge, or others in their place, and what of each has come and is expected. */
export const filledOf = (book: Book, instalments = book.terms.instalments) =>
  fillInstalments(instalments, {
    received: book.stages.received.quantity,
    outstanding: outstanding(book),
  });

/** The refusal of other days for GPUs: a pledge's windows are for ever, and so is a grant. */
function checkInstalments({ terms: { asset } }: Book): void {
  if (asset.kind === 'funding') return;
  throw new DomainError(
    'conflict',
    'The days of promised GPUs cannot be moved. Reduce this pledge, and log another for the new days.',
  );
}

/** What of a pledge's schedule may change: the instalments of which nothing has come. */
function openSchedule(book: Book) {
  checkInstalments(book);
  const { paid, open } = openInstalments(filledOf(book));
  const { instalments, quantity: all } = book.terms;
  const total = instalments.length > 0 ? sumOf(open) : all;
  const expected =
    instalments.length > 0
      ? open.reduce((sum, part) => sum + part.outstanding, 0n)
      : book.stages.received.quantity + outstanding(book);
  const quantity = expected < total ? expected : total;
  if (quantity === 0n) {
    throw new DomainError(
      'conflict',
      'Every instalment that is still expected has been paid in part.',
    );
  }
  return { paid, open, quantity, gone: total - quantity };
}

/**
 * The instalments that an input puts in place of those still open, for as much as is still expected.
 * Throws `invalid-input` with every field that does not fit, and `conflict` where none may change.
 */
export function readSchedule(book: Book, input: InstalmentsInput): Instalment[] {
  const { quantity } = openSchedule(book);
  const check = collector();
  const fresh = draftInstalments(input, { asset: book.terms.asset.code, quantity }, check);
  check.done();
  if (fresh.length === 0) throw fieldError('instalments', 'name them, or a schedule');
  return fresh;
}

/**
 * All instalments of a pledge once `fresh` ones are in place of those still open; what is no longer
 * expected is the last. Throws `conflict` where they are for another amount than is expected now, or
 * are the same, and `invalid-input` as withFurther.
 */
export function rescheduled(book: Book, fresh: readonly Instalment[]): Tuples {
  const { paid, open, quantity, gone } = openSchedule(book);
  if (sumOf(fresh) !== quantity) {
    throw new DomainError(
      'conflict',
      'These instalments are for another amount than is still expected: the pledge has changed since.',
    );
  }
  const last = [...open, ...fresh]
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1)!;
  const rest = gone > 0n ? [{ dueOn: last, quantity: gone }] : [];
  const instalments = withFurther(paid, [], [...fresh, ...rest]).map(instalmentTuple);
  if (instalments.join() === book.terms.instalments.map(instalmentTuple).join()) {
    throw new DomainError('conflict', 'The pledge has these instalments already.');
  }
  return instalments;
}

/** Has an accepted pledge say other instalments: its terms enter the ledger anew, the last thing a use case does. */
export async function recordSchedule(
  ctx: Context,
  tx: Tx,
  { row, currency }: OpenPledge,
  giver: Giver,
  instalments: Tuples,
): Promise<void> {
  await tx
    .update(schema.pledge)
    .set({ instalments, revision: row.revision + 1 })
    .where(eq(schema.pledge.id, row.id));
  const terms = acceptedTerms({ ...row, instalments }, currency);
  await append(tx, [termsEntry(row, terms, giver, true)], ctx);
}
