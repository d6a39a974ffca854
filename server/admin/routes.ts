import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { actorOf } from '../http/actor.ts';
import { parse } from '../http/parse.ts';
import { MAX_FILE_BYTES } from '../initiative/file.ts';
import { importFile } from '../initiative/import.ts';
import { operation, type Operation } from '../openapi/operation.ts';
import { importRates } from '../rates/import.ts';
import { importEcbRates, ratesInput } from '../rates/operations.ts';
import * as operations from './operations.ts';
import { verifyAll, verifyInput } from './verify.ts';

/**
 * What the commands ask of a server that holds the data folder. All may be sent twice without
 * harm, imports by what is there already, the others because they write nothing; so they need no
 * Idempotency-Key. Large bodies are read only once the token is known.
 */
export function registerAdmin(
  app: FastifyInstance,
  ctx: Context,
  adminTokens: readonly string[],
  localToken: string | null,
): void {
  const options = (of: Operation) => ({
    ...operation(of),
    bodyLimit: MAX_FILE_BYTES,
    onRequest: onlyAdmin(adminTokens),
  });
  app.post('/api/v1/admin/import', options(operations.importFile), async (request, reply) => {
    const actor = await actorOf(request, adminTokens);
    const answer = await importFile(ctx, actor, request.body, (what, done, of) =>
      request.log.info({ what, done, of }, 'import'),
    );
    return reply.code(201).send(answer);
  });
  if (ctx.archive && localToken !== null) registerArchive(app, ctx.archive, localToken);
  app.post('/api/v1/admin/rates/ecb', options(importEcbRates), async (request, reply) => {
    const { file } = parse(ratesInput, request.body ?? {});
    return reply.code(201).send(await importRates(ctx, await actorOf(request, adminTokens), file));
  });
  app.post('/api/v1/admin/verify', options(operations.verifyLedger), async (request, reply) => {
    const { acks } = parse(verifyInput, request.body ?? {});
    return reply.send(await verifyAll(ctx, await actorOf(request, adminTokens), acks ?? []));
  });
}

const onlyAdmin = (tokens: readonly string[]) => async (request: FastifyRequest) =>
  requireAdmin(await actorOf(request, tokens));

/**
 * The whole database, for `npm run backup` on this machine alone: who can read its files anyway has
 * the local token, and an admin from afar does not get people's addresses this way.
 */
function registerArchive(
  app: FastifyInstance,
  archive: NonNullable<Context['archive']>,
  localToken: string,
): void {
  const options = { ...operation(operations.downloadArchive), onRequest: onlyAdmin([localToken]) };
  app.post('/api/v1/admin/archive', options, async (_, reply) =>
    reply.type('application/gzip').send(Buffer.from(await (await archive()).arrayBuffer())),
  );
}
