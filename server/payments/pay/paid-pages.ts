import type { FastifyInstance } from 'fastify';
import { renderPaid } from '../../../web/pages/paid.tsx';
import type { PaidBatch } from '../../../web/data/pay.ts';
import type { Assets } from '../../../web/pages/page.tsx';
import type { Context } from '../../context.ts';
import { toBaseUrl } from '../../http/base-url.ts';
import { sendPage } from '../../http/page.ts';
import type { Turns } from '../../db/turns.ts';
import { ownFrame } from '../../sessions/own-pages.ts';
import type { BatchOfPayment } from '../follow/batches.ts';
import { limitPaid } from './pay-pages.ts';
import { paymentLine, seePayment } from './seen-payment.ts';

const paidBatch = ({ verb, amountMinor, isTakenBack, movements }: BatchOfPayment): PaidBatch => ({
  verb,
  amount: amountMinor,
  on: movements[0]!.occurredOn,
  isTakenBack,
  entries: movements.map(({ seq }) => Number(seq)),
});

export function registerPaidPage(
  app: FastifyInstance,
  ctx: Context,
  looks: Turns,
  assets: Assets,
): void {
  app.get<{ Params: { code: string }; Querystring: { cancelled?: unknown } }>(
    '/paid/:code',
    { onRequest: toBaseUrl(ctx.config.baseUrl) },
    async (request, reply) => {
      await limitPaid(ctx, request);
      const { params, query } = request;
      const { row, batches, ...seen } = await seePayment(ctx, looks, params.code);
      const page = {
        ...seen,
        ...paymentLine(row),
        frame: await ownFrame(ctx),
        way: row.way,
        url: row.url,
        batches: batches.map(paidBatch),
        isCancelled: query.cancelled !== undefined,
      };
      return sendPage(reply, 200, renderPaid(page, assets));
    },
  );
}
