import type { FastifyInstance } from 'fastify';
import type { Assets } from '../../web/pages/page.tsx';
import type { Context } from '../context.ts';
import { acceptForms } from '../http/form.ts';
import { registerEditForm, registerPledgeForm } from './pledge-pages.ts';
import { registerSign } from './sign-pages.ts';

/** The pages by which people sign and pledge. */
export function registerForms(app: FastifyInstance, ctx: Context, assets: Assets): void {
  void app.register(async (scope) => {
    acceptForms(scope, ctx.config.baseUrl);
    registerSign(scope, ctx, assets);
    registerPledgeForm(scope, { ctx, assets }, 'funding');
    registerPledgeForm(scope, { ctx, assets }, 'compute');
    registerEditForm(scope, { ctx, assets });
  });
}
