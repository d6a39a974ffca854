import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as desk from '../../server/db/desk.ts';
import * as people from '../../server/db/people.ts';
import * as schema from '../../server/db/schema.ts';
import { AGREEMENT, fundingPledge, move, PAYMENT, publishedSignatory } from '../support/actors.ts';
import { INITIATIVE, NOW, progressOf } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { fieldsOf, statusesOf, unescaped } from '../support/forms.ts';
import { RECIPIENT } from '../support/pay.ts';
import { newestToken, signatory, signUp, startMailApp, type MailApp } from '../support/sign-up.ts';

const HOME = '/admin/initiative';
const STATEMENT = 'We reached a quarter of the goal.\n\nThank you. <b>The lab</b> opens in May.';
/** Nothing asks Stripe. */
const KEYS = {
  STRIPE_LIVEMODE: 'off',
  STRIPE_SECRET_KEY: 'sk_test_example',
  STRIPE_WEBHOOK_SECRET: 'whsec_example',
};
const ENDED =
  'This campaign closed on 10 March 2026. It takes no new signatures, pledges or gifts.';

let app: MailApp;
let cy: DeskUser;
beforeEach(async () => {
  app = await startMailApp({
    env: KEYS,
    initiative: { ...INITIATIVE, recipient: RECIPIENT },
  });
  cy = await atDesk(app);
});
afterEach(async () => {
  await watchLedger(app);
  await app.close();
});

const fields = async (path: string, user = cy) =>
  Object.fromEntries(fieldsOf((await user.get(path)).page.split('<main')[1]!));
const TERMS = `${HOME}/terms`;
const EMAIL = `${HOME}/last-email`;
const terms = async (go: string, typed: Record<string, string>, user = cy) =>
  user.post(TERMS, { ...(await fields(TERMS)), reason: 'The year is over', ...typed, go });
const close = (go: string, closing = STATEMENT, user = cy) =>
  terms(go, { closed: 'on', closing }, user);
const reopen = async () => {
  const { closed: _, ...others } = await fields(TERMS);
  return cy.post(TERMS, { ...others, closing: STATEMENT, reason: 'Another round', go: 'send' });
};
const press = async (path: string) => cy.post(path, await fields(path));
const home = async () => {
  await app.publicCache.refresh();
  return (await fetch(app.url)).text();
};
const acts = async () => {
  const { audit } = desk;
  const rows = await app.ctx.db.select({ act: audit.act }).from(audit).orderBy(audit.id);
  return rows.map(({ act }) => act);
};
const gift = { amount: '5.00', currency: 'USD', country: 'NO' };

describe('closing a campaign', () => {
  test('shows what it does, then the page says when, with the statement and the figures', async () => {
    const ada = await publishedSignatory(app);
    await fundingPledge(app, ada);
    expect(await home()).toContain('href="/sign"');
    expect((await cy.get(HOME)).page).toContain('>Close the campaign</a>');
    const review = await close('review');
    expect(review.status).toBe(200);
    expect(review.page).toContain('Closed on 10 March 2026.');
    expect(review.page).toContain('We reached a quarter of the goal.');
    expect(review.page).toContain('Nobody can sign, pledge or give.');
    expect((await progressOf(app)).initiative.closed).toBe(false);

    const typed = Object.fromEntries(fieldsOf(review.page.split('<main')[1]!));
    const sent = await cy.post(TERMS, { ...typed, closing: STATEMENT, go: 'send' });
    expect([sent.status, sent.location]).toEqual([303, `${HOME}?done=initiative.change`]);
    const page = await home();
    expect(page).toContain('<h1>Closed on 10 March 2026.</h1>');
    expect(page).toContain('<bdi>We reached a quarter of the goal.</bdi>');
    expect(unescaped(page)).toContain('<bdi>Thank you. <b>The lab</b> opens in May.</bdi>');
    expect(page).not.toContain('<b>The lab</b>');
    expect(page).toContain('$1,000');
    expect(page).toContain('1 has signed:');
    expect(await (await fetch(`${app.url}/compute`)).text()).not.toContain('No GPUs on record');
    expect(page).not.toMatch(/href="\/(sign|give)"|name="robots"/);
    expect((await app.request('/api/v1/initiative', { token: false })).body).toMatchObject({
      closed: true,
      closedAt: NOW.toISOString(),
      closing: STATEMENT,
    });
    const shown = (await cy.get(HOME)).page;
    expect(shown).toContain('>Open the campaign again</a>');
    expect(shown).toContain(`href="${EMAIL}"`);
    expect(shown).toContain('Closed: false → true');
    expect(shown).toContain('Closing statement: changed');
  });

  test('takes an owner who has just touched a passkey, and a statement of 2,000 characters at most', async () => {
    const bo = await atDesk(app, 'operator', 'Bo Example');
    expect((await bo.get(HOME)).page).not.toMatch(/Close the campaign/);
    expect((await close('send', STATEMENT, bo)).status).toBe(403);
    const long = await close('review', 'x'.repeat(2001));
    expect([long.status, long.page]).toEqual([400, expect.stringContaining('2000')]);
    const unticked = await terms('send', { closing: STATEMENT });
    expect(unticked.status).toBe(400);
    expect(unticked.page).toContain('must be ticked too');
    const seen = await fields(TERMS);
    app.clock.now = new Date(app.clock.now.getTime() + 301_000);
    const typed = { closed: 'on', closing: STATEMENT, reason: 'Over', go: 'send' };
    const late = await cy.post(TERMS, { ...seen, ...typed });
    expect(late.status).toBe(400);
    expect(late.page).toContain('href="/admin/touch');
    expect(late.page).toContain('We reached a quarter of the goal.');
    expect((await progressOf(app)).initiative.closed).toBe(false);
  });

  test('refuses what is new, by the API and by forms, and says when it closed', async () => {
    const ada = await signatory(app);
    const ref = await fundingPledge(app, ada.id);
    const form = fieldsOf(await (await fetch(`${app.url}/sign`)).text());
    await signUp(app, { email: 'bo@uni.example', name: 'Bo Example' });
    const token = await newestToken(app, 'bo@uni.example');
    await close('send');
    const pledge = { kind: 'funding', asset: 'USD', amount: '10.00' };
    for (const refused of [
      await signUp(app, { email: 'dee@uni.example' }),
      await app.request('/api/v1/sessions', { token: false, body: { token } }),
      await app.request('/api/v1/signatories', {
        body: { kind: 'person', name: 'Dee Example', email: 'dee@uni.example', public: true },
      }),
      await app.request('/api/v1/pledges', { token: ada.session, body: pledge }),
      await app.request('/api/v1/pledges', { body: { ...pledge, signatory: ada.id } }),
      await app.request('/api/v1/gifts', { token: false, body: gift }),
      await app.request(`/api/v1/pledges/${ref}/increase`, {
        token: ada.session,
        body: { amount: '10.00' },
      }),
    ]) {
      expect([refused.status, refused.body.type, refused.body.detail]).toEqual([
        403,
        'urn:muster:problem:closed',
        ENDED,
      ]);
    }
    const headers = { accept: 'text/html' };
    const body = new URLSearchParams([...form, ['gives', 'nothing'], ['go', 'send']]);
    const origin = { origin: app.ctx.config.baseUrl, 'sec-fetch-site': 'same-origin' };
    const sign = `${app.url}/sign`;
    for (const response of [
      await fetch(sign, { headers }),
      await fetch(sign, { method: 'POST', body, headers: { ...headers, ...origin } }),
      await fetch(`${app.url}/admin/pledges/new`, { headers: { ...headers, ...cy.cookie } }),
    ]) {
      expect(response.status).toBe(403);
      const page = await response.text();
      expect(page).toContain(ENDED);
      expect(page).not.toContain('<form');
    }
  });

  test('lets go on what was begun: decisions, agreements, payments and corrections', async () => {
    const ada = await signatory(app);
    const ref = await fundingPledge(app, ada.id);
    const waiting = await fundingPledge(app, ada.id, { accept: false, amount: '40000000.00' });
    await close('send');
    for (const [of, verb, body] of [
      [waiting, 'accept', { revision: 0 }],
      [ref, 'commit', { evidence: AGREEMENT }],
      [ref, 'receive', { amount: '600.00', evidence: PAYMENT }],
      [ref, 'lapse', { amount: '100.00' }],
    ] as const) {
      expect([verb, (await move(app, of, verb, body)).status]).toEqual([verb, 201]);
    }
    expect((await progressOf(app)).funding).toMatchObject({ received: '600.00' });
    expect(await home()).toContain('$600');
    const { text } = await eyes(ada.session, `/me/pledges/${ref}`);
    expect(text).toContain(`/me/pledges/${ref}/pay`);
    expect((await eyes(ada.session, `/me/pledges/${ref}/pay`)).status).toBe(200);
    expect((await eyes(ada.session, '/give')).status).toBe(403);
  });

  test('is corrected in its words and taken back, and keeps its day until then', async () => {
    await close('send');
    app.clock.now = new Date(app.clock.now.getTime() + 60_000);
    const stale = await fields(TERMS);
    expect((await close('send', 'Thank you all.')).status).toBe(303);
    expect(await home()).toContain('<bdi>Thank you all.</bdi>');
    const typed = { closing: 'Never', reason: 'Late', go: 'send' };
    expect((await cy.post(TERMS, { ...stale, ...typed })).page).toContain('since you opened it');
    const [row] = await app.ctx.db.select().from(schema.initiative);
    expect([row!.closedAt, row!.closing]).toEqual([NOW, 'Thank you all.']);

    const { closed: _, ...others } = await fields(TERMS);
    const opened = { ...others, closing: 'Thank you all.', reason: 'Another round', go: 'send' };
    expect((await cy.post(TERMS, opened)).status).toBe(303);
    const page = await home();
    expect(page).toContain(`<h1>${INITIATIVE.initiative.call}</h1>`);
    expect(page).not.toMatch(/Closed on|Thank you all/);
    expect(page).toContain('href="/sign"');
    expect((await signUp(app)).status).toBe(202);
    expect((await cy.get(HOME)).page).toContain('Closed: true → false');
    expect((await cy.get(EMAIL)).status).toBe(409);
  });

  test('without a statement stops everything, also what was begun', async () => {
    const ada = await signatory(app);
    const ref = await fundingPledge(app, ada.id);
    const waiting = await fundingPledge(app, ada.id, { accept: false });
    await terms('send', { closed: 'on' });
    expect((await move(app, waiting, 'accept', { revision: 0 })).body.type).toContain(':closed');
    expect((await eyes(ada.session, `/me/pledges/${ref}/pay`)).status).toBe(403);
    const page = await home();
    expect(page).toContain('1 name on record:');
    expect(page).toContain('name="robots"');
  });
});

const eyes = async (session: string, path: string) => {
  const headers = { cookie: `muster=${session}`, accept: 'text/html' };
  const response = await fetch(app.url + path, { headers, redirect: 'manual' });
  return { status: response.status, text: await response.text() };
};

describe('the last email', () => {
  const toldTo = () =>
    app.mailbox
      .received()
      .filter(({ subject }) => subject === 'Open Model Initiative has closed')
      .map(({ to }) => to[0]);
  const set = (id: string, facts: object) =>
    app.ctx.db.update(schema.signatory).set(facts).where(eq(schema.signatory.id, id));

  test('is shown, then goes once to whoever signed and can be reached', async () => {
    const ada = await signatory(app, { news: true });
    const unseen = await signatory(app, { news: true, public: false });
    const plain = await signatory(app);
    const gone = [{ status: 'withdrawn' }, { status: 'rejected' }, { confirmedAt: null }] as const;
    const away: string[] = [];
    for (const facts of gone) {
      const { id } = await signatory(app, { news: true });
      await set(id, facts);
      away.push(id);
    }
    const broken = await signatory(app, { news: true });
    await app.ctx.db.delete(people.mail);
    const givenUp = { kind: 'published', data: {}, createdAt: NOW, dueAt: NOW, turnAt: NOW };
    await app.ctx.db.insert(people.mail).values({
      ...givenUp,
      id: crypto.randomUUID(),
      address: broken.email,
      givenUpAt: NOW,
    });

    expect((await cy.get(EMAIL)).status).toBe(409);
    await close('send');
    const shown = await cy.get(EMAIL);
    expect(shown.page).toContain('We’ll email 3 signatories:');
    expect(unescaped(shown.page)).toContain('<b>The lab</b> opens in May.');
    expect(shown.page).toContain('Email 3 signatories');
    await app.postman.deliver();
    expect(toldTo()).toEqual([]);

    const seen = await fields(EMAIL);
    const both = await Promise.all([cy.post(EMAIL, seen), cy.post(EMAIL, { ...seen, key: 'x' })]);
    expect(statusesOf(both)).toEqual([303, 409]);
    expect(both.find(({ status }) => status === 409)!.page).toContain('Everyone we can reach');
    await app.postman.deliver();
    expect(new Set(toldTo())).toEqual(new Set([ada.email, unseen.email, plain.email]));
    expect(toldTo()).toHaveLength(3);
    const letter = app.mailbox.received().findLast(({ to }) => to[0] === ada.email)!;
    expect(letter.text).toContain('closed on 10 March 2026.\n\nWe reached a quarter of the goal.');
    expect(letter.text).toContain('because you signed');
    expect(letter.html).not.toContain('<b>The lab</b>');
    expect(letter.link).toBe(app.ctx.config.baseUrl);
    expect((await cy.get(EMAIL)).page).toContain('Everyone we can reach already has this email');
    expect((await press(EMAIL)).status).toBe(409);
    expect((await acts()).filter((act) => act === 'initiative.email')).toHaveLength(1);
    // As their ledger entries say.
    for (const id of away) await set(id, { status: 'published', confirmedAt: NOW });
  });

  test('lets others go first, and is dropped once the campaign is open again', async () => {
    const ada = await signatory(app, { news: true });
    await close('send');
    expect((await press(EMAIL)).status).toBe(303);
    const [queued] = await app.ctx.db.select().from(people.mail);
    expect(queued!.turnAt.getTime() - NOW.getTime()).toBe(24 * 3_600_000);
    expect(queued!.dueAt).toEqual(NOW);
    expect((await reopen()).status).toBe(303);
    await app.postman.deliver();
    expect(toldTo()).toEqual([]);
    app.clock.now = new Date(app.clock.now.getTime() + 60_000);
    await close('send');
    expect((await press(EMAIL)).status).toBe(303);
    await app.postman.deliver();
    expect(toldTo()).toEqual([ada.email]);
  });
});
