import type { FastifyRequest } from 'fastify';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { requireRight, requireTouch, type Actor, type Admin } from '../actor.ts';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/db.ts';
import * as desk from '../db/desk.ts';
import { statement } from '../db/prepared.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { RIGHTS, rightsOf } from '../domain/right.ts';
import { line } from '../http/text.ts';
import { derivedToken, hashOf } from '../sessions/token.ts';

/** By it a token is known from a session's, by us and by those who search for leaked secrets. */
export const TOKEN_PREFIX = 'muster_';

export const isApiToken = (token: string): boolean => token.startsWith(TOKEN_PREFIX);

/** A token's last use is kept to the minute. */
const SEEN_MS = 60_000;

const tokenBy = statement((db) => {
  const { apiToken, admin } = desk;
  const { id, rights, madeBy, usedAt, expiresAt } = apiToken;
  return db
    .select({ id, rights, madeBy, usedAt, expiresAt, role: admin.role })
    .from(apiToken)
    .innerJoin(admin, eq(admin.id, madeBy))
    .where(
      and(
        eq(apiToken.tokenHash, sql.placeholder('hash')),
        isNull(apiToken.revokedAt),
        isNull(admin.removedAt),
      ),
    );
});

/**
 * The program that holds an API token, by turns, for anybody can send any: with those of the token's
 * rights that its maker still has. Null when it is over, revoked, or its maker was removed.
 */
export async function findToken(
  ctx: Context,
  { ip }: Pick<FastifyRequest, 'ip'>,
  token: string,
): Promise<Admin | null> {
  const { apiToken } = desk;
  const now = ctx.now();
  const [found] = await ctx.identify((db) => tokenBy(db, { hash: hashOf(token) }));
  if (!found || found.expiresAt <= now) return null;
  const { id, rights, madeBy, usedAt, role } = found;
  if (now.getTime() - (usedAt?.getTime() ?? 0) > SEEN_MS) {
    await ctx.db.update(apiToken).set({ usedAt: now }).where(eq(apiToken.id, id));
  }
  const held = rightsOf(role);
  return {
    kind: 'admin',
    rights: rights.filter((right) => held.includes(right)),
    by: 'token',
    adminId: madeBy,
    meansId: id,
    touchedAt: null,
    from: ip,
  };
}

const DAY_MS = 24 * 3_600_000;

export const tokenInput = z.strictObject({
  name: line(100),
  rights: z.array(z.enum(RIGHTS)).min(1, 'are missing: choose at least one'),
  days: z.coerce
    .number('must be a number of days')
    .int()
    .min(1, 'must be at least 1')
    .max(366, 'must be at most 366'),
});

/**
 * Makes an API token with some of one's own rights. It follows from `secret`, which the page that
 * asks for it carries, so that the same form sent twice shows the same token, and only its hash is kept.
 */
export async function makeToken(
  ctx: Context,
  actor: Actor,
  { key, secret }: { key: RequestKey; secret: string },
  { name, rights, days }: z.infer<typeof tokenInput>,
): Promise<{ token: string; answer: Answer }> {
  requireRight(actor, 'manage');
  requireTouch(actor, ctx.now());
  const madeBy = actor.adminId;
  if (madeBy === null) {
    throw new DomainError('forbidden', 'Tokens are made at the desk, by who has signed in there.');
  }
  if (rights.some((right) => !actor.rights.includes(right))) {
    throw fieldError('rights', 'are more than you have yourself');
  }
  const token = TOKEN_PREFIX + derivedToken('api-token', secret, madeBy);
  const id = uuidv7();
  const now = ctx.now();
  const facts = { rights: rights.join(' '), days };
  const deed = { right: 'manage', act: 'token.make', object: id, facts } as const;
  const answer = await writeAs(ctx, actor, key, deed, async (tx) => {
    await tx.insert(desk.apiToken).values({
      id,
      name,
      tokenHash: hashOf(token),
      rights,
      madeBy,
      createdAt: now,
      expiresAt: new Date(now.getTime() + days * DAY_MS),
    });
    return { status: 201, body: { id } };
  });
  return { token, answer };
}

/** Revokes a token: from the next request on it opens nothing. Throws `not-found` for one that opens nothing. */
export const revokeToken = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  id: string,
): Promise<Answer> =>
  writeAs(ctx, actor, key, { right: 'manage', act: 'token.revoke', object: id }, async (tx) => {
    const { apiToken } = desk;
    const revoked = await tx
      .update(apiToken)
      .set({ revokedAt: ctx.now() })
      .where(and(eq(apiToken.id, id), isNull(apiToken.revokedAt)))
      .returning({ id: apiToken.id });
    if (revoked.length === 0) throw new DomainError('not-found', 'There is no such token.');
    return { status: 201, body: { id, status: 'revoked' } };
  });

/** The tokens that were ever made, the newest first, and who made each. */
export async function listTokens(db: Db, actor: Actor) {
  requireRight(actor, 'manage');
  const { apiToken, admin } = desk;
  return db
    .select({ token: apiToken, madeBy: admin.name, isMakerGone: admin.removedAt })
    .from(apiToken)
    .innerJoin(admin, eq(admin.id, apiToken.madeBy))
    .orderBy(desc(apiToken.id));
}
