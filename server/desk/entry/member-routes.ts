import { eq } from 'drizzle-orm';
import type { FormState } from '../../../web/components/form.tsx';
import { MembersView } from '../../../web/desk/entry/page.tsx';
import { MEMBER_FIELDS } from '../../../web/forms/entry.ts';
import type { Context } from '../../context.ts';
import * as schema from '../../db/schema.ts';
import { parse } from '../../http/parse.ts';
import { membersInput, namesOf, setMembers } from '../../pledges/members.ts';
import { codeOf, noPledge } from '../../pledges/open-pledge.ts';
import { doneAt, statusByField, type DeskPages, type DeskRequest } from '../frame.ts';

/** The form that says who gives a pledge together with its giver. */
export function registerMembers(pages: DeskPages, ctx: Context): void {
  const show = async (desk: DeskRequest, again?: FormState) => {
    const ref = codeOf(desk.params, 'ref');
    const { pledge } = schema;
    const [found] = await ctx.db
      .select({ members: pledge.members })
      .from(pledge)
      .where(eq(pledge.ref, ref));
    if (!found) throw noPledge(ref);
    const names = await ctx.db.transaction((tx) => namesOf(tx, found.members));
    const form = again ?? { values: new Map([['members', names.join('\n')]]), errors: [] };
    const errors = form.errors.map((error) =>
      error.field.startsWith('members') ? { ...error, field: 'members' } : error,
    );
    const page = { ref, form: { ...form, errors } };
    return pages.send(desk, MembersView, page, statusByField(form));
  };
  pages.form('/admin/pledges/:ref/members', 'decide', MEMBER_FIELDS, show, async (form) => {
    const ref = codeOf(form.params, 'ref');
    const input = parse(membersInput, form.input);
    await setMembers(ctx, form.actor, form.key, ref, input);
    return doneAt(form.reply, `/admin/pledges/${ref}`, 'pledge.members');
  });
}
