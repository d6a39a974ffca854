import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { renderAbout } from '../../web/pages/about.tsx';
import { renderAt } from '../../web/pages/at.tsx';
import { renderCompute } from '../../web/pages/compute.tsx';
import { renderGiver } from '../../web/pages/giver.tsx';
import { renderGivers } from '../../web/pages/givers.tsx';
import { renderHowWeKnow } from '../../web/pages/how-we-know.tsx';
import { renderLedger } from '../../web/pages/ledger.tsx';
import { renderPledge } from '../../web/pages/pledge.tsx';
import { renderPledges } from '../../web/pages/pledges.tsx';
import { renderSignatories } from '../../web/pages/signatories.tsx';
import type { Context } from '../context.ts';
import type { Db } from '../db/db.ts';
import { today } from '../domain/day.ts';
import { notFound } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { SHOWN } from '../http/paging.ts';
import { parse } from '../http/parse.ts';
import { send, served, type Served } from '../http/served.ts';
import { findInitiative, isUnlisted } from '../initiative/read.ts';
import { newestCheckpoint } from '../ledger/checkpoint.ts';
import { htmlOf } from '../look/markdown.ts';
import { NOTHING_METERED } from '../ledger/metered-use.ts';
import { isSortable, pledgesInput } from '../pledges/list-pledges.ts';
import { codeOf } from '../pledges/open-pledge.ts';
import { listInput } from '../signatories/list.ts';
import type { Hourly } from '../hourly.ts';
import { atModel } from './at-model.ts';
import { computeModel } from './compute-model.ts';
import { giverModel, giversInput, giversModel } from './givers-model.ts';
import { howWeKnowModel } from './how-we-know-model.ts';
import type { PublicCache } from './public-cache.ts';
import { ledgerInput, ledgerModel } from './ledger-model.ts';
import { frameOf, type PageSource } from './page-source.ts';
import { pledgeModel } from './pledge-model.ts';
import { pledgesModel } from './pledges-model.ts';
import { signatoriesModel } from './signatories-model.ts';

type Make = (source: PageSource) => Promise<string>;
interface Making {
  db: Db;
  make: Make;
}

type SendPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  input: object,
  make: Make,
) => Promise<FastifyReply>;

const CACHE_BYTES = 32 * 1024 * 1024;

const signatoriesQuery = listInput.omit({ limit: true });
const pledgesQuery = pledgesInput.omit({ limit: true });

/** The known fields of a query, without empty ones, which a form sends too. Others add keys to links that they share. */
const asked = ({ shape }: z.ZodObject, query: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(query as object).filter(
      ([key, value]) => key in shape && String(value).trim() !== '',
    ),
  );

export function registerPages(
  app: FastifyInstance,
  ctx: Context,
  publicCache: PublicCache,
  { emptyPage, past }: { emptyPage: string; past: Hourly },
): void {
  const cache = new LRUCache<string, Served, Making>({
    maxSize: CACHE_BYTES,
    sizeCalculation: ({ plain, gzip }) => plain.body.length + gzip.body.length,
    // A page under way is finished for whoever waits, even if the cache drops it.
    ignoreFetchAbort: true,
    fetchMethod: (_key, _old, { context: { db, make } }) => makePage({ ...ctx, db }, make),
  });
  const page: SendPage = async (request, reply, input, make) => {
    const current = publicCache.current();
    if (!current) return reply.type('text/html; charset=utf-8').send(emptyPage);
    // The root tells one log from another; today's values change with the day.
    const version = [current.root.toString('base64'), publicCache.version(), today(ctx.now())];
    const key = JSON.stringify([version, request.routeOptions.url, request.params, input]);
    // Each request waits for its own turn, not for the turn of another one of the same page.
    const made = (): Promise<Served> =>
      ctx.publicly(async (db) => (await cache.fetch(key, { context: { db, make } }))!);
    send(request, reply, cache.get(key) ?? (await made()));
    return reply;
  };
  sumAhead(app, ctx, publicCache);
  app.get('/signatories', (request, reply) => {
    const input = {
      ...parse(signatoriesQuery, asked(signatoriesQuery, request.query)),
      limit: SHOWN,
    };
    return page(request, reply, input, async (source) =>
      renderSignatories(await signatoriesModel(source, input)),
    );
  });
  registerGivers(app, page);
  registerAt(app, page, past);
  app.get('/pledges', (request, reply) => {
    const wanted = { ...parse(pledgesQuery, asked(pledgesQuery, request.query)), limit: SHOWN };
    // The form offers no such order, but keeps the chosen one when its filter changes.
    const input = isSortable(wanted) ? wanted : { ...wanted, sort: 'newest' as const };
    return page(request, reply, input, async (source) =>
      renderPledges(await pledgesModel(source, input)),
    );
  });
  app.get<{ Params: { ref: string } }>('/pledges/:ref', (request, reply) => {
    const ref = codeOf(request.params, 'ref');
    return page(request, reply, {}, async (source) => renderPledge(await pledgeModel(source, ref)));
  });
  app.get('/compute', (request, reply) => {
    // Before the page's snapshot, which then has no fewer entries.
    const used = publicCache.current()?.capacity.use ?? NOTHING_METERED;
    return page(request, reply, {}, async (source) =>
      renderCompute(await computeModel(source, used)),
    );
  });
  app.get('/how-we-know', (request, reply) => {
    const shown = publicCache.current();
    return page(request, reply, {}, async (source) =>
      renderHowWeKnow(await howWeKnowModel(source, shown!, publicCache.resting)),
    );
  });
  app.get('/ledger', (request, reply) => {
    const input = parse(ledgerInput, asked(ledgerInput, request.query));
    return page(request, reply, input, async (source) =>
      renderLedger(await ledgerModel(source, input, SHOWN)),
    );
  });
}

function registerGivers(app: FastifyInstance, page: SendPage): void {
  app.get('/givers', (request, reply) => {
    const input = parse(giversInput, asked(giversInput, request.query));
    return page(request, reply, input, async (source) =>
      renderGivers(await giversModel(source, input)),
    );
  });
  const giverQuery = pledgesInput.pick({ cursor: true });
  app.get<{ Params: { id: string } }>('/givers/:id', (request, reply) => {
    const { data: id } = z.uuid().safeParse(request.params.id);
    if (id === undefined) throw notFound(say().signatories.noSuchSignatory);
    const input = parse(giverQuery, asked(giverQuery, request.query));
    return page(request, reply, input, async (source) =>
      renderGiver(await giverModel(source, id, input.cursor)),
    );
  });
}

/** What is cited, and what the initiative says of itself. */
function registerAt(app: FastifyInstance, page: SendPage, past: Hourly): void {
  app.get<{ Params: { size: string } }>('/at/:size', (request, reply) =>
    page(request, reply, {}, async (source) =>
      renderAt(await atModel(source, request.params.size, past)),
    ),
  );
  app.get('/about', (request, reply) =>
    page(request, reply, {}, async (source) => {
      const about = source.initiative.look?.about ?? null;
      if (about === null) throw notFound(say().look.none);
      return renderAbout({ ...frameOf(source), html: htmlOf(about) });
    }),
  );
}

/** The first sums by evidence read every movement, later ones only what is new. */
const sumAhead = (app: FastifyInstance, { db }: Context, publicCache: PublicCache): unknown =>
  app.addHook('onListen', () => {
    publicCache.resting(db, publicCache.current()?.size ?? 0n).catch((err: unknown) => {
      app.log.error({ err }, 'no sums by evidence');
    });
  });

/** In one snapshot, so that all of the page is of one checkpoint. */
const makePage = (ctx: Context, make: Make): Promise<Served> =>
  ctx.db.transaction(
    async (tx) => {
      const initiative = await findInitiative(tx);
      const checkpoint = await newestCheckpoint(tx);
      if (!initiative || !checkpoint) throw new Error('a page without an initiative');
      const html = await make({ ctx, tx, initiative, checkpoint });
      return served('text/html; charset=utf-8', html, {
        noindex: isUnlisted(initiative),
      });
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
