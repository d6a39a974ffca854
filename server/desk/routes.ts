import type { FastifyInstance } from 'fastify';
import type { Assets } from '../../web/pages/page.tsx';
import type { Context } from '../context.ts';
import { toBaseUrl } from '../http/base-url.ts';
import { acceptForms } from '../http/form.ts';
import type { AnswerFile } from '../exports/routes.ts';
import { registerAccount } from './account/routes.ts';
import { registerAdmins } from './admins/routes.ts';
import { registerAudit } from './audit/routes.ts';
import { registerBulk } from './bulk/routes.ts';
import { registerDifferences } from './differences/routes.ts';
import { registerDoor } from './sign-in/routes.ts';
import { registerExtend } from './pledge/extend-routes.ts';
import { registerFactorPages } from './rates/factor-routes.ts';
import { deskPages } from './frame.ts';
import { registerInitiativePages } from './initiative/routes.ts';
import { registerDeskPayments } from './payments/routes.ts';
import { registerMeteringPages } from './metering/routes.ts';
import { registerDeskPledge } from './pledge/routes.ts';
import { registerQueue } from './queue/routes.ts';
import { registerRatesPages } from './rates/routes.ts';
import { registerReport } from './report/routes.ts';
import { registerReviewSettings } from './queue/review-routes.ts';
import { registerTokens } from './tokens/routes.ts';
import { registerTouch } from './sign-in/touch-routes.ts';
import { registerViews } from './lists/routes.ts';

/** The admin's desk: what is done by browsers. */
export function registerDesk(
  app: FastifyInstance,
  ctx: Context,
  assets: Assets,
  answerFile: AnswerFile,
): void {
  void app.register(async (scope) => {
    acceptForms(scope, ctx.config.baseUrl);
    scope.addHook('onRequest', toBaseUrl(ctx.config.baseUrl));
    const pages = deskPages(scope, ctx);
    registerDoor(scope, ctx, assets);
    registerTouch(pages, ctx, assets);
    registerAccount(pages, ctx, assets);
    registerQueue(pages, ctx, assets);
    registerBulk(pages, ctx, assets);
    registerReviewSettings(pages, ctx, assets);
    registerDeskPledge(pages, ctx, assets);
    registerExtend(pages, ctx, assets);
    registerDeskPayments(pages, ctx, assets);
    registerMeteringPages(scope, ctx, assets);
    registerAdmins(pages, ctx, assets);
    registerTokens(pages, ctx, assets);
    registerDifferences(pages, ctx, assets);
    registerInitiativePages(pages, ctx, assets);
    registerFactorPages(pages, ctx, assets);
    registerRatesPages(pages, ctx, assets);
    registerAudit(pages, ctx, assets);
    registerReport(pages, ctx, assets);
    registerViews(pages, ctx, { assets, answerFile });
  });
}
