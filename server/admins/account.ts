import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { requireTouch, type Actor } from '../actor.ts';
import { audit, writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { admin, passkey } from '../db/desk.ts';
import { session } from '../db/people.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import { conflict, DomainError, notFound } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { line } from '../http/text.ts';
import { endAllSessions, endSession, listSessions } from '../sessions/session.ts';
import type { UseCase } from '../use-case.ts';
import { passkeyRefused, keepPasskey, receiveNewPasskey } from './passkey.ts';
import type { Made } from './enter.ts';
import { codesLeft } from './recovery.ts';
import { isRecovering, requireSelf } from './session.ts';

const DONE: Answer = { status: 200, body: {} };

export async function readAccount(ctx: Context, actor: Actor) {
  requireSelf(actor);
  const { adminId, meansId } = actor;
  const [passkeys, codes, sessions] = await Promise.all([
    ctx.db
      .select({
        id: passkey.id,
        name: passkey.name,
        createdAt: passkey.createdAt,
        usedAt: passkey.usedAt,
      })
      .from(passkey)
      .where(eq(passkey.adminId, adminId))
      .orderBy(asc(passkey.createdAt), asc(passkey.id)),
    codesLeft(ctx, adminId),
    listSessions(ctx.db, { adminId }, ctx.now()),
  ]);
  return {
    passkeys,
    codesLeft: codes,
    sessions: sessions.map((one) => ({ ...one, isThis: one.id === meansId })),
  };
}

export async function readSelf({ db }: Pick<Context, 'db'>, actor: Actor) {
  requireSelf(actor);
  const { id, name, email } = admin;
  const [self] = await db.select({ id, name, email }).from(admin).where(eq(id, actor.adminId));
  return self!;
}

/** Throws `touch-again`. A session opened by a recovery code becomes a full one. */
export async function addPasskey(ctx: Context, actor: Actor, { answer, passkeyName }: Made) {
  requireSelf(actor);
  if (!isRecovering(actor)) requireTouch(actor, ctx.now());
  const made = await receiveNewPasskey(ctx, answer, 'passkey');
  if (made.adminId !== actor.adminId) throw passkeyRefused(say().access.passkeyForAnother);
  await ctx.db.transaction(async (tx) => {
    await keepPasskey(tx, ctx, actor.adminId, { ...made.passkey, name: passkeyName });
    const confirmed = await tx
      .update(session)
      .set({ confirmedAt: ctx.now() })
      .where(eq(session.id, actor.meansId))
      .returning({ id: session.id });
    if (confirmed.length === 0) throw new DomainError('unauthorised', say().access.signInAgain);
    await audit(tx, ctx, actor, { act: 'passkey.add', object: made.passkey.id });
  });
}

export const passkeyInput = z.strictObject({ name: line(80) });

export const noPasskey = (): DomainError => notFound(say().access.noPasskey);
const isId = (id: string): boolean => z.uuid().safeParse(id).success;

export async function renamePasskey(
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  { id, name }: { id: string; name: string },
): Promise<void> {
  requireSelf(actor);
  if (!isId(id)) throw noPasskey();
  const deed = { right: 'view', act: 'passkey.rename', object: id } as const;
  await writeAs(ctx, actor, key, deed, async (tx) => {
    const renamed = await tx
      .update(passkey)
      .set({ name })
      .where(and(eq(passkey.id, id), eq(passkey.adminId, actor.adminId)))
      .returning({ id: passkey.id });
    if (renamed.length === 0) throw noPasskey();
    return DONE;
  });
}

/** Throws `touch-again`, and `conflict` for the last one. */
export async function removePasskey(ctx: Context, actor: Actor, key: RequestKey, id: string) {
  requireSelf(actor);
  requireTouch(actor, ctx.now());
  const { adminId } = actor;
  const deed = { right: 'view', act: 'passkey.remove', object: id } as const;
  await writeAs(ctx, actor, key, deed, async (tx) => {
    // Two removals at once could each take the other's last passkey.
    await tx.select({ id: admin.id }).from(admin).where(eq(admin.id, adminId)).for('update');
    const own = await tx.select().from(passkey).where(eq(passkey.adminId, adminId));
    if (!own.some((each) => each.id === id)) throw noPasskey();
    if (own.length === 1) throw conflict(say().access.lastPasskey);
    await tx.delete(passkey).where(eq(passkey.id, id));
    return DONE;
  });
}

/** With null, all but the one that asks. */
export const endOwnDeskSession: UseCase<string | null> = async (ctx, actor, key, id) => {
  requireSelf(actor);
  if (id !== null && !isId(id)) throw notFound(say().access.noSession);
  const holder = { adminId: actor.adminId };
  const deed = { right: 'view', act: 'session.end', object: id } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    if (id === null) await endAllSessions(tx, holder, actor.meansId);
    else await endSession(tx, holder, id);
    return DONE;
  });
};
