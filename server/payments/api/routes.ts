import type { FastifyInstance } from 'fastify';
import type { Assets } from '../../../web/pages/page.tsx';
import type { Context } from '../../context.ts';
import { formatAmount } from '../../domain/quantity.ts';
import { actorOf, post } from '../../http/api.ts';
import { takeTurns } from '../../db/turns.ts';
import { operation } from '../../http/operation.ts';
import { codeOf } from '../../pledges/open-pledge.ts';
import type { PaymentRow } from '../payment.ts';
import * as operations from './operations.ts';
import { limitPaid, limitPay, registerPaidPage, registerPayPages } from '../pay/pay-pages.ts';
import { findPayable, give, payPledge } from '../pay/pay.ts';
import { giftInput, payInput } from '../schemas.ts';
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

export function registerPaying(app: FastifyInstance, ctx: Context, assets: Assets): void {
  const looks = takeTurns(LOOKS.atOnce, LOOKS.waiting);
  registerPayPages(app, ctx, assets);
  registerPaidPage(app, ctx, looks, assets);

  const ofPledge = '/api/v1/me/pledges/:ref/payments';
  app.get<{ Params: { ref: string } }>(
    ofPledge,
    operation(operations.listOwnPayments),
    async (request) => {
      const actor = await actorOf(request);
      const ref = codeOf(request.params, 'ref');
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
      const payer = { actor, ref: codeOf(params, 'ref') };
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
