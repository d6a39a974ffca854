import type { FastifyInstance } from 'fastify';
import type { FormState } from '../../web/components/form.tsx';
import { fieldNames, fillFields, readFields } from '../../web/forms/fields.ts';
import { MeView } from '../../web/pages/me.tsx';
import { EDIT_FIELDS, SIGN_FIELDS } from '../../web/forms/sign.ts';
import { OwnFormView, type OwnFormName } from '../../web/pages/me-forms.tsx';
import { requireFresh } from '../actor.ts';
import type { Context } from '../context.ts';
import { today } from '../domain/day.ts';
import { formErrors } from '../sign-up/form-frame.ts';
import { toBaseUrl } from '../http/base-url.ts';
import { acceptForms } from '../http/form.ts';
import { parse } from '../http/parse.ts';
import { isOpenForPay } from '../payments/pay/ways.ts';
import { HOME, ownPages, sendOwn, setOwnCookie, type OwnRequest } from '../sessions/own-pages.ts';
import { askerOf } from '../sign-up/limits.ts';
import { linkSent } from '../sign-up/pages.ts';
import { linkInput } from '../sign-up/schemas.ts';
import { askForLink } from '../sign-up/sign-up.ts';
import { registerConfirmation, registerPledgePages } from './pledge-pages.ts';
import { openPledges, ownPledges, downloadMe, readMe } from './read.ts';
import { endOwnSession } from './routes.ts';
import {
  addressInput,
  askForAddress,
  editSignature,
  signAgain,
  signAgainInput,
  signatureInput,
  withdrawSignature,
} from './signature.ts';

export function registerMePages(app: FastifyInstance, ctx: Context): void {
  void app.register(async (scope) => {
    acceptForms(scope, ctx.config.baseUrl);
    scope.addHook('onRequest', toBaseUrl(ctx.config.baseUrl));
    const pages = ownPages(scope, ctx);

    pages.get(HOME, async ({ actor, keys, request, reply }) => {
      const { signature, sessions } = await readMe(ctx, actor);
      const query = request.query as { cursor?: unknown };
      const page = {
        ...keys,
        signature,
        sessions,
        ...(await ownPledges(ctx, actor, query.cursor)),
        canPay: await isOpenForPay(ctx),
        isNew: 'signed' in query,
        today: today(ctx.now()),
      };
      return sendOwn(ctx, reply, MeView, page);
    });
    pages.get('/me/data.json', async ({ actor, reply }) =>
      reply
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="muster-mine.json"')
        .send(await downloadMe(ctx, actor)),
    );
    pages.post('/me/sign-out', [], async ({ actor, key, reply }) => {
      await endOwnSession(ctx, actor, key, actor.sessionId);
      setOwnCookie(reply, ctx.config.baseUrl, '');
      return reply.redirect('/', 303);
    });
    pages.post('/me/sessions/:id/end', [], async ({ actor, key, params, reply }) => {
      await endOwnSession(ctx, actor, key, params['id'] ?? '');
      return reply.redirect(HOME, 303);
    });
    registerSignatureForms(pages, ctx);
    registerAddressForms(pages, ctx);
    registerPledgePages(pages, ctx);
    registerConfirmation(pages, ctx);
  });
}

type Pages = ReturnType<typeof ownPages>;

function formsOf(ctx: Context) {
  const show = async (own: OwnRequest, name: OwnFormName, typed?: FormState) => {
    const { signature } = await readMe(ctx, own.actor);
    const form = typed ?? {
      values: fillFields(EDIT_FIELDS, { ...signature, news: signature.newsSince !== null }),
      errors: [],
    };
    const open = name === 'withdrawal' ? await openPledges(ctx, own.actor) : [];
    const page = { ...own.keys, name, signature, open, form };
    return sendOwn(ctx, own.reply, OwnFormView, page, form.errors.length > 0 ? 400 : 200);
  };
  // A session that must be confirmed again doesn't see the form.
  const showFresh = async (own: OwnRequest, name: OwnFormName) => {
    requireFresh(own.actor, ctx.now());
    return show(own, name);
  };
  return { show, showFresh };
}

function registerSignatureForms(pages: Pages, ctx: Context): void {
  const { show, showFresh } = formsOf(ctx);
  pages.get('/me/signature', (own) => show(own, 'editing'));
  pages.post(
    '/me/signature',
    fieldNames(EDIT_FIELDS),
    async ({ actor, key, values, reply }) => {
      const { input } = readFields(EDIT_FIELDS, values);
      await editSignature(ctx, actor, key, parse(signatureInput, input));
      return reply.redirect(HOME, 303);
    },
    (own, form) => show(own, 'editing', form),
  );
  pages.get('/me/sign-again', (own) =>
    show(own, 'signingAgain', { values: new Map(), errors: [] }),
  );
  pages.post(
    '/me/sign-again',
    fieldNames(SIGN_FIELDS.consent),
    async ({ actor, key, values, reply }) => {
      const { input } = readFields(SIGN_FIELDS.consent, values);
      await signAgain(ctx, actor, key, parse(signAgainInput, input));
      return reply.redirect(HOME, 303);
    },
    (own, { values, errors }) =>
      show(own, 'signingAgain', { values, errors: formErrors(errors, (field) => field) }),
  );
  pages.get('/me/withdraw', (own) => showFresh(own, 'withdrawal'));
  pages.post(
    '/me/withdraw',
    [],
    async ({ actor, key, reply }) => {
      await withdrawSignature(ctx, actor, key);
      return reply.redirect(HOME, 303);
    },
    (own, form) => show(own, 'withdrawal', form),
  );
}

function registerAddressForms(pages: Pages, ctx: Context): void {
  const { show, showFresh } = formsOf(ctx);
  pages.get('/me/address', (own) => showFresh(own, 'newAddress'));
  pages.post(
    '/me/address',
    ['email'],
    async ({ actor, key, values, request, reply }) => {
      const input = parse(addressInput, { email: values.get('email') ?? '' });
      await askForAddress(ctx, actor, key, input, await askerOf(ctx, request, actor));
      return linkSent(ctx, reply, input.email);
    },
    (own, form) => show(own, 'newAddress', form),
  );
  pages.get('/me/confirm', async (own) => {
    const { next } = own.request.query as { next?: unknown };
    const goal = linkInput.shape.next.safeParse(next).data ?? HOME;
    return show(own, 'fresh', { values: new Map([['next', goal]]), errors: [] });
  });
  pages.post('/me/confirm', ['next'], async ({ actor, key, values, request, reply }) => {
    const { signature } = await readMe(ctx, actor);
    const input = parse(linkInput, { email: signature.email ?? '', next: values.get('next') });
    await askForLink(ctx, key, input, await askerOf(ctx, request, actor));
    return linkSent(ctx, reply, input.email);
  });
}
