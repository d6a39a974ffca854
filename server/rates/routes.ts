import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { post } from '../http/api.ts';
import { adminRateInput, recordAdminRate } from './admin-rate.ts';
import { factorInput, giveFactor, givePrice, priceInput } from './gpu-figures.ts';
import * as operations from './operations.ts';

export function registerRates(app: FastifyInstance, ctx: Context): void {
  post(
    app,
    '/api/v1/admin/rates',
    { who: 'record', schema: adminRateInput, about: operations.giveRate },
    ({ actor, key, input }) => recordAdminRate(ctx, actor, key, input),
  );
  post(
    app,
    '/api/v1/admin/factors',
    { who: 'record', schema: factorInput, about: operations.giveFactor },
    ({ actor, key, input }) => giveFactor(ctx, actor, key, input),
  );
  post(
    app,
    '/api/v1/admin/prices',
    { who: 'record', schema: priceInput, about: operations.givePrice },
    ({ actor, key, input }) => givePrice(ctx, actor, key, input),
  );
}
