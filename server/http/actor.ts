import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor.ts';
import { DomainError } from '../domain/errors.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whom a bearer token names; null for one that names nobody. */
    whoHolds: (request: FastifyRequest, token: string) => Promise<Actor | null>;
  }
}

/**
 * Who sends a request, by its bearer token: an admin's, or a signatory's session. Another one is
 * refused (`unauthorised`), so that a mistyped token does not pass for the public. Cookies say
 * nothing here: they are for pages, whose forms are guarded.
 */
export async function actorOf(request: FastifyRequest): Promise<Actor> {
  const { authorization } = request.headers;
  if (authorization === undefined) return { kind: 'public' };
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '';
  const holder = token === '' ? null : await request.server.whoHolds(request, token);
  if (holder) return holder;
  throw new DomainError('unauthorised', 'This bearer token is not known.');
}
