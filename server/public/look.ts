import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CARD, renderCard } from '../../web/pages/card.tsx';
import type { Context } from '../context.ts';
import { shadeOn } from '../domain/contrast.ts';
import { notFound } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { draw } from '../look/draw.ts';
import { PROJECT_ROOT } from '../paths.ts';
import type { PublicCache } from './public-cache.ts';

const FONTS = join(PROJECT_ROOT, 'dist/fonts');
const AGAIN_AFTER_MS = 60_000;
const CARD_SECONDS = 600;

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
export function registerLook(
  app: FastifyInstance,
  { now }: Context,
  publicCache: PublicCache,
): void {
  const lookOf = () => publicCache.current()?.home.initiative.look;
  app.get('/look.css', (request, reply) => {
    const accent = part(lookOf()?.accent);
    void reply.header('cache-control', cacheFor(request, accent));
    return reply.type('text/css; charset=utf-8').send(sheetOf(accent));
  });
  app.get('/logo.png', (request, reply) => {
    const png = part(publicCache.current()?.logo);
    void reply.header('cache-control', cacheFor(request, lookOf()!.logo!));
    return reply.type('image/png').send(png);
  });

  let card: { own: string; svg: string; at: number; png: Promise<Buffer> } | null = null;
  /** At most once in ten minutes, and when the initiative changes: nobody's requests make the server draw. */
  const cardOf = (): Promise<Buffer> => {
    const { home } = part(publicCache.current());
    const { name, call, closed, demonstration, note } = home.initiative;
    const own = JSON.stringify([name, call, closed, demonstration, note]);
    const at = now().getTime();
    if (card?.own === own && at - card.at < CARD_SECONDS * 1000) return card.png;
    const svg = renderCard(home);
    if (card?.svg === svg) return card.png;
    const fonts = readdirSync(FONTS).map((file) => join(FONTS, file));
    const png = draw(svg, CARD, fonts);
    card = { own, svg, at, png };
    // A failure isn't drawn again at each request.
    png.catch(() => setTimeout(() => (card = null), AGAIN_AFTER_MS).unref());
    return png;
  };
  app.get('/card.png', async (_request, reply) => {
    const png = await cardOf();
    void reply.header('cache-control', `public, max-age=${CARD_SECONDS}`);
    return reply.type('image/png').send(png);
  });
}
