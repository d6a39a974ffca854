import type { FormState } from '../../../web/components/form.tsx';
import { renderNewToken, renderToken, renderTokens } from '../../../web/desk/tokens/page.tsx';
import type { Assets } from '../../../web/pages/page.tsx';
import { requireTouch } from '../../actor.ts';
import { listTokens, makeToken, revokeToken, tokenInput } from '../../admins/token.ts';
import type { Context } from '../../context.ts';
import { RIGHTS } from '../../domain/right.ts';
import { sendPage } from '../../http/page.ts';
import { parse } from '../../http/parse.ts';
import { deskFrame, doneAt, type DeskPages, type DeskRequest } from '../frame.ts';

const HOME = '/admin/tokens';
const FRESH: FormState = { values: new Map([['days', '90']]), errors: [] };

/** The API's tokens. */
export function registerTokens(pages: DeskPages, ctx: Context, assets: Assets): void {
  pages.get(HOME, 'manage', async (desk) => {
    const tokens = await listTokens(ctx.db, desk.actor);
    const page = { frame: await deskFrame(ctx, desk), tokens, now: ctx.now() };
    return sendPage(desk.reply, 200, renderTokens(page, assets));
  });
  const showForm = async (desk: DeskRequest, form = FRESH) => {
    const page = { frame: await deskFrame(ctx, desk), form };
    return sendPage(desk.reply, form.errors.length > 0 ? 400 : 200, renderNewToken(page, assets));
  };
  pages.get(`${HOME}/new`, 'manage', async (desk) => {
    requireTouch(desk.actor, ctx.now());
    return showForm(desk);
  });
  pages.post(
    `${HOME}/new`,
    'manage',
    ['name', 'days', ...RIGHTS],
    async (desk) => {
      const { actor, key, values, reply } = desk;
      const rights = RIGHTS.filter((right) => values.has(right));
      const { name = '', days = '', key: secret = '' } = Object.fromEntries(values);
      const { token } = await makeToken(
        ctx,
        actor,
        { key, secret },
        parse(tokenInput, { name: name || undefined, days, rights }),
      );
      // Shown by the answer itself: to go on to another page it would have to be kept.
      const page = { frame: await deskFrame(ctx, desk), name, token };
      return sendPage(reply, 200, renderToken(page, assets));
    },
    showForm,
  );
  pages.post(`${HOME}/:id/revoke`, 'manage', [], async ({ actor, key, params, reply }) => {
    await revokeToken(ctx, actor, key, params['id'] ?? '');
    return doneAt(reply, HOME, 'token.revoke');
  });
}
