import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { requireRight } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { formatAmount } from '../../domain/quantity.ts';
import { actorOf, post, postsOf, postsOn } from '../../http/api.ts';
import { createFairQueue } from '../../db/fair-queue.ts';
import { operation } from '../../http/operation.ts';
import { parse } from '../../http/parse.ts';
import { isCode } from '../../ledger/codes.ts';
import { refIn } from '../../pledges/open-pledge.ts';
import { compareInput, compareWithStripe } from '../compare/compare.ts';
import { checkPayment } from '../follow/settle.ts';
import { noPayment, type PaymentRow } from '../payment.ts';
import { operations } from './operations.ts';
import { limitPaid, limitPay, registerPaidPage, registerPayPages } from '../pay/pay-pages.ts';
import { findPayable, give, mailPayLink, payPledge } from '../pay/pay.ts';
import { refundPayment } from '../refund/refund.ts';
import { giftInput, payInput, refundInput } from '../schemas.ts';
import { listPayments, paymentsInput } from './list.ts';
import { paymentsOfPledge, seePayment } from '../pay/seen-payment.ts';

/** How many readers may wait for Stripe at once. Others see what we know. */
const LOOKS = { atOnce: 4, waiting: 16 };

const paymentJson = (row: PaymentRow, pledge: string | null) => ({
  code: row.code,
  status: row.status,
  way: row.way,
  currency: row.currency,
  amount: formatAmount(row.amountMinor, row.currency),
  pledge,
  url: row.url,
});

export function registerPaying(app: FastifyInstance, ctx: Context): void {
  const looks = createFairQueue(LOOKS.atOnce, LOOKS.waiting);
  registerPayPages(app, ctx);
  registerPaidPage(app, ctx, looks);

  const ofPledge = '/api/v1/me/pledges/:ref/payments';
  app.get<{ Params: { ref: string } }>(
    ofPledge,
    operation(operations.listOwnPayments),
    async (request) => {
      const actor = await actorOf(request);
      const ref = refIn(request.params);
      await findPayable(ctx.db, { actor, ref }, ctx.now());
      const rows = await paymentsOfPledge(ctx.db, ref);
      return { payments: rows.map((row) => paymentJson(row, ref)) };
    },
  );
  post(
    app,
    ofPledge,
    { who: 'signatory', schema: payInput, about: operations.openPayment },
    async ({ actor, key, params, input }) => {
      const payer = { actor, ref: refIn(params) };
      return { status: 201, body: { ...(await payPledge(ctx, payer, key, input)) } };
    },
  );
  post(
    app,
    '/api/v1/gifts',
    { who: 'public', schema: giftInput, about: operations.openGift },
    async ({ request, key, input }) => {
      await limitPay(ctx, request);
      return { status: 201, body: { ...(await give(ctx, key, input)) } };
    },
  );
  app.get<{ Params: { code: string } }>(
    '/api/v1/payments/:code',
    operation(operations.getPayment),
    async (request) => {
      await limitPaid(ctx, request);
      const { row, ref } = await seePayment(ctx, looks, request.params.code);
      return paymentJson(row, ref);
    },
  );
}

export const paymentCodeOf = ({ code = '' }: Record<string, string>): string => {
  if (!isCode(code)) throw noPayment();
  return code;
};

export function registerPaymentsOfAdmins(app: FastifyInstance, ctx: Context): void {
  app.get('/api/v1/admin/payments', operation(operations.listPayments), async (request) => {
    requireRight(await actorOf(request), 'view');
    return listPayments(ctx, parse(paymentsInput, request.query));
  });
  const record = postsOf(app, ctx, 'record', '/api/v1/admin/payments');
  record('/compare', compareInput, operations.comparePayments, compareWithStripe);
  const at = '/api/v1/admin/payments/:code';
  const nothing = z.strictObject({});
  const check = postsOn(app, ctx, 'record', at, paymentCodeOf);
  check('/check', nothing, operations.checkPayment, async (_, actor, key, code) => ({
    status: 201,
    body: { code, ...(await checkPayment(ctx, code, { actor, key })) },
  }));
  const refund = postsOn(app, ctx, 'refund', at, paymentCodeOf);
  refund('/refund', refundInput, operations.refundPayment, refundPayment);
  const decide = postsOn(app, ctx, 'decide', '/api/v1/admin/pledges/:ref', refIn);
  decide('/pay-link', nothing, operations.mailPayLink, mailPayLink);
}
