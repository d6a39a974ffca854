import { isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import * as desk from '../db/desk.ts';
import * as people from '../db/people.ts';

type Admins = Awaited<ReturnType<typeof readAdmins>>;

/** Who became an admin on the demonstration stays one, and signed in. */
export const readAdmins = async (db: Db) => ({
  admins: await db.select().from(desk.admin).where(isNull(desk.admin.removedAt)),
  passkeys: await db.select().from(desk.passkey),
  codes: await db.select().from(desk.recoveryCode),
  sessions: await db.select().from(people.session).where(isNotNull(people.session.adminId)),
});

/** A crash before its commit leaves no owner, and the next start prints a code for one. */
export const keepAdmins = (db: Db, { admins, ...means }: Admins): Promise<void> =>
  db.transaction(async (tx) => {
    const isKept = ({ adminId }: { adminId: string | null }) =>
      admins.some(({ id }) => id === adminId);
    const passkeys = means.passkeys.filter(isKept);
    const codes = means.codes.filter(isKept);
    const sessions = means.sessions.filter(isKept);
    if (admins.length > 0) await tx.insert(desk.admin).values(admins);
    if (passkeys.length > 0) await tx.insert(desk.passkey).values(passkeys);
    if (codes.length > 0) await tx.insert(desk.recoveryCode).values(codes);
    if (sessions.length > 0) await tx.insert(people.session).values(sessions);
  });
