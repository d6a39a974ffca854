import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as people from '../../server/db/people.ts';
import * as schema from '../../server/db/schema.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';
import { NOW, progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { textOf } from '../support/desk-forms.ts';

let app: TestApp;
let cy: DeskUser;
beforeAll(async () => {
  app = await startApp();
  cy = await atDesk(app, 'operator');
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

describe('a consortium', () => {
  const say = (ref: string, members: string) =>
    cy.post(`/admin/pledges/${ref}/members`, { members });
  const membersOf = async (ref: string) =>
    (await app.request(`/api/v1/pledges/${ref}`)).body.members;

  test('shows members who have signed, and changes no figure', async () => {
    const lead = await publishedSignatory(app, { name: 'Lead Example' });
    const one = await publishedSignatory(app, { name: 'One Example' });
    await publishedSignatory(app, { name: 'Two Example' });
    const ref = await fundingPledge(app, lead);
    const before = await progressOf(app);
    const desk = `${app.url}/admin/signatories/${one}`;
    expect((await say(ref, `two example\n${desk}`)).location).toContain('done=pledge.members');
    expect(await membersOf(ref)).toEqual(['Two Example', 'One Example']);
    const after = await progressOf(app);
    expect([after.funding, after.asOf.size]).toEqual([before.funding, before.asOf.size]);
    const { pledges } = (await app.request('/api/v1/pledges')).body;
    expect(pledges.find((pledge: { ref: string }) => pledge.ref === ref).members).toHaveLength(2);
    for (const path of [`/pledges/${ref}`, `/admin/pledges/${ref}`]) {
      expect(textOf((await cy.get(path)).page)).toContain(
        'Together with Two Example and One Example',
      );
    }
    expect(textOf((await cy.get('/pledges')).page)).toContain(
      'Lead Example together with Two Example and',
    );
    // Whoever is rejected vanishes, and everybody with the giver's name.
    await app.request(`/api/v1/admin/signatories/${one}/reject`, { body: {} });
    expect(await membersOf(ref)).toEqual(['Two Example']);
    await app.ctx.db
      .update(schema.signatory)
      .set({ public: false })
      .where(eq(schema.signatory.id, lead));
    expect(await membersOf(ref)).toEqual([]);
  });

  test('names nobody beside an anonymous pledge, and nobody who hides or hasn’t signed', async () => {
    const lead = await publishedSignatory(app, { name: 'Lena Example' });
    await publishedSignatory(app, { name: 'Hidden Example', public: false });
    const hidden = await fundingPledge(app, lead, { visibility: 'anonymous' });
    const refused = await say(hidden, 'Two Example');
    expect(refused.status).toBe(409);
    expect(textOf(refused.page)).toContain('could tell who gives it');
    const ref = await fundingPledge(app, lead);
    for (const name of ['Hidden Example', 'Nobody Example', 'Lena Example']) {
      expect((await say(ref, name)).status).toBe(400);
    }
    expect(await membersOf(ref)).toEqual([]);
  });

  test('emails a member once, and nobody about a pledge that waits', async () => {
    const lead = await publishedSignatory(app, { name: 'Lou Example' });
    const one = await publishedSignatory(app, { name: 'Once Example' });
    await app.ctx.db
      .update(schema.signatory)
      .set({ email: 'once@org.example', emailKey: 'once@org.example', confirmedAt: NOW })
      .where(eq(schema.signatory.id, one));
    const waiting = await fundingPledge(app, lead, { accept: false });
    expect(textOf((await say(waiting, 'Once Example')).page)).toContain('Accept the pledge first');
    const ref = await fundingPledge(app, lead);
    for (const members of ['Once Example', '', 'Once Example']) await say(ref, members);
    const mails = await app.ctx.db.select().from(people.mail).where(eq(people.mail.kind, 'member'));
    expect(mails).toHaveLength(1);
  });
});
