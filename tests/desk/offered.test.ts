import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { pledge, signatory } from '../../server/db/schema.ts';
import { computePledge, fundingPledge, publishedSignatory } from '../support/actors.ts';
import { INITIATIVE, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { formOf } from '../support/desk-forms.ts';

/** The day of the tests is 2026-03-10. */
const PRESS = [
  { name: 'Bo Example', role: 'investor', affiliation: 'Example Fund', source: 'Example Daily' },
  { name: 'Dee Example', source: 'https://press.example/1', reportedOn: '2026-01-02' },
];
const FILE = { ...INITIATIVE, reported: PRESS };
const CREDITS = {
  name: 'Example Cloud',
  what: 'Cloud credits',
  value: '$50,000 of credits',
  expiresOn: '2026-12-31',
  source: 'Letter of 3 March 2026',
};

let app: TestApp;
let cy: DeskUser;
let ada: string;
beforeAll(async () => {
  app = await startApp({ initiative: FILE });
  cy = await atDesk(app, 'operator');
  ada = await publishedSignatory(app);
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

/** What a reader reads. */
const textOf = (html: string): string =>
  html
    .replaceAll(/<\/?bdi[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,])/g, '$1')
    .trim();

const HOME = '/admin/offered';
const home = async (): Promise<string> => {
  await app.publicCache.refresh();
  return String((await app.request('/', { token: false })).body);
};
/** The public section; null where there is none. */
const section = async (): Promise<string | null> => {
  const [found] = /<section id="reported">.*?<\/section>/s.exec(await home()) ?? [];
  return found === undefined ? null : textOf(found);
};
const list = async (): Promise<string> => textOf((await cy.get(HOME)).page);

/** Adds an offer, and says its number. */
async function add(fields: Record<string, string> = CREDITS): Promise<string> {
  const added = await cy.post(`${HOME}/new`, fields);
  expect([added.status, added.location]).toEqual([303, `${HOME}?done=offer.add`]);
  const { page } = await cy.get(HOME);
  return [...page.matchAll(/id="offer-(\d+)"/g)].map(([, id]) => id!).at(-1)!;
}
const remove = (id: string) => cy.post(`${HOME}/${id}/remove`);

describe('an initiative file', () => {
  test('shows whom the press named as before, and again changes nothing', async () => {
    expect(await section()).toBe(
      'Named in press reports, not counted Bo Example investor, Example Fund ' +
        'Reported, not verified. Source: Example Daily Dee Example ' +
        'Reported, not verified. Source: press.example, 2 Jan 2026 ' +
        'Affiliations identify people. They don’t mean that the organisation signed.',
    );
    const again = await app.request('/api/v1/admin/import', { body: FILE });
    expect(again.body.initiative).toEqual({ added: 0, skipped: 1, changedHere: false });
  });

  test('comes again after an offer was added and removed at the desk', async () => {
    const id = await add();
    const again = await app.request('/api/v1/admin/import', { body: FILE });
    expect(again.body.initiative).toMatchObject({ changedHere: false });
    const other = { ...FILE, reported: PRESS.slice(1) };
    expect((await app.request('/api/v1/admin/import', { body: other })).body.errors).toEqual([
      { field: 'reported', message: expect.stringContaining('Change the list at /admin/offered') },
    ]);
    await remove(id);
  });

  test('may bring offers', async () => {
    const other = await startApp({ initiative: { ...INITIATIVE, reported: [CREDITS] } });
    await other.publicCache.refresh();
    const page = String((await other.request('/', { token: false })).body);
    expect(textOf(page)).toContain('Also offered, not counted Example Cloud Cloud credits');
    await other.close();
  });
});

describe('an offer', () => {
  test('is public once it is added, counts nowhere, and is in no leaf', async () => {
    const size = async () => (await app.request('/api/v1/progress', { token: false })).body;
    const before = await size();
    const id = await add();
    expect(await section()).toContain(
      'Also offered, not counted Example Cloud Cloud credits Stated value: $50,000 of credits. ' +
        'Available until 31 Dec 2026. Source: Letter of 3 March 2026 Named in press reports',
    );
    expect(await size()).toEqual(before);
    await remove(id);
    expect(await section()).not.toContain('Cloud credits');
  });

  test('that the press reported names it, unverified', async () => {
    const id = await add({
      ...CREDITS,
      source: 'https://press.example/2',
      reportedOn: '2026-03-01',
    });
    expect(await section()).toContain('Reported, not verified. Source: press.example, 1 Mar 2026');
    await remove(id);
  });

  test('is edited, and the history says who did it', async () => {
    const id = await add();
    const { page } = await cy.get(`${HOME}/${id}/edit`);
    expect(formOf(page, `${HOME}/${id}/edit`)['value']).toBe('$50,000 of credits');
    const edited = { ...CREDITS, value: '$60,000 of credits' };
    expect((await cy.post(`${HOME}/${id}/edit`, edited)).status).toBe(303);
    expect(await list()).toContain('Stated value: $60,000 of credits.');
    const history = textOf((await cy.get('/admin/audit')).page);
    expect(history).toContain(`edited an offer that isn’t counted: number ${id} changed: value`);
    expect(history).not.toContain('$60,000');
    await remove(id);
  });

  test('is removed, and added again as it was', async () => {
    const id = await add();
    const removed = await remove(id);
    expect(removed.page).toContain('The offer is removed');
    expect(await list()).not.toContain('Example Cloud');
    const { name, what, value, expiresOn, source } = formOf(removed.page, `${HOME}/new`);
    const typed = { name, what, value, expiresOn, source } as typeof CREDITS;
    expect(typed).toEqual(CREDITS);
    const again = await add(typed);
    // A page opened before the removal must not change its successor.
    expect(again).not.toBe(id);
    expect(await list()).toContain('Example Cloud Cloud credits');
    await remove(again);
    expect((await remove(again)).status).toBe(404);
  });

  test('sent twice is there once', async () => {
    const key = randomUUID();
    await add({ ...CREDITS, key });
    const id = await add({ ...CREDITS, key });
    expect((await cy.get(HOME)).page.match(/Example Cloud/g)).toHaveLength(1);
    await remove(id);
  });

  test('leaves the home page the day after its last one, and stays at the desk', async () => {
    const id = await add({ ...CREDITS, expiresOn: '2026-03-10' });
    expect(await section()).toContain('Cloud credits');
    const { now } = app.clock;
    app.clock.now = new Date('2026-03-11T00:00:00Z');
    // Nothing was written: the day alone makes the page anew.
    expect(await section()).not.toContain('Cloud credits');
    // Cy's session has ended by then.
    const { page } = await (await atDesk(app, 'viewer')).get(HOME);
    expect(textOf(page)).toContain('Expired on 10 Mar 2026. No longer public.');
    app.clock.now = now;
    await remove(id);
  });

  test('is refused with a day that is none or to come, a link that is none, or unsafe letters', async () => {
    const refused = async (more: Record<string, string>) => {
      const { status, page } = await cy.post(`${HOME}/new`, { ...CREDITS, ...more });
      expect(status).toBe(400);
      return textOf(page);
    };
    expect(await refused({ name: '' })).toContain('Who offers it must not be empty');
    expect(await refused({ source: '' })).toContain('Source must not be empty');
    expect(await refused({ reportedOn: '2026-03-12' })).toContain('Day of the press report');
    expect(await refused({ expiresOn: '2026-02-30' })).toContain('Last day must be a day');
    expect(await refused({ source: 'ftp://press.example/1' })).toContain(
      'Source must be an http or https address',
    );
    expect(await refused({ what: 'a\u202Eb' })).toContain('U+202E, as its character 2');
  });

  test('shows markup as text, at the desk and in public', async () => {
    const hostile = '<script>alert(1)</script>"\'';
    const source = 'javascript:alert(1)';
    const id = await add({ name: hostile, what: hostile, value: hostile, source });
    const pages = [
      await home(),
      (await cy.get(HOME)).page,
      (await cy.get(`${HOME}/${id}/edit`)).page,
    ];
    for (const page of pages) {
      expect(page).toContain('&lt;script>alert(1)');
      expect(page).not.toContain('<script>alert');
      expect(page).not.toMatch(/href="\s*javascript/i);
    }
    await remove(id);
  });
});

describe('a pledge', () => {
  const link = (id: string, fields: Record<string, string>) =>
    cy.post(`${HOME}/${id}/pledge`, fields);

  test('is what an offer became: the offer leaves the home page, and each names the other', async () => {
    const id = await add({ ...CREDITS, name: 'Ada Example' });
    const form = await cy.get(`${HOME}/${id}/pledge`);
    expect(form.page).toContain(`href="/admin/signatories/${ada}"`);
    const ref = await fundingPledge(app, ada);
    expect((await link(id, { is: 'became', pledge: ref.toLowerCase() })).status).toBe(303);
    expect(await section()).not.toContain('Cloud credits');
    expect(await list()).toContain(`Became pledge ${ref}. No longer public.`);
    const { page } = await cy.get(`/admin/pledges/${ref}`);
    expect(page).toContain(`href="/admin/offered#offer-${id}"`);
    expect(textOf(page)).toContain('Offered before Cloud credits');
    expect((await link(id, { is: 'became' })).status).toBe(303);
    expect(await section()).toContain('Cloud credits');
    await remove(id);
  });

  test('has the hours that were bought with an offer, which stays and links to it', async () => {
    const id = await add();
    const ref = await computePledge(app, ada);
    await link(id, { is: 'hours', pledge: ref });
    expect(await home()).toContain(`<a href="/pledges/${ref}">Hours bought with it: pledge ${ref}`);
    expect(textOf((await cy.get(`/admin/pledges/${ref}`)).page)).toContain(
      'Bought with Cloud credits',
    );
    // An anonymous pledge is not named in public.
    await app.ctx.db.update(pledge).set({ visibility: 'anonymous' }).where(eq(pledge.ref, ref));
    await cy.post(`${HOME}/${id}/edit`, CREDITS);
    expect(await section()).toMatch(/Cloud credits(?!.*Hours bought with it)/);
    expect(await list()).toContain(`Hours bought with it: pledge ${ref}`);
    // Nor is one whose giver isn't shown.
    await app.ctx.db.update(pledge).set({ visibility: 'public' }).where(eq(pledge.ref, ref));
    const giver = eq(signatory.id, ada);
    await app.ctx.db.update(signatory).set({ public: false }).where(giver);
    await cy.post(`${HOME}/${id}/edit`, CREDITS);
    expect(await section()).toMatch(/Cloud credits(?!.*Hours bought with it)/);
    await app.ctx.db.update(signatory).set({ public: true }).where(giver);
    await remove(id);
  });

  test('must be there, not be rejected, and be compute if it has the hours', async () => {
    const id = await add();
    const refused = async (fields: Record<string, string>) => {
      const { status, page } = await link(id, fields);
      expect(status).toBe(400);
      return textOf(page);
    };
    const money = await fundingPledge(app, ada);
    const waiting = await fundingPledge(app, ada, { accept: false });
    await app.request(`/api/v1/admin/pledges/${waiting}/reject`, { body: { reason: 'No.' } });
    expect(await refused({ is: 'became', pledge: 'NONE' })).toContain('There is no pledge N0NE');
    expect(await refused({ is: 'became', pledge: waiting })).toContain('is rejected');
    expect(await refused({ is: 'hours', pledge: money })).toContain('works only for compute');
    await remove(id);
  });
});

test('whoever only reads sees the list without a button; a list that is empty has no section', async () => {
  const bo = await atDesk(app, 'viewer', 'Bo Example');
  const { page } = await bo.get(HOME);
  expect(page).toContain('Dee Example');
  expect(page).not.toMatch(/\/admin\/offered\/(new|\d)/);
  expect((await bo.get(`${HOME}/new`)).status).toBe(403);
  await remove('0');
  await remove('1');
  expect(await section()).toBeNull();
  expect(await list()).toContain('Nothing here yet.');
});
