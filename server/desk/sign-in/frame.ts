import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Made } from '../../admins/enter.ts';
import { DESK_SECONDS, type Browser } from '../../admins/session.ts';
import type { FieldError } from '../../domain/errors.ts';
import { DomainError } from '../../domain/errors.ts';
import { setSessionCookie } from '../../sessions/cookie.ts';
import { t } from '../../../web/words.ts';

const HOME = '/admin';

/** Where one goes on to: a page of the desk, whatever an address asks for. */
export function deskPath(baseUrl: string, next: unknown): string {
  const { origin } = new URL(baseUrl);
  const url = typeof next === 'string' ? URL.parse(next, origin) : null;
  const isOfDesk = url?.origin === origin && /^\/admin(\/|$)/.test(url.pathname);
  return isOfDesk ? url.pathname + url.search : HOME;
}

export const browserOf = ({ headers, ip }: FastifyRequest): Browser => ({
  browser: headers['user-agent'] ?? null,
  from: ip,
});

/** A new passkey is called after the browser that made it, until its owner renames it. */
export const madeOf = (request: FastifyRequest, answer: string | undefined): Made => ({
  answer: answer ?? '',
  passkeyName: t.me.browser(request.headers['user-agent'] ?? null),
});

/** Signs a browser in to the desk, or out by an empty token. */
export const setDeskCookie = (reply: FastifyReply, baseUrl: string, token: string): void =>
  setSessionCookie(reply, baseUrl, 'admin', { token, seconds: DESK_SECONDS });

/** What is wrong with what was sent, to be shown in its page; other failures go on. */
export function errorsIn(error: unknown): readonly FieldError[] {
  if (error instanceof DomainError && error.code === 'invalid-input') return error.fields;
  if (!(error instanceof DomainError) || error.code !== 'conflict') throw error;
  return [{ field: '', message: error.message }];
}
