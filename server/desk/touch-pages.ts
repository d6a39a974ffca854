import type { FormState } from '../../web/components/form.tsx';
import { renderTouch } from '../../web/desk/door.tsx';
import type { Assets } from '../../web/page.tsx';
import { limitDoor } from '../admins/limits.ts';
import { askForPasskey } from '../admins/passkey.ts';
import { signOut, touch } from '../admins/sign-in.ts';
import type { Context } from '../context.ts';
import { sendPage } from '../http/page.ts';
import { deskPath, setDeskCookie } from './door.ts';
import { deskFrame, type DeskPages, type DeskRequest } from './frame.ts';

/** Proving again that one is there, and leaving. */
export function registerTouch(pages: DeskPages, ctx: Context, assets: Assets): void {
  const { baseUrl } = ctx.config;
  const show = async (
    desk: DeskRequest,
    { next, sent }: { next?: unknown; sent?: unknown },
    errors: FormState['errors'],
  ) => {
    const options = await askForPasskey(ctx, 'touch', desk.actor.adminId);
    const page = {
      frame: await deskFrame(ctx, desk),
      next: deskPath(baseUrl, next),
      wasSent: sent === '1',
      options,
      errors,
    };
    return sendPage(desk.reply, errors.length > 0 ? 400 : 200, renderTouch(page, assets));
  };
  pages.get('/admin/touch', 'view', async (desk) =>
    show(desk, desk.request.query as Record<string, unknown>, []),
  );
  pages.post(
    '/admin/touch',
    'view',
    ['next', 'sent', 'passkey'],
    async ({ actor, values, request, reply }) => {
      await limitDoor(ctx, request);
      await touch(ctx, actor, values.get('passkey') ?? '');
      return reply.redirect(deskPath(baseUrl, values.get('next')), 303);
    },
    (desk, { values, errors }) => show(desk, Object.fromEntries(values), errors),
  );
  pages.post('/admin/sign-out', 'view', [], async ({ actor, key, reply }) => {
    await signOut(ctx, actor, key);
    setDeskCookie(reply, baseUrl, '');
    return reply.redirect('/', 303);
  });
}
