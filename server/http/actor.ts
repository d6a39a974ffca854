import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Actor, SignedIn } from '../actor.ts';
import { DomainError } from '../domain/errors.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** The signatory whose session a token opens; null for one of nobody. */
    signedInBy: (request: FastifyRequest, token: string) => Promise<SignedIn | null>;
  }
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Who sends a request, by its bearer token: an admin's, or a signatory's session. Another one is
 * refused (`unauthorised`), so that a mistyped token does not pass for the public. Cookies say
 * nothing here: they are for pages, whose forms are guarded.
 */
export async function actorOf(
  request: FastifyRequest,
  adminTokens: readonly string[],
): Promise<Actor> {
  const { authorization } = request.headers;
  if (authorization === undefined) return { kind: 'public' };
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '';
  const given = sha256(token);
  const isAdmin = adminTokens.some((each) => timingSafeEqual(given, sha256(each)));
  if (isAdmin) return { kind: 'admin' };
  const signedIn = token === '' ? null : await request.server.signedInBy(request, token);
  if (signedIn) return signedIn;
  throw new DomainError('unauthorised', 'This bearer token is not known.');
}
