import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../domain/errors.ts';
import { derivedToken } from './token.ts';

/** Whose session a cookie holds: a person may be both. */
export type Holder = 'signatory' | 'admin';
const NAMES: Record<Holder, string> = { signatory: 'muster', admin: 'muster-desk' };

/** Browsers keep a `__Host-` cookie to this very host and to https; plain http is localhost's alone. */
const isSecure = (baseUrl: string): boolean => baseUrl.startsWith('https:');
const nameFor = (baseUrl: string, holder: Holder): string =>
  isSecure(baseUrl) ? `__Host-${NAMES[holder]}` : NAMES[holder];

/** The session that a browser carries: who it is, and the token that its forms must carry as well. */
export interface BrowserSession<A> {
  actor: A;
  csrf: string;
}

/** Who a browser is signed in as, by `find`; null for a stranger. */
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

/** Throws `foreign-origin` unless a form carries its session's own token. */
export function checkCsrf({ csrf }: { csrf: string }, given: string | undefined): void {
  if (given === csrf) return;
  throw new DomainError(
    'foreign-origin',
    'This form belongs to another session. Open the page again, and send it from there.',
  );
}

/** Hands a browser its session's token, for so long; an empty one takes it away. */
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
