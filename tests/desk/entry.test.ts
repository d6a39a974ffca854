import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as people from '../../server/db/people.ts';
import * as schema from '../../server/db/schema.ts';
import { AGREEMENT, fundingPledge, move, publishedSignatory } from '../support/actors.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { cookieOf, send, signIn } from '../support/forms.ts';
import { formOf, textOf } from '../support/desk-forms.ts';
import { startMailApp, type MailApp } from '../support/sign-up.ts';

let app: MailApp;
let cy: DeskUser;
beforeAll(async () => {
  app = await startMailApp();
  cy = await atDesk(app, 'operator');
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const idIn = (location: string | null): string => /\/([^/?]+)\?/.exec(location ?? '')![1]!;

/** Somebody who told Cy by phone. Returns the id. */
async function entered(facts: Record<string, string> = {}): Promise<string> {
  const typed = { kind: 'person', name: 'Bo Example', public: 'yes', from: 'phone', ...facts };
  const { location } = await cy.post('/admin/signatories/new', typed);
  return idIn(location);
}

const money = (signatory: string, facts: Record<string, string> = {}) => ({
  signatory,
  kind: 'funding',
  'pledge.asset': 'USD',
  'pledge.amount': '1,000.00',
  'pledge.schedule.every': 'once',
  'pledge.visibility': 'public',
  from: 'phone, 3 March',
  go: 'send',
  ...facts,
});

const enterPledge = async (signatory: string, facts: Record<string, string> = {}) =>
  idIn((await cy.post('/admin/pledges/new', money(signatory, facts))).location);

const publish = (id: string) => cy.post(`/admin/signatories/${id}/publish`);
const mailsTo = (address: string) =>
  app.ctx.db.select().from(people.mail).where(eq(people.mail.address, address));

describe('a signature that an admin enters', () => {
  test('needs no address, waits for a decision, and keeps where it is from to admins', async () => {
    const id = await entered({ name: 'Ida Example', from: 'phone, 3 March' });
    const { page } = await cy.get(`/admin/signatories/${id}`);
    expect(textOf(page)).toContain('Entered from phone, 3 March');
    expect((await app.request('/api/v1/signatories')).body.signatories).toEqual([]);
    await publish(id);
    const shown = await app.request('/api/v1/signatories');
    expect(shown.body.signatories.map(({ name }: { name: string }) => name)).toEqual([
      'Ida Example',
    ]);
    expect(JSON.stringify(shown.body)).not.toContain('3 March');
    const viewer = await atDesk(app, 'viewer', 'Vi Example');
    expect((await viewer.get(`/admin/signatories/${id}`)).page).not.toContain('3 March');
  });

  test('has a contact person where it is an organisation', async () => {
    const contact = { contactName: 'Flo Example', contactEmail: 'flo@org.example' };
    const id = await entered({ kind: 'organisation', name: 'Org Example', ...contact });
    const { page } = await cy.get(`/admin/signatories/${id}`);
    expect(textOf(page)).toContain('Contact person Flo Example, flo@org.example');
    await publish(id);
    const wall = JSON.stringify((await app.request('/api/v1/signatories')).body);
    expect(wall).toContain('Org Example');
    expect(wall).not.toContain('Flo');
  });

  test('names every wrong field, and where it is from', async () => {
    const { status, page } = await cy.post('/admin/signatories/new', {
      kind: 'person',
      invite: 'on',
    });
    expect(status).toBe(400);
    expect(textOf(page)).toContain('Name is missing');
    expect(textOf(page)).toContain('Where is it from?');
  });

  test('invites nobody without an address', async () => {
    const typed = {
      kind: 'person',
      name: 'Eve Example',
      public: 'yes',
      from: 'phone',
      invite: 'on',
    };
    const { status, page } = await cy.post('/admin/signatories/new', typed);
    expect(status).toBe(400);
    expect(textOf(page)).toContain('needs an email address');
  });
});

describe('a pledge that an admin enters', () => {
  test('has all terms, counts once it is accepted, and is self-asserted', async () => {
    const ada = await publishedSignatory(app, { name: 'Ada Example' });
    await app.ctx.db
      .update(schema.signatory)
      .set({ verifiedDomain: 'example.org' })
      .where(eq(schema.signatory.id, ada));
    const form = await cy.get(`/admin/pledges/new?signatory=${ada}&kind=funding`);
    expect(textOf(form.page)).toContain('Pledge of money from Ada Example');
    const ref = await enterPledge(ada, {
      'pledge.schedule.every': 'quarter',
      'pledge.schedule.firstOn': '2026-06-30',
      'pledge.schedule.times': '4',
    });
    const { page } = await cy.get(`/admin/pledges/${ref}`);
    expect(textOf(page)).toContain('Entered from phone, 3 March Confirmed by the giver not yet');
    expect((await app.request(`/api/v1/pledges/${ref}`)).status).toBe(404);
    await move(app, ref, 'accept', {});
    await move(app, ref, 'commit', { amount: '500.00', evidence: AGREEMENT });
    const { movements } = (await app.request(`/api/v1/pledges/${ref}`)).body;
    const grades = movements.map(({ verb, grade }: Record<string, string>) => `${verb} ${grade}`);
    expect(grades.toSorted()).toEqual(['commit signed-agreement', 'pledge self-asserted']);
    const shown = (await app.request(`/api/v1/pledges/${ref}`)).body;
    expect(shown.instalments).toHaveLength(4);
    expect(JSON.stringify(shown)).not.toContain('3 March');
  });

  test('is confirmed by its giver, whom an email invites', async () => {
    const email = 'gil@org.example';
    const id = await entered({ name: 'Gil Example', email });
    await publish(id);
    const ref = await enterPledge(id, { invite: 'on' });
    const link = `/me/pledges/${ref}`;
    await app.postman.deliver();
    const { text } = app.mailbox.received().findLast(({ to }) => to.includes(email))!;
    expect(text).toContain('pledge of $1,000.00');
    expect(text).toContain(link);
    const session = cookieOf(await signIn(app, id));
    const own = await (await fetch(app.url + link, { headers: session })).text();
    expect(own).toContain('An admin entered this pledge for you');
    const confirm = `${link}/confirm`;
    const fields = Object.entries(formOf(own, confirm));
    const seen = () => app.ctx.db.select().from(schema.pledge).where(eq(schema.pledge.ref, ref));
    // What an admin changes between the page and the press isn't confirmed by it.
    const setRevision = (revision: number) =>
      app.ctx.db.update(schema.pledge).set({ revision }).where(eq(schema.pledge.ref, ref));
    await setRevision(1);
    await send(app.url + confirm, fields, session);
    expect((await seen())[0]!.giverConfirmedAt).toBeNull();
    await setRevision(0);
    expect((await send(app.url + confirm, fields, session)).location).toBe(link);
    expect(await (await fetch(app.url + link, { headers: session })).text()).not.toContain(confirm);
    const { page } = await cy.get(`/admin/pledges/${ref}`);
    expect(textOf(page)).toContain('Confirmed by the giver 10 Mar 2026');
    expect(textOf(page)).toContain('Gil Example (signatory) confirmed a pledge');
    const more = { kind: 'funding', asset: 'USD', amount: '1000000.00', visibility: 'public' };
    const edited = await app.request(`/api/v1/pledges/${ref}/edit`, { body: more });
    expect([edited.status, (await seen())[0]!.giverConfirmedAt]).toEqual([201, null]);
  });

  test('of GPUs is typed in rows', async () => {
    const id = await publishedSignatory(app, { name: 'Hal Example' });
    const gpus = {
      signatory: id,
      kind: 'compute',
      'pledge.asset': 'H100-SXM',
      'pledge.site': 'Oslo',
      'pledge.by': 'windows',
      'pledge.measuredBy': 'jobs',
      'pledge.visibility': 'public',
      'pledge.windows.0.gpus': '64',
      'pledge.windows.0.from': '2026-04-01',
      'pledge.windows.0.to': '2026-05-01',
      rows: '1',
      from: 'the meeting in March',
    };
    const row = await cy.post('/admin/pledges/new', { ...gpus, go: 'row' });
    const shown = formOf(row.page, '/admin/pledges/new');
    expect(shown).toMatchObject({ 'pledge.windows.0.gpus': '64', 'pledge.windows.1.gpus': '' });
    const wrong = await cy.post('/admin/pledges/new', {
      ...gpus,
      'pledge.windows.0.to': '',
      from: '',
    });
    expect(wrong.status).toBe(400);
    expect(textOf(wrong.page)).toContain('Where is it from?');
    const { location } = await cy.post('/admin/pledges/new', { ...gpus, go: 'send' });
    expect(location).toMatch(/^\/admin\/pledges\/\w+\?done=pledge\.log$/);
  });
});

test('an admin invites at most a hundred people a day', async () => {
  const dee = await atDesk(app, 'operator', 'Dee Example');
  await app.ctx.db.delete(people.limitUse);
  const typed = { kind: 'person', public: 'yes', from: 'phone', invite: 'on' };
  const invite = (n: number) =>
    dee.post('/admin/signatories/new', {
      ...typed,
      name: `Guest ${String.fromCodePoint(65 + (n % 26))}${n}`,
      email: `guest${n}@guests.example`,
    });
  for (let n = 0; n < 100; n += 1) expect((await invite(n)).status).toBe(303);
  expect((await invite(100)).status).toBe(429);
  expect(await mailsTo('guest100@guests.example')).toEqual([]);
});

describe('a private note', () => {
  test('is read by those who decide, and its history doesn’t say what it says', async () => {
    const id = await publishedSignatory(app, { name: 'Jo Example' });
    const ref = await fundingPledge(app, id);
    for (const path of [`/admin/signatories/${id}`, `/admin/pledges/${ref}`]) {
      const note = 'Call again in May.\nLikes tea.';
      const seen = formOf((await cy.get(`${path}/note`)).page, `${path}/note`)['seen'] ?? '';
      expect((await cy.post(`${path}/note`, { note, seen })).status).toBe(303);
      expect((await cy.get(path)).page).toContain('Call again in May.');
      const stale = await cy.post(`${path}/note`, { note: 'Other', seen });
      expect(stale.status).toBe(409);
      const viewer = await atDesk(app, 'viewer', 'Vi Example');
      expect((await viewer.get(path)).page).not.toContain('Call again');
      expect((await cy.get('/admin/audit')).page).not.toContain('Call again');
      const again = formOf((await cy.get(`${path}/note`)).page, `${path}/note`)['seen']!;
      await cy.post(`${path}/note`, { note: '', seen: again });
      expect((await cy.get(path)).page).toContain('Add a private note');
    }
  });

  test('is in no answer to its giver, the public or a file', async () => {
    const id = await publishedSignatory(app, { name: 'Kim Example' });
    const ref = await fundingPledge(app, id);
    await cy.post(`/admin/signatories/${id}/note`, { note: 'zebra', seen: '' });
    await cy.post(`/admin/pledges/${ref}/note`, { note: 'zebra', seen: '' });
    const session = cookieOf(await signIn(app, id));
    const paths = [
      '/',
      '/signatories',
      `/pledges/${ref}`,
      `/api/v1/pledges/${ref}`,
      '/me/data.json',
    ];
    for (const path of [
      ...paths,
      `/me/pledges/${ref}`,
      '/data/pledges.csv',
      '/data/movements.csv',
    ]) {
      const answer = await fetch(app.url + path, { headers: session });
      expect(await answer.text()).not.toContain('zebra');
    }
  });
});
