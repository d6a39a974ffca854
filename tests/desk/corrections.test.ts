import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as schema from '../../server/db/schema.ts';
import { fundingPledge, move, PAYMENT, publishedSignatory } from '../support/actors.ts';
import { NOW, progressOf } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { cookieOf, signIn } from '../support/forms.ts';
import { formOf, textOf, type Fields } from '../support/desk-forms.ts';
import { signedUp, startMailApp, type MailApp } from '../support/sign-up.ts';

let app: MailApp;
let cy: DeskUser;
beforeAll(async () => {
  app = await startMailApp();
  cy = await atDesk(app, 'operator');
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

async function correct(id: string, facts: Fields) {
  const path = `/admin/signatories/${id}/correct`;
  return cy.post(path, { ...formOf((await cy.get(path)).page, path), ...facts });
}
const join = (id: string, other: string) =>
  cy.post(`/admin/signatories/${id}/join`, { other: `${app.url}/admin/signatories/${other}` });
const increase = (ref: string) =>
  app.request(`/api/v1/pledges/${ref}/increase`, { body: { amount: '5.00' } });
const countOf = async () => (await progressOf(app)).signatories;
const giverOf = async (ref: string) => (await app.request(`/api/v1/pledges/${ref}`)).body.signatory;
const leaves = async (): Promise<Record<string, unknown>[]> => {
  const rows = await app.ctx.db.select().from(schema.ledgerEntry).orderBy(schema.ledgerEntry.seq);
  return rows.map(({ leaf }) => JSON.parse(leaf.toString()) as Record<string, unknown>);
};
const wroteSince = async (size: number) =>
  (await leaves()).slice(size).map(({ kind, act, ref }) => [kind, act ?? ref].join(' '));

/** All that an address was told. */
async function toldTo(address: string): Promise<string> {
  await app.postman.deliver();
  const mails = app.mailbox.received().filter(({ to }) => to.includes(address));
  return mails.map(({ text }) => text).join('\n');
}

describe('a corrected name', () => {
  test('is withdrawn and signed anew, with the terms of the pledges that show it', async () => {
    const email = 'ada@uni.example';
    const { id } = await signedUp(app, { email });
    const ref = await fundingPledge(app, id);
    const hidden = await fundingPledge(app, id, { visibility: 'anonymous' });
    const before = { count: await countOf(), size: (await leaves()).length };
    const unchecked = await correct(id, { name: 'Ada Exemplar' });
    expect(unchecked.status).toBe(400);
    expect(textOf(unchecked.page)).toContain('must be ticked');
    expect((await correct(id, { name: 'Ada Exemplar', checked: 'on' })).status).toBe(303);
    expect(await wroteSince(before.size)).toEqual([
      'signature withdraw',
      'signature sign',
      `terms ${ref}`,
    ]);
    expect(await countOf()).toEqual(before.count);
    expect(await giverOf(ref)).toBe('Ada Exemplar');
    expect(await giverOf(hidden)).toBe(null);
    const { page } = await cy.get(`/admin/signatories/${id}`);
    expect(textOf(page)).toContain('Earlier names Ada Example');
    expect(textOf(page)).toContain('Cy Example corrected a signature');
    expect(await toldTo(email)).toContain('changed the name of your signature');
    // Both pledges still move, and the hidden one can change its terms.
    for (const each of [ref, hidden]) {
      expect(
        (await move(app, each, 'receive', { amount: '10.00', evidence: PAYMENT })).status,
      ).toBe(201);
      expect((await increase(each)).status).toBe(201);
    }
  });

  test('of a signature that nobody sees adds nothing about its pledges', async () => {
    const id = await publishedSignatory(app, { name: 'Lu Example', public: false });
    await fundingPledge(app, id);
    const size = (await leaves()).length;
    await correct(id, { name: 'Lou Example', checked: 'on' });
    expect(await wroteSince(size)).toEqual(['signature withdraw', 'signature sign']);
  });

  test('of a pending signature adds nothing to the ledger', async () => {
    const body = { kind: 'person', name: 'Max Example', email: 'max@uni.example', public: true };
    const { id } = (await app.request('/api/v1/signatories', { body })).body;
    const size = (await leaves()).length;
    expect((await correct(id, { name: 'Maxi Example', checked: 'on' })).status).toBe(303);
    expect(await wroteSince(size)).toEqual([]);
  });

  test('needs a fresh touch, and a signature', async () => {
    const id = await publishedSignatory(app, { name: 'Nia Example' });
    const path = `/admin/signatories/${id}/correct`;
    app.clock.now = new Date(NOW.getTime() + 6 * 60_000);
    expect((await cy.get(path)).location).toContain('/admin/touch?next=');
    app.clock.now = NOW;
    expect((await correct(id, {})).status).toBe(409);
    await app.request(`/api/v1/admin/signatories/${id}/reject`, { body: {} });
    const { status, page } = await correct(id, { name: 'Nia Other', checked: 'on' });
    expect(status).toBe(409);
    expect(textOf(page)).toContain('This signature is rejected');
  });
});

test('a corrected address is unconfirmed, and the old one is told and signed out', async () => {
  const email = 'ola@uni.example';
  const { id, session } = await signedUp(app, { name: 'Ola Example', email });
  expect((await correct(id, { email: 'ola@lab.example' })).status).toBe(303);
  const own = { headers: cookieOf(session), redirect: 'manual' } as const;
  expect((await fetch(`${app.url}/me`, own)).status).toBe(303);
  expect(await toldTo(email)).toContain('no longer signs you in');
  const [row] = await app.ctx.db.select().from(schema.signatory).where(eq(schema.signatory.id, id));
  expect(row).toMatchObject({ email: 'ola@lab.example', confirmedAt: null });
  const other = await publishedSignatory(app, { name: 'Pia Example' });
  const taken = await correct(other, { email: 'ola@lab.example' });
  expect(taken.status).toBe(400);
  expect(textOf(taken.page)).toContain('has already signed');
});

describe('two records of one giver', () => {
  test('are one: the second is withdrawn, and its pledges and payments move', async () => {
    const first = await signedUp(app, { name: 'Quin Example', email: 'quin@uni.example' });
    const second = await publishedSignatory(app, { name: 'Quin Exampl' });
    const ref = await fundingPledge(app, second);
    await move(app, ref, 'receive', { amount: '400.00', evidence: PAYMENT });
    const pending = await fundingPledge(app, second, { accept: false, visibility: 'anonymous' });
    const session = cookieOf(await signIn(app, second));
    const before = { ...(await progressOf(app)), size: (await leaves()).length };
    const shown = await cy.get(`/admin/signatories/${first.id}/join?other=${second}`);
    expect(textOf(shown.page)).toContain('Is withdrawn: Quin Exampl');
    expect((await join(first.id, second)).location).toContain('done=signatory.join');
    expect(await wroteSince(before.size)).toEqual(['signature withdraw', `terms ${ref}`]);
    const after = await progressOf(app);
    expect(after.signatories.published).toBe(before.signatories.published - 1);
    expect(after.funding).toEqual(before.funding);
    expect(await giverOf(ref)).toBe('Quin Example');
    const { page } = await cy.get(`/admin/signatories/${first.id}`);
    expect(page).toContain(`/admin/pledges/${ref}`);
    expect(page).toContain(`/admin/pledges/${pending}`);
    const own = { headers: session, redirect: 'manual' } as const;
    expect((await fetch(`${app.url}/me`, own)).status).toBe(303);
    expect(await toldTo('quin@uni.example')).toContain('joined the two records');
    expect((await increase(ref)).status).toBe(201);
  });

  test('are two again once an admin undoes the join, at which the count is as before', async () => {
    const first = await signedUp(app, { name: 'Uma Example', email: 'uma@uni.example' });
    const second = await publishedSignatory(app, { name: 'Uma Exampl' });
    const own = await fundingPledge(app, first.id);
    const ref = await fundingPledge(app, second);
    const before = { ...(await progressOf(app)), size: (await leaves()).length };
    await join(first.id, second);
    const path = `/admin/signatories/${second}`;
    const joined = await cy.get(path);
    expect(joined.page).toContain(`/admin/signatories/${first.id}"`);
    expect(textOf(joined.page)).toContain('This record is joined to another one.');
    expect((await cy.post(`${path}/part`)).location).toContain('done=signatory.part');
    expect(await wroteSince(before.size)).toEqual([
      'signature withdraw',
      `terms ${ref}`,
      'signature sign',
      `terms ${ref}`,
    ]);
    const after = await progressOf(app);
    expect(after.signatories).toEqual(before.signatories);
    expect(after.funding).toEqual(before.funding);
    expect([await giverOf(own), await giverOf(ref)]).toEqual(['Uma Example', 'Uma Exampl']);
    expect(await toldTo('uma@uni.example')).toContain('has separated another record from yours');
    expect(textOf((await cy.get(path)).page)).not.toContain('is joined to another one');
    expect((await cy.post(`${path}/part`)).status).toBe(409);
    expect((await increase(ref)).status).toBe(201);
  });

  test('stay one while what the giver asked since then waits', async () => {
    const first = await signedUp(app, { name: 'Wim Example', email: 'wim@uni.example' });
    const second = await publishedSignatory(app, { name: 'Wim Exampl' });
    const ref = await fundingPledge(app, second);
    await join(first.id, second);
    const body = { amount: '5000000.00' };
    const at = `/api/v1/pledges/${ref}/increase`;
    expect((await app.request(at, { token: first.session, body })).status).toBe(201);
    const { status, page } = await cy.post(`/admin/signatories/${second}/part`);
    expect(status).toBe(409);
    expect(textOf(page)).toContain('perhaps the other giver');
  });

  test('stay one where undoing the join would tell whose an anonymous pledge is', async () => {
    const first = await publishedSignatory(app, { name: 'Val Example' });
    const second = await publishedSignatory(app, { name: 'Val Exampl' });
    const ref = await fundingPledge(app, second, { accept: false, visibility: 'anonymous' });
    await join(first, second);
    expect((await move(app, ref, 'accept', { alone: true })).status).toBe(201);
    const size = (await leaves()).length;
    const { status, page } = await cy.post(`/admin/signatories/${second}/part`);
    expect(status).toBe(409);
    expect(textOf(page)).toContain('would tell whose it is');
    app.clock.now = new Date(NOW.getTime() + 6 * 60_000);
    expect((await cy.post(`/admin/signatories/${second}/part`)).location).toContain('/admin/touch');
    app.clock.now = NOW;
    expect(await wroteSince(size)).toEqual([]);
  });

  test('stay two where joining would tell whose an anonymous pledge is', async () => {
    const first = await publishedSignatory(app, { name: 'Rae Example' });
    const second = await publishedSignatory(app, { name: 'Rae Exampl' });
    await fundingPledge(app, second, { visibility: 'anonymous' });
    const { status, page } = await join(first, second);
    expect(status).toBe(409);
    expect(textOf(page)).toContain('would tell whose they are');
  });

  test('stay two while the other has pledges to review, which would count as said by this one’s domain', async () => {
    const first = await publishedSignatory(app, { name: 'Big Example' });
    await app.ctx.db
      .update(schema.signatory)
      .set({ verifiedDomain: 'big.example' })
      .where(eq(schema.signatory.id, first));
    const second = await publishedSignatory(app, { name: 'Big Examples' });
    const ref = await fundingPledge(app, second, { accept: false });
    expect(textOf((await join(first, second)).page)).toContain('has pledges to review');
    await app.request(`/api/v1/admin/pledges/${ref}/reject`, { body: { revision: 0 } });
    expect((await join(first, second)).status).toBe(303);
  });

  test('stay two while the other is a member of a pledge', async () => {
    const lead = await publishedSignatory(app, { name: 'Lee Example' });
    const first = await publishedSignatory(app, { name: 'Max Example' });
    const second = await publishedSignatory(app, { name: 'Maxi Example' });
    const ref = await fundingPledge(app, lead);
    await cy.post(`/admin/pledges/${ref}/members`, { members: 'Maxi Example' });
    expect(textOf((await join(first, second)).page)).toContain('is a member of a pledge');
    await cy.post(`/admin/pledges/${ref}/members`, { members: 'Max Example' });
    expect((await join(first, second)).status).toBe(303);
  });

  test.each([
    ['a person and an organisation', { kind: 'organisation' }, 'a person and the other'],
    ['one that hides its name', { public: false }, 'shows its name'],
  ])('stay two: %s', async (what, facts, why) => {
    const first = await publishedSignatory(app, { name: `Sam ${what}` });
    const second = await publishedSignatory(app, { name: `Sami ${what}`, ...facts });
    expect(textOf((await join(first, second)).page)).toContain(why);
  });

  test('stay two: itself, and one that isn’t there', async () => {
    const first = await publishedSignatory(app, { name: 'Tia Example' });
    expect(textOf((await join(first, first)).page)).toContain('This is the same record');
    expect((await cy.post(`/admin/signatories/${first}/join`, { other: 'x' })).status).toBe(400);
  });
});
