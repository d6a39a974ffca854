import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as people from '../../server/db/people.ts';
import { checkLedger, progressOf } from '../support/app.ts';
import { move } from '../support/actors.ts';
import {
  eyesOf,
  newestToken,
  signatory as newSignatory,
  startMailApp,
  useToken,
  type MailApp,
} from '../support/sign-up.ts';

let app: MailApp;
beforeAll(async () => {
  app = await startMailApp();
});
beforeEach(() => app.ctx.db.delete(people.limitUse));
afterEach(() => checkLedger(app));
afterAll(() => app.close());

const as: ReturnType<typeof eyesOf>['as'] = (...asked) => eyesOf(app).as(...asked);
const page: ReturnType<typeof eyesOf>['page'] = (...asked) => eyesOf(app).page(...asked);
const signatory = (facts: object = {}) => newSignatory(app, facts);
const later = (minutes: number) => {
  app.clock.now = new Date(app.clock.now.getTime() + minutes * 60_000);
};
const wall = async () => JSON.stringify((await app.request('/api/v1/signatories')).body);

describe('a signature', () => {
  test('is changed by its signatory, and the wall with it; not its name', async () => {
    const ada = await signatory();
    await as(ada.session, 'me/signature', { statement: 'Look into it.', role: 'Reader' });
    expect(await wall()).toContain('Look into it.');
    await as(ada.session, 'me/signature', { statement: null });
    expect(await wall()).not.toContain('Look into it.');
    expect(await wall()).toContain('Reader');
    await app.face.refresh();
    const before = await (await fetch(`${app.url}/signatories`)).text();
    await as(ada.session, 'me/signature', { public: false });
    await app.face.refresh();
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
      body: { detail: 'Withdraw what is open of your pledges first.' },
    });
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
    expect((await as(ada.session, 'pledges', waiting)).status).toBe(400);

    expect((await as(ada.session, 'me/sign-again', {})).body.status).toBe('published');
    expect((await progressOf(app)).signatories.published).toBe(before);
    expect((await as(ada.session, 'pledges', waiting)).status).toBe(201);
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
      const { status, headers } = await page(ada.session, `/me/${path}`);
      expect([status, headers.get('location')]).toEqual([303, `/me/confirm?next=%2Fme%2F${path}`]);
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
    const token = await newestToken(app);
    expect(app.mailbox.received().at(-1)!.to).toEqual([moved]);
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

  test('can be downloaded with all that is kept', async () => {
    const ada = await signatory({ pledge: { kind: 'funding', asset: 'USD', amount: '10.00' } });
    const { status, text, headers } = await page(ada.session, '/me/data.json');
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    const kept = JSON.parse(text);
    expect(kept.signature).toMatchObject({ email: ada.email, notice: '2026-11' });
    expect(kept.pledges).toMatchObject([{ amount: '10.00', status: 'accepted' }]);
  });
});
