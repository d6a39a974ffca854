import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DESK_SECONDS } from '../../server/admins/session.ts';
import { openSession } from '../../server/sessions/session.ts';
import * as desk from '../../server/db/desk.ts';
import type { Right } from '../../server/domain/right.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, passkeyOf, type DeskUser } from '../support/desk.ts';
import { startMailApp, type MailApp } from '../support/sign-up.ts';

let app: MailApp;
let cy: DeskUser;
beforeAll(async () => {
  app = await startMailApp();
  cy = await atDesk(app, 'owner', 'Cy Example', { hasPasskey: true });
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const rowOf = async (email: string) => {
  const [row] = await app.ctx.db.select().from(desk.admin).where(eq(desk.admin.email, email));
  return row!;
};

const invited = async (email: string, role = 'operator') => {
  const typed = { name: 'Bo Example', email, role };
  expect(await cy.post('/admin/admins/invite', typed)).toMatchObject({
    status: 303,
    location: '/admin/admins?done=admin.invite',
  });
  return rowOf(email);
};

describe('admins', () => {
  test('are invited by a mail whose link says who and as what', async () => {
    const { id } = await invited('bo@desk.example');
    await app.postman.deliver();
    const mail = app.mailbox.received().findLast(({ to }) => to.includes('bo@desk.example'))!;
    expect(mail.text).toContain('invites you as operator');
    expect(mail.link).toMatch(/\/admin\/welcome\?token=[\w-]{43}$/);
    const { page } = await cy.get('/admin/admins');
    expect(page).toContain('Invited until');
    await app.ctx.db.insert(desk.passkey).values(passkeyOf(id, app.clock.now));
    const again = await cy.post(`/admin/admins/${id}/invite`);
    expect(again.status).toBe(409);
    expect(again.page).toContain('This admin has already accepted the invitation.');
  });

  test('are one for each address', async () => {
    await invited('once@desk.example');
    const { status, page } = await cy.post('/admin/admins/invite', {
      name: 'Another',
      email: 'ONCE@desk.example',
      role: 'viewer',
    });
    expect(status).toBe(400);
    expect(page).toContain('Email address is an admin’s already.');
    expect(page).toContain('value="Another"');
  });

  test('have the rights of another role with their next request, and none once removed', async () => {
    const dan = await atDesk(app, 'viewer', 'Dan Example');
    expect((await dan.get('/admin/tokens')).status).toBe(403);
    expect((await cy.post(`/admin/admins/${dan.id}/role`, { role: 'owner' })).status).toBe(303);
    expect((await dan.get('/admin/tokens')).status).toBe(200);
    expect((await cy.post(`/admin/admins/${dan.id}/remove`)).status).toBe(303);
    expect(await dan.get('/admin/tokens')).toMatchObject({
      status: 303,
      location: '/admin/sign-in?next=%2Fadmin%2Ftokens',
    });
    const { page } = await cy.get('/admin/admins');
    expect(page).not.toContain('Dan Example');
    // A sign-in that was under way when the removal was committed.
    const token = randomUUID();
    await app.ctx.db.transaction((tx) =>
      openSession(tx, app.ctx, {
        holder: { adminId: dan.id },
        token,
        seconds: DESK_SECONDS,
        browser: null,
      }),
    );
    const headers = { cookie: `muster-desk=${token}` };
    expect((await fetch(`${app.url}/admin`, { headers, redirect: 'manual' })).status).toBe(303);
  });

  test('who are operators invite nobody and change no role', async () => {
    const eve = await atDesk(app, 'operator', 'Eve Example');
    const typed = { name: 'X', email: 'x@desk.example', role: 'owner' };
    expect((await eve.post('/admin/admins/invite', typed)).status).toBe(403);
    expect((await eve.post(`/admin/admins/${eve.id}/role`, { role: 'owner' })).status).toBe(403);
    expect((await eve.post(`/admin/admins/${cy.id}/remove`)).status).toBe(403);
    expect(await rowOf('x@desk.example')).toBeUndefined();
  });

  test('never go without an owner, though two remove each other at once', async () => {
    const others = await Promise.all(
      ['Fay Example', 'Gus Example'].map((name) =>
        atDesk(app, 'owner', name, { hasPasskey: true }),
      ),
    );
    const [fay, gus] = others as [DeskUser, DeskUser];
    expect((await cy.post(`/admin/admins/${cy.id}/role`, { role: 'viewer' })).status).toBe(303);
    const answers = await Promise.all([
      fay.post(`/admin/admins/${gus.id}/remove`),
      gus.post(`/admin/admins/${fay.id}/remove`),
    ]);
    // Who is removed before the own deed is heard has no session: a way to the sign-in, no deed.
    const done = answers.filter(({ location }) => location?.includes('done='));
    expect(done).toHaveLength(1);
    const owners = await app.ctx.db.select().from(desk.admin).where(eq(desk.admin.role, 'owner'));
    const left = owners.filter(({ removedAt }) => removedAt === null);
    expect(left).toHaveLength(1);
    const last = others.find(({ id }) => id === left[0]!.id)!;
    const { status, page } = await last.post(`/admin/admins/${last.id}/remove`);
    expect(status).toBe(409);
    expect(page).toContain('This is the only owner');
    expect((await last.post(`/admin/admins/${cy.id}/role`, { role: 'owner' })).status).toBe(303);
  });

  test('prove themselves again before they let anybody in', async () => {
    const at = app.clock.now;
    app.clock.now = new Date(at.getTime() + 6 * 60_000);
    const typed = { name: 'Late', email: 'late@desk.example', role: 'viewer' };
    expect(await cy.post('/admin/admins/invite', typed)).toMatchObject({
      status: 303,
      location: '/admin/touch?next=%2Fadmin%2Fadmins%2Finvite&sent=1',
    });
    expect(await rowOf('late@desk.example')).toBeUndefined();
    app.clock.now = at;
  });
});

describe('an API token', () => {
  const make = async (name: string, rights: Right[], days = '30') => {
    const typed = { name, days, ...Object.fromEntries(rights.map((right) => [right, 'on'])) };
    const { status, page } = await cy.post('/admin/tokens/new', typed);
    expect(status).toBe(200);
    return /muster_[\w-]{43}/.exec(page)![0];
  };
  const EXPORT = '/api/v1/admin/exports/pledges.csv';

  test('does what its rights say, and no more', async () => {
    const token = await make('nightly export', ['export']);
    expect((await app.request(EXPORT, { token })).status).toBe(200);
    const rate = { currency: 'KWD', ratedOn: '2026-03-01', perUnit: '3.25', source: 'a bank' };
    const { status, body } = await app.request('/api/v1/admin/rates', { token, body: rate });
    expect([status, body.detail]).toEqual([403, 'This token doesn’t have the right “record”.']);
    const { page } = await cy.get('/admin/tokens');
    expect(page).toContain('nightly export');
    expect(page).toContain('Export personal data');
    expect(page).not.toContain(token);
  });

  test('is the same when the form comes twice, and only its hash is kept', async () => {
    const fields = { key: randomUUID(), name: 'twice', days: '1', view: 'on' };
    const shown = await Promise.all([1, 2].map(() => cy.post('/admin/tokens/new', fields)));
    const ok = shown.filter(({ status }) => status === 200);
    const later = await cy.post('/admin/tokens/new', fields);
    const secrets = [...ok, later].map((each) => /muster_[\w-]{43}/.exec(each.page)?.[0]);
    expect(new Set(secrets).size).toBe(1);
    const rows = await app.ctx.db
      .select()
      .from(desk.apiToken)
      .where(eq(desk.apiToken.name, 'twice'));
    expect(rows).toHaveLength(1);
  });

  test('ends by itself, when it is revoked, and with its maker', async () => {
    const at = app.clock.now;
    const short = await make('short', ['view'], '1');
    const long = await make('long', ['export'], '366');
    app.clock.now = new Date(at.getTime() + 25 * 3_600_000);
    expect((await app.request(EXPORT, { token: short })).status).toBe(401);
    expect((await app.request(EXPORT, { token: long })).status).toBe(200);
    app.clock.now = at;
    const [row] = await app.ctx.db
      .select()
      .from(desk.apiToken)
      .where(eq(desk.apiToken.name, 'long'));
    expect(row!.usedAt).not.toBeNull();
    expect((await cy.post(`/admin/tokens/${row!.id}/revoke`)).status).toBe(303);
    expect((await app.request(EXPORT, { token: long })).status).toBe(401);
    expect((await cy.post(`/admin/tokens/${row!.id}/revoke`)).status).toBe(404);
  });

  test('loses what its maker loses', async () => {
    const hal = await atDesk(app, 'owner', 'Hal Example');
    const typed = { name: 'of Hal', days: '3', export: 'on' };
    const { page } = await hal.post('/admin/tokens/new', typed);
    const token = /muster_[\w-]{43}/.exec(page)![0];
    expect((await app.request(EXPORT, { token })).status).toBe(200);
    await cy.post(`/admin/admins/${hal.id}/role`, { role: 'viewer' });
    expect((await app.request(EXPORT, { token })).status).toBe(403);
    await cy.post(`/admin/admins/${hal.id}/remove`);
    expect((await app.request(EXPORT, { token })).status).toBe(401);
  });

  test('needs a name, a right and a number of days', async () => {
    const { status, page } = await cy.post('/admin/tokens/new', { days: 'ten' });
    expect(status).toBe(400);
    for (const error of [
      'Name is missing.',
      'Rights are missing: choose at least one.',
      'Days must be a number of days.',
    ]) {
      expect(page).toContain(error);
    }
  });
});
