import { asc, eq, inArray, sql } from 'drizzle-orm';
import { requireRight, requireTouch } from '../actor.ts';
import { auditAll } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { ANSWERED } from '../db/desk.ts';
import { namesChanged } from '../db/names.ts';
import * as schema from '../db/schema.ts';
import { write } from '../db/write.ts';
import { conflict } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { findInitiative } from '../initiative/read.ts';
import { append, type NewEntry } from '../ledger/append.ts';
import { fixedRate, termsOf } from '../ledger/terms.ts';
import { queueToSignatories } from '../mail/queue.ts';
import { wasAccepted, type PledgeRow } from '../pledges/pledge-row.ts';
import { termsEntry } from '../pledges/record.ts';
import type { UseCaseOn } from '../use-case.ts';
import { shutOut } from './correct.ts';
import { lockPledgesOf, lockSignatories, lockSignatory, signatureEntry } from './moderate.ts';

type Signatory = typeof schema.signatory.$inferSelect;

const isOpen = (row: PledgeRow): boolean => row.status === 'pending' || row.asked !== null;

/** Why the second record can't be joined to the first; null where it can. */
function whyApart(first: Signatory, second: Signatory, pledges: PledgeRow[]): string | null {
  const words = say().signatories;
  const gone = [first, second].find(({ status }) => !['pending', 'published'].includes(status));
  if (first.id === second.id) return words.joinItself;
  if (gone) return words.notSignedNow(gone.status);
  if (first.kind !== second.kind) return words.joinKinds;
  if (first.public !== second.public) return words.joinPublic;
  if (second.status === 'published' && first.status !== 'published') return words.joinPublished;
  if (second.confirmedAt !== null && first.confirmedAt === null) return words.joinConfirmed;
  // Accepted later, they would count as said by the first one's domain.
  const isProved = first.verifiedDomain !== null && second.verifiedDomain !== first.verifiedDomain;
  if (isProved && pledges.some(isOpen)) return words.joinUndecided;
  const isShown = second.public && second.status === 'published';
  // Its terms would be beside the withdrawn signature, which tells whose they are.
  const tells = (row: PledgeRow): boolean => !isShown || row.visibility !== 'public';
  return pledges.some((row) => wasAccepted(row) && tells(row)) ? words.joinAnonymous : null;
}

/** The second signature is withdrawn, and pledges that the ledger has go to the first. */
async function entriesOf(
  ctx: Context,
  tx: Tx,
  { first, second, pledges }: { first: Signatory; second: Signatory; pledges: PledgeRow[] },
): Promise<NewEntry[]> {
  const { currency } = (await findInitiative(tx))!;
  const own = { signatoryId: first.id };
  return [
    ...(second.status === 'published' ? [signatureEntry(ctx, second, 'withdraw')] : []),
    ...pledges.filter(wasAccepted).map((row) => {
      const terms = termsOf(row, currency, fixedRate(row)!);
      return termsEntry({ ...row, ...own }, terms, first, true);
    }),
  ];
}

/**
 * Joins a giver's `other` record to the one with the id. Its pledges keep their references, amounts and payments. Its
 * address opens nothing any more. Throws `conflict` where `whyApart` knows why, and `touch-again`.
 */
export const joinSignatories: UseCaseOn<{ other: string }> = (ctx, actor, key, id, { other }) => {
  requireRight(actor, 'decide');
  requireTouch(actor, ctx.now());
  return write(ctx, key, async (tx) => {
    const { pledge, signatory } = schema;
    const locked = await lockPledgesOf(tx, [id, other]);
    await lockSignatories(tx, [id, other]);
    const first = await lockSignatory(tx, id);
    const second = await lockSignatory(tx, other);
    const isOf = inArray(pledge.signatoryId, [id, other]);
    // A pledge logged in between isn't locked, and locking it now could deadlock.
    if ((await tx.$count(pledge, isOf)) > locked.length) {
      throw conflict(say().me.pledgedMeanwhile);
    }
    if ((await tx.$count(pledge, sql`${other}::uuid = ANY(${pledge.members})`)) > 0) {
      throw conflict(say().signatories.joinMember);
    }
    const own = eq(pledge.signatoryId, other);
    const pledges = await tx.select().from(pledge).where(own).orderBy(asc(pledge.ref));
    const why = whyApart(first, second, pledges);
    if (why !== null) throw conflict(why);
    await auditAll(tx, ctx, actor, [
      { act: 'signatory.join', object: id, facts: { with: other } },
      { act: 'signatory.join', object: other, facts: { with: id } },
    ]);
    await queueToSignatories(tx, ctx, [id, other], { kind: 'joined' });
    const entries = await entriesOf(ctx, tx, { first, second, pledges });
    await tx.update(pledge).set({ signatoryId: id }).where(own);
    await tx
      .update(signatory)
      .set({
        status: 'withdrawn',
        email: null,
        emailKey: null,
        confirmedAt: null,
        firstAt: null,
        newsAt: null,
        ...ANSWERED,
      })
      .where(eq(signatory.id, other));
    await shutOut(tx, ctx, other);
    await namesChanged(tx);
    if (entries.length > 0) await append(tx, entries, ctx);
    return { status: 201, body: { id } };
  });
};
