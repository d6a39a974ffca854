import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { renderOpening } from '../../web/pages/notice.tsx';
import { hasRight } from '../actor.ts';
import { isInvited } from '../admins/invitation.ts';
import type { Context } from '../context.ts';
import { deskSession } from '../desk/frame.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { actorOf } from '../http/api.ts';
import type { FromMemory } from '../http/from-memory.ts';
import { sendPage } from '../http/page.ts';
import { isBeforeOpening, minuteOf } from '../initiative/opening.ts';
import { findInitiative } from '../initiative/read.ts';
import type { PublicCache } from '../public/public-cache.ts';
import { ownSession } from '../sessions/own-pages.ts';

/** These find out themselves who asks, or tell nobody anything. Every other route is shut until the opening. */
const OPEN =
  /^\/(assets|healthz|readyz|metrics|setup|admin|me|sign-in|sign\/sent|confirm|paid|webhooks|docs|openapi\.json|\.well-known|api\/v1\/(admin|me|links|sessions|payments))(\/|$)/;
const PROGRAM = /^\/(api|log|data)(\/|$)/;
/** Of a signatory or an admin, who has to say so. */
const GIVERS = /^\/api\/v1\/pledges(\/|$)/;

/** Until `opensAt` the public sees the name and the time alone. The clock is read at each request, on each replica. */
export function registerOpening(
  app: FastifyInstance,
  ctx: Context,
  publicCache: PublicCache,
  fromMemory: FromMemory,
): void {
  const isShutAt = (opensAt: Date | null) => isBeforeOpening({ opensAt }, ctx.now());
  fromMemory.shutWhile(() => {
    const opensAt = publicCache.current()?.opensAt ?? null;
    // Most have none, and reading the clock costs as much as finding an answer in memory.
    return opensAt !== null && isShutAt(opensAt);
  });
  const opening = async (): Promise<Date | null> => {
    const current = publicCache.current();
    if (current) return current.opensAt;
    return (await ctx.publicly(findInitiative))?.opensAt ?? null;
  };
  const mayPass = async (request: FastifyRequest, route: string): Promise<boolean> => {
    const { method, query, body } = request;
    // Their addresses are told by pages that one may see.
    const { look } = publicCache.current()?.home.initiative ?? {};
    const { v } = query as { v?: unknown };
    if (route === '/logo.png') return v !== undefined && v === look?.logo;
    if (route === '/look.css') return v !== undefined && v === look?.accent;
    if (GIVERS.test(route) && method === 'POST') return true;
    if (PROGRAM.test(route) && hasRight(await actorOf(request), 'view')) return true;
    if (await deskSession(ctx, request)) return true;
    if (route.startsWith('/pledge/')) return (await ownSession(ctx, request)) !== null;
    if (route !== '/sign') return false;
    const { invite } = query as { invite?: unknown };
    const given = body instanceof URLSearchParams ? body.get('invite') : invite;
    return ctx.publicly((db) => isInvited(db, given));
  };
  const early = new WeakSet<FastifyRequest>();
  // No cache on the way keeps for strangers what an admin was sent.
  app.addHook('onSend', (request, reply, payload, done) => {
    if (early.has(request)) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  app.addHook('preHandler', async (request, reply): Promise<FastifyReply | void> => {
    const route = request.routeOptions.url;
    if (route === undefined || OPEN.test(route)) return;
    const opensAt = await opening();
    if (!isShutAt(opensAt)) return;
    if (await mayPass(request, route)) return void early.add(request);
    if (PROGRAM.test(route)) {
      throw new DomainError('closed', say().initiative.opens(minuteOf(opensAt!)));
    }
    if (route !== '/') return reply.header('cache-control', 'no-store').redirect('/', 303);
    const { name } = (await ctx.publicly(findInitiative))!;
    return sendPage(reply, 200, renderOpening({ name, opensAt: opensAt! }));
  });
}
