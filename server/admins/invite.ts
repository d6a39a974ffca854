import { and, eq, gt, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import * as desk from '../db/desk.ts';
import { DomainError } from '../domain/errors.ts';
import type { Role } from '../domain/right.ts';
import { line } from '../http/text.ts';
import { linkSpent } from '../sessions/link.ts';
import { hashOf, newToken } from '../sessions/token.ts';
import { emailKey, signInput } from '../signatories/schemas.ts';

const DAY_MS = 24 * 3_600_000;
const INVITE_MS = 7 * DAY_MS;
/** Of the machine's own link, which is followed as soon as it is printed. */
const OWNER_LINK_MS = DAY_MS;

/** Who is to be an admin. */
export const personInput = z.strictObject({ name: line(200), email: signInput.shape.email });
export type Person = z.infer<typeof personInput>;

/**
 * Makes an admin's link, in place of one before: its whole address. It works once, and makes a
 * passkey of theirs.
 */
export async function newInvite(
  tx: Tx,
  ctx: Pick<Context, 'now' | 'randomBytes' | 'config'>,
  adminId: string,
  validMs = INVITE_MS,
): Promise<string> {
  const token = newToken(ctx.randomBytes);
  const inviteExpiresAt = new Date(ctx.now().getTime() + validMs);
  await tx
    .update(desk.admin)
    .set({ inviteHash: hashOf(token), inviteExpiresAt })
    .where(eq(desk.admin.id, adminId));
  return `${ctx.config.baseUrl}/admin/welcome?token=${token}`;
}

export interface Invited extends Person {
  id: string;
  role: Role;
}

const isGood = (token: string, now: Date) =>
  and(
    eq(desk.admin.inviteHash, hashOf(token)),
    gt(desk.admin.inviteExpiresAt, now),
    isNull(desk.admin.removedAt),
  );

const { id, name, email, role } = desk.admin;

/** Whom a link invites, read without using it. Throws `link-spent`. */
export async function findInvite(db: Db, token: string, now: Date): Promise<Invited> {
  const [invited] = await db
    .select({ id, name, email, role })
    .from(desk.admin)
    .where(isGood(token, now));
  if (!invited) throw linkSpent();
  return invited;
}

/** Uses a link, of one admin. Throws `link-spent`. */
export async function useInvite(tx: Tx, token: string, adminId: string, now: Date): Promise<void> {
  const used = await tx
    .update(desk.admin)
    .set({ inviteHash: null, inviteExpiresAt: null })
    .where(and(eq(desk.admin.id, adminId), isGood(token, now)))
    .returning({ id });
  if (used.length === 0) throw linkSpent();
}

/**
 * A link for an owner: for whoever has this machine, when all passkeys are lost or nobody is there
 * yet. Who is an admin already becomes an owner. Throws `unauthorised` for anybody else.
 */
export async function linkForOwner(
  ctx: Context,
  actor: Actor,
  person: Person,
): Promise<{ link: string }> {
  if (actor.kind !== 'admin' || actor.by !== 'machine') {
    throw new DomainError('unauthorised', 'Only this machine’s own command makes such a link.');
  }
  const { admin } = desk;
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
      .returning({ id });
    await audit(tx, ctx, actor, {
      act: 'admin.invite',
      object: owner!.id,
      facts: { role: 'owner' },
    });
    return { link: await newInvite(tx, ctx, owner!.id, OWNER_LINK_MS) };
  });
}
