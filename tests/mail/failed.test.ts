import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as people from '../../server/db/people.ts';
import { failedEmails } from '../../server/mail/failed.ts';
import { createPostman } from '../../server/postman/postman.ts';
import { AGREEMENT, move } from '../support/actors.ts';
import { NOW } from '../support/app.ts';
import { atDesk } from '../support/desk.ts';
import { textOf } from '../support/desk-forms.ts';
import { openMailbox } from '../support/mail.ts';
import { listen, waitingMail } from './scenario.ts';
import { done, useSteps } from './steps.ts';

const steps = useSteps();

describe('the list of failed emails', () => {
  /** An email about a pledge that the receiving side refuses for good. */
  async function refused() {
    const ref = await steps.pledge();
    await steps.app.postman.deliver();
    await done(move(steps.app, ref, 'commit', { evidence: AGREEMENT }));
    const box = await openMailbox({
      onRcptTo: (_address, _session, callback) =>
        callback(Object.assign(new Error('no such user'), { responseCode: 550 })),
    });
    const { log, lines } = listen();
    const postman = createPostman(
      { ...steps.app.ctx, config: { ...steps.app.ctx.config, smtpUrl: box.url } },
      log,
    );
    await postman.deliver();
    await postman.stop();
    await box.close();
    expect(lines.at(-1)!.message).toBe('a mail is given up');
    const [row] = await waitingMail(steps.app);
    return { ref, id: row!.id };
  }

  test('keeps one that was given up until it is sent again', async () => {
    const cy = await atDesk(steps.app, 'operator');
    const { ref, id } = await refused();
    expect(await failedEmails(steps.app.ctx.db)).toBe(1);
    const shown = await cy.get('/admin/emails');
    expect(shown.status).toBe(200);
    expect(textOf(shown.page)).toContain('Change to a pledge');
    expect(textOf(shown.page)).toContain('The mail server refused the address (550). Tried once.');
    expect(shown.page).toContain(steps.ada.email);
    expect(shown.page).toContain(`/admin/pledges/${ref}`);
    // Nobody tries it by itself.
    steps.app.clock.now = new Date(NOW.getTime() + 48 * 3_600_000);
    await steps.app.postman.deliver();
    expect(await failedEmails(steps.app.ctx.db)).toBe(1);
    const bo = await atDesk(steps.app, 'operator', 'Bo Example');
    const mail = await steps.mailOf(() => bo.post(`/admin/emails/${id}/send-again`));
    expect(mail.headers.get('message-id')).toContain(id);
    expect(textOf((await bo.get('/admin/emails')).page)).toContain('No email has failed.');
    expect((await bo.post(`/admin/emails/${id}/send-again`)).status).toBe(404);
  });

  test('forgets one that is discarded, and the history says who did it, without the address', async () => {
    const cy = await atDesk(steps.app, 'operator');
    const { id } = await refused();
    const { status, location } = await cy.post(`/admin/emails/${id}/discard`);
    expect([status, location]).toEqual([303, '/admin/emails?done=mail.discard']);
    expect(await steps.mailsOf(async () => {})).toEqual([]);
    const { page } = await cy.get(`/admin/audit?object=${id}`);
    expect(textOf(page)).toContain('discarded an email');
    expect(page).not.toContain(steps.ada.email);
  });

  test('shows a viewer no address and no button, and nobody but an owner acts on a warning to admins', async () => {
    const { id } = await refused();
    const viewer = await atDesk(steps.app, 'viewer');
    const { page } = await viewer.get('/admin/emails');
    expect(page).not.toContain(steps.ada.email);
    expect(page).not.toContain('/discard');
    expect((await viewer.post(`/admin/emails/${id}/discard`)).status).toBe(403);
    await steps.app.ctx.db
      .update(people.mail)
      .set({ kind: 'new-log' })
      .where(eq(people.mail.id, id));
    const [operator, owner] = [
      await atDesk(steps.app, 'operator'),
      await atDesk(steps.app, 'owner'),
    ];
    expect((await operator.get('/admin/emails')).page).not.toContain('/discard');
    expect((await operator.post(`/admin/emails/${id}/discard`)).status).toBe(403);
    expect((await owner.post(`/admin/emails/${id}/discard`)).status).toBe(303);
  });
});
