import type { FastifyInstance } from 'fastify';
import type { Assets } from '../../web/page.tsx';
import type { Context } from '../context.ts';
import { toBaseUrl } from '../http/base-url.ts';
import { acceptForms } from '../http/form.ts';
import type { AnswerFile } from '../exports/routes.ts';
import { registerAccount } from './account-pages.ts';
import { registerAdmins } from './admins-pages.ts';
import { registerAudit } from './audit-pages.ts';
import { registerBulk } from './bulk-pages.ts';
import { registerDifferences } from './difference-pages.ts';
import { registerDoor } from './door-pages.ts';
import { registerExtend } from './extend-pages.ts';
import { registerFactorPages } from './factor-pages.ts';
import { deskPages } from './frame.ts';
import { registerInitiativePages } from './initiative-pages.ts';
import { registerDeskPayments } from './payment-pages.ts';
import { registerMeteringPages } from './metering-pages.ts';
import { registerDeskPledge } from './pledge-pages.ts';
import { registerQueue } from './queue-pages.ts';
import { registerRatesPages } from './rates-pages.ts';
import { registerReviewSettings } from './review-pages.ts';
import { registerTokens } from './tokens-pages.ts';
import { registerTouch } from './touch-pages.ts';
import { registerViews } from './view-pages.ts';

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
    registerViews(pages, ctx, { assets, answerFile });
  });
}
