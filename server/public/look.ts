import type { FastifyInstance, FastifyRequest } from 'fastify';
import { shadeOn } from '../domain/contrast.ts';
import { notFound } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import type { Face } from './public-cache.ts';

/** A sheet of our own, because the content security policy allows nothing inline. */
const sheetOf = (accent: string): string =>
  `:root{--accent:${accent};--hover:1}` +
  `@media screen and (prefers-color-scheme:dark){:root{--accent:${shadeOn(accent, 'dark')}}}`;

function part<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound(say().look.none);
  return value;
}

/** For ever where the address has the version: a replica may be behind the one whose page named it. */
const cacheFor = ({ query }: FastifyRequest, version: string): string =>
  (query as { v?: unknown }).v === version ? 'public, max-age=31536000, immutable' : 'no-cache';

/** The initiative's own look, which each replica has in its memory with the page. */
export function registerLook(app: FastifyInstance, face: Face): void {
  const lookOf = () => face.current()?.home.initiative.look;
  app.get('/look.css', (request, reply) => {
    const accent = part(lookOf()?.accent);
    void reply.header('cache-control', cacheFor(request, accent));
    return reply.type('text/css; charset=utf-8').send(sheetOf(accent));
  });
  app.get('/logo.png', (request, reply) => {
    const png = part(face.current()?.logo);
    void reply.header('cache-control', cacheFor(request, lookOf()!.logo!));
    return reply.type('image/png').send(png);
  });
}
