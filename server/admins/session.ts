import { and, eq, gt, isNull } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import { MACHINE, type Actor, type Admin, requireRight } from '../actor.ts';
import { audit, writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import { admin } from '../db/desk.ts';
import { useLimit } from '../db/limit.ts';
import { session } from '../db/people.ts';
import type { RequestKey } from '../db/write.ts';
import { DomainError } from '../domain/errors.ts';
import { rightsOf } from '../domain/right.ts';
import { say } from '../domain/say.ts';
import { ipKey } from '../http/limits.ts';
import { keepSeen, openSession, endSession } from '../sessions/session.ts';
import { hashOf, newToken } from '../sessions/token.ts';
import { keepUse, receiveUse } from './passkey.ts';

/** The next morning needs the passkey again. */
export const DESK_SECONDS = 12 * 3_600;

/** The time of touch of a session opened by a recovery code. It can only make a passkey. */
const BY_RECOVERY = new Date(0);

export const isRecovering = ({ touchedAt }: Admin): boolean =>
  touchedAt?.getTime() === BY_RECOVERY.getTime();

export interface Browser {
  browser: string | null;
  from: string;
}

export async function openDesk(
  tx: Tx,
  ctx: Pick<Context, 'now' | 'randomBytes'>,
  adminId: string,
  { browser, from, byRecovery = false }: Browser & { byRecovery?: boolean },
): Promise<{ token: string; actor: Admin }> {
  const token = newToken(ctx.randomBytes);
  const touchedAt = byRecovery ? BY_RECOVERY : ctx.now();
  const meansId = await openSession(tx, ctx, {
    holder: { adminId },
    token,
    seconds: DESK_SECONDS,
    browser,
    confirmedAt: touchedAt,
  });
  return {
    token,
    actor: { ...MACHINE, by: 'session', rights: [], adminId, meansId, touchedAt, from },
  };
}

/** Throws `unauthorised` unless an admin asks from a browser, for themselves. */
export function requireSelf(
  actor: Actor,
): asserts actor is Admin & { adminId: string; meansId: string } {
  if (actor.kind === 'admin' && actor.by === 'session' && actor.adminId && actor.meansId) return;
  throw new DomainError('unauthorised', say().access.adminsOnly);
}

/** With the rights of today's role, or none in recovery; null when the session ended or the admin was removed. */
export async function findDeskSession(
  db: Db | Tx,
  token: string,
  { now, from }: { now: Date; from: string },
): Promise<Admin | null> {
  const [found] = await db
    .select({ session, adminId: admin.id, role: admin.role })
    .from(session)
    .innerJoin(admin, eq(admin.id, session.adminId))
    .where(
      and(
        eq(session.tokenHash, hashOf(token)),
        gt(session.expiresAt, now),
        isNull(admin.removedAt),
      ),
    );
  if (!found) return null;
  await keepSeen(db, found.session, now);
  const touchedAt = found.session.confirmedAt;
  const byRecovery = touchedAt.getTime() === BY_RECOVERY.getTime();
  return {
    kind: 'admin',
    rights: byRecovery ? [] : rightsOf(found.role),
    by: 'session',
    adminId: found.adminId,
    meansId: found.session.id,
    touchedAt,
    from,
  };
}

const QUARTER = 900;
const HOUR = 3_600;

/** Each page to sign in adds a row, and each answer has a signature to check. */
export const limitDeskSignIn = (ctx: Context, request: FastifyRequest): Promise<void> =>
  useLimit(ctx, { name: 'desk by ip', key: ipKey(request), most: 120, seconds: QUARTER });

/** By network alone: nobody guesses 80 bits, and a limit by address would let a stranger lock its owner out. */
export const limitRecovery = (ctx: Context, request: FastifyRequest): Promise<void> =>
  useLimit(ctx, { name: 'recovery by ip', key: ipKey(request), most: 10, seconds: HOUR });

/** Returns the new session's token. */
export async function signIn(ctx: Context, answer: string, browser: Browser): Promise<string> {
  const by = { kind: 'stranger', from: browser.from } as const;
  const use = await receiveUse(ctx, answer, { purpose: 'sign-in', adminId: null, by });
  return ctx.db.transaction(async (tx) => {
    await keepUse(tx, ctx, use);
    const { token, actor } = await openDesk(tx, ctx, use.adminId, browser);
    await audit(tx, ctx, actor, { act: 'admin.sign-in', object: null });
    return token;
  });
}

export async function touch(ctx: Context, actor: Actor, answer: string): Promise<void> {
  requireRight(actor, 'view');
  requireSelf(actor);
  const { adminId, meansId } = actor;
  const use = await receiveUse(ctx, answer, { purpose: 'touch', adminId, by: actor });
  await ctx.db.transaction(async (tx) => {
    await keepUse(tx, ctx, use);
    const touched = await tx
      .update(session)
      .set({ confirmedAt: ctx.now() })
      .where(and(eq(session.id, meansId), eq(session.adminId, adminId)))
      .returning({ id: session.id });
    if (touched.length === 0) throw new DomainError('unauthorised', say().access.signInAgain);
    await audit(tx, ctx, actor, { act: 'admin.touch', object: null });
  });
}

export async function signOut(ctx: Context, actor: Actor, key: RequestKey): Promise<void> {
  requireSelf(actor);
  const { adminId, meansId } = actor;
  const deed = { right: 'view', act: 'admin.sign-out', object: null } as const;
  await writeAs(ctx, actor, key, deed, async (tx) => {
    await endSession(tx, { adminId }, meansId);
    return { status: 200, body: {} };
  });
}
