import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { toBaseUrl } from '../http/base-url.ts';
import { acceptForms } from '../http/form.ts';
import type { AnswerFile } from '../exports/routes.ts';
import { registerAccount } from './account/routes.ts';
import { registerAdmins } from './admins/routes.ts';
import { registerAudit } from './audit/routes.ts';
import { registerBank, registerBankFile } from './bank/routes.ts';
import { registerBulk } from './bulk/routes.ts';
import { registerDifferences } from './differences/routes.ts';
import { deskPages } from './frame.ts';
import { registerEmails } from './emails/routes.ts';
import { registerEntry } from './entry/routes.ts';
import { registerMembers } from './entry/member-routes.ts';
import { registerNotes } from './entry/note-routes.ts';
import { registerAccounts } from './initiative/accounts.ts';
import { registerLastEmail } from './initiative/last-email.ts';
import { registerImport, registerImportForm } from './import/routes.ts';
import { registerLookForm } from './initiative/look.ts';
import { registerInitiative } from './initiative/routes.ts';
import { registerLists } from './lists/routes.ts';
import { acceptFile, registerMeteringForm, registerMeteringReport } from './metering/routes.ts';
import { registerOffered } from './offered/routes.ts';
import { registerDeskPayments } from './payments/routes.ts';
import { registerDeskPledge } from './pledge/routes.ts';
import { registerOverview } from './overview/routes.ts';
import { registerQueue } from './queue/routes.ts';
import { registerSignatoryForms } from './signatory/routes.ts';
import { registerReport } from './report/routes.ts';
import { registerReviewSettings } from './queue/review-routes.ts';
import { registerRates } from './rates/routes.ts';
import { registerSearch } from './search/routes.ts';
import { registerDeskSignIn, registerTouch } from './sign-in/routes.ts';
import { registerTokens } from './tokens/routes.ts';

export function registerDesk(app: FastifyInstance, ctx: Context, answerFile: AnswerFile): void {
  void app.register(async (scope) => {
    acceptForms(scope, ctx.config.baseUrl);
    scope.addHook('onRequest', toBaseUrl(ctx.config.baseUrl));
    registerDeskSignIn(scope, ctx);
    void scope.register(async (withFile) => {
      await acceptFile(withFile, ctx);
      const filePages = deskPages(withFile, ctx);
      registerMeteringForm(filePages, ctx);
      registerImportForm(filePages, ctx);
      registerBankFile(filePages, ctx);
      registerLookForm(filePages, ctx);
    });
    const pages = deskPages(scope, ctx);
    for (const register of [
      registerTouch,
      registerAccount,
      registerOverview,
      registerQueue,
      registerSearch,
      registerBulk,
      registerReviewSettings,
      registerDeskPledge,
      registerEntry,
      registerNotes,
      registerMembers,
      registerSignatoryForms,
      registerDeskPayments,
      registerMeteringReport,
      registerAdmins,
      registerTokens,
      registerDifferences,
      registerBank,
      registerInitiative,
      registerAccounts,
      registerLastEmail,
      registerRates,
      registerOffered,
      registerAudit,
      registerEmails,
      registerImport,
      registerReport,
    ]) {
      register(pages, ctx);
    }
    registerLists(pages, ctx, answerFile);
  });
}
