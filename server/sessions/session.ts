import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { SignedIn } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import * as people from '../db/people.ts';
import * as schema from '../db/schema.ts';
import { DomainError } from '../domain/errors.ts';
import { hashOf } from './token.ts';

/** A signatory's session. */
export const SESSION_SECONDS = 30 * 86_400;
/** A session's last use is kept to the hour: no write for each page. */
const SEEN_MS = 3_600_000;

interface NewSession {
  /** Whose it is. */
  holder: { signatoryId: string } | { adminId: string };
  token: string;
  /** How long it stays open. */
  seconds: number;
  browser: string | null;
  /** When its holder was last proved; now, unless it says otherwise. */
  confirmedAt?: Date;
}

/** Opens a session by a token that only its holder and this process know: its id. */
export async function openSession(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  { holder, token, seconds, browser, confirmedAt }: NewSession,
): Promise<string> {
  const now = ctx.now();
  const id = uuidv7();
  await tx.insert(people.session).values({
    id,
    tokenHash: hashOf(token),
    ...holder,
    browser: browser?.slice(0, 300) ?? null,
    createdAt: now,
    confirmedAt: confirmedAt ?? now,
    seenAt: now,
    expiresAt: new Date(now.getTime() + seconds * 1000),
  });
  return id;
}

/** Who holds a session's token; null when it has ended, or its signatory was rejected. */
export async function findSession(db: Db | Tx, token: string, now: Date): Promise<SignedIn | null> {
  const { session } = people;
  const [found] = await db
    .select({ session, signatoryId: schema.signatory.id })
    .from(session)
    .innerJoin(schema.signatory, eq(schema.signatory.id, session.signatoryId))
    .where(
      and(
        eq(session.tokenHash, hashOf(token)),
        gt(session.expiresAt, now),
        ne(schema.signatory.status, 'rejected'),
      ),
    );
  if (!found) return null;
  const { id, confirmedAt } = found.session;
  await keepSeen(db, found.session, now);
  return { kind: 'signatory', signatoryId: found.signatoryId, sessionId: id, confirmedAt };
}

/** Keeps when a session was last used. */
export async function keepSeen(
  db: Db | Tx,
  { id, seenAt }: Pick<typeof people.session.$inferSelect, 'id' | 'seenAt'>,
  now: Date,
): Promise<void> {
  if (now.getTime() - seenAt.getTime() <= SEEN_MS) return;
  await db.update(people.session).set({ seenAt: now }).where(eq(people.session.id, id));
}

const isOf = (holder: NewSession['holder']) =>
  'adminId' in holder
    ? eq(people.session.adminId, holder.adminId)
    : eq(people.session.signatoryId, holder.signatoryId);

/** Somebody's sessions, the newest first. */
export const listSessions = (reader: Db | Tx, holder: NewSession['holder'], now: Date) =>
  reader
    .select({
      id: people.session.id,
      browser: people.session.browser,
      createdAt: people.session.createdAt,
      seenAt: people.session.seenAt,
      expiresAt: people.session.expiresAt,
    })
    .from(people.session)
    .where(and(isOf(holder), gt(people.session.expiresAt, now)))
    .orderBy(desc(people.session.createdAt));

/** Ends one of somebody's own sessions. Throws `not-found` for another's. */
export async function endSession(tx: Tx, holder: NewSession['holder'], id: string): Promise<void> {
  const { session } = people;
  const ended = await tx
    .delete(session)
    .where(and(eq(session.id, id), isOf(holder)))
    .returning({ id: session.id });
  if (ended.length === 0) throw new DomainError('not-found', 'There is no such session.');
}

/** Ends all sessions of somebody, but for one where it is named. */
export async function endAllSessions(
  tx: Tx,
  holder: NewSession['holder'],
  but?: string,
): Promise<void> {
  const { session } = people;
  await tx
    .delete(session)
    .where(and(isOf(holder), but === undefined ? undefined : ne(session.id, but)));
}

/** Spends a signatory's links, so that they open nothing more: all, or those of one purpose. */
export async function spendLinks(
  tx: Tx,
  of: { signatoryId: string; purpose?: 'address'; now: Date },
): Promise<void> {
  const { link } = people;
  await tx
    .update(link)
    .set({ usedAt: of.now })
    .where(
      and(
        eq(link.signatoryId, of.signatoryId),
        isNull(link.usedAt),
        of.purpose && eq(link.purpose, of.purpose),
      ),
    );
}
