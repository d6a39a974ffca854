import { eq, sql } from 'drizzle-orm';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DeskFrame } from '../../web/desk/frame.tsx';
import type { FormState } from '../../web/components/form.tsx';
import { requireRight, type Admin } from '../actor.ts';
import { findDeskSession, isRecovering } from '../admins/session.ts';
import type { Context } from '../context.ts';
import * as desk from '../db/desk.ts';
import { ACTS, type Act } from '../domain/audit-trail.ts';
import type { DomainError } from '../domain/errors.ts';
import type { Right } from '../domain/right.ts';
import { findInitiative, noInitiative } from '../initiative/read.ts';
import { UNSETTLED, waitingAt } from '../postman/waiting.ts';
import { browserSession } from '../sessions/cookie.ts';
import { ownFrame } from '../sessions/own-pages.ts';
import { pagesBehind, type Signed, type SignedForm } from '../sessions/pages.ts';

export type DeskRequest = Signed<Admin>;
export type DeskForm = SignedForm<Admin>;

/** The admin that a browser is signed in as; null for a stranger, and for who must make a passkey first. */
export const deskSession = async (ctx: Context, request: FastifyRequest) => {
  const found = await anySession(ctx, request);
  return found && !isRecovering(found.actor) ? found : null;
};

/** The session that a recovery code has opened, until there is a passkey. */
export const recoverySession = async (ctx: Context, request: FastifyRequest) => {
  const found = await anySession(ctx, request);
  return found && isRecovering(found.actor) ? found : null;
};

const anySession = (ctx: Context, request: FastifyRequest) =>
  browserSession(request, ctx.config.baseUrl, 'admin', (token) =>
    ctx.identify((db) => findDeskSession(db, token, { now: ctx.now(), from: request.ip })),
  );

const doneOf = (query: unknown): Act | null => {
  const { done } = query as { done?: unknown };
  return ACTS.find((act) => act === done) ?? null;
};

/** What stands around a page of the desk. */
export async function deskFrame(
  ctx: Context,
  { actor, keys, request }: DeskRequest,
): Promise<DeskFrame> {
  const { admin } = desk;
  const [who] = await ctx.db
    .select({
      name: admin.name,
      role: admin.role,
      waiting: sql<number>`(SELECT count(*)::int FROM (${waitingAt(ctx.now())}) AS waiting)`,
      unsettled: sql<number>`(SELECT count(*)::int FROM (${UNSETTLED}) AS unsettled)`,
    })
    .from(admin)
    .where(eq(admin.id, actor.adminId!));
  const { waiting, unsettled, ...named } = who!;
  return {
    ...(await ownFrame(ctx)),
    admin: named,
    rights: actor.rights,
    waiting,
    unsettled,
    done: request.method === 'GET' ? doneOf(request.query) : null,
    keys,
  };
}

/** Goes on to a page that says what was done. */
export const doneAt = (reply: FastifyReply, path: string, act: Act): FastifyReply =>
  reply.redirect(`${path}${path.includes('?') ? '&' : '?'}done=${act}`, 303);

/**
 * Registers pages of the desk in `scope`, each with the right that it takes: strangers are sent to
 * sign in, a passkey that has to be touched again is asked for, and both come back. Before there is
 * an initiative each page throws `no-initiative`, which says what comes first.
 */
export function deskPages(scope: FastifyInstance, ctx: Context) {
  const pages = pagesBehind<Admin>(scope, ctx, {
    session: (request) => deskSession(ctx, request),
    signIn: '/admin/sign-in',
    home: '/admin',
    keepsQuery: true,
    again: { code: 'touch-again', path: '/admin/touch', tellsSent: true },
  });
  return {
    get: (path: string, right: Right, show: (desk: DeskRequest) => Promise<FastifyReply>): void =>
      pages.get(path, async (request) => {
        requireRight(request.actor, right);
        if (!(await findInitiative(ctx.db))) throw noInitiative();
        return show(request);
      }),
    post: (
      path: string,
      right: Right,
      names: readonly string[],
      run: (form: DeskForm) => Promise<FastifyReply>,
      shownAgain?: (
        desk: DeskRequest,
        form: FormState,
        refusal: DomainError,
      ) => Promise<FastifyReply>,
    ): void =>
      pages.post(
        path,
        names,
        async (form) => {
          requireRight(form.actor, right);
          return run(form);
        },
        shownAgain,
      ),
  };
}
export type DeskPages = ReturnType<typeof deskPages>;
