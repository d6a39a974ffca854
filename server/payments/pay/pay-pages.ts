import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormState } from '../../../web/components/form.tsx';
import type { PaidBatch } from '../../../web/data/pay.ts';
import { renderOwn } from '../../../web/pages/frame.tsx';
import { PaidView } from '../../../web/pages/paid.tsx';
import { ClosedView, GiveView, PayView, SpentPayLinkView } from '../../../web/pages/pay.tsx';
import { t } from '../../../web/words.ts';
import type { Context } from '../../context.ts';
import { useLimit } from '../../db/limit.ts';
import type { FairQueue } from '../../db/fair-queue.ts';
import { DomainError } from '../../domain/errors.ts';
import { typedAmount } from '../../domain/typed-money.ts';
import { toBaseUrl } from '../../http/base-url.ts';
import { acceptForms, readForm } from '../../http/form.ts';
import { ipKey } from '../../http/limits.ts';
import { sendPage } from '../../http/page.ts';
import { parse } from '../../http/parse.ts';
import { checkOpen, findInitiative, noInitiative } from '../../initiative/read.ts';
import { refIn } from '../../pledges/open-pledge.ts';
import { frameAround, ownPages, sendOwn } from '../../sessions/own-pages.ts';
import { formKey, newFormKey, sendOnce } from '../../sessions/pages.ts';
import type { BatchOfPayment } from '../follow/batches.ts';
import { giftInput, payInput } from '../schemas.ts';
import { giveModel, payModel, payValues } from './pay-model.ts';
import { findPayable, give, payPledge, type Opened, type Payer } from './pay.ts';
import { paymentLine, seePayment } from './seen-payment.ts';
import { whyClosed } from './ways.ts';

const HOUR = 3_600;

export const limitPay = (ctx: Context, request: FastifyRequest): Promise<void> =>
  useLimit(ctx, { name: 'payment by ip', key: ipKey(request), most: 30, seconds: HOUR });

const limitPayLinks = (ctx: Context, request: FastifyRequest): Promise<void> =>
  useLimit(ctx, { name: 'pay link by ip', key: ipKey(request), most: 300, seconds: HOUR });

/** A payment's code has 60 bits, so nobody guesses one. */
export const limitPaid = (ctx: Context, request: FastifyRequest): Promise<void> =>
  useLimit(ctx, { name: 'paid by ip', key: ipKey(request), most: 1_000, seconds: HOUR });

interface Shown {
  key: string;
  form?: FormState;
  status?: number;
}

type Values = FormState['values'];

async function openInitiative(ctx: Context, reply: FastifyReply) {
  const initiative = await ctx.publicly((db) => findInitiative(db));
  if (!initiative) throw noInitiative();
  const frame = frameAround(ctx, initiative);
  const why = whyClosed(ctx, initiative);
  const closed = why && sendPage(reply, 403, renderOwn(frame, ClosedView, { why }));
  return { initiative, frame, closed };
}

/** Where Stripe doesn't answer, the form keeps its key, so the next try gets what Stripe made. */
async function sendOn(
  ctx: Context,
  { request, reply, values }: { request: FastifyRequest; reply: FastifyReply; values: Values },
  open: () => Promise<Opened>,
  show: (shown: Shown) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const again = (status: number, errors: FormState['errors'], key = newFormKey(ctx)) =>
    show({ status, form: { values, errors }, key });
  let url = '';
  try {
    const outcome = await sendOnce(async () => {
      ({ url } = await open());
    });
    if (outcome === 'sent') return reply.redirect(url, 303);
    if (outcome === 'sent-before') return again(409, [{ field: '', message: t.forms.sentBefore }]);
    const worded = outcome.map(({ field, message }) => ({
      field,
      message: t.forms.worded(field, message),
    }));
    return again(400, worded);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, cause } = error;
    if (code === 'payments-closed') return again(403, []);
    if (code === 'busy') return again(503, [{ field: '', message: t.pay.busy }], values.get('key'));
    if (code !== 'payment-refused') throw error;
    request.log.error({ err: cause }, message);
    return again(502, [{ field: '', message: t.pay.refused }]);
  }
}

const typedIn = (values: Values) => ({
  amount: typedAmount(values.get('amount') ?? '', values.get('currency') ?? '') || undefined,
  country: values.get('country') || undefined,
});

const readKeyed = (ctx: Context, request: FastifyRequest, names: readonly string[]): Values => {
  const values = readForm(request.body, ['key', ...names]);
  return values.get('key') ? values : new Map([...values, ['key', newFormKey(ctx)]]);
};

async function showPay(
  ctx: Context,
  reply: FastifyReply,
  payer: Payer,
  { amount, csrf = null, ...shown }: Shown & { amount?: unknown; csrf?: string | null },
): Promise<FastifyReply> {
  const payable = await ctx.publicly((db) => findPayable(db, payer, ctx.now()));
  const { initiative, frame, closed } = await openInitiative(ctx, reply);
  if (closed) return closed;
  const model = await ctx.publicly((db) => payModel({ ...ctx, db }, initiative, payable));
  const own = `/me/pledges/${model.ref}`;
  const isLink = 'token' in payer;
  // Whoever has a link may not be the signatory, so the page shows nothing about them.
  const country = isLink ? null : payable.giver.country;
  const page = {
    ...model,
    action: isLink ? `/pay/${payer.token}` : `${own}/pay`,
    back: isLink ? null : own,
    csrf,
    key: shown.key,
    form: shown.form ?? { values: payValues(model, country, amount), errors: [] },
  };
  return sendPage(reply, shown.status ?? 200, renderOwn(frame, PayView, page));
}

/** The currency is there to read the amount by. */
const PAY_FIELDS = ['amount', 'currency', 'country'];

function registerOwn(scope: FastifyInstance, ctx: Context): void {
  const pages = ownPages(scope, ctx);
  const path = '/me/pledges/:ref/pay';
  pages.get(path, ({ actor, keys, request, reply, params }) => {
    const { amount } = request.query as { amount?: unknown };
    return showPay(ctx, reply, { actor, ref: refIn(params) }, { ...keys, amount });
  });
  pages.post(path, PAY_FIELDS, ({ actor, keys, key, params, ...sent }) => {
    const payer = { actor, ref: refIn(params) };
    return sendOn(
      ctx,
      sent,
      async () => payPledge(ctx, payer, key, parse(payInput, typedIn(sent.values))),
      (shown) => showPay(ctx, sent.reply, payer, { ...keys, ...shown }),
    );
  });
}

function registerLink(scope: FastifyInstance, ctx: Context): void {
  type Request = FastifyRequest<{ Params: { token: string }; Querystring: { amount?: unknown } }>;
  const spent = (reply: FastifyReply) => async (error: unknown) => {
    if (!(error instanceof DomainError) || error.code !== 'link-spent') throw error;
    return sendOwn(ctx, reply, SpentPayLinkView, {}, 410);
  };
  scope.get('/pay/:token', async (request: Request, reply) => {
    await limitPayLinks(ctx, request);
    const { params: payer, query } = request;
    const shown = { key: newFormKey(ctx), amount: query.amount };
    return showPay(ctx, reply, payer, shown).catch(spent(reply));
  });
  scope.post('/pay/:token', async (request: Request, reply) => {
    await limitPay(ctx, request);
    const { params: payer } = request;
    const values = readKeyed(ctx, request, PAY_FIELDS);
    const key = formKey('public', request, values);
    return sendOn(
      ctx,
      { request, reply, values },
      async () => payPledge(ctx, payer, key, parse(payInput, typedIn(values))),
      (shown) => showPay(ctx, reply, payer, shown),
    ).catch(spent(reply));
  });
}

function registerGive(scope: FastifyInstance, ctx: Context): void {
  const nothing: FormState = { values: new Map(), errors: [] };
  const show = async (reply: FastifyReply, { key, form = nothing, status = 200 }: Shown) => {
    const { initiative, frame, closed } = await openInitiative(ctx, reply);
    if (closed) return closed;
    checkOpen(initiative);
    const model = await ctx.publicly((db) => giveModel({ ...ctx, db }, initiative));
    const page = { ...model, csrf: null, key, form };
    return sendPage(reply, status, renderOwn(frame, GiveView, page));
  };
  scope.get('/give', (_request, reply) => show(reply, { key: newFormKey(ctx) }));
  scope.post('/give', async (request, reply) => {
    await limitPay(ctx, request);
    const values = readKeyed(ctx, request, PAY_FIELDS);
    const key = formKey('public', request, values);
    const input = { ...typedIn(values), currency: values.get('currency') || undefined };
    return sendOn(
      ctx,
      { request, reply, values },
      async () => give(ctx, key, parse(giftInput, input)),
      (shown) => show(reply, shown),
    );
  });
}

export function registerPayPages(app: FastifyInstance, ctx: Context): void {
  void app.register(async (scope) => {
    acceptForms(scope, ctx.config.baseUrl);
    scope.addHook('onRequest', toBaseUrl(ctx.config.baseUrl));
    registerOwn(scope, ctx);
    registerLink(scope, ctx);
    registerGive(scope, ctx);
  });
}

const paidBatch = ({ verb, amountMinor, isTakenBack, movements }: BatchOfPayment): PaidBatch => ({
  verb,
  amount: amountMinor,
  on: movements[0]!.occurredOn,
  isTakenBack,
  entries: movements.map(({ seq }) => Number(seq)),
});

export function registerPaidPage(app: FastifyInstance, ctx: Context, looks: FairQueue) {
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
        way: row.way,
        url: row.url,
        batches: batches.map(paidBatch),
        isCancelled: query.cancelled !== undefined,
      };
      return sendOwn(ctx, reply, PaidView, page);
    },
  );
}
