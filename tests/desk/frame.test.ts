import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

describe('the desk', () => {
  test('sends strangers to sign in, and lets who is signed in see it', async () => {
    const stranger = await fetch(`${app.url}/admin`, { redirect: 'manual' });
    expect([stranger.status, stranger.headers.get('location')]).toEqual([
      303,
      '/admin/sign-in?next=%2Fadmin',
    ]);
    const cy = await atDesk(app, 'viewer');
    const { status, page } = await cy.get('/admin');
    expect(status).toBe(200);
    expect(page).toContain('Cy Example, viewer');
  });

  test('says of a list in which nothing stands yet what will, also on a tab of it', async () => {
    const cy = await atDesk(app, 'viewer');
    const { page } = await cy.get('/admin/overdue?due=soon');
    expect(page).toContain('No instalment is due in the next 30 days.');
    expect(page).not.toContain('Nothing matches');
  });

  test('closes ADMIN_TOKEN once there is an owner with a passkey', async () => {
    await atDesk(app, 'viewer');
    expect((await app.request('/api/v1/admin/exports/pledges.csv')).status).toBe(200);
    await atDesk(app, 'owner');
    expect((await app.request('/api/v1/admin/exports/pledges.csv')).status).toBe(200);
    await atDesk(app, 'owner', 'Bo Example', { hasPasskey: true });
    const { status, body } = await app.request('/api/v1/admin/exports/pledges.csv');
    expect([status, body.detail]).toEqual([
      401,
      'ADMIN_TOKEN no longer works, because there is an owner. Make a token at /admin/tokens.',
    ]);
  });
});
