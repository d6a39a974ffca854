import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { hasRight } from '../actor.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { actorOf } from '../http/api.ts';
import { operation } from '../http/operation.ts';
import type { PublicCache } from './public-cache.ts';
import * as operations from './operations.ts';

/** Anybody may ask, and each try is a write. */
const TRY_EACH_MS = 1_000;

export function registerHealth(app: FastifyInstance, ctx: Context, publicCache: PublicCache): void {
  app.get('/healthz', operation(operations.getHealth), (_request, reply) =>
    reply.send({ status: 'ok' }),
  );
  app.get('/readyz', operation(operations.getReadiness), async (request, reply) => {
    // The page is in memory, so a server without its database shows it all the same.
    const isServing = publicCache.current() !== null || publicCache.age() < STALE_MS;
    const isTold =
      request.headers.authorization !== undefined && hasRight(await actorOf(request), 'view');
    return reply
      .code(isServing ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        status: isServing ? 'ready' : 'there is no page to serve',
        ...(isTold && { warnings: await ctx.warnings() }),
      });
  });
  const trouble = atMostEach(TRY_EACH_MS, () => whyNoWrites(ctx));
  app.get('/readyz/writes', operation(operations.getWriteReadiness), async (_request, reply) => {
    const why = ctx.log.stopped ?? publicCache.unkept() ?? (await trouble());
    return reply
      .code(why === null ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: why ?? 'ready' });
  });
}

/** An empty deployment has no page, and is ready while its database answers. */
const STALE_MS = 15_000;

function atMostEach<T>(ms: number, work: () => Promise<T>): () => Promise<T> {
  let at = -Infinity;
  let newest: Promise<T>;
  return () => {
    if (performance.now() - at < ms) return newest;
    at = performance.now();
    newest = work();
    return newest;
  };
}

const WHY: Record<string, string> = {
  '25006': 'the database is a standby: it takes no writes',
  '53100': 'the disk of the database is full',
  '55P03': 'another session has locked the ledger',
};

const codeOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  return codeOf(error.cause) ?? (error as { code?: string }).code;
};

/** Does what a write does: locks the ledger's head, changes a row and commits. Null if that works. */
async function whyNoWrites({ db }: Context): Promise<string | null> {
  try {
    await db.transaction(async (tx) => {
      await tx.execute(sql`SELECT FROM ledger_head FOR UPDATE`);
      await tx.execute(sql`
        INSERT INTO limit_use AS used (key, uses, ends_at) VALUES ('readyz', 1, now())
        ON CONFLICT (key) DO UPDATE SET uses = used.uses % 1000 + 1, ends_at = now()`);
    });
    return null;
  } catch (error) {
    if (error instanceof DomainError) throw error;
    return WHY[codeOf(error) ?? ''] ?? 'the database can’t be reached, or takes too long';
  }
}
