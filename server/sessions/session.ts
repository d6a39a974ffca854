import { and, desc, eq, gt, ne, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { SignedIn } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/client.ts';
import * as people from '../db/people.ts';
import * as schema from '../db/schema.ts';
import { DomainError } from '../domain/errors.ts';
import { hashOf } from './token.ts';

export const SESSION_DAYS = 30;
const DAY_MS = 86_400_000;
/** A session's last use is kept to the hour: no write for each page. */
const SEEN_MS = 3_600_000;

/** Opens a session by a token that only its holder and this process know. */
export async function openSession(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  { token, signatoryId, browser }: { token: string; signatoryId: string; browser: string | null },
): Promise<void> {
  const now = ctx.now();
  await tx.insert(people.session).values({
    id: uuidv7(),
    tokenHash: hashOf(token),
    signatoryId,
    browser: browser?.slice(0, 300) ?? null,
    createdAt: now,
    confirmedAt: now,
    seenAt: now,
    expiresAt: new Date(now.getTime() + SESSION_DAYS * DAY_MS),
  });
}

/** Who holds a session's token; null when it has ended, or its signatory was rejected. */
export async function findSession(db: Db | Tx, token: string, now: Date): Promise<SignedIn | null> {
  const { session } = people;
  const [found] = await db
    .select({ session })
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
  const { id, signatoryId, confirmedAt, seenAt } = found.session;
  if (now.getTime() - seenAt.getTime() > SEEN_MS) {
    await db.update(session).set({ seenAt: now }).where(eq(session.id, id));
  }
  return { kind: 'signatory', signatoryId, sessionId: id, confirmedAt };
}

/** A signatory's sessions, the newest first. */
export const listSessions = (reader: Db | Tx, signatoryId: string, now: Date) =>
  reader
    .select({
      id: people.session.id,
      browser: people.session.browser,
      createdAt: people.session.createdAt,
      seenAt: people.session.seenAt,
      expiresAt: people.session.expiresAt,
    })
    .from(people.session)
    .where(and(eq(people.session.signatoryId, signatoryId), gt(people.session.expiresAt, now)))
    .orderBy(desc(people.session.createdAt));

/** Ends one of a signatory's own sessions. Throws `not-found` for another's. */
export async function endSession(tx: Tx, signatoryId: string, id: string): Promise<void> {
  const { session } = people;
  const ended = await tx
    .delete(session)
    .where(and(eq(session.id, id), eq(session.signatoryId, signatoryId)))
    .returning({ id: session.id });
  if (ended.length === 0) throw new DomainError('not-found', 'There is no such session.');
}

/** Ends all sessions of a signatory, and the links that would open more. */
export async function endAllSessions(tx: Tx, signatoryId: string, now: Date): Promise<void> {
  await tx.delete(people.session).where(eq(people.session.signatoryId, signatoryId));
  await tx
    .update(people.link)
    .set({ usedAt: now })
    .where(sql`signatory_id = ${signatoryId} AND used_at IS NULL`);
}
