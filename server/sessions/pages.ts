import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormState } from '../../web/components/form.tsx';
import type { FormKeys } from '../../web/data/me.ts';
import { actorName, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { requestKey, type RequestKey } from '../db/write.ts';
import { DomainError, type ErrorCode, type FieldError } from '../domain/errors.ts';
import { readForm } from '../http/form.ts';
import { checkCsrf, type BrowserSession } from './cookie.ts';

export const newFormKey = ({ randomBytes }: Pick<Context, 'randomBytes'>): string =>
  randomBytes(16).toString('base64url');

/** Who sends it, and everything in it. A stranger's form carries a random key of ours. */
export function formKey(
  who: string,
  request: FastifyRequest,
  values: ReadonlyMap<string, string>,
): RequestKey {
  const { key = '', csrf: _csrf, ...said } = Object.fromEntries(values);
  const scope = who === 'public' ? 'form' : who;
  return requestKey(scope, key, request.method, request.url, JSON.stringify(said));
}

export interface Signed<A> {
  actor: A;
  keys: FormKeys;
  request: FastifyRequest;
  reply: FastifyReply;
  params: Record<string, string>;
}
export interface SignedForm<A> extends Signed<A> {
  key: RequestKey;
  values: ReadonlyMap<string, string>;
}

export interface SignedInArea<A> {
  session: (request: FastifyRequest) => Promise<BrowserSession<A> | null>;
  signIn: string;
  home: string;
  keepsQuery: boolean;
  /** The refusal cured by proving oneself again, and where; `tellsSent`: that a form must be sent again. */
  again: { code: ErrorCode; path: string; tellsSent: boolean };
}

type WayBack = Pick<SignedInArea<unknown>, 'signIn' | 'home' | 'keepsQuery'>;

/** A button's address has no page. */
function pageOf({ server, routeOptions, url }: FastifyRequest, area: WayBack): string {
  const isPage = server.hasRoute({ method: 'GET', url: routeOptions.url ?? '' });
  if (!isPage) return area.home;
  return area.keepsQuery ? url : url.split('?')[0]!;
}

const toSignIn = (area: WayBack, request: FastifyRequest, reply: FastifyReply) =>
  reply.redirect(`${area.signIn}?${new URLSearchParams({ next: pageOf(request, area) })}`, 303);

/** What was possible when the page was shown: it is shown again, as things are now. */
const OVERTAKEN: ReadonlySet<ErrorCode> = new Set([
  'conflict',
  'rate-too-old',
  'over-draw',
  'already-reversed',
  'moved-on',
]);

export function errorsOf(error: unknown): FieldError[] | null {
  if (!(error instanceof DomainError)) return null;
  if (error.code === 'invalid-input') return error.fields;
  if (!OVERTAKEN.has(error.code)) return null;
  return error.fields.length > 0 ? error.fields : [{ field: '', message: error.message }];
}

const WAITS = 20;
const WAIT_MS = 250;

/** A second press of the button waits for the first's answer. `sent-before`: the key came with another form. */
export async function sendOnce(
  send: () => Promise<unknown>,
): Promise<FieldError[] | 'sent' | 'sent-before'> {
  for (let waits = 0; ; waits += 1) {
    try {
      await send();
      return 'sent';
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const fields = errorsOf(error);
      if (fields && fields.length > 0) return fields;
      if (error.code === 'idempotency-key-reused') return 'sent-before';
      if (error.code !== 'still-running' || waits === WAITS) throw error;
      await sleep(WAIT_MS);
    }
  }
}

/** Each form is sent to its page's address, so whoever must prove themselves again comes back to it. */
export function signedInPages<A extends Actor>(
  scope: FastifyInstance,
  ctx: Context,
  area: SignedInArea<A>,
) {
  const { session, again } = area;
  const orAgain = (request: FastifyRequest, reply: FastifyReply) => (error: unknown) => {
    if (!(error instanceof DomainError) || error.code !== again.code) throw error;
    const sent = again.tellsSent && request.method === 'POST' && { sent: '1' };
    const query = new URLSearchParams({ next: pageOf(request, area), ...sent });
    return reply.redirect(`${again.path}?${query}`, 303);
  };
  const signedOf = (
    { actor, csrf }: BrowserSession<A>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Signed<A> => ({
    actor,
    keys: { csrf, key: newFormKey(ctx) },
    request,
    reply,
    params: request.params as Record<string, string>,
  });
  return {
    get: (path: string, show: (signed: Signed<A>) => Promise<FastifyReply>): void => {
      scope.get(path, async (request, reply) => {
        const found = await session(request);
        if (!found) return toSignIn(area, request, reply);
        return show(signedOf(found, request, reply)).catch(orAgain(request, reply));
      });
    },
    /** `shownAgain` shows the form with what is wrong. */
    post: (
      path: string,
      names: readonly string[],
      run: (form: SignedForm<A>) => Promise<FastifyReply>,
      shownAgain?: (
        signed: Signed<A>,
        form: FormState,
        refusal: DomainError,
      ) => Promise<FastifyReply>,
    ): void => {
      scope.post(path, async (request, reply) => {
        const found = await session(request);
        if (!found) return toSignIn(area, request, reply);
        const values = readForm(request.body, ['csrf', 'key', ...names]);
        checkCsrf(found, values.get('csrf'));
        const signed = signedOf(found, request, reply);
        try {
          const key = formKey(actorName(found.actor), request, values);
          return await run({ ...signed, key, values });
        } catch (error) {
          const errors = error instanceof DomainError && errorsOf(error);
          if (!errors || !shownAgain) return orAgain(request, reply)(error);
          return shownAgain(signed, { values, errors }, error);
        }
      });
    },
  };
}
