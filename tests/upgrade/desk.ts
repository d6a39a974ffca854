import { expect } from 'vitest';
import { fundingPledge, move, PAYMENT, publishedSignatory } from '../support/actors.ts';
import { entered, EUR } from '../support/accounts.ts';
import type { TestApp } from '../support/app.ts';
import { askedIn, newPasskey } from '../support/authenticator.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { fieldsOf } from '../support/forms.ts';

/** Sends the form of a page with a button and what is typed. */
const press = (
  by: DeskUser,
  path: string,
  page: string,
  go: string,
  typed: Record<string, string> = {},
) => by.post(path, { ...Object.fromEntries(fieldsOf(page.split('<main')[1]!)), ...typed, go });

/** What admins do at the desk. No owner gets a passkey: ADMIN_TOKEN would open nothing then. */
export async function adminAll(app: TestApp): Promise<void> {
  const cy = await atDesk(app, 'owner');
  const bo = await atDesk(app, 'operator', 'Bo Example');
  const at = '/admin/account/passkeys/new';
  const passkey = newPasskey(app.ctx.config.baseUrl).make(askedIn((await bo.get(at)).page));
  expect((await bo.post(at, { passkey })).status).toBe(303);
  expect((await bo.post('/admin/account/recovery-codes')).status).toBe(200);
  await app.request('/admin/sign-in', { headers: { accept: 'text/html' } });
  const invited = { name: 'Lou Example', email: 'lou@desk.example', role: 'viewer' };
  expect((await cy.post('/admin/admins/invite', invited)).status).toBe(303);
  const token = { name: 'nightly export', days: '30', export: 'on' };
  expect((await cy.post('/admin/tokens/new', token)).status).toBe(200);
  const terms = '/admin/initiative/terms';
  const review = await press(cy, terms, (await cy.get(terms)).page, 'review', {
    'targets.funding': '120,000,000',
    note: 'A note.',
    reason: 'A second site',
  });
  expect((await press(cy, terms, review.page, 'send')).location).toContain('done=');
  await entered(app, EUR);
  const steps = '/admin/initiative/milestones';
  const step = { 'funding.0.reaches': '30,000,000', 'funding.0.label': 'first training run' };
  const saved = await press(cy, steps, (await cy.get(steps)).page, 'send', step);
  expect(saved.location).toContain('done=');
  const max = await publishedSignatory(app, { name: 'Max Example' });
  const asked = await fundingPledge(app, max, { accept: false, amount: '4000.00' });
  const question = { question: 'By when?' };
  await app.request(`/api/v1/admin/pledges/${asked}/ask`, { body: question });
  const paid = await fundingPledge(app, max);
  const evidence = { ...PAYMENT, reference: 'WIRE-7', fee: '1.50' };
  expect((await move(app, paid, 'receive', { amount: '50.00', evidence })).status).toBe(201);
}
