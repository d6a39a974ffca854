import type { FastifyInstance } from 'fastify';
import { requireAdmin } from '../actor.ts';
import type { Context } from '../context.ts';
import { actorOf } from '../http/actor.ts';
import { parse } from '../http/parse.ts';
import { MAX_FILE_BYTES } from '../initiative/file.ts';
import { importFile } from '../initiative/import.ts';
import { operation, type Operation } from '../openapi/operation.ts';
import * as operations from './operations.ts';
import { verifyAll, verifyInput } from './verify.ts';

/**
 * What the commands ask of a server that holds the data folder. Both may be sent twice without
 * harm, one by the file's own keys, the other because it writes nothing; so they need no
 * Idempotency-Key. Large bodies are read only once the token is known.
 */
export function registerAdmin(
  app: FastifyInstance,
  ctx: Context,
  adminTokens: readonly string[],
): void {
  const options = (of: Operation) => ({
    ...operation(of),
    bodyLimit: MAX_FILE_BYTES,
    onRequest: async (request: Parameters<typeof actorOf>[0]) =>
      requireAdmin(actorOf(request, adminTokens)),
  });
  app.post('/api/v1/admin/import', options(operations.importFile), async (request, reply) => {
    const actor = actorOf(request, adminTokens);
    const answer = await importFile(ctx, actor, request.body, (what, done, of) =>
      request.log.info({ what, done, of }, 'import'),
    );
    return reply.code(201).send(answer);
  });
  app.post('/api/v1/admin/verify', options(operations.verifyLedger), async (request, reply) => {
    const { acks } = parse(verifyInput, request.body ?? {});
    return reply.send(await verifyAll(ctx, actorOf(request, adminTokens), acks ?? []));
  });
}
