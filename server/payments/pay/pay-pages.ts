import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormState } from '../../../web/components/form.tsx';
import type { Assets } from '../../../web/pages/page.tsx';
import {
  renderClosed,
  renderGive,
  renderPay,
  renderSpentPayLink,
} from '../../../web/pages/pay.tsx';
import type { Context } from '../../context.ts';
import { useLimit } from '../../db/limit.ts';
import { DomainError } from '../../domain/errors.ts';
import { ungrouped } from '../../domain/typed-numbers.ts';
import { toBaseUrl } from '../../http/base-url.ts';
import { acceptForms, readForm } from '../../http/form.ts';
import { ipKey } from '../../http/limits.ts';
import { sendPage } from '../../http/page.ts';
import { parse } from '../../http/parse.ts';
import { findInitiative, noInitiative, type Initiative } from '../../initiative/read.ts';
import { codeOf } from '../../pledges/open-pledge.ts';
import { frameAround, ownFrame, ownPages } from '../../sessions/own-pages.ts';
import { formKey, newFormKey, sendOnce } from '../../sessions/pages.ts';
import { giveModel, payModel, payValues } from './pay-model.ts';
import { findPayable, give, payPledge, type Opened, type Payer } from './pay.ts';
import { giftInput, payInput } from '../schemas.ts';
import { whyClosed } from './ways.ts';
import { t } from '../../../web/words.ts';

const HOUR = 3_600;

export const limitPay = (ctx: Context, request: FastifyRequest): Promise<void> =>
  useLimit(ctx, { name: 'payment by ip', key: ipKey(request), most: 30, seconds: HOUR });

const limitPayLinks = (ctx: Context, request: FastifyRequest): Promise<void> =>
  useLimit(ctx, { name: 'pay link by ip', key: ipKey(request), most: 300, seconds: HOUR });

/** Limits looks at a payment. Its code has 60 bits, so guessing gets nowhere. Throws `too-many`. */
export const limitPaid = (ctx: Context, request: FastifyRequest): Promise<void> =>
  useLimit(ctx, { name: 'paid by ip', key: ipKey(request), most: 1_000, seconds: HOUR });

interface Site {
  ctx: Context;
  assets: Assets;
}

type Show = (status: number, form: FormState, key: string) => Promise<FastifyReply>;
type Values = FormState['values'];

/** Throws `no-initiative`. */
async function readInitiative({ ctx }: Site): Promise<Initiative> {
  const initiative = await ctx.publicly((db) => findInitiative(db));
  if (!initiative) throw noInitiative();
  return initiative;
}

function closedPage({ ctx, assets }: Site, initiative: Initiative, reply: FastifyReply) {
  const why = whyClosed(ctx, initiative);
  if (why === null) return null;
  return sendPage(reply, 403, renderClosed({ frame: frameAround(ctx, initiative), why }, assets));
}

interface Sent {
  request: FastifyRequest;
  reply: FastifyReply;
  values: Values;
}

/**
 * Opens a payment from a form: on to Stripe's page, or the form again. If Stripe didn't answer, the form keeps its key
 * and so gets what was made by then.
 */
async function sendOn(
  { ctx }: Site,
  { request, reply, values }: Sent,
  open: () => Promise<Opened>,
  show: Show,
): Promise<FastifyReply> {
  const again = (status: number, message: string, key = newFormKey(ctx)) =>
    show(status, { values, errors: [{ field: '', message }] }, key);
  let url = '';
  try {
    const outcome = await sendOnce(async () => {
      ({ url } = await open());
    });
    if (outcome === 'sent') return reply.redirect(url, 303);
    if (outcome === 'sent-before') return again(409, t.forms.sentBefore);
    const errors = outcome.map(({ field, message }) => ({
      field,
      message: t.forms.worded(field, message),
    }));
    return show(400, { values, errors }, newFormKey(ctx));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, cause } = error;
    if (code === 'busy') return again(503, t.pay.busy, values.get('key'));
    if (code === 'payments-closed') return show(403, { values, errors: [] }, newFormKey(ctx));
    if (code !== 'payment-refused') throw error;
    request.log.error({ err: cause }, message);
    return again(502, t.pay.refused);
  }
}

const typedOf = (values: Values) => ({
  amount: ungrouped(values.get('amount') ?? '') || undefined,
  country: values.get('country') || undefined,
});

const readKeyed = (ctx: Context, request: FastifyRequest, names: readonly string[]): Values => {
  const values = readForm(request.body, ['key', ...names]);
  return values.get('key') ? values : new Map([...values, ['key', newFormKey(ctx)]]);
};

async function showPay(
  site: Site,
  reply: FastifyReply,
  { payer, ref }: { payer: Payer; ref: string | null },
  { csrf, key, asked, again }: { csrf: string | null; key: string; asked?: unknown; again?: Again },
): Promise<FastifyReply> {
  const { ctx, assets } = site;
  const payable = await ctx.publicly((db) => findPayable(db, payer, ref, ctx.now()));
  const initiative = await readInitiative(site);
  const closed = closedPage(site, initiative, reply);
  if (closed) return closed;
  const model = await ctx.publicly((db) => payModel({ ...ctx, db }, initiative, payable));
  const own = `/me/pledges/${model.ref}`;
  const isLink = 'token' in payer;
  // Whoever has a link may not be the signatory, so it shows nothing of them.
  const country = isLink ? null : payable.giver.country;
  const form = again?.form ?? { values: payValues(model, country, asked), errors: [] };
  const page = {
    ...model,
    frame: frameAround(ctx, initiative),
    action: isLink ? `/pay/${payer.token}` : `${own}/pay`,
    back: isLink ? null : own,
    csrf,
    key,
    form,
  };
  return sendPage(reply, again?.status ?? 200, renderPay(page, assets));
}

interface Again {
  status: number;
  form: FormState;
}

const PAY_FIELDS = ['amount', 'country'];

function registerOwn(scope: FastifyInstance, site: Site): void {
  const { ctx } = site;
  const pages = ownPages(scope, ctx);
  const path = '/me/pledges/:ref/pay';
  pages.get(path, ({ actor, keys, request, reply, params }) => {
    const { amount } = request.query as { amount?: unknown };
    const asked = { payer: { actor }, ref: codeOf(params, 'ref') };
    return showPay(site, reply, asked, { ...keys, asked: amount });
  });
  pages.post(path, PAY_FIELDS, (form) => {
    const { actor, keys, request, reply, values, key, params } = form;
    const asked = { payer: { actor }, ref: codeOf(params, 'ref') };
    return sendOn(
      site,
      { request, reply, values },
      async () => payPledge(ctx, asked.payer, key, asked.ref, parse(payInput, typedOf(values))),
      (status, again, newKey) =>
        showPay(site, reply, asked, { ...keys, key: newKey, again: { status, form: again } }),
    );
  });
}

function registerLink(scope: FastifyInstance, site: Site): void {
  const { ctx, assets } = site;
  type Request = FastifyRequest<{ Params: { token: string }; Querystring: { amount?: unknown } }>;
  const spent = (reply: FastifyReply) => async (error: unknown) => {
    if (!(error instanceof DomainError) || error.code !== 'link-spent') throw error;
    return sendPage(reply, 410, renderSpentPayLink(await ownFrame(ctx), assets));
  };
  scope.get('/pay/:token', async (request: Request, reply) => {
    await limitPayLinks(ctx, request);
    const { params: payer, query } = request;
    const shown = { csrf: null, key: newFormKey(ctx), asked: query.amount };
    return showPay(site, reply, { payer, ref: null }, shown).catch(spent(reply));
  });
  scope.post('/pay/:token', async (request: Request, reply) => {
    await limitPay(ctx, request);
    const { params: payer } = request;
    const values = readKeyed(ctx, request, PAY_FIELDS);
    const key = formKey('public', request, values);
    return sendOn(
      site,
      { request, reply, values },
      async () => payPledge(ctx, payer, key, null, parse(payInput, typedOf(values))),
      (status, form, newKey) =>
        showPay(
          site,
          reply,
          { payer, ref: null },
          { csrf: null, key: newKey, again: { status, form } },
        ),
    ).catch(spent(reply));
  });
}

function registerGive(scope: FastifyInstance, site: Site): void {
  const { ctx, assets } = site;
  const show = async (reply: FastifyReply, key: string, again?: Again) => {
    const initiative = await readInitiative(site);
    const closed = closedPage(site, initiative, reply);
    if (closed) return closed;
    const model = await ctx.publicly((db) => giveModel({ ...ctx, db }, initiative));
    const form = again?.form ?? { values: new Map(), errors: [] };
    const page = { ...model, frame: frameAround(ctx, initiative), csrf: null, key, form };
    return sendPage(reply, again?.status ?? 200, renderGive(page, assets));
  };
  scope.get('/give', (_request, reply) => show(reply, newFormKey(ctx)));
  scope.post('/give', async (request, reply) => {
    await limitPay(ctx, request);
    const values = readKeyed(ctx, request, ['amount', 'currency', 'country']);
    const key = formKey('public', request, values);
    const input = { ...typedOf(values), currency: values.get('currency') || undefined };
    return sendOn(
      site,
      { request, reply, values },
      async () => give(ctx, key, parse(giftInput, input)),
      (status, form, newKey) => show(reply, newKey, { status, form }),
    );
  });
}

/** Each page is at the address that its form is sent to. */
export function registerPayPages(app: FastifyInstance, ctx: Context, assets: Assets): void {
  void app.register(async (scope) => {
    acceptForms(scope, ctx.config.baseUrl);
    scope.addHook('onRequest', toBaseUrl(ctx.config.baseUrl));
    const site = { ctx, assets };
    registerOwn(scope, site);
    registerLink(scope, site);
    registerGive(scope, site);
  });
}
