import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { derivedToken } from './token.ts';

/** One person may be both. */
export type Holder = 'signatory' | 'admin';
const NAMES: Record<Holder, string> = { signatory: 'muster', admin: 'muster-desk' };

/** `__Host-` needs https. Plain http is for localhost. */
const isSecure = (baseUrl: string): boolean => baseUrl.startsWith('https:');
const nameFor = (baseUrl: string, holder: Holder): string =>
  isSecure(baseUrl) ? `__Host-${NAMES[holder]}` : NAMES[holder];

/** Its forms must carry `csrf`. */
export interface BrowserSession<A> {
  actor: A;
  csrf: string;
}

export async function browserSession<A>(
  request: FastifyRequest,
  baseUrl: string,
  holder: Holder,
  find: (token: string) => Promise<A | null>,
): Promise<BrowserSession<A> | null> {
  const token = parseCookie(request.headers.cookie ?? '')[nameFor(baseUrl, holder)];
  if (!token) return null;
  const actor = await find(token);
  return actor && { actor, csrf: derivedToken('csrf', token) };
}

/** Throws `foreign-origin`. */
export function checkCsrf({ csrf }: { csrf: string }, given: string | undefined): void {
  if (given === csrf) return;
  throw new DomainError('foreign-origin', say().access.foreignForm);
}

/** An empty token deletes the cookie. */
export function setSessionCookie(
  reply: FastifyReply,
  baseUrl: string,
  holder: Holder,
  { token, seconds }: { token: string; seconds: number },
): void {
  void reply.header(
    'set-cookie',
    stringifySetCookie({
      name: nameFor(baseUrl, holder),
      value: token,
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure(baseUrl),
      maxAge: token === '' ? 0 : seconds,
    }),
  );
}
