import type { FormState } from '../../../web/components/form.tsx';
import { renderDownload, renderTouch } from '../../../web/desk/sign-in/page.tsx';
import type { Assets } from '../../../web/pages/page.tsx';
import { limitDoor } from '../../admins/limits.ts';
import { askForPasskey } from '../../admins/passkey.ts';
import { signOut, touch } from '../../admins/sign-in.ts';
import type { Context } from '../../context.ts';
import { sendPage } from '../../http/page.ts';
import { deskPath, setDeskCookie } from './frame.ts';
import { deskFrame, type DeskPages, type DeskRequest } from '../frame.ts';

const isFile = (path: string): boolean => /\.csv(\?|$)/.test(path);

/** The page that offers a file: `/admin/pledges.csv?kind=gpus` is offered by `/admin/pledges?kind=gpus`. */
const pageOfFile = (path: string): string =>
  path.startsWith('/admin/exports/') ? '/admin/exports' : path.replace(/\.csv(?=\?|$)/, '');

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
      const next = deskPath(baseUrl, values.get('next'));
      return reply.redirect(
        isFile(next) ? `/admin/download?${new URLSearchParams({ next })}` : next,
        303,
      );
    },
    (desk, { values, errors }) => show(desk, Object.fromEntries(values), errors),
  );
  // A browser that is led to a file stays on the page that it came from: the touch page would be a dead end.
  pages.get('/admin/download', 'view', async (desk) => {
    const file = deskPath(baseUrl, (desk.request.query as Record<string, unknown>)['next']);
    const page = { frame: await deskFrame(ctx, desk), file, back: pageOfFile(file) };
    if (isFile(file)) void desk.reply.header('refresh', `0; url=${file}`);
    return sendPage(desk.reply, 200, renderDownload(page, assets));
  });
  pages.post('/admin/sign-out', 'view', [], async ({ actor, key, reply }) => {
    await signOut(ctx, actor, key);
    setDeskCookie(reply, baseUrl, '');
    return reply.redirect('/', 303);
  });
}
