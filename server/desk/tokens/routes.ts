import type { FormState } from '../../../web/components/form.tsx';
import { NewTokenView, TokenView, TokensView } from '../../../web/desk/tokens/page.tsx';
import { listTokens, makeToken, revokeToken, tokenInput } from '../../admins/token.ts';
import type { Context } from '../../context.ts';
import { RIGHTS } from '../../domain/right.ts';
import { parse } from '../../http/parse.ts';
import { doneAt, statusOf, type DeskPages, type DeskRequest } from '../frame.ts';

const HOME = '/admin/tokens';
const FRESH: FormState = { values: new Map([['days', '90']]), errors: [] };

export function registerTokens(pages: DeskPages, ctx: Context): void {
  pages.get(HOME, 'manage', async (desk) => {
    const tokens = await listTokens(ctx.db, desk.actor);
    return pages.send(desk, TokensView, { tokens, now: ctx.now() });
  });
  const showForm = (desk: DeskRequest, form = FRESH) =>
    pages.send(desk, NewTokenView, { form }, statusOf(form));
  pages.form(
    `${HOME}/new`,
    ['manage', 'touch'],
    ['name', 'days', ...RIGHTS],
    showForm,
    async (desk) => {
      const { actor, key, values } = desk;
      const rights = RIGHTS.filter((right) => values.has(right));
      const { name = '', days = '', key: secret = '' } = Object.fromEntries(values);
      const input = parse(tokenInput, { name: name || undefined, days, rights });
      const { token } = await makeToken(ctx, actor, { key, secret }, input);
      return pages.send(desk, TokenView, { name, token });
    },
  );
  pages.post(`${HOME}/:id/revoke`, 'manage', [], async ({ actor, key, params, reply }) => {
    await revokeToken(ctx, actor, key, params['id'] ?? '');
    return doneAt(reply, HOME, 'token.revoke');
  });
}
