import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { post } from '../http/api.ts';
import { adminRateInput, recordAdminRate } from './admin-rate.ts';
import { giveRate } from './operations.ts';

export function registerRates(app: FastifyInstance, ctx: Context): void {
  post(
    app,
    '/api/v1/admin/rates',
    { who: 'record', schema: adminRateInput, about: giveRate },
    ({ actor, key, input }) => recordAdminRate(ctx, actor, key, input),
  );
}
