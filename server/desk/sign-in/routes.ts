import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FormState } from '../../../web/components/form.tsx';
import {
  renderDeskSignIn,
  renderEntered,
  renderRecover,
  renderRecovered,
  renderWelcome,
} from '../../../web/desk/sign-in/page.tsx';
import type { Assets } from '../../../web/pages/page.tsx';
import { addPasskey, readSelf } from '../../admins/account.ts';
import { enterByInvite } from '../../admins/enter.ts';
import { findInvite } from '../../admins/invite.ts';
import { limitDoor, limitRecovery } from '../../admins/limits.ts';
import { askForNewPasskey, askForPasskey } from '../../admins/passkey.ts';
import { recover } from '../../admins/recovery.ts';
import { signIn } from '../../admins/sign-in.ts';
import type { Context } from '../../context.ts';
import { readForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { parse } from '../../http/parse.ts';
import { checkCsrf } from '../../sessions/cookie.ts';
import { ownFrame } from '../../sessions/own-pages.ts';
import { signInput } from '../../signatories/schemas.ts';
import { browserOf, deskPath, errorsIn, madeOf, setDeskCookie } from './frame.ts';
import { deskSession, recoverySession } from '../frame.ts';

type Errors = FormState['errors'];
const statusOf = (errors: Errors): number => (errors.length > 0 ? 400 : 200);

/** The ways in to the desk, for those who are not in: they are counted, and go by turns. */
export function registerDoor(scope: FastifyInstance, ctx: Context, assets: Assets): void {
  registerSignIn(scope, ctx, assets);
  registerRecovery(scope, ctx, assets);
  registerNewPasskey(scope, ctx, assets);
  registerWelcome(scope, ctx, assets);
}

function registerSignIn(scope: FastifyInstance, ctx: Context, assets: Assets): void {
  const { baseUrl } = ctx.config;
  const show = async (reply: FastifyReply, next: string, errors: Errors) => {
    const options = await ctx.identify((db) => askForPasskey({ ...ctx, db }, 'sign-in', null));
    const page = { frame: await ownFrame(ctx), next, options, errors };
    return sendPage(reply, statusOf(errors), renderDeskSignIn(page, assets));
  };
  scope.get<{ Querystring: { next?: unknown } }>('/admin/sign-in', async (request, reply) => {
    const next = deskPath(baseUrl, request.query.next);
    if (await deskSession(ctx, request)) return reply.redirect(next, 303);
    if (await recoverySession(ctx, request)) return reply.redirect(NEW_PASSKEY, 303);
    await limitDoor(ctx, request);
    return show(reply, next, []);
  });
  scope.post('/admin/sign-in', async (request, reply) => {
    await limitDoor(ctx, request);
    const values = readForm(request.body, ['next', 'passkey']);
    const next = deskPath(baseUrl, values.get('next'));
    try {
      const answer = values.get('passkey') ?? '';
      const token = await ctx.identify((db) => signIn({ ...ctx, db }, answer, browserOf(request)));
      setDeskCookie(reply, baseUrl, token);
      return reply.redirect(next, 303);
    } catch (error) {
      return show(reply, next, errorsIn(error));
    }
  });
}

const recoverInput = z.strictObject({
  email: signInput.shape.email,
  code: z.string().min(1, 'is missing').max(100, 'has more than 100 characters'),
});

function registerRecovery(scope: FastifyInstance, ctx: Context, assets: Assets): void {
  const show = async (reply: FastifyReply, form: FormState) => {
    const page = renderRecover({ frame: await ownFrame(ctx), form }, assets);
    return sendPage(reply, statusOf(form.errors), page);
  };
  scope.get('/admin/recover', async (_request, reply) =>
    show(reply, { values: new Map(), errors: [] }),
  );
  scope.post('/admin/recover', async (request, reply) => {
    const values = readForm(request.body, ['email', 'code']);
    try {
      const { email = '', code = '' } = Object.fromEntries(values);
      const input = parse(recoverInput, { email, code });
      await limitRecovery(ctx, request);
      const token = await ctx.identify((db) => recover({ ...ctx, db }, input, browserOf(request)));
      setDeskCookie(reply, ctx.config.baseUrl, token);
      return reply.redirect(NEW_PASSKEY, 303);
    } catch (error) {
      return show(reply, { values, errors: errorsIn(error) });
    }
  });
}

const NEW_PASSKEY = '/admin/recover/passkey';

function registerNewPasskey(scope: FastifyInstance, ctx: Context, assets: Assets): void {
  const behind =
    (
      run: (session: Recovering, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
    ) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const session = await recoverySession(ctx, request);
      return session ? run(session, request, reply) : reply.redirect('/admin/recover', 303);
    };
  const show = async ({ actor, csrf }: Recovering, reply: FastifyReply, errors: Errors) => {
    const options = await askForNewPasskey(ctx, 'passkey', await readSelf(ctx, actor));
    const page = { frame: await ownFrame(ctx), csrf, options, errors };
    return sendPage(reply, statusOf(errors), renderRecovered(page, assets));
  };
  scope.get(
    NEW_PASSKEY,
    behind(async (session, _request, reply) => show(session, reply, [])),
  );
  scope.post(
    NEW_PASSKEY,
    behind(async (session, request, reply) => {
      const values = readForm(request.body, ['csrf', 'passkey']);
      checkCsrf(session, values.get('csrf'));
      try {
        await addPasskey(ctx, session.actor, madeOf(request, values.get('passkey')));
      } catch (error) {
        return show(session, reply, errorsIn(error));
      }
      return reply.redirect('/admin/account?done=passkey.add', 303);
    }),
  );
}
type Recovering = NonNullable<Awaited<ReturnType<typeof recoverySession>>>;

function registerWelcome(scope: FastifyInstance, ctx: Context, assets: Assets): void {
  const show = async (reply: FastifyReply, token: string, errors: Errors) => {
    const invited = await ctx.identify((db) => findInvite(db, token, ctx.now()));
    const options = await askForNewPasskey(ctx, 'passkey', invited);
    const page = { frame: await ownFrame(ctx), invited, token, options, errors };
    return sendPage(reply, statusOf(errors), renderWelcome(page, assets));
  };
  scope.get<{ Querystring: { token?: unknown } }>('/admin/welcome', async (request, reply) => {
    await limitDoor(ctx, request);
    const { token } = request.query;
    return show(reply, typeof token === 'string' ? token : '', []);
  });
  scope.post('/admin/welcome', async (request, reply) => {
    await limitDoor(ctx, request);
    const values = readForm(request.body, ['token', 'passkey']);
    const invite = values.get('token') ?? '';
    try {
      const made = madeOf(request, values.get('passkey'));
      const { token, codes } = await ctx.identify((db) =>
        enterByInvite({ ...ctx, db }, invite, made, browserOf(request)),
      );
      setDeskCookie(reply, ctx.config.baseUrl, token);
      const page = { frame: await ownFrame(ctx), codes };
      return await sendPage(reply, 200, renderEntered(page, assets));
    } catch (error) {
      return show(reply, invite, errorsIn(error));
    }
  });
}
