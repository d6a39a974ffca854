import type { FastifyRequest } from 'fastify';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { requireRight, requireTouch, type Actor, type Admin } from '../actor.ts';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/db.ts';
import { admin, apiToken } from '../db/desk.ts';
import { statement } from '../db/prepared.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import { DomainError, fieldError, notFound } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { RIGHTS, rightsOf } from '../domain/right.ts';
import { line } from '../http/text.ts';
import { derivedToken, hashOf } from '../sessions/token.ts';
import type { UseCaseOf } from '../use-case.ts';

/** Tells an API token from a session's, also for scanners of leaked secrets. */
export const TOKEN_PREFIX = 'muster_';

export const isApiToken = (token: string): boolean => token.startsWith(TOKEN_PREFIX);

const SEEN_MS = 60_000;

const tokenBy = statement((db) => {
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

/** With rights that its maker still has. Anybody can send any token, so lookups go by turns. */
export async function findToken(
  ctx: Context,
  { ip }: Pick<FastifyRequest, 'ip'>,
  token: string,
): Promise<Admin | null> {
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
  rights: z.array(z.enum(RIGHTS)).min(1, { error: () => say().access.noRights }),
  days: z.coerce
    .number({ error: () => say().access.daysNotANumber })
    .int()
    .min(1, { error: () => say().access.tooFewDays })
    .max(366, { error: () => say().access.tooManyDays }),
});

/** Derived from the form's `secret`: sent twice, the form shows the same token, though only its hash is kept. */
export async function makeToken(
  ctx: Context,
  actor: Actor,
  { key, secret }: { key: RequestKey; secret: string },
  { name, rights, days }: z.infer<typeof tokenInput>,
): Promise<{ token: string; answer: Answer }> {
  requireRight(actor, 'manage');
  requireTouch(actor, ctx.now());
  const madeBy = actor.adminId;
  if (madeBy === null) throw new DomainError('forbidden', say().access.tokensAtDesk);
  if (rights.some((right) => !actor.rights.includes(right))) {
    throw fieldError('rights', say().access.rightsBeyondOwn);
  }
  const token = TOKEN_PREFIX + derivedToken('api-token', secret, madeBy);
  const id = uuidv7();
  const now = ctx.now();
  const facts = { rights: rights.join(' '), days };
  const deed = { right: 'manage', act: 'token.make', object: id, facts } as const;
  const answer = await writeAs(ctx, actor, key, deed, async (tx) => {
    await tx.insert(apiToken).values({
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

/** Throws `not-found` for a token that doesn't work. */
export const revokeToken: UseCaseOf = (ctx, actor, key, id) =>
  writeAs(ctx, actor, key, { right: 'manage', act: 'token.revoke', object: id }, async (tx) => {
    const revoked = await tx
      .update(apiToken)
      .set({ revokedAt: ctx.now() })
      .where(and(eq(apiToken.id, id), isNull(apiToken.revokedAt)))
      .returning({ id: apiToken.id });
    if (revoked.length === 0) throw notFound(say().access.noToken);
    return { status: 201, body: { id, status: 'revoked' } };
  });

export async function listTokens(db: Db, actor: Actor) {
  requireRight(actor, 'manage');
  return db
    .select({ token: apiToken, madeBy: admin.name, isMakerGone: admin.removedAt })
    .from(apiToken)
    .innerJoin(admin, eq(admin.id, apiToken.madeBy))
    .orderBy(desc(apiToken.id));
}
