import { and, asc, eq, isNull, ne, sql, type SQL } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { requireRight, requireTouch, type Actor } from '../actor.ts';
import { writeAs, type Deed } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import { admin, passkey, recoveryCode } from '../db/desk.ts';
import { LOCKS } from '../db/locks.ts';
import { holdLock } from '../db/sql.ts';
import { session } from '../db/people.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import { conflict, fieldError, notFound, type DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { ROLES, type Role } from '../domain/right.ts';
import { queueMail } from '../mail/queue.ts';
import { endAllSessions } from '../sessions/session.ts';
import { emailKey } from '../signatories/schemas.ts';
import type { UseCase, UseCaseOf, UseCaseOn } from '../use-case.ts';
import { personInput } from './enter.ts';

export const roleInput = z.strictObject({
  role: z.enum(ROLES, { error: () => say().access.notARole }),
});
export const inviteInput = personInput.extend(roleInput.shape);
type InviteInput = z.infer<typeof inviteInput>;

export const noAdmin = (): DomainError => notFound(say().access.noAdmin);

/** Locks before it reads: two owners who remove each other must not both go. */
async function lockAdmin(tx: Tx, id: string): Promise<typeof admin.$inferSelect> {
  await holdLock(tx, LOCKS.team);
  const [row] = await tx
    .select()
    .from(admin)
    .where(and(eq(admin.id, id), isNull(admin.removedAt)));
  if (!row) throw noAdmin();
  return row;
}

/** Throws `conflict` for the last owner with a passkey: nobody could invite anybody any more. */
async function checkOwnerLeft(tx: Tx, { id, role }: { id: string; role: Role }): Promise<void> {
  if (role !== 'owner') return;
  const [other] = await tx
    .select({ id: admin.id })
    .from(admin)
    .innerJoin(passkey, eq(passkey.adminId, admin.id))
    .where(and(eq(admin.role, 'owner'), isNull(admin.removedAt), ne(admin.id, id)))
    .limit(1);
  if (other) return;
  throw conflict(say().access.onlyOwner);
}

function writeFresh(
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  deed: Deed,
  work: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  requireRight(actor, 'manage');
  requireTouch(actor, ctx.now());
  return writeAs(ctx, actor, key, { right: 'manage', ...deed }, work);
}

/** Throws `invalid-input` for the address of an admin. */
export const inviteAdmin: UseCase<InviteInput> = (ctx, actor, key, { name, email, role }) => {
  const id = uuidv7();
  const deed = { act: 'admin.invite', object: id, facts: { role } } as const;
  return writeFresh(ctx, actor, key, deed, async (tx) => {
    const added = await tx
      .insert(admin)
      .values({ id, name, email, emailKey: emailKey(email), role, createdAt: ctx.now() })
      .onConflictDoNothing()
      .returning({ id: admin.id });
    if (added.length === 0) throw fieldError('email', say().access.alreadyAdmin);
    await queueMail(tx, ctx, email, { kind: 'invite', adminId: id });
    return { status: 201, body: { id } };
  });
};

/** The earlier link stops working. Throws `conflict` for an admin who has a passkey. */
export const inviteAgain: UseCaseOf = (ctx, actor, key, id) =>
  writeFresh(ctx, actor, key, { act: 'admin.invite', object: id }, async (tx) => {
    const { email } = await lockAdmin(tx, id);
    const [known] = await tx
      .select({ id: passkey.id })
      .from(passkey)
      .where(eq(passkey.adminId, id))
      .limit(1);
    if (known) throw conflict(say().access.hasEntered);
    await queueMail(tx, ctx, email, { kind: 'invite', adminId: id });
    return { status: 201, body: { id } };
  });

export const changeRole: UseCaseOn<{ role: Role }> = (ctx, actor, key, id, { role }) =>
  writeFresh(ctx, actor, key, { act: 'admin.role', object: id, facts: { role } }, async (tx) => {
    const row = await lockAdmin(tx, id);
    if (row.role === role) throw conflict(say().access.hasRole);
    await checkOwnerLeft(tx, row);
    await tx.update(admin).set({ role }).where(eq(admin.id, id));
    return { status: 201, body: { id, role } };
  });

/** Deletes sessions, passkeys and codes; tokens stop working; the trail stays. */
export const removeAdmin: UseCaseOf = (ctx, actor, key, id) =>
  writeFresh(ctx, actor, key, { act: 'admin.remove', object: id }, async (tx) => {
    const row = await lockAdmin(tx, id);
    await checkOwnerLeft(tx, row);
    const gone = { removedAt: ctx.now(), inviteHash: null, inviteExpiresAt: null };
    await tx.update(admin).set(gone).where(eq(admin.id, id));
    await tx.delete(passkey).where(eq(passkey.adminId, id));
    await tx.delete(recoveryCode).where(eq(recoveryCode.adminId, id));
    await endAllSessions(tx, { adminId: id });
    return { status: 201, body: { id, status: 'removed' } };
  });

export async function listAdmins(db: Db, actor: Actor) {
  requireRight(actor, 'view');
  const { id, name, email, role, inviteExpiresAt } = admin;
  // As text, because drizzle leaves out the table's name where there is only one, and both have an id.
  const passkeys = sql<number>`(SELECT count(*)::int FROM passkey WHERE passkey.admin_id = admin.id)`;
  const seenAt = sql`(SELECT max(seen_at) FROM session WHERE session.admin_id = admin.id)`.mapWith(
    session.seenAt,
  ) as SQL<Date | null>;
  return db
    .select({ id, name, email, role, inviteExpiresAt, passkeys, seenAt })
    .from(admin)
    .where(isNull(admin.removedAt))
    .orderBy(asc(admin.id));
}
