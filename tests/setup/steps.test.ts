import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import * as desk from '../../server/db/desk.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';
import { fieldsOf, send } from '../support/forms.ts';
import { textOf } from '../support/desk-forms.ts';
import {
  codeIn,
  DEMONSTRATION,
  OWN,
  postForm,
  startOwn,
  TYPED,
  TYPED_PROGRESS,
} from '../support/setup.ts';

let app: TestApp;
afterEach(async () => {
  await watchLedger(app);
  await app.close();
});

const STEPS = ['initiative', 'targets', 'window', 'recipient', 'rates'];

/** The page's own fields; what a reader types into those that it shows; and the button. */
const next = (page: string, typed: Record<string, string>, go = 'next') =>
  Object.fromEntries([
    ...[...fieldsOf(page)].map(([name, value]) => [name, typed[name] ?? value]),
    ['go', go],
  ]);

describe('one question at a time', () => {
  test('the steps carry all that was typed, and the last one starts', async () => {
    app = await startApp({ initiative: null });
    const address = (await app.setup.address())!;
    // The whole address that was printed, where the code is asked for.
    let { page } = await postForm(app.url, { code: ` ${address} ` });
    for (const step of STEPS) {
      expect(page).toContain(`name="step" value="${step}"`);
      const answer = await postForm(app.url, next(page, TYPED));
      if (step === 'rates') expect(answer).toMatchObject({ status: 303 });
      else expect(answer.status).toBe(200);
      ({ page } = answer);
    }
    expect(await progressOf(app)).toMatchObject(TYPED_PROGRESS);
    const { body } = await app.request('/api/v1/initiative', { token: false });
    expect(body.recipient).toMatchObject({ contact: 'hello@foundation.example' });
  });

  test('Back keeps even what is wrong', async () => {
    app = await startApp({ initiative: null });
    const code = codeIn((await app.setup.address())!);
    const typed = { ...TYPED, 'initiative.targets.gpus': 'ten' };
    const back = await postForm(app.url, { ...typed, code, step: 'targets', go: 'back' });
    expect(back.status).toBe(200);
    expect(back.page).toContain('name="step" value="initiative"');
    expect(back.page).not.toContain('value="back"');
    const again = await postForm(app.url, next(back.page, {}));
    expect(again.page).toContain('name="initiative.targets.gpus" value="ten"');
    expect(again.page).toContain('value="back"');
  });
});

describe('the owner, signed in', () => {
  const begin = (cookie: Record<string, string>, fields: Record<string, string> = TYPED) =>
    send(`${app.url}/setup`, Object.entries(fields), { ...OWN, ...cookie });

  test('is asked for no code, and an operator or a stranger is', async () => {
    app = await startApp({ initiative: null });
    const bo = await atDesk(app, 'operator', 'Bo Example', { hasPasskey: true });
    const cy = await atDesk(app, 'owner', 'Cy Example', { hasPasskey: true });
    expect((await bo.get('/setup')).page).toContain('<label for="code">');
    expect((await begin(bo.cookie)).status).toBe(403);
    expect((await begin({})).status).toBe(403);
    expect((await cy.get('/setup')).page).toContain('name="step" value="initiative"');
    const foreign = { ...cy.cookie, origin: 'https://dee.example' };
    expect((await begin(foreign)).status).toBe(403);
    expect(await begin(cy.cookie)).toMatchObject({ status: 303, location: '/admin' });
    expect(await progressOf(app)).toMatchObject(TYPED_PROGRESS);
    expect(await cy.get('/setup')).toMatchObject({ status: 303, location: '/admin' });
    expect((await bo.get('/setup')).status).toBe(404);
  });

  test('stays the owner, and signed in, when the demonstration is put aside', async () => {
    app = await startApp({ engine: 'embedded', initiative: DEMONSTRATION, ownKey: true });
    const cy = await atDesk(app, 'owner', 'Cy Example', { hasPasskey: true });
    const gone = await atDesk(app, 'viewer', 'Dee Example');
    await app.ctx.db
      .update(desk.admin)
      .set({ removedAt: new Date() })
      .where(eq(desk.admin.id, gone.id));
    expect(await startOwn(app.url, TYPED, { ...OWN, ...cy.cookie })).toBe('/admin');
    expect(await progressOf(app)).toMatchObject(TYPED_PROGRESS);
    expect(textOf((await cy.get('/admin/audit')).page)).toContain(
      'Cy Example (during setup) entered the initiative',
    );
    expect((await cy.get('/admin/initiative')).page).toContain('Cy’s Initiative');
    const admins = await app.ctx.db.select().from(desk.admin);
    expect(admins.map(({ name }) => name)).toEqual(['Cy Example']);
    expect(await app.ctx.db.select().from(desk.passkey)).toHaveLength(1);
    expect(await app.setup.address()).toBeNull();
  }, 60_000);
});

test('the name can be changed later, with a reason in the history', async () => {
  app = await startApp();
  const { status, body } = await app.request('/api/v1/admin/initiative', {
    body: { name: 'Open Models for All', reason: 'The members voted.' },
  });
  expect([status, body]).toEqual([201, { changed: ['name'], entry: null }]);
  await app.publicCache.refresh();
  expect((await app.request('/', { token: false })).body).toContain('Open Models for All');
  const cy = await atDesk(app);
  expect((await cy.get('/admin/initiative')).page).toContain('→ Open Models for All');
  expect((await cy.get('/admin/initiative/terms')).page).toContain('value="Open Models for All"');
});
