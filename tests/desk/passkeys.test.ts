import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as desk from '../../server/db/desk.ts';
import * as people from '../../server/db/people.ts';
import { sweep } from '../../server/postman/sweep.ts';
import { askedIn, type Asked, type Bent, type Passkey } from '../support/authenticator.ts';
import type { DeskUser } from '../support/desk.ts';
import { fieldsOf, send, statusesOf } from '../support/forms.ts';
import { bodyWith, VALUES, type Place } from '../support/hostile.ts';
import { usePasskeys } from '../support/passkeys.ts';

const { app, later, newPasskeyHere, pageAt, rowsIn, acts, withPasskey } = usePasskeys();

/** Signs in by the form, whose answer the test may bend. */
async function signIn(passkey: Passkey, bent: Bent = {}, next = '/admin') {
  const page = await pageAt(`/admin/sign-in?next=${encodeURIComponent(next)}`);
  const fields = fieldsOf(page);
  fields.set('passkey', passkey.use(askedIn(page), bent));
  return { fields, ...(await send(`${app().url}/admin/sign-in`, fields)) };
}

const VERIFY = 'We could not verify the passkey’s answer.';
const SPENT = 'The page was open too long, or was sent before.';
const UNKNOWN = 'We don’t know this passkey.';

describe('signing in', () => {
  test.each<{ place: Place }>([
    { place: ['id'] },
    { place: ['response'] },
    { place: ['response', 'userHandle'] },
    { place: ['response', 'transports', 0] },
  ])('refuses an answer with something hostile at $place', async ({ place }) => {
    const cy = await withPasskey('Cy Example');
    for (const [what, value] of VALUES) {
      // What was counted by network is over.
      later(16);
      const page = await pageAt('/admin/sign-in');
      const answer = JSON.parse(cy.passkey.use(askedIn(page))) as unknown;
      const fields = new Map([['passkey', bodyWith(answer, place, value)]]);
      const { status } = await send(`${app().url}/admin/sign-in`, fields);
      // The browser need not name the admin.
      const isRefused = status === 400 || (status === 303 && what === 'null');
      expect([what, status, isRefused]).toEqual([what, status, true]);
    }
  });

  test('opens a session by a token of its own each time, and is written down', async () => {
    const cy = await withPasskey('Cy Example');
    const cookies = await Promise.all(
      ['/admin/account', '/admin/account'].map(async (next) => {
        const page = await pageAt('/admin/sign-in');
        const response = await fetch(`${app().url}/admin/sign-in`, {
          method: 'POST',
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            origin: 'null',
            'sec-fetch-site': 'same-origin',
          },
          body: new URLSearchParams({
            next,
            passkey: cy.passkey.use(askedIn(page), { counter: 0 }),
          }),
          redirect: 'manual',
        });
        return [response.status, response.headers.get('set-cookie')];
      }),
    );
    // The counter was 1: what says 0 is a copy.
    expect(cookies.map(([status]) => status)).toEqual([400, 400]);
    const first = await signIn(cy.passkey);
    expect([first.status, first.location]).toEqual([303, '/admin']);
    expect((await signIn(cy.passkey)).status).toBe(303);
    const sessions = await app()
      .ctx.db.select()
      .from(people.session)
      .where(eq(people.session.adminId, cy.id));
    expect(new Set(sessions.map(({ tokenHash }) => tokenHash.toString('hex'))).size).toBe(3);
    expect((await acts()).filter((act) => act !== 'admin.passkey-failed')).toEqual([
      'passkey.add',
      'admin.sign-in',
      'admin.sign-in',
    ]);
    const [kept] = await app().ctx.db.select().from(desk.passkey);
    expect([kept!.usedAt, kept!.counter > 1]).toEqual([app().clock.now, true]);
  });

  test.each<[string, Bent, string]>([
    ['of another origin', { origin: 'https://dee.example' }, VERIFY],
    ['for another site', { rpId: 'dee.example' }, VERIFY],
    ['without finger or PIN', { verified: false }, VERIFY],
    ['whose counter went back', { counter: 1 }, VERIFY],
    ['of another holder', { userHandle: 'AAAA' }, VERIFY],
    ['to a challenge of somebody else', { challenge: 'A'.repeat(43) }, SPENT],
  ])('refuses an answer %s', async (_what, bent, words) => {
    const { passkey } = await withPasskey('Cy Example');
    const { status, page } = await signIn(passkey, bent);
    expect([status, page]).toEqual([400, expect.stringContaining(words)]);
    expect((await signIn(passkey)).status).toBe(303);
  });

  test('refuses a passkey that nobody has registered, and one of an admin who was removed', async () => {
    const { id, passkey } = await withPasskey('Cy Example');
    expect((await signIn(newPasskeyHere())).page).toContain(UNKNOWN);
    await app()
      .ctx.db.update(desk.admin)
      .set({ removedAt: app().clock.now })
      .where(eq(desk.admin.id, id));
    expect((await signIn(passkey)).page).toContain(UNKNOWN);
  });

  test('refuses the same answer a second time, also at the same moment', async () => {
    const { passkey } = await withPasskey('Cy Example');
    const { fields, status } = await signIn(passkey);
    expect(status).toBe(303);
    const again = await send(`${app().url}/admin/sign-in`, fields);
    expect([again.status, again.page]).toEqual([400, expect.stringContaining(SPENT)]);

    const page = await pageAt('/admin/sign-in');
    const once = fieldsOf(page);
    once.set('passkey', passkey.use(askedIn(page)));
    const both = await Promise.all([0, 1, 2].map(() => send(`${app().url}/admin/sign-in`, once)));
    expect(statusesOf(both)).toEqual([303, 400, 400]);
  });

  test('refuses an answer after five minutes; what nobody answered is swept', async () => {
    const { passkey } = await withPasskey('Cy Example');
    const page = await pageAt('/admin/sign-in');
    const fields = fieldsOf(page);
    fields.set('passkey', passkey.use(askedIn(page)));
    await pageAt('/admin/sign-in');
    later(6);
    expect((await send(`${app().url}/admin/sign-in`, fields)).page).toContain(SPENT);
    await sweep(app().ctx);
    // The refusal's own page has a new one.
    expect(await rowsIn(desk.challenge)).toBe(1);
  });

  test.each(['', '{', '[]', '{"id":"x"}', '{"id":"x","response":{"clientDataJSON":"!"}}'])(
    'refuses what is no answer: %s',
    async (passkey) => {
      const { status, page } = await send(`${app().url}/admin/sign-in`, [
        ['next', ''],
        ['passkey', passkey],
      ]);
      expect(status).toBe(400);
      expect(page).toMatch(/script did not run|could not verify/);
    },
  );

  test.each([
    ['/admin/pledges?stage=received', '/admin/pledges?stage=received'],
    ['https://dee.example/admin', '/admin'],
    ['//dee.example/admin', '/admin'],
    ['/\\dee.example', '/admin'],
    ['/admin/../me', '/admin'],
    ['/administrator', '/admin'],
    ['javascript:alert(1)', '/admin'],
    ['/admin\n/x', '/admin/x'],
  ])('goes on from %j to %s', async (next, location) => {
    const { passkey } = await withPasskey('Cy Example');
    expect((await signIn(passkey, {}, next)).location).toBe(location);
  });

  test('is counted by network', async () => {
    let status = 200;
    for (let times = 0; times < 125 && status === 200; times += 1) {
      ({ status } = await fetch(`${app().url}/admin/sign-in`));
    }
    expect(status).toBe(429);
    later(16);
    expect((await fetch(`${app().url}/admin/sign-in`)).status).toBe(200);
  });
});

describe('a touch', () => {
  const touchPage = async (user: DeskUser, query = 'next=%2Fadmin%2Faccount') =>
    (await user.get(`/admin/touch?${query}`)).page;

  test('lets what is grave be done for five minutes', async () => {
    const cy = await withPasskey('Cy Example');
    later(6);
    const asked = await cy.get('/admin/account/recovery-codes');
    expect(asked.location).toBe('/admin/touch?next=%2Fadmin%2Faccount%2Frecovery-codes');
    const sent = await cy.post('/admin/account/recovery-codes');
    expect(sent.location).toContain('&sent=1');
    expect(await touchPage(cy, 'next=%2Fadmin&sent=1')).toContain('fill in the form again');
    const page = await touchPage(cy);
    const touched = await cy.post('/admin/touch', {
      next: '/admin/account',
      passkey: cy.passkey.use(askedIn(page)),
    });
    expect([touched.status, touched.location]).toEqual([303, '/admin/account']);
    expect((await cy.get('/admin/account/recovery-codes')).status).toBe(200);
    expect(await acts()).toContain('admin.touch');
    later(6);
    expect((await cy.get('/admin/account/recovery-codes')).status).toBe(303);
  });

  test.each([
    ['/admin/pledges.csv?kind=funding', '/admin/pledges?kind=funding'],
    ['/admin/exports/pledges.csv?bom=1', '/admin/exports'],
  ])('for %s is followed by a page that downloads it and leads back', async (file, back) => {
    const cy = await withPasskey('Cy Example');
    later(6);
    const asked = await cy.get(file);
    const next = new URLSearchParams(asked.location!.split('?')[1]).get('next');
    expect(next).toBe(file);
    const passkey = cy.passkey.use(askedIn((await cy.get(asked.location!)).page));
    const touched = await cy.post('/admin/touch', { next: next!, passkey });
    const { page, headers } = await cy.get(touched.location!);
    expect(headers.get('refresh')).toBe(`0; url=${file}`);
    expect(page).toContain(`href="${back}"`);
    expect((await cy.get(file)).headers.get('content-type')).toContain('text/csv');
  });

  test('before a page that is no file leads to it, and downloads nothing', async () => {
    const cy = await withPasskey('Cy Example');
    const { headers } = await cy.get('/admin/download?next=https://evil.example/x.csv');
    expect(headers.get('refresh')).toBeNull();
  });

  test('is of the admin who is signed in, by a challenge of theirs', async () => {
    const cy = await withPasskey('Cy Example');
    const bo = await withPasskey('Bo Example');
    const own = askedIn(await touchPage(cy));
    expect(own.allowCredentials!.map(({ id }) => id)).toEqual([cy.passkey.id]);
    const making = askedIn((await cy.get('/admin/account/passkeys/new')).page);
    const other = await cy.post('/admin/touch', { passkey: cy.passkey.use(making) });
    expect([other.status, other.page]).toEqual([400, expect.stringContaining(SPENT)]);
    later(6);
    const tries: [Passkey, Asked][] = [
      [bo.passkey, askedIn(await touchPage(cy))],
      [cy.passkey, askedIn(await touchPage(bo))],
      [cy.passkey, askedIn(await pageAt('/admin/sign-in'))],
    ];
    for (const [passkey, asked] of tries) {
      const { status } = await cy.post('/admin/touch', { passkey: passkey.use(asked) });
      expect(status).toBe(400);
    }
    expect((await cy.get('/admin/account/recovery-codes')).status).toBe(303);
    // Nor does a touch's challenge sign anybody in.
    const asked = askedIn(await touchPage(cy));
    const { status } = await send(`${app().url}/admin/sign-in`, [
      ['next', ''],
      ['passkey', cy.passkey.use(asked)],
    ]);
    expect(status).toBe(400);
  });
});
