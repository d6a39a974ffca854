import { sql } from 'drizzle-orm';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import type { Db } from '../db/client.ts';
import { rowsOf } from '../db/sql.ts';
import { today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { isAliasOf } from '../http/base-url.ts';
import { parse } from '../http/parse.ts';
import { send, type Served } from '../http/served.ts';
import { isStale, newestRateOn } from '../rates/reference.ts';
import { entriesInput, listEntries } from './entries.ts';
import type { Face, Rendered } from './face.ts';
import { getInitiative } from './initiative-answer.ts';
import { operation } from '../openapi/operation.ts';
import * as operations from './operations.ts';

/** Answers from memory write no line, and making a logger for each would cost a tenth of them. */
const SILENT = { childLoggerFactory: (logger: FastifyBaseLogger) => logger };

export function registerPublic(
  app: FastifyInstance,
  ctx: Context,
  { face, rates }: { face: Face; rates: { failure: () => string | null } },
  emptyPage: string,
): void {
  const fromMemory =
    (pick: (rendered: Rendered) => Served) =>
    (request: FastifyRequest, reply: FastifyReply): void => {
      const rendered = face.current();
      if (!rendered) {
        throw new DomainError('not-found', 'Nothing is loaded yet: npm run import -- FILE.');
      }
      send(request, reply, pick(rendered));
    };
  const page = fromMemory((rendered) => rendered.page);
  const isElsewhere = isAliasOf(ctx.config.baseUrl);
  app.get('/', SILENT, (request, reply) => {
    if (isElsewhere(request)) void reply.redirect(`${ctx.config.baseUrl}${request.url}`);
    else if (face.current()) page(request, reply);
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

  app.get('/api/v1/entries', operation(operations.listEntries), async ({ query }) => {
    const input = parse(entriesInput, query);
    return ctx.publicly(() => listEntries(ctx.db, input));
  });

  app.get('/healthz', operation(operations.getHealth), (_request, reply) =>
    reply.send({ status: 'ok' }),
  );
  app.get('/readyz', operation(operations.getReadiness), async (_request, reply) => {
    await ctx.db.execute(sql`SELECT 1`);
    const isBehind = face.age() > STALE_MS;
    return reply
      .code(isBehind ? 503 : 200)
      .header('cache-control', 'no-store')
      .send({
        status: isBehind ? 'the public page is not being refreshed' : 'ready',
        warnings: await warningsOf(ctx, rates.failure()),
      });
  });
}

/** A face that was not refreshed for this long is behind, whatever the database answers. */
const STALE_MS = 15_000;

/** Whether the login may take the place of the ledger's owner. */
async function couldBeOwner(db: Db): Promise<boolean> {
  const [row] = rowsOf<{ could: boolean }>(
    await db.execute(sql`
      SELECT pg_has_role(session_user, relowner, 'MEMBER') AS could
      FROM pg_class WHERE oid = 'ledger_entry'::regclass`),
  );
  return row!.could;
}

/** What an operator should know, none of which stops the service. */
async function warningsOf(
  { config, engine, db, now }: Context,
  ratesFailure: string | null,
): Promise<string[]> {
  const ratedOn = await newestRateOn(db);
  return [
    engine === 'embedded' && 'trial database: it does not survive a power loss; set DATABASE_URL',
    engine === 'postgres' &&
      (await couldBeOwner(db)) &&
      'the login of DATABASE_URL could change the ledger: give MIGRATE_DATABASE_URL another one',
    engine === 'postgres' &&
      config.smtpUrl === null &&
      'mail is written to DATA_DIR/outbox and reaches nobody; set SMTP_URL',
    (ratedOn === null || isStale(ratedOn, today(now()))) &&
      `the newest reference rates are of ${ratedOn ?? 'no day'}`,
    ratesFailure !== null && `the reference rates could not be fetched: ${ratesFailure}`,
  ].filter((warning) => warning !== false);
}
