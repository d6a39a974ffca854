import { and, eq, ne } from 'drizzle-orm';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { namesChanged } from '../db/names.ts';
import * as people from '../db/people.ts';
import * as schema from '../db/schema.ts';
import { isTaken } from '../db/sql.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { openInitiative } from '../initiative/read.ts';
import { append, type NewEntry } from '../ledger/append.ts';
import { queueMail } from '../mail/queue.ts';
import { lockGiver, type LockedGiver } from '../pledges/acceptance.ts';
import { insertPledge, loggedDeed } from '../pledges/pledge.ts';
import { acceptByPolicy } from '../pledges/policy.ts';
import { linkSpent, useLink, type Link } from '../sessions/link.ts';
import {
  endAllSessions,
  findSession,
  openSession,
  SESSION_SECONDS,
  spendLinks,
} from '../sessions/session.ts';
import { forgetNetworks, keepNetwork } from '../sessions/networks.ts';
import { derivedToken } from '../sessions/token.ts';
import { keepLookKeys, signatoryRow } from '../signatories/sign.ts';
import { signatureEntry, heldStatement } from '../signatories/moderate.ts';
import { publishOrReview, verifiedDomain } from '../signatories/review.ts';
import { emailKey } from '../signatories/schemas.ts';
import { isBusyDomain } from './limits.ts';
import type { SignUpInput } from './schemas.ts';

/** What a link has done. */
export interface Confirmed {
  /** Opens the session; nobody else has it, and it is not stored. */
  session: string;
  signatoryId: string;
  purpose: Link['purpose'];
  next: string | null;
}

/** What a browser sends with a link. */
interface Proof {
  token: string;
  key: string;
  browser: string | null;
  /** Where it is: a keyed hash. */
  network: Buffer;
}

/** Of whoever has the link the session is kept apart by the key alone. */
const LEAST_KEY = 16;

/**
 * Uses a magic link: what it was sent for is done, the address is proved by it, and a session is
 * open. The session's token follows from the link's and from `key`, a secret that the sender makes for
 * this one act, so that the same again, within the link's time, is answered the same with nothing
 * stored but hashes; of many with other keys one is the first, and the others get `link-spent`. Throws
 * `invalid-input` for a key of less than 16 characters, `closed`, and `conflict` for a new address by
 * which somebody has signed.
 *
 * One transaction: a crash before the commit leaves an unused link, after it a retry finds the session.
 */
export async function confirm(
  ctx: Context,
  { token, key, browser, network }: Proof,
): Promise<Confirmed> {
  if (key.length < LEAST_KEY) {
    throw fieldError('Idempotency-Key', `must be a secret of at least ${LEAST_KEY} characters`);
  }
  const session = derivedToken('session', token, key);
  const confirmed = await ctx.db.transaction(async (tx) => {
    const now = ctx.now();
    const { link, first } = await useLink(tx, token, now);
    if (!first) {
      const open = await findSession(tx, session, now);
      if (!open) throw linkSpent();
      return { session, signatoryId: open.signatoryId, purpose: link.purpose, next: link.next };
    }
    const { signatoryId, entries } = await WORKS[link.purpose](ctx, tx, link, network);
    await keepNetwork(tx, ctx, signatoryId, network);
    await openSession(tx, ctx, {
      holder: { signatoryId },
      token: session,
      seconds: SESSION_SECONDS,
      browser,
    });
    if (entries.length > 0) await append(tx, entries, ctx);
    return { session, signatoryId, purpose: link.purpose, next: link.next };
  });
  ctx.appended();
  return confirmed;
}

interface Done {
  signatoryId: string;
  entries: NewEntry[];
}
type Work = (ctx: Context, tx: Tx, link: Link, network: Buffer) => Promise<Done>;

const WORKS: Record<Link['purpose'], Work> = {
  confirm: confirmSignUp,
  'sign-in': async (ctx, tx, { signatoryId }) => proveAddress(ctx, tx, signatoryId!),
  address: changeAddress,
};

/** A sign-up becomes a signature, published where nothing speaks against it, with its pledge. */
async function confirmSignUp(ctx: Context, tx: Tx, link: Link, network: Buffer): Promise<Done> {
  const [signUp] = await tx
    .select()
    .from(people.signUp)
    .where(eq(people.signUp.id, link.signUpId!));
  if (!signUp) throw linkSpent();
  const { currency } = await openInitiative(tx);
  const input = signUp.input as SignUpInput;
  const facts = {
    ...signatoryRow(ctx, input),
    ...heldStatement(ctx, input.statement),
    confirmedAt: ctx.now(),
    verifiedDomain: verifiedDomain(input.email, input.url ?? null),
    notice: input.notice,
    consentedAt: signUp.createdAt,
  };
  const [inserted] = await tx
    .insert(schema.signatory)
    .values(facts)
    .onConflictDoNothing()
    .returning();
  // Another sign-up of this address was confirmed before: of this one the pledge alone is new.
  if (!inserted) {
    const signatoryId = await signatoryOf(tx, signUp);
    const { entries } = await proveAddress(ctx, tx, signatoryId);
    const giver = (await lockGiver(tx, signatoryId, 'alone'))!;
    const pledged = await pledgeWith(ctx, tx, input, { ...giver, id: signatoryId }, currency);
    return { signatoryId, entries: [...entries, ...pledged] };
  }
  await keepLookKeys(tx, [inserted]);
  const isBusy = await isBusyDomain(tx, ctx, input.email, network);
  const row = await publishOrReview(ctx, tx, inserted, isBusy);
  const doing = { kind: 'signatory', signatoryId: row.id } as const;
  await audit(tx, ctx, doing, {
    act: 'signatory.enter',
    object: row.id,
    facts: { status: row.status },
  });
  const pledged = await pledgeWith(ctx, tx, input, row, currency);
  const entries = row.status === 'published' ? [signatureEntry(ctx, row, 'sign')] : [];
  return { signatoryId: row.id, entries: [...entries, ...pledged] };
}

/** Logs the pledge that came with a sign-up, if one did; answers the entries of one that is accepted. */
async function pledgeWith(
  ctx: Context,
  tx: Tx,
  { pledge: input }: SignUpInput,
  giver: LockedGiver & { id: string },
  currency: string,
): Promise<NewEntry[]> {
  if (!input || giver.status === 'withdrawn') return [];
  const pledge = await insertPledge(ctx, tx, giver.id, input, currency);
  const { status, entries } = await acceptByPolicy(ctx, tx, pledge, giver, currency);
  const doing = { kind: 'signatory', signatoryId: giver.id } as const;
  await audit(tx, ctx, doing, loggedDeed(pledge.ref, status));
  return entries;
}

/** Who has signed with this very address: another spelling of it may be somebody else's mailbox. */
async function signatoryOf(
  tx: Tx,
  { email, emailKey: key }: typeof people.signUp.$inferSelect,
): Promise<string> {
  const { signatory } = schema;
  const [found] = await tx
    .select({ id: signatory.id, email: signatory.email })
    .from(signatory)
    .where(and(eq(signatory.emailKey, key), ne(signatory.status, 'rejected')));
  if (found?.email !== email) throw linkSpent();
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
    await namesChanged(tx);
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
  await tx
    .update(signatory)
    .set({
      email,
      emailKey: emailKey(email),
      confirmedAt: ctx.now(),
      verifiedDomain: verifiedDomain(email, row.url),
    })
    .where(eq(signatory.id, signatoryId))
    .catch((error: unknown) => {
      if (!isTaken(error)) throw error;
      throw new DomainError('conflict', 'With this address somebody has signed already.');
    });
  await namesChanged(tx);
  await audit(
    tx,
    ctx,
    { kind: 'signatory', signatoryId },
    { act: 'signatory.address', object: signatoryId, fields: ['email'] },
  );
  await endAllSessions(tx, { signatoryId });
  await forgetNetworks(tx, signatoryId);
  await spendLinks(tx, { signatoryId, now: ctx.now() });
  if (row.email !== null) await queueMail(tx, ctx, row.email, { kind: 'address-changed' });
  return { signatoryId, entries: [] };
}
