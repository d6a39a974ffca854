import type { FastifyInstance } from 'fastify';
import type { Assets } from '../../web/page.tsx';
import type { FormState } from '../../web/components/form.tsx';
import { renderMe } from '../../web/me.tsx';
import { renderOwnForm, type OwnFormName } from '../../web/me-forms.tsx';
import { requireFresh } from '../actor.ts';
import type { Context } from '../context.ts';
import { today } from '../domain/day.ts';
import { toBaseUrl } from '../http/base-url.ts';
import { acceptForms } from '../http/form.ts';
import { sendPage } from '../http/page.ts';
import { parse } from '../http/parse.ts';
import { setSessionCookie } from '../sessions/cookie.ts';
import { ownFrame, ownPages, type OwnRequest } from '../sessions/own-pages.ts';
import { limitMail } from '../sign-up/limits.ts';
import { linkInput } from '../sign-up/schemas.ts';
import { askForLink } from '../sign-up/sign-up.ts';
import { registerPledgePages } from './pledge-pages.ts';
import { ownPledges } from './pledges.ts';
import { downloadMe, readMe } from './read.ts';
import { endOwnSession } from './routes.ts';
import {
  addressInput,
  askForAddress,
  editSignature,
  signAgain,
  signatureInput,
  withdrawSignature,
} from './signature.ts';

const HOME = '/me';
const SIGNATURE_FIELDS = ['role', 'affiliation', 'url', 'country', 'statement', 'public'] as const;

/** What is empty was taken away; a box that is not ticked is not sent. */
const signatureOf = (values: ReadonlyMap<string, string>): unknown =>
  Object.fromEntries(
    SIGNATURE_FIELDS.map((name) => {
      const text = values.get(name) ?? '';
      return [name, name === 'public' ? text !== '' : text === '' ? null : text];
    }),
  );

/** A signatory's own pages. */
export function registerMePages(app: FastifyInstance, ctx: Context, assets: Assets): void {
  void app.register(async (scope) => {
    acceptForms(scope, ctx.config.baseUrl);
    scope.addHook('onRequest', toBaseUrl(ctx.config.baseUrl));
    const pages = ownPages(scope, ctx);

    pages.get(HOME, async ({ actor, keys, reply }) => {
      const { signature, sessions } = await readMe(ctx, actor);
      const page = {
        ...keys,
        frame: await ownFrame(ctx),
        signature,
        sessions,
        pledges: await ownPledges(ctx, actor),
        today: today(ctx.now()),
      };
      return sendPage(reply, 200, renderMe(page, assets));
    });
    pages.get('/me/data.json', async ({ actor, reply }) =>
      reply
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="muster-mine.json"')
        .send(await downloadMe(ctx, actor)),
    );
    pages.post('/me/sign-out', [], async ({ actor, key, reply }) => {
      await endOwnSession(ctx, actor, key, actor.sessionId);
      setSessionCookie(reply, ctx.config.baseUrl, '');
      return reply.redirect('/', 303);
    });
    pages.post('/me/sessions/:id/end', [], async ({ actor, key, params, reply }) => {
      await endOwnSession(ctx, actor, key, params['id'] ?? '');
      return reply.redirect(HOME, 303);
    });
    pages.post('/me/sign-again', [], async ({ actor, key, reply }) => {
      await signAgain(ctx, actor, key);
      return reply.redirect(HOME, 303);
    });
    registerSignatureForms(pages, ctx, assets);
    registerPledgePages(pages, ctx, assets);
  });
}

type Pages = ReturnType<typeof ownPages>;

function registerSignatureForms(pages: Pages, ctx: Context, assets: Assets): void {
  const show = async (own: OwnRequest, name: OwnFormName, typed?: FormState) => {
    const { signature } = await readMe(ctx, own.actor);
    const form = typed ?? { values: valuesOf(signature), errors: [] };
    const page = { ...own.keys, frame: await ownFrame(ctx), name, signature, form };
    return sendPage(own.reply, form.errors.length > 0 ? 400 : 200, renderOwnForm(page, assets));
  };
  /** What is grave is not even shown to a session that could not do it. */
  const showFresh = async (own: OwnRequest, name: OwnFormName) => {
    requireFresh(own.actor, ctx.now());
    return show(own, name);
  };

  pages.get('/me/signature', (own) => show(own, 'editing'));
  pages.post(
    '/me/signature',
    SIGNATURE_FIELDS,
    async ({ actor, key, values, reply }) => {
      await editSignature(ctx, actor, key, parse(signatureInput, signatureOf(values)));
      return reply.redirect(HOME, 303);
    },
    (own, form) => show(own, 'editing', form),
  );
  pages.get('/me/withdraw', (own) => showFresh(own, 'withdrawal'));
  pages.post('/me/withdraw', [], async ({ actor, key, reply }) => {
    await withdrawSignature(ctx, actor, key);
    return reply.redirect(HOME, 303);
  });
  pages.get('/me/address', (own) => showFresh(own, 'newAddress'));
  pages.post(
    '/me/address',
    ['email'],
    async ({ actor, key, values, request, reply }) => {
      const input = parse(addressInput, { email: values.get('email') ?? '' });
      await limitMail(ctx, request, input.email);
      await askForAddress(ctx, actor, key, input);
      return reply.redirect('/sign-in/sent', 303);
    },
    (own, form) => show(own, 'newAddress', form),
  );
  pages.get('/me/confirm', async (own) => {
    const { next = HOME } = own.request.query as { next?: string };
    return show(own, 'fresh', { values: new Map([['next', next]]), errors: [] });
  });
  pages.post('/me/confirm', ['next'], async ({ actor, key, values, request, reply }) => {
    const { signature } = await readMe(ctx, actor);
    const input = parse(linkInput, { email: signature.email ?? '', next: values.get('next') });
    await limitMail(ctx, request, input.email);
    await askForLink(ctx, key, input);
    return reply.redirect('/sign-in/sent', 303);
  });
}

const valuesOf = (signature: Awaited<ReturnType<typeof readMe>>['signature']) =>
  new Map(
    SIGNATURE_FIELDS.map((name) => {
      const value = signature[name];
      return [name, value === true ? 'on' : value === false ? '' : (value ?? '')] as const;
    }),
  );
