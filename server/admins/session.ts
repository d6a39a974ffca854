import { and, eq, gt, isNull } from 'drizzle-orm';
import { MACHINE, type Actor, type Admin } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import * as desk from '../db/desk.ts';
import * as people from '../db/people.ts';
import { DomainError } from '../domain/errors.ts';
import { rightsOf } from '../domain/right.ts';
import { keepSeen, openSession } from '../sessions/session.ts';
import { hashOf, newToken } from '../sessions/token.ts';

/** A working day: whoever has the browser the next morning touches the passkey. */
export const DESK_SECONDS = 12 * 3_600;

/** In place of a touch: a recovery code has opened the session, which can but make a passkey. */
const BY_RECOVERY = new Date(0);

export const isRecovering = ({ touchedAt }: Admin): boolean =>
  touchedAt?.getTime() === BY_RECOVERY.getTime();

/** A browser that is let in, and where it asks from. */
export interface Browser {
  browser: string | null;
  from: string;
}

/** Opens a session: the token for its browser, and its admin as the trail names them. */
export async function openDesk(
  tx: Tx,
  ctx: Pick<Context, 'now' | 'randomBytes'>,
  adminId: string,
  { browser, from, byRecovery = false }: Browser & { byRecovery?: boolean },
): Promise<{ token: string; actor: Admin }> {
  const token = newToken(ctx.randomBytes);
  const touchedAt = byRecovery ? BY_RECOVERY : ctx.now();
  const meansId = await openDeskSession(tx, ctx, {
    token,
    adminId,
    browser,
    confirmedAt: touchedAt,
  });
  return {
    token,
    actor: { ...MACHINE, by: 'session', rights: [], adminId, meansId, touchedAt, from },
  };
}

/** Opens an admin's session by a given token: its id. */
export const openDeskSession = (
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  {
    adminId,
    ...facts
  }: { token: string; adminId: string; browser: string | null; confirmedAt?: Date },
): Promise<string> =>
  openSession(tx, ctx, { holder: { adminId }, seconds: DESK_SECONDS, ...facts });

/** Throws `unauthorised` unless an admin asks from a browser, for themselves. */
export function requireSelf(
  actor: Actor,
): asserts actor is Admin & { adminId: string; meansId: string } {
  if (actor.kind === 'admin' && actor.by === 'session' && actor.adminId && actor.meansId) return;
  throw new DomainError('unauthorised', 'This is for admins who have signed in.');
}

/**
 * The admin who holds a session's token, with the rights of the role that it has at this moment, and
 * none where a recovery code has opened it; null when the session has ended or the admin was removed.
 */
export async function findDeskSession(
  db: Db | Tx,
  token: string,
  { now, from }: { now: Date; from: string },
): Promise<Admin | null> {
  const { session } = people;
  const [found] = await db
    .select({ session, adminId: desk.admin.id, role: desk.admin.role })
    .from(session)
    .innerJoin(desk.admin, eq(desk.admin.id, session.adminId))
    .where(
      and(
        eq(session.tokenHash, hashOf(token)),
        gt(session.expiresAt, now),
        isNull(desk.admin.removedAt),
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
