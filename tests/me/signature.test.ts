import { describe, expect, test } from 'vitest';
import { lockGiver } from '../../server/pledges/acceptance.ts';
import { insertPledge } from '../../server/pledges/pledge.ts';
import { newPledge } from '../../server/pledges/schemas.ts';
import { progressOf, type Reply } from '../support/app.ts';
import { move } from '../support/actors.ts';
import { cookieOf, fieldsOf, send } from '../support/forms.ts';
import { useMailApp } from '../support/mail-app.ts';
import { newestToken, useToken, type MailApp } from '../support/sign-up.ts';

let app: MailApp;
const { as, page, signatory, later } = useMailApp((started) => {
  app = started;
});
const wall = async () => JSON.stringify((await app.request('/api/v1/signatories')).body);

describe('a signature', () => {
  test('is changed by its signatory, and the wall with it; not its name', async () => {
    const ada = await signatory();
    const affiliation = 'Institute of Examples';
    await as(ada.session, 'me/signature', { affiliation, role: 'Reader' });
    expect(await wall()).toContain(affiliation);
    await as(ada.session, 'me/signature', { affiliation: null });
    expect(await wall()).not.toContain(affiliation);
    expect(await wall()).toContain('Reader');
    await app.publicCache.refresh();
    const before = await (await fetch(`${app.url}/signatories`)).text();
    await as(ada.session, 'me/signature', { public: false });
    await app.publicCache.refresh();
    const after = await (await fetch(`${app.url}/signatories`)).text();
    const { name } = (await as(ada.session, 'me')).body.signature;
    expect([before.includes(name), after.includes(name)]).toEqual([true, false]);
    expect(await as(ada.session, 'me/signature', { name: 'Grace Example' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'name' }] },
    });
  });

  test('shows a domain as confirmed only while the web address is on it', async () => {
    const ada = await signatory({ url: 'https://uni.example' });
    const domain = async () => (await as(ada.session, 'me')).body.signature.verifiedDomain;
    expect(await domain()).toBe('uni.example');
    await as(ada.session, 'me/signature', { url: 'https://bank.example' });
    expect(await domain()).toBe(null);
  });

  test('is withdrawn once nothing is expected, counts no more, and can be signed again', async () => {
    const ada = await signatory({ pledge: { kind: 'funding', asset: 'USD', amount: '10.00' } });
    const waiting = { kind: 'funding', asset: 'USD', amount: '9000.00' };
    const second = await as(ada.session, 'pledges', waiting);
    const [, { ref }] = (await as(ada.session, 'me/pledges')).body.pledges;
    expect(await as(ada.session, 'me/withdraw', {})).toMatchObject({
      status: 409,
      body: {
        detail: expect.stringContaining('Withdraw what is outstanding of your pledges first.'),
      },
    });
    const form = await page(ada.session, '/me/withdraw');
    const sent = await send(`${app.url}/me/withdraw`, fieldsOf(form.text), cookieOf(ada.session));
    expect(sent.page).toContain('<li>Withdraw what is outstanding of your pledges first.');
    const before = (await progressOf(app)).signatories.published;
    await move(app, ref, 'receive', { amount: '4.00', evidence: { grade: 'payment' } });
    expect((await as(ada.session, `pledges/${ref}/withdraw`, {})).status).toBe(201);
    expect((await as(ada.session, 'me/withdraw', {})).body.status).toBe('withdrawn');
    expect((await progressOf(app)).signatories.published).toBe(before - 1);
    const left = (await as(ada.session, 'me/pledges')).body.pledges;
    expect(left.map((pledge: { status: string }) => pledge.status)).toEqual([
      'withdrawn',
      'accepted',
    ]);
    expect(left[1].stages).toMatchObject({
      received: { amount: '4.00' },
      withdrawn: { amount: '6.00' },
    });
    expect((await app.request(`/api/v1/pledges/${ref}`)).body.signatory).toBe(null);
    expect((await move(app, second.body.ref, 'accept')).status).toBe(409);
    expect((await as(ada.session, 'pledges', waiting)).status).toBe(409);

    expect((await as(ada.session, 'me/sign-again', {})).body.status).toBe('published');
    expect((await progressOf(app)).signatories.published).toBe(before);
    expect((await as(ada.session, 'pledges', waiting)).status).toBe(201);
  });

  test('takes what waits for an admin along, and signing again does not bring it back', async () => {
    const ada = await signatory({ pledge: { kind: 'funding', asset: 'USD', amount: '10.00' } });
    const [{ ref }] = (await as(ada.session, 'me/pledges')).body.pledges;
    await move(app, ref, 'receive', { amount: '10.00', evidence: { grade: 'payment' } });
    const asked = await as(ada.session, `pledges/${ref}/increase`, { amount: '9000.00' });
    expect(asked.body.status).toBe('pending');
    await as(ada.session, 'me/withdraw', {});
    await as(ada.session, 'me/sign-again', {});
    expect((await as(ada.session, `me/pledges/${ref}`)).body.asked).toBe(null);
    expect((await move(app, ref, 'accept')).status).toBe(409);
  });

  test('is not withdrawn past a pledge that is logged at the same time', async () => {
    const ada = await signatory();
    const { ctx } = app;
    let leaving: Promise<Reply> | undefined;
    await ctx.db.transaction(async (tx) => {
      await lockGiver(tx, ada.id, 'alone');
      const input = newPledge.parse({ kind: 'funding', asset: 'USD', amount: '5000.00' });
      await insertPledge(ctx, tx, ada.id, input, 'USD');
      leaving = as(ada.session, 'me/withdraw', {});
      await expect.poll(() => app.database!.waiting('%signatory%for %')).toBe(1);
    });
    expect((await leaving!).status).toBe(409);
    expect((await as(ada.session, 'me/withdraw', {})).status).toBe(201);
    const { pledges } = (await as(ada.session, 'me/pledges')).body;
    expect(pledges).toMatchObject([{ status: 'withdrawn' }]);
  });

  test('is withdrawn, and its address changed, only in a session that was just confirmed', async () => {
    const ada = await signatory();
    const { now } = app.clock;
    later(16);
    for (const [path, body] of [
      ['withdraw', {}],
      ['address', { email: 'x@uni.example' }],
    ] as const) {
      expect(await as(ada.session, `me/${path}`, body)).toMatchObject({
        status: 403,
        body: { type: 'urn:muster:problem:confirm-again' },
      });
      const { status, headers } = await page(ada.session, `/me/${path}?from=a-mail`);
      const location = `/me/confirm?next=%2Fme%2F${path}`;
      expect([status, headers.get('location')]).toEqual([303, location]);
      expect((await page(ada.session, location)).text).toContain(`name="next" value="/me/${path}"`);
    }
    app.clock.now = now;
  });

  test('moves to a new address by a link there; who was signed in by the old one is not', async () => {
    const ada = await signatory();
    const bo = await signatory();
    const moved = `moved.${ada.email}`;
    await app.request('/api/v1/links', { token: false, body: { email: ada.email } });
    const old = await newestToken(app);
    expect((await as(ada.session, 'me/address', { email: moved })).status).toBe(202);
    expect((await as(ada.session, 'me')).body.signature.email).toBe(ada.email);
    const token = await newestToken(app, moved);
    const { body } = await useToken(app, token);
    expect((await as(ada.session, 'me')).status).toBe(401);
    expect((await useToken(app, old)).status).toBe(410);
    expect((await as(body.session, 'me')).body.signature.email).toBe(moved);
    await app.postman.deliver();
    expect(app.mailbox.received().at(-1)!.to).toEqual([ada.email]);

    await as(bo.session, 'me/address', { email: moved.toUpperCase() });
    expect((await useToken(app, await newestToken(app))).status).toBe(409);
    expect((await as(bo.session, 'me')).body.signature.email).toBe(bo.email);
  });

  test('of two that move to one address at once one does, and the other is told', async () => {
    for (const round of [1, 2, 3]) {
      const email = `shared${round}@new.example`;
      const tokens: string[] = [];
      for (const { session } of [await signatory(), await signatory()]) {
        await as(session, 'me/address', { email });
        tokens.push(await newestToken(app));
      }
      const replies = await Promise.all(tokens.map((token) => useToken(app, token)));
      expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    }
  });

  test('of an organisation stays on the domain that it was published for', async () => {
    const lab = await signatory({
      kind: 'organisation',
      email: 'office@lab.example',
      url: 'https://lab.example',
    });
    expect(lab.status).toBe('published');
    const moved = await as(lab.session, 'me/signature', { url: 'https://other.example' });
    expect(moved).toMatchObject({ status: 400, body: { errors: [{ field: 'url' }] } });
    const kept = await as(lab.session, 'me/signature', { url: 'https://www.lab.example/about' });
    expect(kept.status).toBe(201);
  });

  test('shows on the wall no domain that its address has left, and one that it has proved', async () => {
    const shown = async (): Promise<string> => {
      await app.publicCache.refresh();
      return (await page('nobody', '/signatories')).text;
    };
    const facts = { name: 'Wall Example', email: 'a@wall.example', url: 'https://wall.example' };
    const { body } = await app.request('/api/v1/signatories', {
      body: { kind: 'person', public: true, ...facts },
    });
    await app.request(`/api/v1/admin/signatories/${body.id}/publish`, { body: {} });
    expect(await shown()).not.toContain('at wall.example');
    await app.request('/api/v1/links', { token: false, body: { email: facts.email } });
    const { session } = (await useToken(app, await newestToken(app))).body;
    expect(await shown()).toContain('at wall.example');
    await as(session, 'me/address', { email: 'a@free.example' });
    await useToken(app, await newestToken(app));
    expect(await shown()).not.toContain('at wall.example');
  });

  test('that an admin entered is signed again only with consent, and waits if it never counted', async () => {
    for (const status of ['published', 'pending']) {
      const email = `${status}@entered.example`;
      const entered = { kind: 'person', name: `Entered ${status}`, email, public: true };
      const { id } = (await app.request('/api/v1/signatories', { body: entered })).body;
      if (status === 'published') {
        await app.request(`/api/v1/admin/signatories/${id}/publish`, { body: {} });
      }
      await app.request('/api/v1/links', { token: false, body: { email } });
      const { session } = (await useToken(app, await newestToken(app))).body;
      await as(session, 'me/withdraw', {});
      expect(await as(session, 'me/sign-again', {})).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'adult' }, { field: 'notice' }] },
      });
      const form = (await page(session, '/me/sign-again')).text;
      const typed = { adult: 'yes', notice: '2026-12b' };
      const sent = (fields: object) =>
        send(
          `${app.url}/me/sign-again`,
          [...fieldsOf(form), ...Object.entries(fields)],
          cookieOf(session),
        );
      expect(await sent({})).toMatchObject({ status: 400 });
      expect(await sent(typed)).toMatchObject({ status: 303, location: '/me' });
      const { signature } = (await as(session, 'me')).body;
      expect(signature).toMatchObject({
        status,
        notice: '2026-12b',
        consentedAt: expect.any(String),
      });
    }
  });

  test('shows what an admin asks back, until its signatory changes something', async () => {
    const pledge = { kind: 'funding', asset: 'USD', amount: '9000.00' };
    const company = { kind: 'organisation', url: 'https://elsewhere.example', pledge };
    const ada = await signatory(company);
    expect(ada.status).toBe('pending');
    const [{ ref }] = (await as(ada.session, 'me/pledges')).body.pledges;
    const ask = (path: string, question: string) =>
      app.request(`/api/v1/admin/${path}/ask`, { body: { question } });
    expect((await ask(`signatories/${ada.id}`, 'May you sign for it?')).status).toBe(201);
    expect((await ask(`pledges/${ref}`, 'In one sum?')).status).toBe(201);
    const { text } = await page(ada.session, '/me');
    expect(text).toContain('May you sign for it?');
    expect(text).toContain('In one sum?');
    expect((await page(ada.session, `/me/pledges/${ref}`)).text).toContain('In one sum?');
    await as(ada.session, 'me/signature', { statement: 'I am its director.' });
    const { signature } = (await as(ada.session, 'me')).body;
    expect([signature.question, signature.askedBackAt]).toEqual([null, null]);
    expect((await page(ada.session, '/me')).text).not.toContain('May you sign for it?');
  });

  test('can be downloaded with all that is kept', async () => {
    const ada = await signatory({ pledge: { kind: 'funding', asset: 'USD', amount: '10.00' } });
    const { status, text, headers } = await page(ada.session, '/me/data.json');
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    const kept = JSON.parse(text);
    expect(kept.signature).toMatchObject({ email: ada.email, notice: '2026-12b' });
    expect(kept.pledges).toMatchObject([{ amount: '10.00', status: 'accepted' }]);
  });
});
