import type { FastifyReply } from 'fastify';
import type { FormState } from '../../../web/components/form.tsx';
import { renderAdmins, renderInvitation, renderRemoval } from '../../../web/desk/admins/page.tsx';
import type { Assets } from '../../../web/pages/page.tsx';
import { requireTouch } from '../../actor.ts';
import {
  changeRole,
  inviteAdmin,
  inviteAgain,
  inviteInput,
  listAdmins,
  removeAdmin,
  roleInput,
} from '../../admins/team.ts';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain/errors.ts';
import { sendPage } from '../../http/page.ts';
import { parse } from '../../http/parse.ts';
import { deskFrame, doneAt, type DeskPages, type DeskRequest } from '../frame.ts';

const HOME = '/admin/admins';
const FRESH: FormState = { values: new Map(), errors: [] };
const statusOf = ({ errors }: FormState): number => (errors.length > 0 ? 409 : 200);

/** Who the admins are: all of them see it, owners change it. */
export function registerAdmins(pages: DeskPages, ctx: Context, assets: Assets): void {
  const show = async (desk: DeskRequest, form = FRESH) => {
    const admins = await listAdmins(ctx.db, desk.actor);
    const page = { frame: await deskFrame(ctx, desk), admins, self: desk.actor.adminId, form };
    return sendPage(desk.reply, statusOf(form), renderAdmins({ ...page, now: ctx.now() }, assets));
  };
  pages.get(HOME, 'view', (desk) => show(desk));
  registerInvitations(pages, ctx, assets, show);

  const showRemoval = async (desk: DeskRequest, form = FRESH) => {
    const admins = await listAdmins(ctx.db, desk.actor);
    const admin = admins.find(({ id }) => id === desk.params['id']);
    if (!admin) throw new DomainError('not-found', 'There is no such admin.');
    const page = { frame: await deskFrame(ctx, desk), admin, form };
    return sendPage(desk.reply, statusOf(form), renderRemoval(page, assets));
  };
  pages.get(`${HOME}/:id/remove`, 'manage', async (desk) => {
    requireTouch(desk.actor, ctx.now());
    return showRemoval(desk);
  });
  pages.post(
    `${HOME}/:id/remove`,
    'manage',
    [],
    async ({ actor, key, params, reply }) => {
      await removeAdmin(ctx, actor, key, params['id'] ?? '');
      return doneAt(reply, HOME, 'admin.remove');
    },
    showRemoval,
  );
}

function registerInvitations(
  pages: DeskPages,
  ctx: Context,
  assets: Assets,
  show: (desk: DeskRequest, form: FormState) => Promise<FastifyReply>,
): void {
  const showForm = async (desk: DeskRequest, form = FRESH) => {
    const page = { frame: await deskFrame(ctx, desk), form };
    return sendPage(desk.reply, form.errors.length > 0 ? 400 : 200, renderInvitation(page, assets));
  };
  pages.get(`${HOME}/invite`, 'manage', async (desk) => {
    requireTouch(desk.actor, ctx.now());
    return showForm(desk);
  });
  pages.post(
    `${HOME}/invite`,
    'manage',
    ['name', 'email', 'role'],
    async ({ actor, key, values, reply }) => {
      const { name = '', email = '', role = '' } = Object.fromEntries(values);
      await inviteAdmin(
        ctx,
        actor,
        key,
        parse(inviteInput, { name: name || undefined, email, role }),
      );
      return doneAt(reply, HOME, 'admin.invite');
    },
    showForm,
  );
  pages.post(
    `${HOME}/:id/invite`,
    'manage',
    [],
    async ({ actor, key, params, reply }) => {
      await inviteAgain(ctx, actor, key, params['id'] ?? '');
      return doneAt(reply, HOME, 'admin.invite');
    },
    show,
  );
  pages.post(
    `${HOME}/:id/role`,
    'manage',
    ['role'],
    async ({ actor, key, params, values, reply }) => {
      const input = parse(roleInput, { role: values.get('role') ?? '' });
      await changeRole(ctx, actor, key, params['id'] ?? '', input);
      return doneAt(reply, HOME, 'admin.role');
    },
    show,
  );
}
