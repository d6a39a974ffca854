import Fastify, { LogController, type FastifyInstance } from 'fastify';
import { renderDocs } from '../web/pages/docs.tsx';
import { renderEmpty, renderNotFound, renderRefusal, type Around } from '../web/pages/notice.tsx';
import { registerMaintenance } from './maintenance/routes.ts';
import { noteRefusedRight } from './audit/failures.ts';
import { outsideRequest } from './db/request-context.ts';
import { whoHolds } from './admins/holder.ts';
import type { Context } from './context.ts';
import { registerDesk } from './desk/routes.ts';
import { createFiles, registerExports } from './exports/routes.ts';
import { createMetrics, registerMetrics } from './metrics/routes.ts';
import { VERSION } from './paths.ts';
import { loadAssets, registerAssets } from './http/assets.ts';
import { registerForms } from './sign-up/pledge-pages.ts';
import { isBeforeOpening } from './initiative/opening.ts';
import { registerInitiative } from './initiative/routes.ts';
import { registerRequestContext, requestIdOf } from './http/request-context.ts';
import { registerGate } from './http/gate.ts';
import { registerHeaders } from './http/headers.ts';
import { registerJson } from './http/api.ts';
import { registerDrain, registerWritesStopped } from './http/stopping.ts';
import { createFromMemory, type FromMemory } from './http/from-memory.ts';
import { createServerInTime } from './http/in-time.ts';
import {
  logSerializers,
  onePerSecond,
  registerRequestLog,
  type Sample,
} from './http/request-log.ts';
import { registerProblems, sendFrameworkProblem } from './http/problem.ts';
import { createPostman } from './postman/postman.ts';
import { watchRoutes } from './http/operation.ts';
import { registerDocument } from './openapi/routes.ts';
import { registerMePages } from './me/pages.ts';
import { registerMe } from './me/routes.ts';
import { registerPaying, registerPaymentsOfAdmins } from './payments/api/routes.ts';
import { createClosing } from './payments/follow/close.ts';
import { createDailyComparison } from './payments/compare/daily.ts';
import { registerWebhook } from './payments/events/webhook.ts';
import { registerMetering } from './compute/routes.ts';
import { registerPledges } from './pledges/routes.ts';
import { pastOf } from './public/at-model.ts';
import { createPublicCache, type PublicCache } from './public/public-cache.ts';
import { registerLook } from './public/look.ts';
import { registerPages } from './public/pages.ts';
import { registerPublic } from './public/routes.ts';
import { registerSecurity } from './public/security.ts';
import { createDailyAcceptance } from './pledges/accept-together.ts';
import { createDailyRates } from './rates/daily.ts';
import { registerRates } from './rates/routes.ts';
import { registerOpening } from './setup/opening.ts';
import { registerSetup } from './setup/routes.ts';
import { registerSignIn } from './sign-up/pages.ts';
import { registerSignUp } from './sign-up/routes.ts';
import { createSetup } from './setup/setup.ts';
import { registerSignatories } from './signatories/routes.ts';
import { warningsOf } from './metrics/warnings.ts';

/** Imports have a limit of their own. */
const BODY_LIMIT_BYTES = 64 * 1024;
/** A large file may take longer (in-time.ts). */
const REQUEST_WITHIN_MS = 30_000;

export type App = Awaited<ReturnType<typeof buildApp>>;

const createHttp = (
  ctx: Context,
  requestWithinMs: number,
  fromMemory: FromMemory,
): FastifyInstance =>
  Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    // http/request-log.ts writes one line for each request.
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
    requestIdHeader: false,
    genReqId: requestIdOf,
    forceCloseConnections: 'idle',
    // http/stopping.ts refuses requests while the server closes.
    return503OnClosing: false,
    serverFactory: (answer) =>
      createServerInTime(requestWithinMs, (request, response) => {
        if (!fromMemory.answer(request, response)) answer(request, response);
      }),
    trustProxy: ctx.config.trustedProxies,
    frameworkErrors: sendFrameworkProblem,
    logger: { level: ctx.config.logLevel, serializers: logSerializers },
  });

function registerHooks(
  http: FastifyInstance,
  ctx: Context,
  publicCache: PublicCache,
  sample: Sample,
  countRequest: Parameters<typeof createFromMemory>[1],
): void {
  const around = (): Around => {
    const shown = publicCache.current();
    return shown && (isBeforeOpening(shown, ctx.now()) ? shown.home.initiative.name : shown.home);
  };
  // It names nothing of the request, so all share it until what is around it changes.
  let missing: { around: Around; page: string } | null = null;
  const notFound = (): string => {
    const shown = around();
    if (missing === null || missing.around !== shown) {
      missing = { around: shown, page: renderNotFound(shown) };
    }
    return missing.page;
  };
  registerRequestLog(http, sample, countRequest);
  registerRequestContext(http);
  registerHeaders(http, ctx.config);
  registerDrain(http);
  registerWritesStopped(http, ctx);
  registerProblems(http, {
    noticed: (error, { method, routeOptions }) =>
      noteRefusedRight(ctx, error, `${method} ${routeOptions.url}`),
    notFound,
    refusal: (code, detail, url) => renderRefusal(code, detail, url, around()),
  });
}

/** `localToken`: in server.json, for this machine's commands. */
export async function buildApp(
  ctx: Context,
  localToken: string | null = null,
  requestWithinMs = REQUEST_WITHIN_MS,
) {
  const metrics = createMetrics(ctx);
  const sample = onePerSecond();
  const fromMemory = createFromMemory(sample, metrics.countRequest);
  const http = createHttp(ctx, requestWithinMs, fromMemory);
  const publicCache = createPublicCache(ctx, http.log);
  const background = {
    rates: createDailyRates(ctx, http.log),
    postman: createPostman(ctx, http.log, metrics.countMailFailure),
    comparison: createDailyComparison(ctx, http.log),
    closing: createClosing(ctx, http.log),
    acceptance: createDailyAcceptance(ctx, http.log),
    past: pastOf(ctx, http.log),
  };
  const { rates, postman, comparison, closing, acceptance, past } = background;
  ctx.appended = () => outsideRequest(() => [publicCache, closing].forEach((each) => each.nudge()));
  ctx.warnings = () =>
    warningsOf(ctx, {
      rates: rates.failure(),
      comparison: comparison.failure(),
      acceptance: acceptance.failure(),
    });
  const answerFile = createFiles(ctx);

  const routes = watchRoutes(http);
  registerHooks(http, ctx, publicCache, sample, metrics.countRequest);
  fromMemory.follow(http);
  registerJson(http);
  http.decorate('whoHolds', whoHolds(ctx, localToken));
  registerAssets(http, await loadAssets());
  const emptyPage = renderEmpty();
  registerPublic(http, ctx, publicCache, emptyPage, fromMemory);
  registerPages(http, ctx, publicCache, { emptyPage, past });
  registerLook(http, ctx, publicCache);
  registerSecurity(http, ctx);
  registerForms(http, ctx);
  registerSignatories(http, ctx);
  registerSignUp(http, ctx);
  registerMe(http, ctx);
  registerSignIn(http, ctx);
  registerMePages(http, ctx);
  registerDesk(http, ctx, answerFile);
  registerPledges(http, ctx);
  registerPaying(http, ctx);
  registerMetrics(http, metrics);
  registerWebhook(http, ctx, metrics.countEvent);
  registerPaymentsOfAdmins(http, ctx);
  registerMetering(http, ctx);
  registerRates(http, ctx);
  registerInitiative(http, ctx);
  registerMaintenance(http, ctx, localToken !== null);
  registerExports(http, answerFile);
  registerDocument(http, routes, {
    baseUrl: ctx.config.baseUrl,
    version: VERSION,
    render: renderDocs,
  });
  const replace: PublicCache['replace'] = (work) => postman.aside(() => publicCache.replace(work));
  const gate = ctx.beginAnew && registerGate(http);
  const setup = createSetup(ctx, { gate, publicCache: { refresh: publicCache.refresh, replace } });
  registerSetup(http, setup, ctx);
  // After the gate of the set-up, which may replace the database.
  registerOpening(http, ctx, publicCache, fromMemory);
  const running = [publicCache, ...Object.values(background)];
  http.addHook('onClose', async () => void (await Promise.all(running.map((each) => each.stop()))));
  return { http, publicCache, running, setup, routes, ...background };
}
