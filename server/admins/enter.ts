import { sql } from 'drizzle-orm';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import * as desk from '../db/desk.ts';
import { DomainError } from '../domain/errors.ts';
import { emailKey } from '../signatories/schemas.ts';
import { hasOwner } from './holder.ts';
import { useInvite, type Person } from './invite.ts';
import { keepPasskey, receiveNewPasskey, type NewPasskey } from './passkey.ts';
import { makeRecoveryCodes } from './recovery.ts';
import { openDesk, type Browser } from './session.ts';

/** What a browser answers of a new passkey, and the name that tells it from others. */
export interface Made {
  answer: string;
  passkeyName: string;
}

/** An admin who has come in: their session's token, and the recovery codes, which nobody sees again. */
export interface Entered {
  token: string;
  codes: string[];
}

/** An admin's first passkey, recovery codes and session, in the transaction that lets them in. */
async function enter(
  tx: Tx,
  ctx: Context,
  adminId: string,
  { passkey, browser }: { passkey: NewPasskey & { name: string }; browser: Browser },
): Promise<Entered> {
  await keepPasskey(tx, ctx, adminId, passkey);
  const codes = await makeRecoveryCodes(tx, ctx, adminId);
  const { token, actor } = await openDesk(tx, ctx, adminId, browser);
  await audit(tx, ctx, actor, { act: 'admin.enter', object: adminId });
  return { token, codes };
}

export const ownedAlready = (): DomainError =>
  new DomainError(
    'conflict',
    'This deployment has its owner. Sign in at /admin/sign-in, or ask an owner to invite you.',
  );

/** One first owner: whoever comes second waits for the first, and is told. */
const OWNER_LOCK = 6_006;

/**
 * Makes the first owner; the caller has seen the set-up's code. Of two at the same moment the second
 * gets `conflict`.
 */
export async function enterAsOwner(
  ctx: Context,
  { name, email }: Person,
  { answer, passkeyName }: Made,
  browser: Browser,
): Promise<Entered> {
  const { adminId, passkey } = await receiveNewPasskey(ctx, answer, 'owner');
  return ctx.db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${OWNER_LOCK})`);
    if (await hasOwner(tx)) throw ownedAlready();
    const made = await tx
      .insert(desk.admin)
      .values({
        id: adminId,
        name,
        email,
        emailKey: emailKey(email),
        role: 'owner',
        createdAt: ctx.now(),
      })
      .onConflictDoNothing()
      .returning({ id: desk.admin.id });
    if (made.length === 0) {
      throw new DomainError('conflict', 'An admin has this address: take another one.');
    }
    return enter(tx, ctx, adminId, { passkey: { ...passkey, name: passkeyName }, browser });
  });
}

/** Lets in whoever holds an invitation, by a passkey of their own. Throws `link-spent`. */
export async function enterByInvite(
  ctx: Context,
  invite: string,
  { answer, passkeyName }: Made,
  browser: Browser,
): Promise<Entered> {
  const { adminId, passkey } = await receiveNewPasskey(ctx, answer, 'passkey');
  return ctx.db.transaction(async (tx) => {
    await useInvite(tx, invite, adminId, ctx.now());
    return enter(tx, ctx, adminId, { passkey: { ...passkey, name: passkeyName }, browser });
  });
}
