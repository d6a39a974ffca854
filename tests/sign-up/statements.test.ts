import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import * as people from '../../server/db/people.ts';
import * as schema from '../../server/db/schema.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { textOf } from '../support/queue.ts';
import { signatory, startMailApp, type MailApp } from '../support/sign-up.ts';

let app: MailApp;
let cy: DeskUser;
beforeAll(async () => {
  app = await startMailApp();
});
beforeEach(async () => {
  cy = await atDesk(app, 'operator');
  await app.ctx.db.delete(people.limitUse);
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

/** What the public reads of somebody's statement. */
const shown = async (id: string) => {
  const { signatories } = (await app.request('/api/v1/signatories', { token: false })).body;
  return signatories.find((each: { id: string }) => each.id === id)?.statement;
};
const own = async (session: string) =>
  (await app.request('/api/v1/me', { token: session })).body.signature.statementStatus;
const seenOf = async (id: string) => {
  const { statementWaitsSince } = schema.signatory;
  const [row] = await app.ctx.db
    .select({ since: statementWaitsSince })
    .from(schema.signatory)
    .where(eq(schema.signatory.id, id));
  return row!.since!.toISOString();
};
const decide = async (id: string, verb: 'show' | 'hide', seen?: string) =>
  cy.post(`/admin/signatories/${id}/statement/${verb}`, { seen: seen ?? (await seenOf(id)) });

test('a statement is shown once an admin has reviewed it; the signature is published before', async () => {
  const ada = await signatory(app, { statement: 'Open models for all.' });
  expect([ada.status, await shown(ada.id), await own(ada.session)]).toEqual([
    'published',
    null,
    'waiting',
  ]);
  const { page } = await cy.get('/admin/queue?kind=statement');
  expect(textOf(page)).toContain('Open models for all.');
  expect(textOf(page)).toContain('Statements (1)');
  expect((await decide(ada.id, 'show')).location).toBe(
    '/admin/queue?done=signatory.show-statement',
  );
  expect([await shown(ada.id), await own(ada.session)]).toEqual(['Open models for all.', 'shown']);
});

test('a statement that is edited waits again; one that an admin hides stays hidden', async () => {
  const ada = await signatory(app, { statement: 'First words.' });
  await decide(ada.id, 'show');
  const edit = (statement: string | null) =>
    app.request('/api/v1/me/signature', { token: ada.session, body: { statement } });
  app.clock.now = new Date(app.clock.now.getTime() + 60_000);
  await edit('Buy coins.');
  expect(await shown(ada.id)).toBeNull();
  await decide(ada.id, 'hide');
  expect([await shown(ada.id), await own(ada.session)]).toEqual([null, 'hidden']);
  expect((await cy.get('/admin/queue?kind=statement')).page).not.toContain('Buy coins.');
  await app.request('/api/v1/me/signature', { token: ada.session, body: { role: 'Engineer' } });
  expect(await own(ada.session)).toBe('hidden');
  await edit(null);
  expect(await own(ada.session)).toBeNull();
});

test('an admin who has read other words shows nothing', async () => {
  const ada = await signatory(app, { statement: 'First words.' });
  const seen = await seenOf(ada.id);
  app.clock.now = new Date(app.clock.now.getTime() + 60_000);
  await app.request('/api/v1/me/signature', { token: ada.session, body: { statement: 'Other.' } });
  const late = await decide(ada.id, 'show', seen);
  expect([late.status, textOf(late.page)]).toEqual([
    409,
    expect.stringContaining('This statement has changed since you looked at it.'),
  ]);
  expect(await shown(ada.id)).toBeNull();
  await decide(ada.id, 'hide');
});

test('publishing a signature that waits shows its statement with it', async () => {
  const ada = await signatory(app, { name: 'Open Model Initiative', statement: 'Hello.' });
  expect(ada.status).toBe('pending');
  await cy.post(`/admin/signatories/${ada.id}/publish`);
  expect(await shown(ada.id)).toBe('Hello.');
});

test('an admin who has read other words publishes nothing', async () => {
  const ada = await signatory(app, { name: 'Open Model Initiative', statement: 'Hello.' });
  const { page } = await cy.get(`/admin/signatories/${ada.id}`);
  const seen = /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? '';
  app.clock.now = new Date(app.clock.now.getTime() + 60_000);
  const body = { statement: 'Buy coins.' };
  await app.request('/api/v1/me/signature', { token: ada.session, body });
  const late = await cy.post(`/admin/signatories/${ada.id}/publish`, { seen });
  expect([late.status, textOf(late.page)]).toEqual([
    409,
    expect.stringContaining('This statement has changed since you looked at it.'),
  ]);
  expect(await shown(ada.id)).toBeUndefined();
  await cy.post(`/admin/signatories/${ada.id}/reject`);
});

test('many statements are shown at once, and that is undone', async () => {
  const ada = await signatory(app, { statement: 'Many words.' });
  const bo = await signatory(app, { statement: 'Many more words.' });
  const { page } = await cy.get('/admin/bulk?kind=show&pattern=many');
  const form = page.slice(page.lastIndexOf('action="/admin/bulk"'));
  const fields = Object.fromEntries(
    ['kind', 'pattern', 'seen', 'upTo'].map((name) => [
      name,
      new RegExp(`name="${name}" value="([^"]*)"`).exec(form)![1]!,
    ]),
  );
  const { location } = await cy.post('/admin/bulk', fields);
  expect([await shown(ada.id), await shown(bo.id)]).toEqual(['Many words.', 'Many more words.']);
  await cy.post(`${location}/undo`);
  expect([await shown(ada.id), await own(bo.session)]).toEqual([null, 'waiting']);
});
