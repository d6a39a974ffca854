import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireAdmin, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { actorOf } from '../http/actor.ts';
import { parse } from '../http/parse.ts';
import { matches } from '../http/served.ts';
import { operation } from '../openapi/operation.ts';
import { createExports, type Described, type Exports } from './export.ts';
import type { CsvFile, Filters } from './file.ts';
import { instalments } from './instalments.ts';
import { movements, publicMovements } from './movements.ts';
import { describeFile } from './operations.ts';
import { pledges, publicPledges } from './pledges.ts';
import { CSV_TYPE, sendCsv, type Patience } from './send.ts';
import { signatories } from './signatories.ts';

/** An admin may sit behind a thin line; the public's files are smaller, and anybody can ask for one. */
const PATIENCE: Record<CsvFile['audience'], Patience> = {
  admin: { totalMs: 30 * 60_000, idleMs: 60_000 },
  public: { totalMs: 10 * 60_000, idleMs: 20_000 },
};

export function registerExports(
  app: FastifyInstance,
  ctx: Context,
  adminTokens: readonly string[],
  patience = PATIENCE,
): void {
  const exports = createExports(ctx);
  const serve = <F extends Filters>(folder: string, file: CsvFile<F>): void => {
    app.get(`${folder}/${file.name}.csv`, operation(describeFile(file)), async (request, reply) => {
      const actor = await actorFor(file, request, adminTokens);
      const filters = parse(file.filters, request.query);
      return answer(exports, { request, reply, actor, file, filters }, patience[file.audience]);
    });
  };
  const admin = '/api/v1/admin/exports';
  serve(admin, signatories);
  serve(admin, pledges);
  serve(admin, movements);
  serve(admin, instalments);
  serve('/data', publicPledges);
  serve('/data', publicMovements);
}

/** The use case decides; asked here as well, so that a stranger is not told what a query lacks. */
async function actorFor(
  { audience }: Pick<CsvFile, 'audience'>,
  request: FastifyRequest,
  adminTokens: readonly string[],
): Promise<Actor> {
  if (audience === 'public') return { kind: 'public' };
  const actor = await actorOf(request, adminTokens);
  requireAdmin(actor);
  return actor;
}

interface Asked<F extends Filters> {
  request: FastifyRequest;
  reply: FastifyReply;
  actor: Actor;
  file: CsvFile<F>;
  filters: F;
}

async function answer<F extends Filters>(
  exports: Exports,
  { request, reply, actor, file, filters }: Asked<F>,
  patience: Patience,
): Promise<FastifyReply> {
  const described = await exports.describe(actor, file, filters);
  const isPublic = file.audience === 'public';
  if (isPublic && matches(request.headers['if-none-match'], described.etag)) {
    return reply.code(304).headers(headersOf(file, described)).send();
  }
  if (request.method === 'HEAD') {
    return reply.headers(headersOf(file, described)).type(CSV_TYPE).send();
  }
  const { rows, ...opened } = await exports.open(actor, file, filters);
  const facts = { file: file.name, who: actor.kind, size: Number(opened.asOf.size), filters };
  request.log.info(facts, 'export');
  return sendCsv(request, reply, rows, {
    withMark: filters.bom === '1',
    patience,
    headers: headersOf(file, opened),
  });
}

/** The checkpoint that the file is of; `GET /api/v1/progress` has the same under `asOf`. */
function headersOf(
  { name, audience }: Pick<CsvFile, 'name' | 'audience'>,
  { asOf, etag }: Described,
): Record<string, string> {
  return {
    'content-disposition': `attachment; filename="${name}-${asOf.size}.csv"`,
    'muster-checkpoint-size': asOf.size.toString(),
    'muster-checkpoint-root': asOf.root.toString('base64'),
    vary: 'accept-encoding',
    ...(audience === 'public'
      ? { etag, 'cache-control': 'public, max-age=60' }
      : { 'cache-control': 'no-store' }),
  };
}
