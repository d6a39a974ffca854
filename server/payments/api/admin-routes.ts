import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { requireRight } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { actorOf, post } from '../../http/api.ts';
import { parse } from '../../http/parse.ts';
import { isCode } from '../../ledger/codes.ts';
import { operation } from '../../http/operation.ts';
import { codeOf } from '../../pledges/open-pledge.ts';
import * as operations from './admin-operations.ts';
import { compareInput, compareWithStripe } from '../compare/compare.ts';
import { listPayments, paymentsInput } from './list.ts';
import { mailPayLink } from '../pay/pay.ts';
import { noPayment } from '../payment.ts';
import { refundPayment } from '../refund/refund.ts';
import { refundInput } from '../schemas.ts';
import { checkPayment } from '../follow/settle.ts';

export const paymentCodeOf = ({ code = '' }: Record<string, string>): string => {
  if (!isCode(code)) throw noPayment();
  return code;
};

export function registerPaymentsOfAdmins(app: FastifyInstance, ctx: Context): void {
  app.get('/api/v1/admin/payments', operation(operations.listPayments), async (request) => {
    requireRight(await actorOf(request), 'view');
    return listPayments(ctx, parse(paymentsInput, request.query));
  });
  post(
    app,
    '/api/v1/admin/payments/compare',
    { who: 'record', schema: compareInput, about: operations.comparePayments },
    ({ actor, key, input }) => compareWithStripe(ctx, actor, key, input),
  );
  post(
    app,
    '/api/v1/admin/payments/:code/check',
    { who: 'record', schema: z.strictObject({}), about: operations.checkPayment },
    async ({ actor, key, params }) => {
      const code = paymentCodeOf(params);
      return { status: 201, body: { code, ...(await checkPayment(ctx, code, { actor, key })) } };
    },
  );
  post(
    app,
    '/api/v1/admin/payments/:code/refund',
    { who: 'refund', schema: refundInput, about: operations.refundPayment },
    ({ actor, key, params, input }) => refundPayment(ctx, actor, key, paymentCodeOf(params), input),
  );
  post(
    app,
    '/api/v1/admin/pledges/:ref/pay-link',
    { who: 'decide', schema: z.strictObject({}), about: operations.mailPayLink },
    ({ actor, key, params }) => mailPayLink(ctx, actor, key, codeOf(params, 'ref')),
  );
}
