import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Made } from '../../admins/enter.ts';
import { DESK_SECONDS, type Browser } from '../../admins/session.ts';
import { setSessionCookie } from '../../sessions/cookie.ts';
import { errorsOf } from '../../sessions/pages.ts';
import { t } from '../../../web/words.ts';

/** The page of the desk that an address asks for; the queue for any other. */
export function deskPath(baseUrl: string, next: unknown): string {
  const { origin } = new URL(baseUrl);
  const url = typeof next === 'string' ? URL.parse(next, origin) : null;
  const isOfDesk = url?.origin === origin && /^\/admin(\/|$)/.test(url.pathname);
  return isOfDesk ? url.pathname + url.search : '/admin';
}

export const browserOf = ({ headers, ip }: FastifyRequest): Browser => ({
  browser: headers['user-agent'] ?? null,
  from: ip,
});

export const madeOf = (request: FastifyRequest, answer: string | undefined): Made => ({
  answer: answer ?? '',
  passkeyName: t.me.browser(request.headers['user-agent'] ?? null),
});

/** Signs a browser in to the desk, or out by an empty token. */
export const setDeskCookie = (reply: FastifyReply, baseUrl: string, token: string): void =>
  setSessionCookie(reply, baseUrl, 'admin', { token, seconds: DESK_SECONDS });

/** What a page shows of a refusal; throws other failures on. */
export function errorsIn(error: unknown) {
  const errors = errorsOf(error);
  if (!errors) throw error;
  return errors;
}
