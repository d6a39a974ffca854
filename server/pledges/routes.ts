import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { post } from '../http/api.ts';
import { parse } from '../http/parse.ts';
import { acceptPledge, rejectPledge } from './decide.ts';
import { listMovements, movementsInput, readPledge } from './list.ts';
import { ADMIN_VERBS, movePledge, reverseBatch } from './move.ts';
import { logPledge } from './pledge.ts';
import { acceptInput, moveInput, pledgeInput, reasonInput, rejectInput } from './schemas.ts';

export function registerPledges(
  app: FastifyInstance,
  ctx: Context,
  adminTokens: readonly string[],
): void {
  app.get<{ Params: { ref: string } }>('/api/v1/pledges/:ref', async ({ params }) =>
    readPledge(ctx.db, params.ref),
  );
  app.get('/api/v1/movements', async ({ query }) =>
    listMovements(ctx.db, parse(movementsInput, query)),
  );
  post(app, '/api/v1/pledges', { adminTokens, schema: pledgeInput }, ({ actor, key, input }) =>
    logPledge(ctx, actor, key, input),
  );
  const at = '/api/v1/admin/pledges/:ref';
  post(app, `${at}/accept`, { adminTokens, schema: acceptInput }, ({ actor, key, params, input }) =>
    acceptPledge(ctx, actor, key, params['ref']!, input),
  );
  post(app, `${at}/reject`, { adminTokens, schema: rejectInput }, ({ actor, key, params, input }) =>
    rejectPledge(ctx, actor, key, params['ref']!, input),
  );
  for (const verb of ADMIN_VERBS) {
    post(
      app,
      `${at}/${verb}`,
      { adminTokens, schema: moveInput },
      ({ actor, key, params, input }) => movePledge(ctx, actor, key, verb, params['ref']!, input),
    );
  }
  post(
    app,
    '/api/v1/admin/batches/:batch/reverse',
    { adminTokens, schema: reasonInput },
    ({ actor, key, params, input }) => reverseBatch(ctx, actor, key, params['batch']!, input),
  );
}
