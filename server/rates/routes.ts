import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { postsOf } from '../http/api.ts';
import { adminRateInput, recordAdminRate } from './admin-rate.ts';
import { factorInput, giveFactor, givePrice, priceInput } from './gpu-figures.ts';
import { operations } from './operations.ts';

export function registerRates(app: FastifyInstance, ctx: Context): void {
  const record = postsOf(app, ctx, 'record', '/api/v1/admin');
  record('/rates', adminRateInput, operations.giveRate, recordAdminRate);
  record('/factors', factorInput, operations.giveFactor, giveFactor);
  record('/prices', priceInput, operations.givePrice, givePrice);
}
