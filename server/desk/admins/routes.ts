import type { FormState } from '../../../web/components/form.tsx';
import { AdminsView, InvitationView, RemovalView } from '../../../web/desk/admins/page.tsx';
import * as team from '../../admins/team.ts';
import type { Context } from '../../context.ts';
import { parse } from '../../http/parse.ts';
import { BLANK, doneAt, statusOf, type DeskPages, type DeskRequest } from '../frame.ts';

const HOME = '/admin/admins';
/** What is refused here has no field. */
const statusOfList = ({ errors }: FormState): number => (errors.length > 0 ? 409 : 200);

export function registerAdmins(pages: DeskPages, ctx: Context): void {
  const show = async (desk: DeskRequest, form = BLANK) => {
    const admins = await team.listAdmins(ctx.db, desk.actor);
    const page = { admins, self: desk.actor.adminId, form, now: ctx.now() };
    return pages.send(desk, AdminsView, page, statusOfList(form));
  };
  pages.get(HOME, 'view', (desk) => show(desk));
  pages.formOn(`${HOME}/:id/invite`, 'manage', [], show, async ({ actor, key, params, reply }) => {
    await team.inviteAgain(ctx, actor, key, params['id'] ?? '');
    return doneAt(reply, HOME, 'admin.invite');
  });
  pages.formOn(`${HOME}/:id/role`, 'manage', ['role'], show, async (desk) => {
    const { actor, key, params, values, reply } = desk;
    const input = parse(team.roleInput, { role: values.get('role') ?? '' });
    await team.changeRole(ctx, actor, key, params['id'] ?? '', input);
    return doneAt(reply, HOME, 'admin.role');
  });

  const showInvitation = (desk: DeskRequest, form = BLANK) =>
    pages.send(desk, InvitationView, { form }, statusOf(form));
  pages.form(
    `${HOME}/invite`,
    ['manage', 'touch'],
    ['name', 'email', 'role'],
    showInvitation,
    async ({ actor, key, values, reply }) => {
      const { name, email = '', role = '' } = Object.fromEntries(values);
      const input = parse(team.inviteInput, { name: name || undefined, email, role });
      await team.inviteAdmin(ctx, actor, key, input);
      return doneAt(reply, HOME, 'admin.invite');
    },
  );

  const showRemoval = async (desk: DeskRequest, form = BLANK) => {
    const admins = await team.listAdmins(ctx.db, desk.actor);
    const admin = admins.find(({ id }) => id === desk.params['id']);
    if (!admin) throw team.noAdmin();
    return pages.send(desk, RemovalView, { admin, form }, statusOfList(form));
  };
  pages.form(`${HOME}/:id/remove`, ['manage', 'touch'], [], showRemoval, async (desk) => {
    await team.removeAdmin(ctx, desk.actor, desk.key, desk.params['id'] ?? '');
    return doneAt(desk.reply, HOME, 'admin.remove');
  });
}
