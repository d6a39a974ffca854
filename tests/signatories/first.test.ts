import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signatory } from '../../server/db/schema.ts';
import { publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { statusesOf } from '../support/forms.ts';

let app: TestApp;
let cy: DeskUser;
beforeEach(async () => {
  app = await startApp();
  cy = await atDesk(app, 'operator');
});
afterEach(async () => {
  await watchLedger(app);
  await app.close();
});

const first = (id: string, value: 'yes' | 'no' = 'yes') =>
  cy.post(`/admin/signatories/${id}/first`, { first: value });

/** The letters of the names that a page shows, in its order. */
async function namesAt(path: string): Promise<string[]> {
  await app.publicCache.refresh();
  const page = String((await app.request(path, { token: false })).body);
  return [...page.matchAll(/Person ([A-M])\b/g)].map(([, letter]) => letter!);
}

const letters = (text: string): string[] => text.split('');

async function people(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    // eslint-disable-next-line no-await-in-loop
    ids.push(
      await publishedSignatory(app, { kind: 'person', name: `Person ${'ABCDEFGHIJKLM'[index]}` }),
    );
  }
  return ids;
}

test('whom an admin ticks comes first on the home page and in the list, once', async () => {
  const ids = await people(10);
  expect(await namesAt('/')).toEqual(letters('ABCDEF'));
  expect((await cy.get(`/admin/signatories/${ids[9]}`)).page).toContain('Show this name first');
  for (const id of [ids[9]!, ids[4]!]) expect((await first(id)).status).toBe(303);
  expect(await namesAt('/')).toEqual(letters('JEABCD'));
  expect(await namesAt('/signatories')).toEqual(letters('JEABCDFGHI'));
  // Who searches gets the order of the list.
  expect(await namesAt('/signatories?kind=person')).toHaveLength(10);
  expect((await namesAt('/signatories?kind=person'))[0]).toBe('A');
  const page = (await cy.get(`/admin/signatories/${ids[9]}`)).page;
  expect(page).toContain('Stop showing this name first');
  expect((await first(ids[9]!, 'no')).status).toBe(303);
  expect((await namesAt('/'))[0]).toBe('E');
});

test('twelve can be first, also when two admins tick at once', { timeout: 60_000 }, async () => {
  const ids = await people(13);
  for (const id of ids.slice(0, 11)) expect((await first(id)).status).toBe(303);
  const answers = await Promise.all(ids.slice(11).map((id) => first(id)));
  expect(statusesOf(answers)).toEqual([303, 409]);
  expect(answers.find(({ status }) => status === 409)!.page).toContain('12 names are shown first');
  expect(await namesAt('/')).toHaveLength(12);
  expect(await namesAt('/signatories')).toHaveLength(13);
  // A name that is shown no more leaves its place to another one.
  const refused = ids.slice(11)[answers.findIndex(({ status }) => status === 409)]!;
  await app.ctx.db.update(signatory).set({ public: false }).where(eq(signatory.id, ids[0]!));
  expect((await first(refused)).status).toBe(303);
});

test('only a public name can be first, and nobody hidden or rejected is shown', async () => {
  const hidden = await publishedSignatory(app, { kind: 'person', name: 'Person B', public: false });
  expect((await cy.get(`/admin/signatories/${hidden}`)).page).not.toContain('Show this name first');
  expect((await first(hidden)).status).toBe(409);
  const [ada] = await people(1);
  await first(ada!);
  expect(await namesAt('/')).toEqual(['A']);
  await app.request(`/api/v1/admin/signatories/${ada}/reject`, { body: {} });
  expect(await namesAt('/')).toEqual([]);
  expect(await namesAt('/signatories')).toEqual([]);
  const viewer = await atDesk(app, 'viewer');
  const asked = await viewer.post(`/admin/signatories/${ada}/first`, { first: 'yes' });
  expect(asked.status).toBe(403);
});
