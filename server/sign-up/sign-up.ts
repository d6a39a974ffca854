import { and, eq, ne } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { namesChanged } from '../db/names.ts';
import * as people from '../db/people.ts';
import { updateOne } from '../db/prepared.ts';
import * as schema from '../db/schema.ts';
import { isTaken } from '../db/sql.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { withPrefix } from '../domain/collect-errors.ts';
import { today } from '../domain/day.ts';
import { conflict, fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { openInitiative } from '../initiative/read.ts';
import { append, type NewEntry } from '../ledger/append.ts';
import { queueMail, type Asker } from '../mail/queue.ts';
import { lockGiver, type LockedGiver } from '../pledges/acceptance.ts';
import { draftPledge } from '../pledges/draft.ts';
import { insertPledge, loggedDeed } from '../pledges/pledge.ts';
import { acceptByPolicy } from '../pledges/policy.ts';
import { linkSpent, useLink, type Link } from '../sessions/link.ts';
import { forgetNetworks, keepNetwork } from '../sessions/networks.ts';
import {
  endAllSessions,
  findSession,
  openSession,
  SESSION_SECONDS,
  spendLinks,
} from '../sessions/session.ts';
import { derivedToken } from '../sessions/token.ts';
import { keepLookKeys, signatoryRow } from '../signatories/sign.ts';
import { signatureEntry, heldStatement } from '../signatories/moderate.ts';
import { publishOrReview, verifiedDomain } from '../signatories/review.ts';
import { emailKey } from '../signatories/schemas.ts';
import { isBusyDomain } from './limits.ts';
import type { SignUpInput, LinkInput } from './schemas.ts';

/** It doesn't look whether the address has signed, so neither the answer nor its time tells. */
export const signUp = (ctx: Context, key: RequestKey, input: SignUpInput, asker: Asker) =>
  write(ctx, key, async (tx) => {
    const { currency } = await openInitiative(tx);
    // At the confirmation the form would be gone.
    const { pledge } = input;
    if (pledge) withPrefix('pledge', () => draftPledge(pledge, currency, today(ctx.now())));
    const id = uuidv7();
    await tx.insert(people.signUp).values({
      id,
      email: input.email,
      emailKey: emailKey(input.email),
      input,
      createdAt: ctx.now(),
    });
    await queueMail(tx, ctx, input.email, { kind: 'confirm', signUpId: id }, asker);
    return { status: 202, body: { status: 'pending' } };
  });

/** The answer is the same if the address hasn't signed. */
export const askForLink = (
  ctx: Context,
  key: RequestKey | null,
  { email, next }: LinkInput,
  asker: Asker,
): Promise<Answer> =>
  write(ctx, key, async (tx) => {
    await queueMail(tx, ctx, email, { kind: 'sign-in', next: next ?? null }, asker);
    return { status: 202, body: { status: 'sent' } };
  });

interface Proof {
  token: string;
  key: string;
  browser: string | null;
  network: Buffer;
}

/** The key alone keeps the sessions of two readers of one link apart. */
const LEAST_KEY = 16;

/**
 * Does what a link was sent for and opens a session, whose token is derived from the link's and the sender's own `key`.
 * So a repeated request gets the same answer, though only hashes are stored; another key gets `link-spent`. One
 * transaction: a crash before the commit leaves an unused link; after it, a retry finds the session.
 */
export async function confirm(ctx: Context, { token, key, browser, network }: Proof) {
  if (key.length < LEAST_KEY) throw fieldError('Idempotency-Key', say().me.shortKey(LEAST_KEY));
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

async function confirmSignUp(ctx: Context, tx: Tx, link: Link, network: Buffer): Promise<Done> {
  const [typed] = await tx.select().from(people.signUp).where(eq(people.signUp.id, link.signUpId!));
  if (!typed) throw linkSpent();
  const { currency } = await openInitiative(tx);
  const input = typed.input as SignUpInput;
  const facts = {
    ...signatoryRow(ctx, input),
    ...heldStatement(ctx, input.statement),
    confirmedAt: ctx.now(),
    verifiedDomain: verifiedDomain(input.email, input.url ?? null),
    notice: input.notice,
    consentedAt: typed.createdAt,
    newsAt: input.news ? typed.createdAt : null,
  };
  const insert = tx.insert(schema.signatory).values(facts);
  const [inserted] = await insert.onConflictDoNothing().returning();
  // Another sign-up of this address was confirmed first: only the pledge is new.
  if (!inserted) {
    const signatoryId = await signatoryOf(tx, typed);
    const { entries } = await proveAddress(ctx, tx, signatoryId);
    const giver = (await lockGiver(tx, signatoryId, 'alone'))!;
    const pledged = await pledgeWith(ctx, tx, input, { ...giver, id: signatoryId }, currency);
    return { signatoryId, entries: [...entries, ...pledged] };
  }
  await keepLookKeys(tx, [inserted]);
  const isBusy = await isBusyDomain(tx, ctx, input.email, network);
  const row = await publishOrReview(ctx, tx, inserted, isBusy);
  const doing = { kind: 'signatory', signatoryId: row.id } as const;
  const { status } = row;
  await audit(tx, ctx, doing, { act: 'signatory.enter', object: row.id, facts: { status } });
  const pledged = await pledgeWith(ctx, tx, input, row, currency);
  const entries = status === 'published' ? [signatureEntry(ctx, row, 'sign')] : [];
  return { signatoryId: row.id, entries: [...entries, ...pledged] };
}

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

/** Exactly this address: another spelling may be somebody else's mailbox. */
async function signatoryOf(tx: Tx, { email, emailKey: key }: typeof people.signUp.$inferSelect) {
  const { signatory } = schema;
  const [found] = await tx
    .select({ id: signatory.id, email: signatory.email })
    .from(signatory)
    .where(and(eq(signatory.emailKey, key), ne(signatory.status, 'rejected')));
  if (found?.email !== email) throw linkSpent();
  return found.id;
}

/** Locks whom a link belongs to. A rejected signatory's links no longer work. */
async function lockHolder(tx: Tx, signatoryId: string) {
  const { signatory } = schema;
  const isHolder = eq(signatory.id, signatoryId);
  const [row] = await tx.select().from(signatory).where(isHolder).for('update');
  if (!row || row.status === 'rejected') throw linkSpent();
  return row;
}

/** A signatory entered by an admin or a file confirms the address by signing in. */
async function proveAddress(ctx: Context, tx: Tx, signatoryId: string): Promise<Done> {
  const { signatory } = schema;
  const row = await lockHolder(tx, signatoryId);
  if (row.email === null) throw linkSpent();
  if (row.confirmedAt === null) {
    const domain = verifiedDomain(row.email, row.url);
    await updateOne(tx, signatory, row.id, { confirmedAt: ctx.now(), verifiedDomain: domain });
    await namesChanged(tx);
  }
  return { signatoryId, entries: [] };
}

async function changeAddress(ctx: Context, tx: Tx, link: Link): Promise<Done> {
  const { signatory } = schema;
  const signatoryId = link.signatoryId!;
  const email = link.address!;
  const row = await lockHolder(tx, signatoryId);
  await updateOne(tx, signatory, signatoryId, {
    email,
    emailKey: emailKey(email),
    confirmedAt: ctx.now(),
    verifiedDomain: verifiedDomain(email, row.url),
  }).catch((error: unknown) => {
    throw isTaken(error) ? conflict(say().me.addressTaken) : error;
  });
  await namesChanged(tx);
  const deed = { act: 'signatory.address', object: signatoryId, fields: ['email'] } as const;
  await audit(tx, ctx, { kind: 'signatory', signatoryId }, deed);
  await endAllSessions(tx, { signatoryId });
  await forgetNetworks(tx, signatoryId);
  await spendLinks(tx, { signatoryId, now: ctx.now() });
  if (row.email !== null) await queueMail(tx, ctx, row.email, { kind: 'address-changed' });
  return { signatoryId, entries: [] };
}
