import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { linkForOwner, newInvite } from '../../server/admins/enter.ts';
import * as desk from '../../server/db/desk.ts';
import * as people from '../../server/db/people.ts';
import { askedIn } from '../support/authenticator.ts';
import { atDesk } from '../support/desk.ts';
import { fieldsOf, send, statusesOf } from '../support/forms.ts';
import { usePasskeys } from '../support/passkeys.ts';
import { refused } from '../support/signed-in.ts';

const { app, later, newPasskeyHere, pageAt, rowsIn, acts, withPasskey } = usePasskeys();

describe('one’s own passkeys', () => {
  test('are never all removed, however many ask at once', async () => {
    const cy = await withPasskey('Cy Example');
    const { page } = await cy.get('/admin/account/passkeys/new');
    await cy.post('/admin/account/passkeys/new', { passkey: newPasskeyHere().make(askedIn(page)) });
    const keys = await app().ctx.db.select().from(desk.passkey);
    const removed = await Promise.all(
      keys.map(({ id }) => cy.post(`/admin/account/passkeys/${id}/remove`)),
    );
    expect(statusesOf(removed)).toEqual([303, 400]);
    expect(removed.find(({ status }) => status === 400)!.page).toContain('your last passkey');
    expect(await rowsIn(desk.passkey)).toBe(1);
  });

  test('are nobody else’s to rename, remove or end', async () => {
    const cy = await withPasskey('Cy Example');
    const bo = await withPasskey('Bo Example');
    const keys = await app().ctx.db.select().from(desk.passkey);
    const { id } = keys.find(({ adminId }) => adminId === cy.id)!;
    const [session] = await app()
      .ctx.db.select()
      .from(people.session)
      .where(eq(people.session.adminId, cy.id));
    for (const path of [
      `passkeys/${id}/name`,
      `passkeys/${id}/remove`,
      `sessions/${session!.id}/end`,
      'passkeys/x/name',
      'sessions/x/end',
    ]) {
      const fields = path.endsWith('name') ? { name: 'Mine' } : {};
      expect([path, (await bo.post(`/admin/account/${path}`, fields)).status]).toEqual([path, 404]);
    }
    expect((await cy.get('/admin')).status).toBe(200);
  });

  test('are added by an answer to a page of one’s own', async () => {
    const cy = await withPasskey('Cy Example');
    const bo = await withPasskey('Bo Example');
    const { page } = await bo.get('/admin/account/passkeys/new');
    const mine = await cy.post('/admin/account/passkeys/new', {
      passkey: newPasskeyHere().make(askedIn(page)),
    });
    expect([mine.status, mine.page]).toEqual([400, expect.stringContaining('another admin')]);
    const twice = await cy.get('/admin/account/passkeys/new');
    const known = await cy.post('/admin/account/passkeys/new', {
      passkey: bo.passkey.make(askedIn(twice.page)),
    });
    expect([known.status, known.page]).toEqual([
      400,
      expect.stringContaining('already added this passkey'),
    ]);
    later(6);
    const stale = await cy.post('/admin/account/passkeys/new', { passkey: '{}' });
    expect(stale.location).toContain('/admin/touch?');
  });
});

describe('recovery', () => {
  const recover = (email: string, code: string, ip = '192.0.2.1') => {
    const fields = { email, code };
    const from = { 'x-forwarded-for': ip };
    return send(`${app().url}/admin/recover`, Object.entries(fields), from);
  };

  test('takes a code once, and says the same of a wrong address, a wrong code and a used one', async () => {
    const cy = await withPasskey('Cy Example');
    const { page } = await cy.post('/admin/account/recovery-codes');
    const codes = [...page.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code]) => code!);
    expect(codes).toHaveLength(10);
    const [kept] = await app().ctx.db.select().from(desk.admin).where(eq(desk.admin.id, cy.id));
    const { email } = kept!;
    const both = await Promise.all([recover(email, codes[0]!), recover(email, codes[0]!)]);
    expect(statusesOf(both)).toEqual([303, 400]);
    const refusals = await Promise.all([
      recover(email, codes[0]!),
      recover(email, '0000-0000-0000-0000'),
      recover('dee@example.org', codes[1]!),
    ]);
    const words = refusals.map(({ page: shown }) => /class="error"[^>]*>([^<]*)/.exec(shown)![1]);
    expect(new Set(words)).toEqual(
      new Set(['Recovery code is not one of this address’s unused recovery codes.']),
    );
    expect(await rowsIn(desk.recoveryCode)).toBe(9);
    expect((await acts()).filter((act) => act === 'recovery.use')).toHaveLength(1);
  });

  test('is not used up for an admin by strangers who try codes from other networks', async () => {
    const cy = await withPasskey('Cy Example');
    const { page } = await cy.post('/admin/account/recovery-codes');
    const code = /<code>([^<]+)<\/code>/.exec(page)![1]!;
    const [kept] = await app().ctx.db.select().from(desk.admin).where(eq(desk.admin.id, cy.id));
    const { email } = kept!;
    for (let nth = 0; nth < 40; nth += 1) {
      expect((await recover(email, 'x', `203.0.${nth % 5}.1`)).status).toBe(400);
    }
    expect((await recover(email, code)).status).toBe(303);
  });

  test('is limited by network', async () => {
    const tries = [];
    for (let times = 0; times < 11; times += 1) {
      tries.push((await recover(`${times}@example.org`, 'x')).status);
    }
    expect(tries).toEqual([...Array.from({ length: 10 }, () => 400), 429]);
  });
});

describe('an invitation', () => {
  /** What a browser sends by a link. */
  async function accept(link: string, passkey = newPasskeyHere()) {
    const { pathname, search } = new URL(link);
    const page = await pageAt(pathname + search);
    const fields = fieldsOf(page);
    fields.set('passkey', passkey.make(askedIn(page)));
    return () => send(`${app().url}/admin/welcome`, fields);
  }
  const invite = async (): Promise<string> => {
    const id = randomUUID();
    const email = `${id}@desk.example`;
    await app().ctx.db.insert(desk.admin).values({
      id,
      name: 'Bo Example',
      email,
      emailKey: email,
      role: 'operator',
      createdAt: app().clock.now,
    });
    return app().ctx.db.transaction((tx) => newInvite(tx, app().ctx, id));
  };

  test('lets in once, of two at the same moment one', async () => {
    const link = await invite();
    const sends = await Promise.all([accept(link), accept(link)]);
    const answers = await Promise.all(sends.map((each) => each()));
    expect(statusesOf(answers)).toEqual([200, 410]);
    expect([await rowsIn(desk.passkey), await rowsIn(desk.recoveryCode)]).toEqual([1, 10]);
    expect(await acts()).toEqual(['admin.enter']);
    expect((await fetch(link.replace(app().ctx.config.baseUrl, app().url))).status).toBe(410);
  });

  test('is good for seven days, and not for another admin’s passkey page', async () => {
    const [link, other] = [await invite(), await invite()];
    const token = new URL(link).searchParams.get('token')!;
    const page = await pageAt(new URL(other).pathname + new URL(other).search);
    const { status } = await send(`${app().url}/admin/welcome`, [
      ['token', token],
      ['passkey', newPasskeyHere().make(askedIn(page))],
    ]);
    expect(status).toBe(410);
    later(7 * 24 * 60 - 1);
    expect((await fetch(link.replace(app().ctx.config.baseUrl, app().url))).status).toBe(200);
    later(2);
    expect((await fetch(link.replace(app().ctx.config.baseUrl, app().url))).status).toBe(410);
  });

  test('of the machine makes an owner of whoever is an admin, and of nobody else’s making', async () => {
    const person = { name: 'Cy Example', email: 'cy@example.org' };
    const first = await linkForOwner(app().ctx, MACHINE, person);
    const { link } = await linkForOwner(app().ctx, MACHINE, { ...person, email: 'CY@example.org' });
    const { emailKey } = desk.admin;
    const made = await app().ctx.db.select().from(desk.admin).where(eq(emailKey, person.email));
    expect(made.map(({ role }) => role)).toEqual(['owner']);
    expect((await fetch(first.link.replace(app().ctx.config.baseUrl, app().url))).status).toBe(410);
    expect((await (await accept(link))()).status).toBe(200);
    const cy = await atDesk(app());
    expect((await refused(linkForOwner(app().ctx, cy.actor, person))).code).toBe('unauthorised');
    const late = await linkForOwner(app().ctx, MACHINE, person);
    later(24 * 60 + 1);
    expect((await fetch(late.link.replace(app().ctx.config.baseUrl, app().url))).status).toBe(410);
  });
});
