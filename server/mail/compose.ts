import { and, desc, eq, gt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { renderMail } from '../../web/mail.tsx';
import { mail as words, type Letter, type TypedPledge } from '../../web/messages/en-mail.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/client.ts';
import * as people from '../db/people.ts';
import * as schema from '../db/schema.ts';
import { findInitiative } from '../initiative/read.ts';
import { makeLink } from '../sessions/link.ts';
import { emailKey } from '../signatories/schemas.ts';
import type { Mail } from './queue.ts';
import { whatWaits } from './waiting.ts';

/** A mail that is ready to be sent. */
export interface Message {
  to: string;
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  /** The one that its reader is to follow. */
  link: string | null;
}

/** What is written to whom. */
interface Written {
  letter: Letter;
  link: string | null;
  /** Only where it is another address than the one that was typed. */
  to?: string;
}

type SignUpRow = typeof people.signUp.$inferSelect;

/** What a mail repeats of a sign-up. */
interface TypedSignUp {
  name: string;
  pledge?: TypedPledge;
}

/** How long ago somebody signed up who now asks for a link to sign in by. */
const SIGN_UP_MS = 24 * 3_600_000;

/**
 * Writes a mail from what is there now, with a fresh link where it has one; null where there is
 * nobody to write to any more. Nobody learns by it who has signed: asking makes a mail, whether or
 * not there is one to send.
 */
export async function compose(ctx: Context, address: string, mail: Mail): Promise<Message | null> {
  const initiative = await findInitiative(ctx.db);
  if (!initiative) return null;
  const { name, recipient } = initiative;
  const contact = recipient?.contact ?? null;
  const written = await write(ctx, { name, contact }, address, mail);
  if (!written) return null;
  const { letter, link, to = address } = written;
  const sender = [name, recipient?.name, contact, ctx.config.baseUrl];
  return {
    to,
    replyTo: z.email().safeParse(contact).data ?? null,
    subject: letter.subject,
    ...renderMail({ letter, link, sender: sender.filter((line) => line != null) }),
    link,
  };
}

async function write(
  ctx: Context,
  { name, contact }: { name: string; contact: string | null },
  address: string,
  mail: Mail,
): Promise<Written | null> {
  const { baseUrl } = ctx.config;
  switch (mail.kind) {
    case 'confirm':
      return confirmation(ctx, name, mail.signUpId);
    case 'sign-in':
      return signIn(ctx, name, address, mail.next);
    case 'new-address':
      return newAddress(ctx, name, mail.signatoryId, address);
    case 'address-changed':
      return { letter: words.addressChanged(name, contact), link: null };
    case 'decided':
      return { letter: words.decided(name, mail), link: `${baseUrl}/me` };
    case 'waiting': {
      const waiting = await whatWaits(ctx.db);
      return waiting && { letter: words.waiting(name, waiting), link: `${baseUrl}/docs` };
    }
    default:
      // The table may hold what a later version of us has put there.
      throw new Error(`a mail of an unknown kind: ${(mail satisfies never as Mail).kind}`);
  }
}

/** A text as long, or one that a mail program would make a link of, is some stranger's message. */
const LONG_NAME = 80;
const LIKE_A_LINK = /[/@]|\.\p{L}{2}/u;

/** Who signs up picks the name and whom the mail goes to: it must not carry their advertisement. */
const shownName = (name: string): string | null =>
  name.length > LONG_NAME || LIKE_A_LINK.test(name) ? null : name;

async function confirmSignUp(ctx: Context, initiative: string, row: SignUpRow): Promise<Written> {
  const { name, pledge = null } = row.input as TypedSignUp;
  return {
    letter: words.confirm(initiative, { name: shownName(name), pledge }),
    link: await makeLink(ctx.db, ctx, { purpose: 'confirm', signUpId: row.id }),
    to: row.email,
  };
}

async function confirmation(ctx: Context, initiative: string, id: string): Promise<Written | null> {
  const { signUp } = people;
  const [row] = await ctx.db.select().from(signUp).where(eq(signUp.id, id));
  if (!row) return null;
  const signed = await whoSigned(ctx.db, row.emailKey);
  if (!signed) return confirmSignUp(ctx, initiative, row);
  const link = await makeLink(ctx.db, ctx, {
    purpose: 'sign-in',
    signatoryId: signed.id,
    next: null,
  });
  return { letter: words.signedAlready(initiative), link, to: signed.email };
}

async function signIn(
  ctx: Context,
  initiative: string,
  address: string,
  next: string | null,
): Promise<Written | null> {
  const key = emailKey(address);
  const signed = await whoSigned(ctx.db, key);
  if (signed) {
    const link = await makeLink(ctx.db, ctx, { purpose: 'sign-in', signatoryId: signed.id, next });
    return { letter: words.signIn(initiative), link, to: signed.email };
  }
  const { signUp } = people;
  const since = new Date(ctx.now().getTime() - SIGN_UP_MS);
  const [row] = await ctx.db
    .select()
    .from(signUp)
    .where(and(eq(signUp.emailKey, key), gt(signUp.createdAt, since)))
    .orderBy(desc(signUp.createdAt), desc(signUp.id))
    .limit(1);
  return row ? confirmSignUp(ctx, initiative, row) : null;
}

async function newAddress(
  ctx: Context,
  initiative: string,
  signatoryId: string,
  address: string,
): Promise<Written | null> {
  const { signatory } = schema;
  const [row] = await ctx.db
    .select({ id: signatory.id })
    .from(signatory)
    .where(and(eq(signatory.id, signatoryId), sql`status <> 'rejected'`));
  if (!row) return null;
  const link = await makeLink(ctx.db, ctx, { purpose: 'address', signatoryId, address });
  return { letter: words.newAddress(initiative), link };
}

/**
 * Who has signed with an address, and that address as they gave it: what lets somebody in goes
 * there, so that it cannot be had by another spelling that folds to the same key.
 */
async function whoSigned(db: Db, key: string): Promise<{ id: string; email: string } | null> {
  const { signatory } = schema;
  const [row] = await db
    .select({ id: signatory.id, email: signatory.email })
    .from(signatory)
    .where(and(eq(signatory.emailKey, key), sql`status <> 'rejected'`));
  return row && row.email !== null ? { id: row.id, email: row.email } : null;
}
