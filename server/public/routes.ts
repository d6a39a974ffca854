import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { isAliasOf, isOwnHostOf } from '../http/base-url.ts';
import type { FromMemory } from '../http/from-memory.ts';
import { parse } from '../http/parse.ts';
import { send, type Served } from '../http/served.ts';
import { registerCapacity } from './capacity-route.ts';
import { entriesInput, listEntries } from './entries.ts';
import type { PublicCache, Rendered } from './public-cache.ts';
import { registerHealth } from './health.ts';
import { getInitiative } from './initiative-answer.ts';
import { operation } from '../http/operation.ts';
import * as operations from './operations.ts';

/** Answers from memory write no line, and a logger for each would cost a tenth of their time. */
const SILENT = { childLoggerFactory: (logger: FastifyBaseLogger) => logger };

export function registerPublic(
  app: FastifyInstance,
  ctx: Context,
  publicCache: PublicCache,
  emptyPage: string,
  memory: FromMemory,
): void {
  const rendered = (): Rendered => {
    const current = publicCache.current();
    if (current) return current;
    throw new DomainError('not-found', say().http.nothingLoaded);
  };
  const fromMemory =
    (pick: (from: Rendered) => Served) =>
    (request: FastifyRequest, reply: FastifyReply): void =>
      send(request, reply, pick(rendered()));
  const ready = (pick: (from: Rendered) => Served): Served | null => {
    const current = publicCache.current();
    return current && pick(current);
  };
  const page = fromMemory((from) => from.page);
  const isElsewhere = isAliasOf(ctx.config.baseUrl);
  app.get('/', SILENT, (request, reply) => {
    if (isElsewhere(request)) void reply.redirect(`${ctx.config.baseUrl}${request.url}`);
    else if (publicCache.current()) page(request, reply);
    else void reply.type('text/html; charset=utf-8').send(emptyPage);
  });
  app.get(
    '/api/v1/progress',
    { ...SILENT, ...operation(operations.getProgress) },
    fromMemory(({ progress }) => progress),
  );
  app.get(
    '/api/v1/initiative',
    { ...SILENT, ...operation(getInitiative) },
    fromMemory(({ initiative }) => initiative),
  );
  app.get(
    '/log/checkpoint',
    { ...SILENT, ...operation(operations.getCheckpoint) },
    fromMemory(({ note }) => note),
  );

  const isOwnHost = isOwnHostOf(ctx.config.baseUrl);
  memory.at('/', ({ headers }) => (isOwnHost(headers.host) ? ready((from) => from.page) : null));
  memory.at('/api/v1/progress', () => ready(({ progress }) => progress));
  memory.at('/api/v1/initiative', () => ready(({ initiative }) => initiative));
  memory.at('/log/checkpoint', () => ready(({ note }) => note));

  registerCapacity(
    app,
    () => ({ version: publicCache.version(), ...rendered() }),
    SILENT.childLoggerFactory,
  );

  app.get('/api/v1/entries', operation(operations.listEntries), async ({ query }) => {
    const input = parse(entriesInput, query);
    return ctx.publicly((db) => listEntries(db, input));
  });

  registerHealth(app, ctx, publicCache);
}
