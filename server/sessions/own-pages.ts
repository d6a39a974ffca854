import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderOwn, type OwnFrame } from '../../web/pages/frame.tsx';
import type { SignedIn } from '../actor.ts';
import type { Context } from '../context.ts';
import { sendPage } from '../http/page.ts';
import { bannerOf, findInitiative, noInitiative, type Initiative } from '../initiative/read.ts';
import { browserSession, setSessionCookie } from './cookie.ts';
import { signedInPages, type Signed, type SignedForm } from './pages.ts';
import { SESSION_SECONDS, signedIn } from './session.ts';

/** Throws `no-initiative`. */
export async function ownFrame(ctx: Context): Promise<OwnFrame> {
  const initiative = await ctx.identify(findInitiative);
  if (!initiative) throw noInitiative();
  return frameAround(ctx, initiative);
}

export function frameAround(ctx: Context, initiative: Initiative): OwnFrame {
  return {
    ...bannerOf(ctx, initiative),
    initiative: { ...initiative, unlisted: true },
    contact: initiative.recipient?.contact ?? null,
  };
}

/** Sends a page of those who sign and give. */
export const sendOwn = async <P>(
  ctx: Context,
  reply: FastifyReply,
  view: (page: P) => VNode,
  page: NoInfer<P>,
  status = 200,
): Promise<FastifyReply> => sendPage(reply, status, renderOwn(await ownFrame(ctx), view, page));

export type OwnRequest = Signed<SignedIn>;
export type OwnForm = SignedForm<SignedIn>;

export const ownSession = (ctx: Context, request: FastifyRequest) =>
  browserSession(request, ctx.config.baseUrl, 'signatory', (token) =>
    signedIn(ctx, request, token),
  );

export const setOwnCookie = (reply: FastifyReply, baseUrl: string, token: string): void =>
  setSessionCookie(reply, baseUrl, 'signatory', { token, seconds: SESSION_SECONDS });

export const HOME = '/me';

/** Strangers are sent to sign in, and come back. */
export const ownPages = (scope: FastifyInstance, ctx: Context) =>
  signedInPages<SignedIn>(scope, ctx, {
    session: (request) => ownSession(ctx, request),
    signIn: '/sign-in',
    home: HOME,
    keepsQuery: false,
    again: { code: 'confirm-again', path: '/me/confirm', tellsSent: false },
  });
