import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requireRight, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { actorOf } from '../http/api.ts';
import { parse } from '../http/parse.ts';
import { matches } from '../http/served.ts';
import { operation, type Operation } from '../http/operation.ts';
import { auditTrail } from './audit.ts';
import { capacity, publicCapacity } from './capacity.ts';
import { createExports, type Described, type Exports } from './export.ts';
import type { Audience, CsvFile, Filters } from './file.ts';
import { publicGivers } from './givers.ts';
import { instalments } from './instalments.ts';
import { movements, publicMovements } from './movements.ts';
import { pledges, publicPledges } from './pledges.ts';
import { CSV_TYPE, sendCsv, type Patience } from './send.ts';
import { signatories } from './signatories.ts';

/** An admin may have a slow line. */
const ADMINS_PATIENCE: Patience = { totalMs: 30 * 60_000, idleMs: 60_000 };
const PATIENCE: Record<Audience, Patience> = {
  admin: ADMINS_PATIENCE,
  desk: ADMINS_PATIENCE,
  public: { totalMs: 10 * 60_000, idleMs: 20_000 },
};

export function serveAdminFiles(serve: <F extends Filters>(file: CsvFile<F>) => void): void {
  serve(signatories);
  serve(pledges);
  serve(movements);
  serve(instalments);
  serve(capacity);
  serve(auditTrail);
}

export type AnswerFile = ReturnType<typeof createFiles>;

export function createFiles(ctx: Context, patience = PATIENCE) {
  const exports = createExports(ctx);
  return <F extends Filters>(
    file: CsvFile<F>,
    { request, ...asked }: Asked,
  ): Promise<FastifyReply> =>
    answer(exports, file, patience[file.audience], {
      ...asked,
      request,
      filters: parse(file.filters, asked.query),
    });
}

export function registerExports(app: FastifyInstance, answerFile: AnswerFile): void {
  const serve = <F extends Filters>(folder: string, file: CsvFile<F>): void => {
    app.get(`${folder}/${file.name}.csv`, operation(describeFile(file)), async (request, reply) => {
      const actor = await actorFor(file, request);
      return answerFile(file, { request, reply, actor, query: request.query });
    });
  };
  serveAdminFiles((file) => serve('/api/v1/admin/exports', file));
  serve('/data', publicPledges);
  serve('/data', publicGivers);
  serve('/data', publicMovements);
  serve('/data', publicCapacity);
}

/** The use case decides. Here too, so that a stranger isn't told what a query lacks. */
async function actorFor(
  { audience }: Pick<CsvFile, 'audience'>,
  request: FastifyRequest,
): Promise<Actor> {
  if (audience === 'public') return { kind: 'public' };
  const actor = await actorOf(request);
  requireRight(actor, 'export');
  return actor;
}

interface Asked {
  request: FastifyRequest;
  reply: FastifyReply;
  actor: Actor;
  query: unknown;
}

async function answer<F extends Filters>(
  exports: Exports,
  file: CsvFile<F>,
  patience: Patience,
  { request, reply, actor, filters }: Omit<Asked, 'query'> & { filters: F },
): Promise<FastifyReply> {
  const described = await exports.describe(actor, file, filters);
  const isPublic = file.audience === 'public';
  if (isPublic && matches(request.headers['if-none-match'], described.etag)) {
    return reply.code(304).headers(headersOf(file, described)).send();
  }
  if (request.method === 'HEAD') {
    // A stream, or Fastify would say that the file is empty.
    return reply.headers(headersOf(file, described)).type(CSV_TYPE).send(Readable.from([]));
  }
  const { rows, ...opened } = await exports.open(actor, file, filters);
  const facts = { file: file.name, who: actor.kind, size: Number(opened.asOf.size) };
  request.log.info(facts, 'export');
  return sendCsv(request, reply, rows, {
    withMark: filters.bom === '1',
    patience,
    headers: headersOf(file, opened),
  });
}

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

const title = (name: string): string => name.replace(/^./, (letter) => letter.toUpperCase());

const SUMS = 'The sums equal those of `GET /api/v1/progress` and `GET /api/v1/capacity`.';

const ABOUT_PEOPLE = {
  none: ' The file has no personal data.',
  names: ' It has the names that are public. Whoever hides theirs later must go from copies too.',
};

/** docs/csv.md has the columns. */
const describeFile = <F extends Filters>({
  name,
  audience,
  filters,
  sums = SUMS,
}: CsvFile<F>): Operation => ({
  id: audience === 'admin' ? `export${title(name)}` : `get${title(name)}Csv`,
  summary: audience === 'admin' ? `Export the ${name} as CSV` : `Get the ${name} as CSV`,
  description:
    `As of the newest checkpoint. The Muster-Checkpoint headers give its size and root. ${sums} The file is RFC 4180 in UTF-8, with a header. Numbers are plain decimals, with their unit in its own column. Send \`bom=1\` for Excel. If the server fails midway, the connection breaks: a file that ends normally is complete.` +
    (audience === 'admin' ? '' : ABOUT_PEOPLE[name === 'givers' ? 'names' : 'none']),
  access: audience === 'admin' ? 'export' : 'public',
  cached: audience === 'public',
  query: filters as unknown as z.ZodObject,
  answers: { 200: z.string().meta({ contentMediaType: 'text/csv' }) },
  refuses: ['busy', 'not-found'],
});
