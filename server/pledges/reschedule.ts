import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { updateOne } from '../db/prepared.ts';
import { pledge } from '../db/schema.ts';
import { write } from '../db/write.ts';
import { isAgreed } from '../domain/agreed.ts';
import { outstanding, type Book, type Instalment } from '../domain/pledge-book.ts';
import { collector } from '../domain/collect-errors.ts';
import { conflict, fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { fillInstalments, openInstalments, sumOf, withFurther } from '../domain/schedule.ts';
import { append } from '../ledger/append.ts';
import type { UseCaseOn } from '../use-case.ts';
import { lockGiver, type Giver } from './acceptance.ts';
import { checkAgreedChange, checkNoIncrease, checkNoReason } from './change-checks.ts';
import { draftInstalments, instalmentTuple } from './draft.ts';
import { lockOwnPledge, openPledge, type OpenPledge } from './open-pledge.ts';
import { acceptedTerms, type PledgeRow } from './pledge-row.ts';
import { termsEntry } from './record.ts';
import type { ChangeInput, InstalmentsInput } from './schemas.ts';
import { tellPutOff } from './tell.ts';

type Tuples = PledgeRow['instalments'];

export const filledOf = (book: Book, instalments = book.terms.instalments) =>
  fillInstalments(instalments, {
    received: book.stages.received.quantity,
    outstanding: outstanding(book),
  });

/** Instalments that nothing was paid of may change. Throws `conflict` if there is none, and for compute. */
function openSchedule(book: Book) {
  const { asset, instalments, quantity: all } = book.terms;
  if (asset.kind === 'compute') throw conflict(say().pledges.daysAreFixed);
  const { paid, open } = openInstalments(filledOf(book));
  const hasInstalments = instalments.length > 0;
  const total = hasInstalments ? sumOf(open) : all;
  const expected = hasInstalments
    ? open.reduce((sum, part) => sum + part.outstanding, 0n)
    : book.stages.received.quantity + outstanding(book);
  const quantity = expected < total ? expected : total;
  if (quantity === 0n) throw conflict(say().pledges.allPartlyPaid);
  return { paid, open, quantity, gone: total - quantity };
}

export function readSchedule(book: Book, input: InstalmentsInput): Instalment[] {
  const { quantity } = openSchedule(book);
  const check = collector();
  const fresh = draftInstalments(input, { asset: book.terms.asset.code, quantity }, check);
  check.done();
  if (fresh.length === 0) throw fieldError('instalments', say().pledges.instalmentsMissing);
  return fresh;
}

/** All instalments, with `fresh` ones in place of the open ones. What is no longer expected comes last. */
export function rescheduled(book: Book, fresh: readonly Instalment[]): Tuples {
  const { paid, open, quantity, gone } = openSchedule(book);
  if (sumOf(fresh) !== quantity) throw conflict(say().pledges.otherExpected);
  const days = [...open, ...fresh].map(({ dueOn }) => dueOn);
  const last = days.toSorted().at(-1);
  const rest = gone > 0n ? [{ dueOn: last!, quantity: gone }] : [];
  const instalments = withFurther(paid, [], [...fresh, ...rest]).map(instalmentTuple);
  if (instalments.join() === book.terms.instalments.map(instalmentTuple).join()) {
    throw conflict(say().pledges.sameInstalments);
  }
  return instalments;
}

export async function recordSchedule(
  ctx: Context,
  tx: Tx,
  { row, currency }: OpenPledge,
  giver: Giver,
  instalments: Tuples,
): Promise<void> {
  await updateOne(tx, pledge, row.id, { instalments, revision: row.revision + 1 });
  const terms = acceptedTerms({ ...row, instalments }, currency);
  await append(tx, [termsEntry(row, terms, giver, true)], ctx);
}

export const changeInstalments: UseCaseOn<ChangeInput> = (ctx, actor, key, ref, input) =>
  write(ctx, key, async (tx) => {
    const { reason, ...schedule } = input;
    const opened = await openPledge(tx, await lockOwnPledge(tx, actor, ref));
    const { row, book } = opened;
    if (isAgreed(book)) checkAgreedChange(actor, reason);
    if (actor.kind === 'signatory') checkNoReason(reason);
    checkNoIncrease(row);
    const instalments = rescheduled(book, readSchedule(book, schedule));
    const facts = reason === undefined ? {} : { reason };
    await audit(tx, ctx, actor, { act: 'pledge.instalments', object: ref, facts });
    if (actor.kind === 'signatory') await tellPutOff(ctx, tx, opened, instalments);
    const giver = (await lockGiver(tx, row.signatoryId, 'shared'))!;
    await recordSchedule(ctx, tx, opened, giver, instalments);
    return { status: 201, body: { ref, status: 'accepted' } };
  });
