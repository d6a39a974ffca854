import { EmailView } from '../../../web/desk/email.tsx';
import { t } from '../../../web/words.ts';
import type { Context } from '../../context.ts';
import { today } from '../../domain/day.ts';
import { checkReminder, readDue, remindGiver } from '../../pledges/due.ts';
import { codeOf } from '../../pledges/open-pledge.ts';
import { compose } from '../../postman/compose.ts';
import { doneAt, type DeskPages, type DeskRequest } from '../frame.ts';

/** A reminder, whose text an admin reads before it is sent. */
export function registerRemind(pages: DeskPages, ctx: Context): void {
  const show = async (desk: DeskRequest) => {
    const ref = codeOf(desk.params, 'ref');
    const due = await readDue(ctx.db, ref);
    await checkReminder(ctx.db, due, today(ctx.now()));
    const to = due.address!;
    const { subject, text } = (await compose(ctx, to, { kind: 'reminder', ref }))!;
    const words = t.emails.remind;
    return pages.send(desk, EmailView, {
      subject,
      text,
      title: words.title(ref),
      lead: words.text(to),
      current: 'overdue',
      submit: words.send,
      cancel: { href: `/admin/pledges/${ref}`, text: words.cancel },
    });
  };
  pages.form('/admin/pledges/:ref/remind', 'decide', [], show, async (desk) => {
    const ref = codeOf(desk.params, 'ref');
    await remindGiver(ctx, desk.actor, desk.key, ref);
    return doneAt(desk.reply, `/admin/pledges/${ref}`, 'pledge.remind');
  });
}
