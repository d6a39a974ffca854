import type { FormState } from '../../../web/components/form.tsx';
import { renderExtend } from '../../../web/desk/pledge/extend.tsx';
import type { Assets } from '../../../web/pages/page.tsx';
import type { Context } from '../../context.ts';
import { sendPage } from '../../http/page.ts';
import { parse } from '../../http/parse.ts';
import { extendDelivery, extendInput } from '../../pledges/delivery.ts';
import { codeOf } from '../../pledges/open-pledge.ts';
import { deskFrame, doneAt, type DeskPages, type DeskRequest } from '../frame.ts';
import { openAtDesk } from './model.ts';

/** The form by which an admin expects what a pledge's windows have not brought until another day. */
export function registerExtend(pages: DeskPages, ctx: Context, assets: Assets): void {
  const show = async (request: DeskRequest, form?: FormState) => {
    const { view } = await openAtDesk(ctx.db, codeOf(request.params, 'ref'));
    const { ref, expectedUntil } = view.row;
    const standing = { values: new Map([['until', expectedUntil ?? '']]), errors: [] };
    const page = {
      frame: await deskFrame(ctx, request),
      ref,
      expectedUntil,
      form: form ?? standing,
    };
    const status = page.form.errors.length > 0 ? 400 : 200;
    return sendPage(request.reply, status, renderExtend(page, assets));
  };
  pages.get('/admin/pledges/:ref/extend', 'record', (request) => show(request));
  pages.post(
    '/admin/pledges/:ref/extend',
    'record',
    ['until', 'reason'],
    async ({ actor, key, params, values, reply }) => {
      const ref = codeOf(params, 'ref');
      const until = values.get('until') ?? '';
      const typed = { until: until === '' ? null : until, reason: values.get('reason') ?? '' };
      await extendDelivery(ctx, actor, key, ref, parse(extendInput, typed));
      return doneAt(reply, `/admin/pledges/${ref}`, 'pledge.extend');
    },
    show,
  );
}
