import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { FormState } from '../../../web/components/form.tsx';
import {
  DeskSignInView,
  DownloadView,
  EnteredView,
  RecoverView,
  RecoveredView,
  TouchView,
  WelcomeView,
} from '../../../web/desk/sign-in/page.tsx';
import { addPasskey, readSelf } from '../../admins/account.ts';
import { enterByInvite, findInvite, type Made } from '../../admins/enter.ts';
import {
  DESK_SECONDS,
  limitDeskSignIn,
  limitRecovery,
  signIn,
  signOut,
  touch,
  type Browser,
} from '../../admins/session.ts';
import { askForNewPasskey, askForPasskey } from '../../admins/passkey.ts';
import { recover } from '../../admins/recovery.ts';
import type { Context } from '../../context.ts';
import { say } from '../../domain/say.ts';
import { readForm } from '../../http/form.ts';
import { parse } from '../../http/parse.ts';
import { checkCsrf, setSessionCookie } from '../../sessions/cookie.ts';
import { sendOwn } from '../../sessions/own-pages.ts';
import { errorsOf } from '../../sessions/pages.ts';
import { t } from '../../../web/words.ts';
import { signInput } from '../../signatories/schemas.ts';
import {
  BLANK,
  deskSession,
  recoverySession,
  statusOf,
  type DeskPages,
  type DeskRequest,
} from '../frame.ts';

type Errors = FormState['errors'];

/** The page of the desk that an address asks for; the overview for any other. */
function deskPath(baseUrl: string, next: unknown): string {
  const { origin } = new URL(baseUrl);
  const url = typeof next === 'string' ? URL.parse(next, origin) : null;
  const isOfDesk = url?.origin === origin && /^\/admin(\/|$)/.test(url.pathname);
  return isOfDesk ? url.pathname + url.search : '/admin';
}

const browserOf = ({ headers, ip }: FastifyRequest): Browser => ({
  browser: headers['user-agent'] ?? null,
  from: ip,
});

export const madeOf = (request: FastifyRequest, answer: string | undefined): Made => ({
  answer: answer ?? '',
  passkeyName: t.me.browser(request.headers['user-agent'] ?? null),
});

const setDeskCookie = (reply: FastifyReply, baseUrl: string, token: string): void =>
  setSessionCookie(reply, baseUrl, 'admin', { token, seconds: DESK_SECONDS });

function errorsIn(error: unknown) {
  const errors = errorsOf(error);
  if (!errors) throw error;
  return errors;
}

/** The ways in to the desk, for those who are not in: each request is counted. */
export function registerDeskSignIn(scope: FastifyInstance, ctx: Context): void {
  registerPasskeySignIn(scope, ctx);
  registerRecovery(scope, ctx);
  registerNewPasskey(scope, ctx);
  registerWelcome(scope, ctx);
}

function registerPasskeySignIn(scope: FastifyInstance, ctx: Context): void {
  const { baseUrl } = ctx.config;
  const show = async (reply: FastifyReply, next: string, errors: Errors) => {
    const options = await ctx.identify((db) => askForPasskey({ ...ctx, db }, 'sign-in', null));
    return sendOwn(ctx, reply, DeskSignInView, { next, options, errors }, statusOf({ errors }));
  };
  scope.get<{ Querystring: { next?: unknown } }>('/admin/sign-in', async (request, reply) => {
    const next = deskPath(baseUrl, request.query.next);
    if (await deskSession(ctx, request)) return reply.redirect(next, 303);
    if (await recoverySession(ctx, request)) return reply.redirect(NEW_PASSKEY, 303);
    await limitDeskSignIn(ctx, request);
    return show(reply, next, []);
  });
  scope.post('/admin/sign-in', async (request, reply) => {
    await limitDeskSignIn(ctx, request);
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
  code: z
    .string()
    .min(1, { error: () => say().access.codeMissing })
    .max(100, { error: () => say().access.codeTooLong }),
});

function registerRecovery(scope: FastifyInstance, ctx: Context): void {
  const show = (reply: FastifyReply, form: FormState) =>
    sendOwn(ctx, reply, RecoverView, { form }, statusOf(form));
  scope.get('/admin/recover', async (_request, reply) => show(reply, BLANK));
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

function registerNewPasskey(scope: FastifyInstance, ctx: Context): void {
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
    return sendOwn(ctx, reply, RecoveredView, { csrf, options, errors }, statusOf({ errors }));
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

function registerWelcome(scope: FastifyInstance, ctx: Context): void {
  const show = async (reply: FastifyReply, token: string, errors: Errors) => {
    const invited = await ctx.identify((db) => findInvite(db, token, ctx.now()));
    const options = await askForNewPasskey(ctx, 'passkey', invited);
    const page = { invited, token, options, errors };
    return sendOwn(ctx, reply, WelcomeView, page, statusOf({ errors }));
  };
  scope.get<{ Querystring: { token?: unknown } }>('/admin/welcome', async (request, reply) => {
    await limitDeskSignIn(ctx, request);
    const { token } = request.query;
    return show(reply, typeof token === 'string' ? token : '', []);
  });
  scope.post('/admin/welcome', async (request, reply) => {
    await limitDeskSignIn(ctx, request);
    const values = readForm(request.body, ['token', 'passkey']);
    const invite = values.get('token') ?? '';
    try {
      const made = madeOf(request, values.get('passkey'));
      const { token, codes } = await ctx.identify((db) =>
        enterByInvite({ ...ctx, db }, invite, made, browserOf(request)),
      );
      setDeskCookie(reply, ctx.config.baseUrl, token);
      return await sendOwn(ctx, reply, EnteredView, { codes });
    } catch (error) {
      return show(reply, invite, errorsIn(error));
    }
  });
}

const isFile = (path: string): boolean => /\.csv(\?|$)/.test(path);

/** The page that offers a file: `/admin/pledges?kind=gpus` offers `/admin/pledges.csv?kind=gpus`. */
const pageOfFile = (path: string): string =>
  path.startsWith('/admin/exports/') ? '/admin/exports' : path.replace(/\.csv(?=\?|$)/, '');

export function registerTouch(pages: DeskPages, ctx: Context): void {
  const { baseUrl } = ctx.config;
  const show = async (desk: DeskRequest, form?: FormState) => {
    const { next, sent } = (form ? Object.fromEntries(form.values) : desk.request.query) as Record<
      string,
      unknown
    >;
    const { errors } = form ?? BLANK;
    const options = await askForPasskey(ctx, 'touch', desk.actor.adminId);
    const page = { next: deskPath(baseUrl, next), wasSent: sent === '1', options, errors };
    return pages.send(desk, TouchView, page, statusOf({ errors }));
  };
  pages.form('/admin/touch', 'view', ['next', 'sent', 'passkey'], show, async (desk) => {
    await limitDeskSignIn(ctx, desk.request);
    await touch(ctx, desk.actor, desk.values.get('passkey') ?? '');
    const next = deskPath(baseUrl, desk.values.get('next'));
    return desk.reply.redirect(
      isFile(next) ? `/admin/download?${new URLSearchParams({ next })}` : next,
      303,
    );
  });
  // A browser that is sent to a file stays on the page it came from, and the touch page would be a dead end.
  pages.get('/admin/download', 'view', async (desk) => {
    const file = deskPath(baseUrl, (desk.request.query as Record<string, unknown>)['next']);
    if (isFile(file)) void desk.reply.header('refresh', `0; url=${file}`);
    return pages.send(desk, DownloadView, { file, back: pageOfFile(file) });
  });
  pages.post('/admin/sign-out', 'view', [], async ({ actor, key, reply }) => {
    await signOut(ctx, actor, key);
    setDeskCookie(reply, baseUrl, '');
    return reply.redirect('/', 303);
  });
}
