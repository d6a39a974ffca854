import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { post } from '../http/api.ts';
import { adminRateInput, recordAdminRate } from './admin-rate.ts';

export function registerRates(
  app: FastifyInstance,
  ctx: Context,
  adminTokens: readonly string[],
): void {
  post(
    app,
    '/api/v1/admin/rates',
    { adminTokens, schema: adminRateInput },
    ({ actor, key, input }) => recordAdminRate(ctx, actor, key, input),
  );
}
