import { describe, expect, test } from 'vitest';
import { move, PAYMENT } from '../support/actors.ts';
import { atDesk } from '../support/desk.ts';
import { textOf } from '../support/desk-forms.ts';
import { done, useSteps } from './steps.ts';

const steps = useSteps();

describe('Remind', () => {
  test('shows the email that is then sent, once a day', async () => {
    const cy = await atDesk(steps.app, 'operator');
    const ref = await steps.pledge();
    const path = `/admin/pledges/${ref}/remind`;
    expect((await cy.get(`/admin/pledges/${ref}`)).page).toContain(`href="${path}"`);
    await steps.app.publicCache.refresh();
    expect((await cy.get('/admin/overdue')).page).toContain(`href="${path}"`);
    await steps.app.postman.deliver();
    const { status, page } = await cy.get(path);
    expect(status).toBe(200);
    expect(page).toContain(steps.ada.email);
    expect(await steps.mailsOf(async () => {})).toEqual([]);

    const mail = await steps.mailOf(() => cy.post(path));
    expect(mail.subject).toContain('Payment overdue');
    expect(mail.text).toContain('$400.00 was due on 1 Mar 2026.');
    expect(mail.link).toBe(steps.mine(ref));
    const shown = /<blockquote class="as-typed"><b>(.*?)<\/b>([^]*?)<\/blockquote>/.exec(page)!;
    const plain = (text: string) => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').trim();
    expect(plain(shown[1]!)).toBe(mail.subject);
    expect(plain(shown[2]!)).toBe(mail.text.trim());
    expect(textOf((await cy.get(`/admin/audit?object=${ref}`)).page)).toContain(
      'emailed a reminder',
    );

    expect(await steps.mailsOf(() => cy.post(path))).toEqual([]);
    expect((await cy.get(path)).status).toBe(409);
    steps.nextDay();
    const tomorrow = await atDesk(steps.app, 'operator');
    await steps.mailOf(() => tomorrow.post(path));
  });

  test('is refused if nothing is due within 30 days, and without a confirmed address', async () => {
    const cy = await atDesk(steps.app, 'operator');
    const later = await steps.pledge({
      amount: '600.00',
      instalments: [{ dueOn: '2026-04-09', amount: '600.00' }],
    });
    const path = `/admin/pledges/${later}/remind`;
    expect((await cy.get(`/admin/pledges/${later}`)).page).not.toContain(path);
    const refusal = await cy.get(path);
    expect(refusal.status).toBe(409);
    expect(textOf(refusal.page)).toContain(
      'Nothing of this pledge is overdue or due within 30 days',
    );
    expect(await steps.mailsOf(() => cy.post(path))).toEqual([]);
    steps.nextDay();
    const tomorrow = await atDesk(steps.app, 'operator');
    expect((await tomorrow.get(path)).status).toBe(200);
    await steps.unconfirm();
    expect((await tomorrow.get(path)).status).toBe(409);
  });

  test('is not sent if the payment arrives first', async () => {
    const cy = await atDesk(steps.app, 'operator');
    const ref = await steps.pledge();
    const mails = await steps.mailsOf(async () => {
      await cy.post(`/admin/pledges/${ref}/remind`);
      await done(move(steps.app, ref, 'receive', { amount: '400.00', evidence: PAYMENT }));
    });
    expect(mails.map(({ subject }) => subject)).toEqual([
      '$400.00 received: Open Model Initiative',
    ]);
  });
});
