import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import type { SignedIn } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import { useLimit } from '../db/limit.ts';
import * as people from '../db/people.ts';
import * as schema from '../db/schema.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { hashOf } from './token.ts';

export const SESSION_SECONDS = 30 * 86_400;
/** To the hour: no write for each page. */
const SEEN_MS = 3_600_000;

interface NewSession {
  holder: { signatoryId: string } | { adminId: string };
  token: string;
  seconds: number;
  browser: string | null;
  /** By default now. */
  confirmedAt?: Date;
}

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

/** Null when it has ended, or its signatory was rejected. */
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

/** Throws `not-found` for another's session. */
export async function endSession(tx: Tx, holder: NewSession['holder'], id: string): Promise<void> {
  const { session } = people;
  const ended = await tx
    .delete(session)
    .where(and(eq(session.id, id), isOf(holder)))
    .returning({ id: session.id });
  if (ended.length === 0) throw new DomainError('not-found', say().access.noSession);
}

export async function endAllSessions(tx: Tx, holder: NewSession['holder'], but?: string) {
  const { session } = people;
  await tx
    .delete(session)
    .where(and(isOf(holder), but === undefined ? undefined : ne(session.id, but)));
}

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

/** More than by hand. Each act may add to the ledger for ever, or wait for an admin. */
const MOST_ACTS = 120;
const HOUR = 3_600;

/** Not counted, or a thief of a session could keep its owner from ending it. */
const ENDING: ReadonlySet<string | undefined> = new Set([
  '/me/sign-out',
  '/me/sessions/:id/end',
  '/api/v1/me/sessions/:id/end',
]);

/** Anybody can send any token, so lookups go by turns. Counts each POST: throws `too-many`. */
export async function signedIn(
  ctx: Context,
  { method, routeOptions }: Pick<FastifyRequest, 'method' | 'routeOptions'>,
  token: string,
): Promise<SignedIn | null> {
  const actor = await ctx.identify((db) => findSession(db, token, ctx.now()));
  if (actor && method === 'POST' && !ENDING.has(routeOptions.url)) {
    const { signatoryId: key } = actor;
    await useLimit(ctx, { name: 'acts of a signatory', key, most: MOST_ACTS, seconds: HOUR });
  }
  return actor;
}
