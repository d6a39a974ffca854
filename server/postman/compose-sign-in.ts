/** Emails that let people in: to confirm a signature, to sign in, and for a new address. */
import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { TypedPledge } from '../../web/messages/shapes.ts';
import { t } from '../../web/words.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import { session, signUp } from '../db/people.ts';
import { signatory } from '../db/schema.ts';
import { makeLink } from '../sessions/link.ts';
import { emailKey } from '../signatories/schemas.ts';
import { maySend, type Receiver } from './limit.ts';
import type { Write, Written } from './writing.ts';

type SignUpRow = typeof signUp.$inferSelect;

/** For an unconfirmed sign-up. */
const SIGN_UP_MS = 24 * 3_600_000;

async function confirmSignUp(ctx: Context, initiative: string, row: SignUpRow): Promise<Written> {
  const { pledge = null } = row.input as { pledge?: TypedPledge };
  return {
    letter: t.mail.confirm(initiative, pledge),
    link: await makeLink(ctx.db, ctx, { purpose: 'confirm', signUpId: row.id }),
    to: row.email,
  };
}

/** Null if the address is another's by now: a correction or a join spends the links that are there, not later ones. */
const signInLink = (ctx: Context, key: string, signatoryId: string, next: string | null) =>
  ctx.db.transaction(async (tx) => {
    const signed = await whoSigned(tx, key, { locks: true });
    return signed?.id === signatoryId
      ? makeLink(tx, ctx, { purpose: 'sign-in', signatoryId, next })
      : null;
  });

export const confirmation: Write<'confirm'> = async ({ ctx, name, asked }, { signUpId: id }) => {
  const [row] = await ctx.db.select().from(signUp).where(eq(signUp.id, id));
  if (!row) return null;
  const signed = await whoSigned(ctx.db, row.emailKey);
  if (!(await maySend(ctx, asked, receiver(signed, row.email)))) return null;
  if (!signed) return confirmSignUp(ctx, name, row);
  const { pledge } = row.input as { pledge?: { kind: string } };
  const next = pledge ? `/pledge/${pledge.kind}` : null;
  const link = await signInLink(ctx, row.emailKey, signed.id, next);
  if (link === null) return null;
  return { letter: t.mail.signedAlready(name), link, to: signed.email };
};

export const signIn: Write<'sign-in'> = async ({ ctx, name, address, asked, at }, { next }) => {
  const key = emailKey(address);
  const signed = await whoSigned(ctx.db, key);
  if (signed) {
    if (!(await maySend(ctx, asked, receiver(signed, address)))) return null;
    const link = await signInLink(ctx, key, signed.id, next);
    if (link === null) return null;
    return { letter: t.mail.signIn(name), link, to: signed.email };
  }
  const since = new Date(ctx.now().getTime() - SIGN_UP_MS);
  const rows = await ctx.db
    .select()
    .from(signUp)
    .where(and(eq(signUp.emailKey, key), gt(signUp.createdAt, since)))
    .orderBy(desc(signUp.createdAt), desc(signUp.id));
  const [newest] = rows;
  if (!newest || !(await maySend(ctx, asked, receiver(null, newest.email)))) return null;
  // Somebody else may have typed one of them; "sign in" must not confirm it.
  const typed = new Set(rows.map(({ input }) => JSON.stringify(input)));
  if (typed.size === 1) return confirmSignUp(ctx, name, newest);
  return { letter: t.mail.signedTwice(name), link: at('/sign'), to: newest.email };
};

/** Locks the session until the link is there: ending the session spends it. */
export const newAddress: Write<'new-address'> = async (by, { signatoryId, sessionId }) => {
  const { ctx, name, address, asked } = by;
  if (!(await maySend(ctx, asked, { address, signatoryId: null }))) return null;
  return ctx.db.transaction(async (tx) => {
    const [open] = await tx
      .select({ id: session.id })
      .from(session)
      .where(eq(session.id, sessionId))
      .for('key share');
    if (!open) return null;
    const link = await makeLink(tx, ctx, { purpose: 'address', signatoryId, address });
    return { letter: t.mail.newAddress(name), link };
  });
};

const receiver = (signed: { id: string; email: string } | null, address: string): Receiver =>
  signed ? { signatoryId: signed.id, address: signed.email } : { signatoryId: null, address };

/** What lets people in goes to the address as they gave it: another spelling with the same key gets nothing. */
async function whoSigned(reader: Db | Tx, key: string, { locks = false } = {}) {
  const query = reader
    .select({ id: signatory.id, email: signatory.email })
    .from(signatory)
    .where(and(eq(signatory.emailKey, key), sql`status <> 'rejected'`));
  const [row] = await (locks ? query.for('share') : query);
  return row && row.email !== null ? { id: row.id, email: row.email } : null;
}
