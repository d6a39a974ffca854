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

/** A key for a form that is shown now: sent twice, it is done once. */
export const newFormKey = ({ randomBytes }: Pick<Context, 'randomBytes'>): string =>
  randomBytes(16).toString('base64url');

/**
 * The idempotency key of a sent form: who sends it, and all that it says. A stranger's form has a random key of ours, so
 * that the same form with other words is known.
 */
export function formKey(
  who: string,
  request: FastifyRequest,
  values: ReadonlyMap<string, string>,
): RequestKey {
  const { key = '', csrf: _csrf, ...said } = Object.fromEntries(values);
  const scope = who === 'public' ? 'form' : who;
  return requestKey(scope, key, request.method, request.url, JSON.stringify(said));
}

/** What a page is given of a request by somebody who is signed in. */
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

/** Whom the pages are for, and where others are sent. */
export interface Door<A> {
  session: (request: FastifyRequest) => Promise<BrowserSession<A> | null>;
  /** Where strangers sign in; they come back. */
  signIn: string;
  /** Where they go on to, unless they came from elsewhere. */
  home: string;
  /** Whether what a page was asked for in its address comes back as well. */
  keepsQuery: boolean;
  /**
   * A refusal that is healed by proving oneself again, and where that is done; whether that is told that
   * a form was sent, which has to be sent once more.
   */
  again: { code: ErrorCode; path: string; tellsSent: boolean };
}

type WayBack = Pick<Door<unknown>, 'signIn' | 'home' | 'keepsQuery'>;

/** The page to come back to: a form's own where it has one, for a button's address is none. */
function pageOf({ server, routeOptions, url }: FastifyRequest, door: WayBack): string {
  const isPage = server.hasRoute({ method: 'GET', url: routeOptions.url ?? '' });
  if (!isPage) return door.home;
  return door.keepsQuery ? url : url.split('?')[0]!;
}

export const toSignIn = (
  door: WayBack,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply =>
  reply.redirect(`${door.signIn}?${new URLSearchParams({ next: pageOf(request, door) })}`, 303);

/** Refusals of what was right when the page was shown: it is shown anew, with what has come between. */
const OVERTAKEN: ReadonlySet<ErrorCode> = new Set([
  'conflict',
  'rate-too-old',
  'over-draw',
  'already-reversed',
  'moved-on',
]);

/** What is wrong with a form, to be shown in it; null for a refusal that is not about it. */
export function errorsOf(error: unknown): FieldError[] | null {
  if (!(error instanceof DomainError)) return null;
  if (error.code === 'invalid-input') return error.fields;
  if (!OVERTAKEN.has(error.code)) return null;
  return error.fields.length > 0 ? error.fields : [{ field: '', message: error.message }];
}

const WAITS = 20;
const WAIT_MS = 250;

/**
 * Sends a form once. A second press of the button waits for the first and gets its answer. Answers
 * what was refused, and what has come between; a key that came with other words before is none that can be mended
 * in a field.
 */
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

/**
 * Registers pages in `scope` for those who have signed in by `door`. A form stands at the address that
 * it is sent to: who has to prove oneself again comes back there, to send it once more.
 */
export function pagesBehind<A extends Actor>(scope: FastifyInstance, ctx: Context, door: Door<A>) {
  const { session, again } = door;
  const orAgain = (request: FastifyRequest, reply: FastifyReply) => (error: unknown) => {
    if (!(error instanceof DomainError) || error.code !== again.code) throw error;
    const sent = again.tellsSent && request.method === 'POST' && { sent: '1' };
    const query = new URLSearchParams({ next: pageOf(request, door), ...sent });
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
        if (!found) return toSignIn(door, request, reply);
        return show(signedOf(found, request, reply)).catch(orAgain(request, reply));
      });
    },
    /**
     * A form that does something: its session's token must be in it. `shownAgain` shows it once more
     * with what is wrong, or what has come between.
     */
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
        if (!found) return toSignIn(door, request, reply);
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
