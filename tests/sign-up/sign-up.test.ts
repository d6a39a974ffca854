import { describe, expect, test } from 'vitest';
import * as schema from '../../server/db/schema.ts';
import { progressOf } from '../support/app.ts';
import { send } from '../support/forms.ts';
import { useMailApp } from '../support/mail-app.ts';
import { newestToken, signatory, signUp, useToken, type MailApp } from '../support/sign-up.ts';

const DAY_MS = 24 * 3_600_000;

let app: MailApp;
useMailApp((started) => {
  app = started;
});

const money = (amount: string, facts: object = {}) => ({
  pledge: { kind: 'funding', asset: 'USD', amount, ...facts },
});
const subjects = () => app.mailbox.received().map(({ subject }) => subject);
const mine = async (session: string) =>
  (await app.request('/api/v1/me/pledges', { token: session })).body.pledges;

describe('a sign-up', () => {
  test('counts nowhere, and is in no table of signatories, until its link is used', async () => {
    const before = (await progressOf(app)).signatories;
    expect(await signUp(app, { email: 'first@uni.example', ...money('10.00') })).toMatchObject({
      status: 202,
      body: { status: 'pending' },
    });
    expect(await app.ctx.db.select().from(schema.signatory)).toEqual([]);
    expect(await app.ctx.db.select().from(schema.pledge)).toEqual([]);
    const { body } = await useToken(app, await newestToken(app));
    expect(body.signatory.status).toBe('published');
    expect((await progressOf(app)).signatories.published).toBe(before.published + 1);
    expect(await mine(body.session)).toMatchObject([{ status: 'accepted', amount: '10.00' }]);
  });

  test('a second one answers exactly as the first; its owner is told, and nothing changes', async () => {
    const first = await signUp(app, { email: 'twice@uni.example', name: 'Twice Example' });
    const { body } = await useToken(app, await newestToken(app));
    const second = await signUp(app, { email: 'TWICE@uni.example', name: 'Somebody Else' });
    expect([second.status, second.body]).toEqual([first.status, first.body]);
    const token = await newestToken(app);
    expect(subjects().at(-1)).not.toEqual(subjects().at(-2));
    const again = await useToken(app, token);
    expect(again.body.signatory.id).toBe(body.signatory.id);
    const me = await app.request('/api/v1/me', { token: again.body.session });
    expect(me.body.signature).toMatchObject({
      name: 'Twice Example',
      email: 'twice@uni.example',
    });
  });

  test('of two by different people with one address each link confirms its own, and one counts', async () => {
    await signUp(app, { email: 'race@uni.example', name: 'A Stranger' });
    const theirs = await newestToken(app);
    await signUp(app, { email: 'race@uni.example', name: 'Race Example' });
    const own = await newestToken(app);
    const replies = await Promise.all([useToken(app, own), useToken(app, theirs)]);
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(replies.map(({ body }) => body.signatory.id)).size).toBe(1);
  });

  test('of somebody who has signed meanwhile brings its pledge to that signature', async () => {
    await signUp(app, { email: 'meanwhile@uni.example', name: 'Meanwhile Example' });
    const first = await newestToken(app, 'meanwhile@uni.example');
    const pledge = { kind: 'funding', asset: 'USD', amount: '50.00' };
    await signUp(app, { email: 'meanwhile@uni.example', name: 'Meanwhile Example', pledge });
    const second = await newestToken(app, 'meanwhile@uni.example');
    expect((await useToken(app, first)).status).toBe(201);
    const { session } = (await useToken(app, second)).body;
    const { body } = await app.request('/api/v1/me/pledges', { token: session });
    expect(body.pledges).toMatchObject([{ amount: '50.00', status: 'accepted' }]);
  });

  test('under another spelling of an address that has signed confirms nothing, and lets nobody in', async () => {
    await signUp(app, { email: 'CASEY@uni.example', name: 'Another Casey' });
    const theirs = await newestToken(app);
    await signUp(app, { email: 'casey@uni.example', name: 'Casey Example' });
    expect((await useToken(app, await newestToken(app))).status).toBe(201);
    expect((await useToken(app, theirs)).status).toBe(410);
  });

  test.each([
    ['who is not an adult', { adult: false }, 'adult'],
    ['without consent', { notice: undefined }, 'notice'],
    ['to another notice', { notice: '1999-01' }, 'notice'],
    ['with a pledge that cannot be', money('1.005'), 'amount'],
    ['with a status of its own', { status: 'published' }, 'status'],
  ])('%s is refused at its field', async (_what, facts, field) => {
    const { status, body } = await signUp(app, facts);
    expect(status).toBe(400);
    expect(body.errors.map((error: { field: string }) => error.field)).toEqual([
      expect.stringContaining(field),
    ]);
  });
});

describe('a link', () => {
  test('that fifty use at once opens one session, and makes one signature', async () => {
    await signUp(app, { email: 'fifty@uni.example', name: 'Fifty Example', ...money('10.00') });
    const token = await newestToken(app);
    const before = (await progressOf(app)).signatories.published;
    const replies = await Promise.all(Array.from({ length: 50 }, () => useToken(app, token)));
    const statuses = replies.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([201, ...Array.from({ length: 49 }, () => 410)]);
    const { body } = replies.find(({ status }) => status === 201)!;
    const me = await app.request('/api/v1/me', { token: body.session });
    expect(me.body.sessions).toHaveLength(1);
    expect(await mine(body.session)).toHaveLength(1);
    expect((await progressOf(app)).signatories.published).toBe(before + 1);
  });

  test('that one program uses fifty times by one key opens one session, for each of them', async () => {
    await signUp(app, { email: 'retry@uni.example', name: 'Retry Example' });
    const token = await newestToken(app);
    const key = 'a-secret-of-this-one-program';
    const replies = await Promise.all(Array.from({ length: 50 }, () => useToken(app, token, key)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(replies.map(({ body }) => body.session)).size).toBe(1);
    const me = await app.request('/api/v1/me', { token: replies[0]!.body.session });
    expect(me.body.sessions).toHaveLength(1);
  });

  test('opened twenty times still works; its page shows who and what', async () => {
    await signUp(app, { email: 'opened@uni.example', name: 'Opened Example', ...money('10.00') });
    const token = await newestToken(app);
    for (let times = 0; times < 20; times += 1) {
      const { status, body } = await app.request(`/confirm?token=${token}`, { token: false });
      expect(status).toBe(200);
      expect(body).toContain('Opened Example');
      expect(body).toContain('$10.00');
    }
    expect((await useToken(app, token)).status).toBe(201);
    expect((await app.request(`/confirm?token=${token}`, { token: false })).status).toBe(410);
  });

  test('opens a page that shows all that is confirmed by it, for a stranger may have typed it', async () => {
    const facts = {
      name: 'Shown Example',
      role: 'Professor of Ö',
      affiliation: 'Example <University>',
      url: 'https://uni.example/~shown',
      country: 'NO',
      statement: 'One lab, in the open.',
      public: false,
    };
    const note = 'Ask us in May';
    await signUp(app, { ...facts, email: 'shown@uni.example', ...money('10.00', { note }) });
    const { body } = await app.request(`/confirm?token=${await newestToken(app)}`, {
      token: false,
    });
    for (const text of Object.values({ ...facts, affiliation: 'Example &lt;University>', note }))
      if (typeof text === 'string') expect(body).toContain(text);
    for (const text of ['A person', 'Not public', '$10.00']) expect(body).toContain(text);
  });

  test('works for 24 hours, also for a retry', async () => {
    await signUp(app, { email: 'late@uni.example' });
    const token = await newestToken(app);
    const { now } = app.clock;
    const later = (ms: number): void => {
      app.clock.now = new Date(now.getTime() + ms);
    };
    later(DAY_MS);
    expect(await useToken(app, token)).toMatchObject({
      status: 410,
      body: { type: 'urn:muster:problem:link-spent' },
    });
    later(DAY_MS - 1);
    const key = 'a-secret-that-somebody-has-kept';
    expect((await useToken(app, token, key)).status).toBe(201);
    expect((await useToken(app, token, key)).status).toBe(201);
    later(DAY_MS);
    expect((await useToken(app, token, key)).status).toBe(410);
    app.clock.now = now;
  });

  test('no longer signs in who was rejected after it was sent', async () => {
    const { id, email } = await signatory(app);
    await app.request('/api/v1/links', { token: false, body: { email } });
    const token = await newestToken(app, email);
    expect((await app.request(`/api/v1/admin/signatories/${id}/reject`, { body: {} })).status).toBe(
      201,
    );
    expect((await useToken(app, token)).status).toBe(410);
  });

  test('is not to be guessed, and a short key is refused before it is used', async () => {
    expect((await useToken(app, 'x'.repeat(43))).status).toBe(410);
    expect(await useToken(app, 'x'.repeat(43), 'short')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'Idempotency-Key' }] },
    });
    await signUp(app, { email: 'keyless@uni.example', name: 'Keyless Example' });
    const token = await newestToken(app);
    for (const fields of [{ token }, { token, key: 'k' }]) {
      const { status, page } = await send(`${app.url}/confirm`, Object.entries(fields));
      expect([status, page.includes('at least 16 characters')]).toEqual([400, true]);
    }
    expect((await useToken(app, token)).status).toBe(201);
  });

  test('only its hash is stored, and so is only a session’s', async () => {
    await signUp(app, { email: 'hash@uni.example', name: 'Hash Example' });
    const token = await newestToken(app);
    const { body } = await useToken(app, token);
    for (const table of ['link', 'session', 'mail', 'sign_up', 'idempotency']) {
      const rows = await app.database!.asOwner(`SELECT t::text AS row FROM ${table} t`);
      const text = JSON.stringify(rows);
      for (const secret of [token, body.session as string]) {
        expect(text.includes(secret)).toBe(false);
        expect(text.includes(Buffer.from(secret).toString('hex'))).toBe(false);
      }
    }
  });
});

test('what is wrong with its pledge is named below it', async () => {
  const pledge = { kind: 'funding', asset: 'USD', amount: '0.001' };
  const { status, body } = await signUp(app, { pledge });
  expect(status).toBe(400);
  expect(body.errors).toMatchObject([{ field: 'pledge.amount' }]);
});
