import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { and, eq, isNull } from 'drizzle-orm';
import { MACHINE, type Actor, type Admin } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/db.ts';
import { admin, passkey } from '../db/desk.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { signedIn } from '../sessions/session.ts';
import { findToken, isApiToken } from './token.ts';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** With a passkey. */
export async function hasOwner(db: Db): Promise<boolean> {
  const [owner] = await db
    .select({ id: admin.id })
    .from(admin)
    .innerJoin(passkey, eq(passkey.adminId, admin.id))
    .where(and(eq(admin.role, 'owner'), isNull(admin.removedAt)))
    .limit(1);
  return owner !== undefined;
}

/** ADMIN_TOKEN works until there is an owner. */
async function bootstrap(
  { identify }: Pick<Context, 'identify'>,
  { ip }: FastifyRequest,
): Promise<Admin> {
  if (!(await identify(hasOwner))) return { ...MACHINE, by: 'bootstrap', from: ip };
  throw new DomainError('unauthorised', say().access.bootstrapOver);
}

export const whoHolds =
  (ctx: Context, localToken: string | null) =>
  async (request: FastifyRequest, token: string): Promise<Actor | null> => {
    const given = sha256(token);
    const is = (known: string | null) => known !== null && timingSafeEqual(given, sha256(known));
    if (is(localToken)) return MACHINE;
    if (is(ctx.config.adminToken)) return bootstrap(ctx, request);
    return isApiToken(token) ? findToken(ctx, request, token) : signedIn(ctx, request, token);
  };
