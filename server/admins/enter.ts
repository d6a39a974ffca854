import { and, eq, gt, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx, Db } from '../db/db.ts';
import { admin } from '../db/desk.ts';
import { conflict, DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { line } from '../http/text.ts';
import { linkSpent } from '../sessions/link.ts';
import { hashOf, newToken } from '../sessions/token.ts';
import { emailKey, signInput } from '../signatories/schemas.ts';
import { hasOwner } from './holder.ts';
import { keepPasskey, receiveNewPasskey, type NewPasskey } from './passkey.ts';
import { makeRecoveryCodes } from './recovery.ts';
import { openDesk, type Browser } from './session.ts';
import { LOCKS } from '../db/locks.ts';
import { holdLock } from '../db/sql.ts';

const DAY_MS = 24 * 3_600_000;
const INVITE_MS = 7 * DAY_MS;
const OWNER_LINK_MS = DAY_MS;

export const personInput = z.strictObject({ name: line(200), email: signInput.shape.email });
export type Person = z.infer<typeof personInput>;

/** A URL that works once and makes a passkey. Replaces the earlier one. */
export async function newInvite(tx: Tx, ctx: Context, adminId: string, validMs = INVITE_MS) {
  const token = newToken(ctx.randomBytes);
  const inviteExpiresAt = new Date(ctx.now().getTime() + validMs);
  await tx
    .update(admin)
    .set({ inviteHash: hashOf(token), inviteExpiresAt })
    .where(eq(admin.id, adminId));
  return `${ctx.config.baseUrl}/admin/welcome?token=${token}`;
}

const isGood = (token: string, now: Date) =>
  and(eq(admin.inviteHash, hashOf(token)), gt(admin.inviteExpiresAt, now), isNull(admin.removedAt));

/** Throws `link-spent`. */
export async function findInvite(db: Db, token: string, now: Date) {
  const [invited] = await db
    .select({ id: admin.id, name: admin.name, email: admin.email, role: admin.role })
    .from(admin)
    .where(isGood(token, now));
  if (!invited) throw linkSpent();
  return invited;
}

export async function useInvite(tx: Tx, token: string, adminId: string, now: Date): Promise<void> {
  const used = await tx
    .update(admin)
    .set({ inviteHash: null, inviteExpiresAt: null })
    .where(and(eq(admin.id, adminId), isGood(token, now)))
    .returning({ id: admin.id });
  if (used.length === 0) throw linkSpent();
}

/** For whoever runs this machine. Throws `unauthorised` for anybody else. */
export async function linkForOwner(ctx: Context, actor: Actor, person: Person) {
  if (actor.kind !== 'admin' || actor.by !== 'machine') {
    throw new DomainError('unauthorised', say().access.machineOnly);
  }
  return ctx.db.transaction(async (tx) => {
    const [owner] = await tx
      .insert(admin)
      .values({
        id: uuidv7(),
        ...person,
        emailKey: emailKey(person.email),
        role: 'owner',
        createdAt: ctx.now(),
      })
      .onConflictDoUpdate({
        target: admin.emailKey,
        targetWhere: isNull(admin.removedAt),
        set: { role: 'owner' },
      })
      .returning({ id: admin.id });
    await audit(tx, ctx, actor, {
      act: 'admin.invite',
      object: owner!.id,
      facts: { role: 'owner' },
    });
    return { link: await newInvite(tx, ctx, owner!.id, OWNER_LINK_MS) };
  });
}

export interface Made {
  answer: string;
  passkeyName: string;
}

/** Returns the session's token, and the recovery codes, which nobody sees again. */
async function enter(
  tx: Tx,
  ctx: Context,
  adminId: string,
  { passkey, browser }: { passkey: NewPasskey & { name: string }; browser: Browser },
) {
  await keepPasskey(tx, ctx, adminId, passkey);
  const codes = await makeRecoveryCodes(tx, ctx, adminId);
  const { token, actor } = await openDesk(tx, ctx, adminId, browser);
  await audit(tx, ctx, actor, { act: 'admin.enter', object: adminId });
  return { token, codes };
}

export const ownedAlready = (): DomainError => conflict(say().access.hasOwner);

/** The caller has checked the set-up code. Throws `conflict` when there is an owner. */
export async function enterAsOwner(
  ctx: Context,
  { name, email }: Person,
  { answer, passkeyName }: Made,
  browser: Browser,
) {
  const { adminId, passkey } = await receiveNewPasskey(ctx, answer, 'owner');
  return ctx.db.transaction(async (tx) => {
    await holdLock(tx, LOCKS.owner);
    if (await hasOwner(tx)) throw ownedAlready();
    const made = await tx
      .insert(admin)
      .values({
        id: adminId,
        name,
        email,
        emailKey: emailKey(email),
        role: 'owner',
        createdAt: ctx.now(),
      })
      .onConflictDoNothing()
      .returning({ id: admin.id });
    if (made.length === 0) throw conflict(say().access.addressTaken);
    return enter(tx, ctx, adminId, { passkey: { ...passkey, name: passkeyName }, browser });
  });
}

/** Throws `link-spent`. */
export async function enterByInvite(
  ctx: Context,
  invite: string,
  { answer, passkeyName }: Made,
  browser: Browser,
) {
  const { adminId, passkey } = await receiveNewPasskey(ctx, answer, 'passkey');
  return ctx.db.transaction(async (tx) => {
    await useInvite(tx, invite, adminId, ctx.now());
    return enter(tx, ctx, adminId, { passkey: { ...passkey, name: passkeyName }, browser });
  });
}
