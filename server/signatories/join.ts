import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { requireRight, requireTouch } from '../actor.ts';
import { auditAll } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import { ANSWERED, audit } from '../db/desk.ts';
import { namesChanged } from '../db/names.ts';
import { pledgeRequest } from '../db/pledges.ts';
import { pledge, signatory, type Signatory } from '../db/schema.ts';
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

const ARE_SIGNED: ReadonlySet<string> = new Set(['pending', 'published']);

const isOpen = (row: PledgeRow): boolean => row.status === 'pending' || row.asked !== null;

/** Why the second record can't be joined to the first; null where it can. */
function whyApart(first: Signatory, second: Signatory, pledges: PledgeRow[]): string | null {
  const words = say().signatories;
  const gone = [first, second].find(({ status }) => !ARE_SIGNED.has(status));
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
  return pledges.some((row) => tells(row, isShown)) ? words.joinAnonymous : null;
}

interface HandOver {
  to: Signatory;
  pledges: PledgeRow[];
  /** Of the second record. */
  signature: NewEntry[];
}

/** Pledges go to another record; those that the ledger has, with their terms anew. Appends last. */
async function handOver(ctx: Context, tx: Tx, { to, pledges, signature }: HandOver): Promise<void> {
  const { currency } = (await findInitiative(tx))!;
  const own = { signatoryId: to.id };
  const terms = pledges
    .filter(wasAccepted)
    .map((row) =>
      termsEntry({ ...row, ...own }, termsOf(row, currency, fixedRate(row)!), to, true),
    );
  const refs = pledges.map(({ ref }) => ref);
  await tx.update(pledge).set(own).where(inArray(pledge.ref, refs));
  await namesChanged(tx);
  const entries = [...signature, ...terms];
  if (entries.length > 0) await append(tx, entries, ctx);
}

/** Both records and their pledges, locked. */
async function lockBoth(tx: Tx, ids: [string, string]) {
  const locked = await lockPledgesOf(tx, ids);
  await lockSignatories(tx, ids);
  // A pledge logged in between isn't locked, and locking it now could deadlock.
  if ((await tx.$count(pledge, inArray(pledge.signatoryId, ids))) > locked.length) {
    throw conflict(say().me.pledgedMeanwhile);
  }
  return [await lockSignatory(tx, ids[0]), await lockSignatory(tx, ids[1])] as const;
}

const pledgesOf = (tx: Tx, signatoryId: string) => {
  return tx
    .select()
    .from(pledge)
    .where(eq(pledge.signatoryId, signatoryId))
    .orderBy(asc(pledge.ref));
};

/** Terms beside the entry of a signature tell whose they are. */
const tells = (row: PledgeRow, isShown: boolean): boolean =>
  wasAccepted(row) && !(isShown && row.visibility === 'public');

/**
 * Joins a giver's `other` record to the one with the id. Its pledges keep their references, amounts and payments. Its
 * address opens nothing any more. Throws `conflict` where `whyApart` knows why, and `touch-again`.
 */
export const joinSignatories: UseCaseOn<{ other: string }> = (ctx, actor, key, id, { other }) => {
  requireRight(actor, 'decide');
  requireTouch(actor, ctx.now());
  return write(ctx, key, async (tx) => {
    const [first, second] = await lockBoth(tx, [id, other]);
    if ((await tx.$count(pledge, sql`${other}::uuid = ANY(${pledge.members})`)) > 0) {
      throw conflict(say().signatories.joinMember);
    }
    const pledges = await pledgesOf(tx, other);
    const refs = pledges.map(({ ref }) => ref).join(' ');
    const why = whyApart(first, second, pledges);
    if (why !== null) throw conflict(why);
    await auditAll(tx, ctx, actor, [
      { act: 'signatory.join', object: id, facts: { with: other } },
      {
        act: 'signatory.join',
        object: other,
        facts: { with: id, was: second.status, pledges: refs },
      },
    ]);
    await queueToSignatories(tx, ctx, [id, other], { kind: 'joined' });
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
    const signature =
      second.status === 'published' ? [signatureEntry(ctx, second, 'withdraw')] : [];
    await handOver(ctx, tx, { to: first, pledges, signature });
    return { status: 201, body: { id } };
  });
};

/** To which `other` record this one is joined, and what it `was` before; null if it isn't, or no longer. */
export async function joinOf(reader: Db | Tx, id: string) {
  const isAbout = inArray(audit.act, ['signatory.join', 'signatory.part']);
  const [last] = await reader
    .select({ act: audit.act, facts: audit.facts })
    .from(audit)
    .where(and(eq(audit.object, id), isAbout))
    .orderBy(desc(audit.id))
    .limit(1);
  const { with: other, was, pledges } = last?.facts ?? {};
  if (last?.act !== 'signatory.join' || was === undefined) return null;
  const refs = String(pledges).split(' ');
  return { other: String(other), was: was as 'pending' | 'published', refs };
}

/**
 * Undoes a join at the record that was withdrawn: it signs again, and its pledges come back. Its address is gone. Throws
 * `conflict` where there is no join to undo, or the ledger would tell whose an anonymous pledge is; and `touch-again`.
 */
export const partSignatories: UseCaseOn<unknown> = (ctx, actor, key, id) => {
  requireRight(actor, 'decide');
  requireTouch(actor, ctx.now());
  return write(ctx, key, async (tx) => {
    const { notJoined, notSignedNow, partAnonymous } = say().signatories;
    const join = await joinOf(tx, id);
    if (join === null) throw conflict(notJoined);
    const { other, was, refs } = join;
    const [first, second] = await lockBoth(tx, [other, id]);
    if (second.status !== 'withdrawn' || (await joinOf(tx, id))?.other !== other) {
      throw conflict(notJoined);
    }
    if (!ARE_SIGNED.has(first.status)) throw conflict(notSignedNow(first.status));
    const pledges = (await pledgesOf(tx, other)).filter(({ ref }) => refs.includes(ref));
    // The other giver may have asked for it.
    const ids = pledges.map((row) => row.id);
    const waiting = and(inArray(pledgeRequest.pledgeId, ids), eq(pledgeRequest.status, 'waiting'));
    if (pledges.some((row) => row.asked) || (await tx.$count(pledgeRequest, waiting)) > 0) {
      throw conflict(say().signatories.partAsked);
    }
    const isShown = second.public && was === 'published';
    if (pledges.some((row) => tells(row, isShown))) throw conflict(partAnonymous);
    await auditAll(tx, ctx, actor, [
      { act: 'signatory.part', object: id, facts: { with: other } },
      { act: 'signatory.part', object: other, facts: { with: id } },
    ]);
    await queueToSignatories(tx, ctx, [other], { kind: 'joined', undone: true });
    // Nobody has shown to have its address.
    const again = { status: was, verifiedDomain: null };
    await tx.update(signatory).set(again).where(eq(signatory.id, id));
    const signature = was === 'published' ? [signatureEntry(ctx, second, 'sign')] : [];
    await handOver(ctx, tx, { to: second, pledges, signature });
    return { status: 201, body: { id } };
  });
};
