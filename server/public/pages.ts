import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Assets } from '../../web/page.tsx';
import { renderLedger } from '../../web/ledger.tsx';
import { renderPledge } from '../../web/pledge.tsx';
import { renderPledges } from '../../web/pledges.tsx';
import { renderSignatories } from '../../web/signatories.tsx';
import type { Context } from '../context.ts';
import { today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { parse } from '../http/parse.ts';
import { send, served, type Served } from '../http/served.ts';
import { findInitiative } from '../initiative/read.ts';
import { newestCheckpoint } from '../ledger/checkpoint.ts';
import { isCode } from '../ledger/code.ts';
import { pledgesInput } from '../pledges/list-pledges.ts';
import { listInput } from '../signatories/list.ts';
import type { Face } from './face.ts';
import { ledgerInput, ledgerModel } from './ledger-model.ts';
import type { PageSource } from './page-source.ts';
import { pledgeModel } from './pledge-model.ts';
import { pledgesModel } from './pledges-model.ts';
import { signatoriesModel } from './signatories-model.ts';

type Make = (source: PageSource) => Promise<string>;

/** Room for a thousand pages of lists; those not asked for longest give way. */
const CACHE_BYTES = 32 * 1024 * 1024;

const SHOWN = 50;

/** A form sends its empty fields too: they ask for nothing. */
const asked = (query: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(query as object).filter(([, value]) => value !== ''));

/**
 * The public pages beyond the first. Each is made once per checkpoint for each of its addresses,
 * however many ask, and then served from memory.
 */
export function registerPages(
  app: FastifyInstance,
  ctx: Context,
  face: Face,
  assets: Assets,
  emptyPage: string,
): void {
  const cache = new LRUCache<string, Served, Make>({
    maxSize: CACHE_BYTES,
    sizeCalculation: ({ body, gzip }) => body.length + gzip.length,
    fetchMethod: (_key, _old, { context }) => makePage(ctx, context),
  });
  const page = async (
    request: FastifyRequest,
    reply: FastifyReply,
    input: object,
    make: Make,
  ): Promise<FastifyReply> => {
    if (!face.current()) return reply.type('text/html; charset=utf-8').send(emptyPage);
    // Values of today change with the day.
    const version = `${face.version()} ${today(ctx.now())}`;
    const key = JSON.stringify([version, request.url.split('?')[0], input]);
    return send(request, reply, (await cache.fetch(key, { context: make }))!);
  };
  const signatoriesQuery = listInput.omit({ limit: true });
  app.get('/signatories', (request, reply) => {
    const input = { ...parse(signatoriesQuery, asked(request.query)), limit: SHOWN };
    return page(request, reply, input, async (source) =>
      renderSignatories(await signatoriesModel(source, input), assets),
    );
  });
  const pledgesQuery = pledgesInput.omit({ limit: true });
  app.get('/pledges', (request, reply) => {
    const input = { ...parse(pledgesQuery, asked(request.query)), limit: SHOWN };
    return page(request, reply, input, async (source) =>
      renderPledges(await pledgesModel(source, input), assets),
    );
  });
  app.get<{ Params: { ref: string } }>('/pledges/:ref', (request, reply) => {
    const { ref } = request.params;
    parse(z.strictObject({}), request.query);
    if (!isCode(ref)) throw new DomainError('not-found', 'There is no such pledge.');
    return page(request, reply, {}, async (source) =>
      renderPledge(await pledgeModel(source, ref), assets),
    );
  });
  app.get('/ledger', (request, reply) => {
    const input = parse(ledgerInput, asked(request.query));
    return page(request, reply, input, async (source) =>
      renderLedger(await ledgerModel(source, input, SHOWN), assets),
    );
  });
}

/** Reads and renders one page in one snapshot, so that all of it is of one checkpoint. */
const makePage = (ctx: Context, make: Make): Promise<Served> =>
  ctx.db.transaction(
    async (tx) => {
      const initiative = await findInitiative(tx);
      const checkpoint = await newestCheckpoint(tx);
      if (!initiative || !checkpoint) throw new Error('a page without an initiative');
      const html = await make({ ctx, tx, initiative, checkpoint });
      return served('text/html; charset=utf-8', html, {
        noindex: initiative.closed || initiative.demonstration,
      });
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
