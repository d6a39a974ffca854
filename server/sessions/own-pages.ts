import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormState } from '../../web/components/form.tsx';
import type { FormKeys } from '../../web/model-me.ts';
import type { OwnFrame } from '../../web/own.tsx';
import { actorName, type SignedIn } from '../actor.ts';
import type { Context } from '../context.ts';
import { requestKey, type RequestKey } from '../db/write.ts';
import { DomainError } from '../domain/errors.ts';
import { readForm } from '../http/form.ts';
import { canSetUp, findInitiative } from '../initiative/read.ts';
import { browserSession, checkCsrf, type BrowserSession } from './cookie.ts';

/** What stands around a person's pages. Throws `not-found` before there is an initiative. */
export async function ownFrame(ctx: Context): Promise<OwnFrame> {
  const initiative = await ctx.publicly(() => findInitiative(ctx.db));
  if (!initiative) throw new DomainError('not-found', 'There is no initiative here yet.');
  return {
    trial: ctx.engine === 'embedded',
    canSetUp: canSetUp(ctx, initiative),
    initiative: { ...initiative, unlisted: true },
  };
}

/** A key for a form that is shown now: sent twice, it is done once. */
export const newFormKey = ({ randomBytes }: Pick<Context, 'randomBytes'>): string =>
  randomBytes(16).toString('base64url');

/** The idempotency key of a sent form: who sends it, and all that it says. */
export function formKey(
  who: string,
  request: FastifyRequest,
  values: ReadonlyMap<string, string>,
): RequestKey {
  const { key = '', csrf: _csrf, ...said } = Object.fromEntries(values);
  return requestKey(who, key, request.method, request.url, JSON.stringify(said));
}

export interface OwnRequest {
  actor: SignedIn;
  keys: FormKeys;
  request: FastifyRequest;
  reply: FastifyReply;
  params: Record<string, string>;
}
export interface OwnForm extends OwnRequest {
  key: RequestKey;
  values: ReadonlyMap<string, string>;
}

export const toSignIn = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.redirect(`/sign-in?${new URLSearchParams({ next: request.url.split('?')[0]! })}`, 303);

/** What is refused for want of a fresh session is asked for, and gone back to. */
const orConfirm = (request: FastifyRequest, reply: FastifyReply) => (error: unknown) => {
  if (!(error instanceof DomainError) || error.code !== 'confirm-again') throw error;
  return reply.redirect(`/me/confirm?${new URLSearchParams({ next: request.url })}`, 303);
};

const requestOf = (
  ctx: Context,
  { actor, csrf }: BrowserSession,
  request: FastifyRequest,
  reply: FastifyReply,
): OwnRequest => ({
  actor,
  keys: { csrf, key: newFormKey(ctx) },
  request,
  reply,
  params: request.params as Record<string, string>,
});

/** Registers a signatory's pages in `scope`: strangers are sent to sign in, and come back. */
export function ownPages(scope: FastifyInstance, ctx: Context) {
  return {
    get: (path: string, show: (own: OwnRequest) => Promise<FastifyReply>): void => {
      scope.get(path, async (request, reply) => {
        const session = await browserSession(ctx, request);
        return session
          ? show(requestOf(ctx, session, request, reply)).catch(orConfirm(request, reply))
          : toSignIn(request, reply);
      });
    },
    /**
     * A form that does something: its session's token must be in it. `again` shows it once more with
     * what is wrong.
     */
    post: (
      path: string,
      names: readonly string[],
      run: (form: OwnForm) => Promise<FastifyReply>,
      again?: (own: OwnRequest, form: FormState) => Promise<FastifyReply>,
    ): void => {
      scope.post(path, async (request, reply) => {
        const session = await browserSession(ctx, request);
        if (!session) return toSignIn(request, reply);
        const values = readForm(request.body, ['csrf', 'key', ...names]);
        checkCsrf(session, values.get('csrf'));
        const own = requestOf(ctx, session, request, reply);
        try {
          const key = formKey(actorName(session.actor), request, values);
          return await run({ ...own, key, values });
        } catch (error) {
          if (!(error instanceof DomainError) || error.code !== 'invalid-input' || !again) {
            return orConfirm(request, reply)(error);
          }
          return again(own, { values, errors: error.fields });
        }
      });
    },
  };
}
