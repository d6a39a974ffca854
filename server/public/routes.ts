import { sql } from 'drizzle-orm';
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import type { Hourly } from '../hourly.ts';
import type { Db } from '../db/client.ts';
import { rowsOf } from '../db/sql.ts';
import { today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { isAliasOf } from '../http/base-url.ts';
import { parse } from '../http/parse.ts';
import { send, type Served } from '../http/served.ts';
import { isStale, newestRateOn } from '../rates/reference.ts';
import { registerCapacity } from './capacity-route.ts';
import { entriesInput, listEntries } from './entries.ts';
import type { Face, Rendered } from './face.ts';
import { getInitiative } from './initiative-answer.ts';
import { operation } from '../openapi/operation.ts';
import * as operations from './operations.ts';

/** Answers from memory write no line, and making a logger for each would cost a tenth of them. */
const SILENT = { childLoggerFactory: (logger: FastifyBaseLogger) => logger };

type Failing = Pick<Hourly, 'failure'>;

/** What readiness tells of. */
type Watched = { face: Face } & Record<'rates' | 'comparison' | 'acceptance', Failing>;

export function registerPublic(
  app: FastifyInstance,
  ctx: Context,
  watched: Watched,
  emptyPage: string,
): void {
  const { face } = watched;
  const rendered = (): Rendered => {
    const current = face.current();
    if (current) return current;
    throw new DomainError('not-found', 'Nothing is loaded yet: npm run import -- FILE.');
  };
  const fromMemory =
    (pick: (from: Rendered) => Served) =>
    (request: FastifyRequest, reply: FastifyReply): void =>
      send(request, reply, pick(rendered()));
  const page = fromMemory((from) => from.page);
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

  registerCapacity(
    app,
    () => ({ version: face.version(), ...rendered() }),
    SILENT.childLoggerFactory,
  );

  app.get('/api/v1/entries', operation(operations.listEntries), async ({ query }) => {
    const input = parse(entriesInput, query);
    return ctx.publicly((db) => listEntries(db, input));
  });

  registerHealth(app, ctx, watched);
}

/** What an orchestrator and alerts ask. */
function registerHealth(
  app: FastifyInstance,
  ctx: Context,
  { face, rates, comparison, acceptance }: Watched,
): void {
  app.get('/healthz', operation(operations.getHealth), (_request, reply) =>
    reply.send({ status: 'ok' }),
  );
  app.get('/readyz/writes', operation(operations.getWriteReadiness), async (_request, reply) => {
    const trouble = ctx.log.stopped ?? face.unkept() ?? (await whyReadOnly(ctx.db));
    return reply
      .code(trouble === null ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: trouble ?? 'ready' });
  });
  app.get('/readyz', operation(operations.getReadiness), async (_request, reply) => {
    await ctx.db.execute(sql`SELECT 1`);
    // A server that takes no writes still shows its pages.
    const isBehind = face.age() > STALE_MS && ctx.log.stopped === null;
    return reply
      .code(isBehind ? 503 : 200)
      .header('cache-control', 'no-store')
      .send({
        status: isBehind ? 'the public page is not being refreshed' : 'ready',
        warnings: await warningsOf(ctx, {
          rates: rates.failure(),
          comparison: comparison.failure(),
          acceptance: acceptance.failure(),
        }),
      });
  });
}

/** A face that was not refreshed for this long is behind, whatever the database answers. */
const STALE_MS = 15_000;

/** A standby answers reads, and refuses writes. */
async function whyReadOnly(db: Db): Promise<string | null> {
  const [row] = rowsOf<{ isStandby: boolean }>(
    await db.execute(sql`SELECT pg_is_in_recovery() AS "isStandby"`),
  );
  return row!.isStandby ? 'the database is a standby: it takes no writes' : null;
}

/** Whether the login may take the place of the ledger's owner. */
async function couldBeOwner(db: Db): Promise<boolean> {
  const [row] = rowsOf<{ could: boolean }>(
    await db.execute(sql`
      SELECT pg_has_role(session_user, relowner, 'MEMBER') AS could
      FROM pg_class WHERE oid = 'ledger_entry'::regclass`),
  );
  return row!.could;
}

/** Whether a receipt of Stripe's test mode still counts, told of by Stripe or recorded by hand, of any pledge. */
async function hasTestMoney(db: Db): Promise<boolean> {
  const [row] = rowsOf<{ has: boolean }>(
    await db.execute(sql`
      SELECT EXISTS (
        SELECT FROM payment
        CROSS JOIN LATERAL (
          SELECT FROM evidence JOIN movement USING (batch)
          WHERE evidence.reference IN (payment.intent, payment.charge, payment.object)
            AND movement.verb = 'receive' AND NOT EXISTS (
              SELECT FROM movement undoing
              WHERE undoing.pledge_id = movement.pledge_id AND undoing.reverses = movement.seq)
          LIMIT 1) AS standing
        WHERE NOT payment.livemode) AS has`),
  );
  return row!.has;
}

/** What an operator should know, none of which stops the service. */
async function warningsOf(
  { config, engine, db, now, stripe, log }: Context,
  failed: Record<'rates' | 'comparison' | 'acceptance', string | null>,
): Promise<string[]> {
  const ratedOn = await newestRateOn(db);
  return [
    log.stopped,
    engine === 'embedded' && 'trial database: it does not survive a power loss; set DATABASE_URL',
    engine === 'postgres' &&
      (await couldBeOwner(db)) &&
      'the login of DATABASE_URL could change the ledger: give MIGRATE_DATABASE_URL another one',
    engine === 'postgres' &&
      config.smtpUrl === null &&
      'mail is written to DATA_DIR/outbox and reaches nobody; set SMTP_URL',
    (ratedOn === null || isStale(ratedOn, today(now()))) &&
      `the newest reference rates are of ${ratedOn ?? 'no day'}`,
    failed.rates !== null && `the reference rates could not be fetched: ${failed.rates}`,
    failed.comparison !== null &&
      `payments could not be compared with Stripe: ${failed.comparison}`,
    failed.acceptance !== null &&
      `anonymous pledges could not be accepted together: ${failed.acceptance}`,
    stripe?.livemode === true &&
      (await hasTestMoney(db)) &&
      'what was paid in Stripe’s test mode is in the figures: take those receipts back at the desk',
    stripe !== null &&
      stripe.refusedKey() !== null &&
      'Stripe refuses STRIPE_SECRET_KEY, or what is asked by it: the log says what',
  ].filter((warning) => typeof warning === 'string');
}
