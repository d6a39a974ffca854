import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as desk from '../../server/db/desk.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { askedIn, newPasskey } from '../support/authenticator.ts';
import { fieldsOf, send, statusesOf } from '../support/forms.ts';
import { codeIn, DEMONSTRATION } from '../support/setup.ts';

let app: TestApp;
let code: string;
/** Its replica, with a code of its own. */
let second: TestApp;
beforeAll(async () => {
  app = await startApp({ initiative: DEMONSTRATION });
  second = await startApp({ besides: app });
  code = codeIn((await app.setup.address())!);
});
afterEach(() => watchLedger(app));
afterAll(async () => {
  await second.close();
  await app.close();
});

const owner = (url: string) => `${url}/setup/owner`;
const CY = { name: 'Cy Example', email: 'cy@example.org' };
const post = (url: string, fields: Record<string, string>) =>
  send(owner(url), Object.entries(fields));

/** What a browser sends with a passkey that it has made. */
async function madeBy(at: TestApp, who: { name: string; email: string }) {
  const { page } = await post(at.url, { ...who, code: codeIn((await at.setup.address())!) });
  const passkey = newPasskey(at.ctx.config.baseUrl).make(askedIn(page));
  return Object.fromEntries(fieldsOf(page).set('passkey', passkey));
}

describe('the first owner', () => {
  test('needs the code, at each step', async () => {
    for (const given of ['', '0000-0000-0000-0000']) {
      const page = await fetch(`${owner(app.url)}?code=${given}`, { redirect: 'manual' });
      const sent = await post(app.url, { ...CY, code: given });
      const made = await post(app.url, { ...CY, code: given, passkey: '{}' });
      for (const location of [page.headers.get('location'), sent.location, made.location]) {
        expect(location).toBe(`/setup?code=${given}`);
      }
    }
    expect((await fetch(`${owner(app.url)}?code=${code}`)).status).toBe(200);
    expect(await app.ctx.db.select().from(desk.admin)).toEqual([]);
  });

  test('is told what is wrong, and keeps what was typed', async () => {
    const { status, page } = await post(app.url, { name: ' ', email: 'cy@', code });
    expect([status, page]).toEqual([400, expect.stringContaining('must be an email address')]);
    expect(page).toContain('value="cy@"');
    expect(page).not.toContain('data-passkey');
  });

  test('is refused by a passkey’s wrong answer, and may try again on the same page', async () => {
    const { page } = await post(app.url, { ...CY, code });
    expect(askedIn(page)).toMatchObject({
      attestation: 'none',
      rp: { id: 'localhost' },
      user: { name: CY.email, displayName: CY.name },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const fields = fieldsOf(page);
    fields.set('passkey', newPasskey('https://dee.example').make(askedIn(page)));
    const wrong = await send(owner(app.url), fields);
    expect([wrong.status, wrong.page]).toEqual([400, expect.stringContaining('could not verify')]);
    expect(Object.fromEntries(fieldsOf(wrong.page))).toEqual({ ...CY, code, passkey: '' });
    expect(await app.ctx.db.select().from(desk.admin)).toEqual([]);
    expect(await app.ctx.db.select().from(desk.passkey)).toEqual([]);
  });

  test('is one of two at the same moment; the other is told, and the code is spent', async () => {
    const sent = await Promise.all([
      madeBy(app, CY),
      madeBy(second, { name: 'Bo Example', email: 'bo@example.org' }),
    ]);
    const answers = await Promise.all([post(app.url, sent[0]), post(second.url, sent[1])]);
    expect(statusesOf(answers)).toEqual([200, 409]);
    const late = answers.find(({ status }) => status === 409)!;
    expect(late.page).toContain('already has an owner');
    const admins = await app.ctx.db.select().from(desk.admin);
    const keys = await app.ctx.db.select().from(desk.passkey);
    expect(admins.map(({ role }) => role)).toEqual(['owner']);
    expect(keys.map(({ adminId }) => adminId)).toEqual([admins[0]!.id]);
    expect(await app.ctx.db.select().from(desk.recoveryCode)).toHaveLength(10);

    const again = await post(app.url, { ...CY, code });
    expect([again.status, again.page]).toEqual([
      409,
      expect.stringContaining('already has an owner'),
    ]);
    expect((await fetch(`${owner(app.url)}?code=0000`, { redirect: 'manual' })).status).toBe(404);
    expect(await app.setup.address()).toBeNull();
    expect((await app.request('/api/v1/admin/exports/pledges.csv')).status).toBe(401);
  });
});
