import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OwnFrame } from '../../web/pages/frame.tsx';
import type { SignedIn } from '../actor.ts';
import type { Context } from '../context.ts';
import { bannerOf, findInitiative, noInitiative, type Initiative } from '../initiative/read.ts';
import { browserSession, setSessionCookie } from './cookie.ts';
import { pagesBehind, toSignIn, type Signed, type SignedForm } from './pages.ts';
import { SESSION_SECONDS } from './session.ts';
import { signedIn } from './signed-in.ts';

/** What stands around a person's pages. Throws `no-initiative` before there is one. */
export async function ownFrame(ctx: Context): Promise<OwnFrame> {
  const initiative = await ctx.identify(findInitiative);
  if (!initiative) throw noInitiative();
  return frameAround(ctx, initiative);
}

/** The same of an initiative that was read already. */
export function frameAround(ctx: Context, initiative: Initiative): OwnFrame {
  return {
    ...bannerOf(ctx, initiative),
    initiative: { ...initiative, unlisted: true },
    contact: initiative.recipient?.contact ?? null,
  };
}

export type OwnRequest = Signed<SignedIn>;
export type OwnForm = SignedForm<SignedIn>;

/** The signatory that a browser is signed in as; null for a stranger. */
export const ownSession = (ctx: Context, request: FastifyRequest) =>
  browserSession(request, ctx.config.baseUrl, 'signatory', (token) =>
    signedIn(ctx, request, token),
  );

/** Signs a browser in, or out by an empty token. */
export const setOwnCookie = (reply: FastifyReply, baseUrl: string, token: string): void =>
  setSessionCookie(reply, baseUrl, 'signatory', { token, seconds: SESSION_SECONDS });

/** Where whoever has signed in goes on to, unless they came from elsewhere. */
export const HOME = '/me';
const DOOR = { signIn: '/sign-in', home: HOME, keepsQuery: false };

export const toOwnSignIn = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  toSignIn(DOOR, request, reply);

/** Registers a signatory's pages in `scope`: strangers are sent to sign in, and come back. */
export const ownPages = (scope: FastifyInstance, ctx: Context) =>
  pagesBehind<SignedIn>(scope, ctx, {
    session: (request) => ownSession(ctx, request),
    ...DOOR,
    again: { code: 'confirm-again', path: '/me/confirm', tellsSent: false },
  });
