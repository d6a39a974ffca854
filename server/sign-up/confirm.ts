import { and, eq, ne } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import * as people from '../db/people.ts';
import * as schema from '../db/schema.ts';
import { DomainError } from '../domain/errors.ts';
import { openInitiative } from '../initiative/read.ts';
import { append, type NewEntry } from '../ledger/append.ts';
import { queueMail } from '../mail/queue.ts';
import { insertPledge } from '../pledges/pledge.ts';
import { acceptByPolicy } from '../pledges/policy.ts';
import { linkSpent, useLink, type Link } from '../sessions/link.ts';
import { endAllSessions, findSession, openSession } from '../sessions/session.ts';
import { derivedToken } from '../sessions/token.ts';
import { signatureEntry } from '../signatories/moderate.ts';
import { reviewReasons, verifiedDomain } from '../signatories/review.ts';
import { emailKey } from '../signatories/schemas.ts';
import { signatoryRow } from '../signatories/sign.ts';
import type { SignUpInput } from './schemas.ts';

/** What a link has done. */
export interface Confirmed {
  /** Opens the session; nobody else has it, and it is not stored. */
  session: string;
  signatoryId: string;
  next: string | null;
}

/**
 * Uses a magic link: what it was sent for is done, the address is proved by it, and a session is
 * open. The session's token follows from the link's and from `key`, a secret that the sender makes for
 * this one act, so that the same again, within the link's time, is answered the same with nothing
 * stored but hashes; of many with other keys one is the first, and the others get `link-spent`.
 *
 * One transaction: a crash before the commit leaves an unused link, after it a retry finds the session.
 */
export async function confirm(
  ctx: Context,
  { token, key, browser }: { token: string; key: string; browser: string | null },
): Promise<Confirmed> {
  const session = derivedToken('session', token, key);
  const confirmed = await ctx.db.transaction(async (tx) => {
    const now = ctx.now();
    const { link, first } = await useLink(tx, token, now);
    if (!first) {
      const open = await findSession(tx, session, now);
      if (!open) throw linkSpent();
      return { session, signatoryId: open.signatoryId, next: link.next };
    }
    const { signatoryId, entries } = await WORKS[link.purpose](ctx, tx, link);
    await openSession(tx, ctx, { token: session, signatoryId, browser });
    if (entries.length > 0) await append(tx, entries, ctx);
    return { session, signatoryId, next: link.next };
  });
  ctx.appended();
  return confirmed;
}

interface Done {
  signatoryId: string;
  entries: NewEntry[];
}
type Work = (ctx: Context, tx: Tx, link: Link) => Promise<Done>;

const WORKS: Record<Link['purpose'], Work> = {
  confirm: confirmSignUp,
  'sign-in': async (ctx, tx, { signatoryId }) => proveAddress(ctx, tx, signatoryId!),
  address: changeAddress,
};

/** A sign-up becomes a signature, published where nothing speaks against it, with its pledge. */
async function confirmSignUp(ctx: Context, tx: Tx, link: Link): Promise<Done> {
  const [signUp] = await tx
    .select()
    .from(people.signUp)
    .where(eq(people.signUp.id, link.signUpId!));
  if (!signUp) throw linkSpent();
  const { currency } = await openInitiative(tx);
  const input = signUp.input as SignUpInput;
  const facts = {
    ...signatoryRow(ctx, input),
    confirmedAt: ctx.now(),
    verifiedDomain: verifiedDomain(input.email, input.url ?? null),
    notice: input.notice,
    consentedAt: signUp.createdAt,
  };
  const review = await reviewReasons(tx, ctx, facts);
  const isPublished = review.length === 0;
  const [row] = await tx
    .insert(schema.signatory)
    .values({
      ...facts,
      review,
      ...(isPublished && { status: 'published', publishedAt: ctx.now() }),
    })
    .onConflictDoNothing()
    .returning();
  // Another sign-up of this address was confirmed meanwhile: its owner is in, and nothing else is done.
  if (!row) return proveAddress(ctx, tx, await signatoryOf(tx, signUp.emailKey));
  const pledge = input.pledge && (await insertPledge(ctx, tx, row.id, input.pledge, currency));
  const accepted = pledge
    ? await acceptByPolicy(ctx, tx, pledge, row, { currency, publishedHere: true })
    : [];
  const entries = isPublished ? [signatureEntry(ctx, row, 'sign')] : [];
  return { signatoryId: row.id, entries: [...entries, ...accepted] };
}

async function signatoryOf(tx: Tx, key: string): Promise<string> {
  const { signatory } = schema;
  const [found] = await tx
    .select({ id: signatory.id })
    .from(signatory)
    .where(and(eq(signatory.emailKey, key), ne(signatory.status, 'rejected')));
  if (!found) throw linkSpent();
  return found.id;
}

/** Whom an admin or a file has entered proves the address by signing in. */
async function proveAddress(ctx: Context, tx: Tx, signatoryId: string): Promise<Done> {
  const { signatory } = schema;
  const [row] = await tx
    .select()
    .from(signatory)
    .where(eq(signatory.id, signatoryId))
    .for('update');
  if (!row || row.status === 'rejected') throw linkSpent();
  if (row.confirmedAt === null) {
    await tx
      .update(signatory)
      .set({ confirmedAt: ctx.now(), verifiedDomain: verifiedDomain(row.email!, row.url) })
      .where(eq(signatory.id, signatoryId));
  }
  return { signatoryId, entries: [] };
}

/** Puts the new address in the old one's place: whoever was signed in by the old one is not any more. */
async function changeAddress(ctx: Context, tx: Tx, link: Link): Promise<Done> {
  const { signatory } = schema;
  const signatoryId = link.signatoryId!;
  const email = link.address!;
  const [row] = await tx
    .select()
    .from(signatory)
    .where(eq(signatory.id, signatoryId))
    .for('update');
  if (!row || row.status === 'rejected') throw linkSpent();
  const [taken] = await tx
    .select({ id: signatory.id })
    .from(signatory)
    .where(
      and(
        eq(signatory.emailKey, emailKey(email)),
        ne(signatory.status, 'rejected'),
        ne(signatory.id, signatoryId),
      ),
    );
  if (taken) throw new DomainError('conflict', 'With this address somebody has signed already.');
  await tx
    .update(signatory)
    .set({
      email,
      emailKey: emailKey(email),
      confirmedAt: ctx.now(),
      verifiedDomain: verifiedDomain(email, row.url),
    })
    .where(eq(signatory.id, signatoryId));
  await endAllSessions(tx, signatoryId, ctx.now());
  if (row.email !== null) await queueMail(tx, ctx, row.email, { kind: 'address-changed' });
  return { signatoryId, entries: [] };
}
