import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from '../actor.ts';
import type { Context } from '../context.ts';
import { DomainError } from '../domain/errors.ts';
import { SESSION_DAYS } from './session.ts';
import { signedIn } from './signed-in.ts';
import { derivedToken } from './token.ts';

/** Browsers keep a `__Host-` cookie to this very host and to https; plain http is localhost's alone. */
const isSecure = (baseUrl: string): boolean => baseUrl.startsWith('https:');
const nameFor = (baseUrl: string): string => (isSecure(baseUrl) ? '__Host-muster' : 'muster');

/** The session that a browser carries: who it is, and the token that its forms must carry as well. */
export interface BrowserSession {
  actor: SignedIn;
  csrf: string;
}

const tokenOf = (request: FastifyRequest, baseUrl: string): string | undefined =>
  parseCookie(request.headers.cookie ?? '')[nameFor(baseUrl)];

/** Who a browser is signed in as; null for a stranger. */
export async function browserSession(
  ctx: Context,
  request: FastifyRequest,
): Promise<BrowserSession | null> {
  const token = tokenOf(request, ctx.config.baseUrl);
  if (!token) return null;
  const actor = await signedIn(ctx, request, token);
  return actor && { actor, csrf: derivedToken('csrf', token) };
}

/** Throws `foreign-origin` unless a form carries its session's own token. */
export function checkCsrf({ csrf }: BrowserSession, given: string | undefined): void {
  if (given === csrf) return;
  throw new DomainError(
    'foreign-origin',
    'This form belongs to another session. Open the page again, and send it from there.',
  );
}

export function setSessionCookie(reply: FastifyReply, baseUrl: string, token: string): void {
  void reply.header(
    'set-cookie',
    stringifySetCookie({
      name: nameFor(baseUrl),
      value: token,
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure(baseUrl),
      maxAge: token === '' ? 0 : SESSION_DAYS * 86_400,
    }),
  );
}
