import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor.ts';
import { DomainError } from '../domain/errors.ts';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Who sends a request, by its bearer token; one that is none of `adminTokens` is refused
 * (`unauthorised`), so that a mistyped token does not pass for the public.
 */
export function actorOf(request: FastifyRequest, adminTokens: readonly string[]): Actor {
  const { authorization } = request.headers;
  if (authorization === undefined) return { kind: 'public' };
  const given = sha256(/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '');
  const isAdmin = adminTokens.some((token) => timingSafeEqual(given, sha256(token)));
  if (isAdmin) return { kind: 'admin' };
  throw new DomainError('unauthorised', 'This bearer token is not known.');
}
