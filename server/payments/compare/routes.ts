import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.ts';
import { post } from '../../http/api.ts';
import { compareInput, compareWithStripe } from './compare.ts';
import { comparePayments } from './operations.ts';

export function registerCompare(app: FastifyInstance, ctx: Context): void {
  post(
    app,
    '/api/v1/admin/payments/compare',
    { who: 'record', schema: compareInput, about: comparePayments },
    ({ actor, key, input }) => compareWithStripe(ctx, actor, key, input),
  );
}
