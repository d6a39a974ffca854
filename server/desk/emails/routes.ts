import { EmailsView } from '../../../web/desk/emails/page.tsx';
import { hasRight } from '../../actor.ts';
import type { Context } from '../../context.ts';
import {
  discardMail,
  failedEmails,
  listFailed,
  rightOverMail,
  sendMailAgain,
} from '../../mail/failed.ts';
import { doneAt, type DeskPages } from '../frame.ts';
import { seesAddresses } from '../lists/routes.ts';

const HOME = '/admin/emails';

/** Emails that failed, until they are sent or an admin discards them. */
export function registerEmails(pages: DeskPages, ctx: Context): void {
  pages.get(HOME, 'view', async (desk) => {
    const { actor } = desk;
    const rows = await listFailed(ctx.db);
    const lines = rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      ref: (row.data as { ref?: string | null }).ref ?? null,
      to: seesAddresses(actor) ? row.address : null,
      createdAt: row.createdAt,
      attempts: row.attempts,
      error: row.error!,
      nextAt: row.givenUpAt === null ? row.dueAt : null,
      mayAct: hasRight(actor, rightOverMail(row.kind)),
    }));
    return pages.send(desk, EmailsView, { lines, failed: await failedEmails(ctx.db) });
  });
  pages.post(`${HOME}/:id/send-again`, 'decide', [], async ({ actor, key, params, reply }) => {
    await sendMailAgain(ctx, actor, key, params['id'] ?? '');
    return doneAt(reply, HOME, 'mail.send-again');
  });
  pages.post(`${HOME}/:id/discard`, 'decide', [], async ({ actor, key, params, reply }) => {
    await discardMail(ctx, actor, key, params['id'] ?? '');
    return doneAt(reply, HOME, 'mail.discard');
  });
}
