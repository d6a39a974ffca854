import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fundingPledge } from '../support/actors.ts';
import { cookieOf, fieldsOf, send } from '../support/forms.ts';
import { useMailApp } from '../support/mail-app.ts';
import { newestToken, startMailApp, useToken, type MailApp } from '../support/sign-up.ts';

let app: MailApp;
const { as, page, signatory, later } = useMailApp((started) => {
  app = started;
});

/** The hidden fields of a page's first own form. */
const formOf = (text: string): [string, string][] =>
  [...fieldsOf(text)].filter(([name]) => name === 'csrf' || name === 'key');

test('the page has fifty pledges, and leads to those before; withdrawing names them all', async () => {
  const ada = await signatory();
  for (let times = 0; times < 51; times += 1) {
    await fundingPledge(app, ada.id, { amount: '1.00' });
  }
  const { pledges } = (await as(ada.session, 'me/pledges')).body;
  const refs: string[] = pledges.map(({ ref }: { ref: string }) => ref);
  const shownOn = ({ text }: { text: string }) =>
    [...text.matchAll(/href="\/me\/pledges\/(\w+)"/g)].map(([, ref]) => ref);
  const first = await page(ada.session, '/me');
  expect(shownOn(first)).toEqual(refs.slice(0, 50));
  const [, next] = /href="(\/me\?cursor=[\w-]+)" rel="next"/.exec(first.text)!;
  const last = await page(ada.session, next!);
  expect(shownOn(last)).toEqual(refs.slice(50));
  expect(last.text).not.toContain('rel="next"');
  expect(last.text).toContain('<a href="/me">First page</a>');
  expect(shownOn(await page(ada.session, '/me?cursor=none'))).toEqual(refs.slice(0, 50));
  const { text } = await page(ada.session, '/me/withdraw');
  expect(text.match(/\/me\/pledges\/\w+\/withdraw/g)).toHaveLength(51);
});

describe('a stranger', () => {
  test('gets 404 for another’s pledge, by the API and by its page, as for none', async () => {
    const pledge = { kind: 'funding', asset: 'USD', amount: '5000.00' };
    const ada = await signatory({ pledge });
    const dee = await signatory();
    const [{ ref }] = (await as(ada.session, 'me/pledges')).body.pledges;
    const none = '0000000000';
    const sent = {
      edit: pledge,
      increase: { amount: '1.00' },
      withdraw: {},
      instalments: { instalments: [{ dueOn: '2026-05-01', amount: '1.00' }] },
    };
    for (const [verb, body] of Object.entries(sent)) {
      const theirs = await as(dee.session, `pledges/${ref}/${verb}`, body);
      const nobodys = await as(dee.session, `pledges/${none}/${verb}`, body);
      expect([verb, theirs.status]).toEqual([verb, 404]);
      expect(theirs.body.detail.replace(ref, none)).toBe(nobodys.body.detail);
      expect(
        (await app.request(`/api/v1/pledges/${ref}/${verb}`, { token: false, body })).status,
      ).toBe(401);
    }
    expect((await as(dee.session, `me/pledges/${ref}`)).status).toBe(404);
    for (const path of ['', '/edit', '/withdraw', '/increase', '/instalments']) {
      expect([path, (await page(dee.session, `/me/pledges/${ref}${path}`)).status]).toEqual([
        path,
        404,
      ]);
    }
    expect((await page(ada.session, `/me/pledges/${ref}`)).status).toBe(200);
  });

  test('is sent to sign in, and comes back', async () => {
    const { status, headers } = await page('nobody', '/me/pledges/0000000000');
    expect(status).toBe(303);
    expect(headers.get('location')).toBe('/sign-in?next=%2Fme%2Fpledges%2F0000000000');
    expect((await app.request('/api/v1/me', { token: 'x'.repeat(43) })).status).toBe(401);
    expect((await app.request('/api/v1/me', { token: false })).status).toBe(401);
  });

  test.each(['/me/sign-out', '/me/sessions/0/end'])(
    'who presses a button, %s, comes back to a page of their own: the button’s address is none',
    async (path) => {
      const { location } = await send(app.url + path, [], cookieOf('nobody'));
      expect(location).toBe('/sign-in?next=%2Fme');
    },
  );

  test('who asks for a link is answered like anybody, and gets none', async () => {
    const { email } = await signatory();
    const ask = (address: string) =>
      app.request('/api/v1/links', { token: false, body: { email: address } });
    const [known, unknown] = [await ask(email), await ask('nobody@uni.example')];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    await app.postman.deliver();
    const reached = app.mailbox.received().flatMap(({ to }) => to);
    expect(reached).not.toContain('nobody@uni.example');
    expect(reached.at(-1)).toBe(email);
  });

  test.each([
    'https://evil.example',
    '//evil.example',
    '/me@evil.example',
    '/admin',
    '/me/../admin?x',
  ])('cannot have a link lead to %s', async (next) => {
    const { status } = await app.request('/api/v1/links', {
      token: false,
      body: { email: 'dee@uni.example', next },
    });
    expect(status).toBe(400);
  });
});

test('more than there is to withdraw is told in the form, where what was typed stands', async () => {
  const ada = await signatory({ pledge: { kind: 'funding', asset: 'USD', amount: '10.00' } });
  const [{ ref }] = (await as(ada.session, 'me/pledges')).body.pledges;
  const path = `/me/pledges/${ref}/withdraw`;
  const typed = [...formOf((await page(ada.session, path)).text), ['amount', '11.00'] as const];
  const sent = await send(app.url + path, new Map(typed), cookieOf(ada.session));
  expect(sent.page).toContain('is too much. Enter $10 or less.');
  expect(fieldsOf(sent.page).get('amount')).toBe('11.00');
});

test('what grows after its last day is asked for another, in the form', async () => {
  const pledge = { kind: 'funding', asset: 'USD', amount: '10.00' };
  const instalments = [{ dueOn: '2026-03-12', amount: '10.00' }];
  const ada = await signatory({ pledge: { ...pledge, instalments } });
  const [{ ref }] = (await as(ada.session, 'me/pledges')).body.pledges;
  const path = `/me/pledges/${ref}/increase`;
  const grow = async (dueOn: string) => {
    const form = formOf((await page(ada.session, path)).text);
    const typed = new Map([...form, ['amount', '5'], ['dueOn', dueOn]]);
    return send(app.url + path, typed, cookieOf(ada.session));
  };
  const signedAt = app.clock.now;
  app.clock.now = new Date('2026-03-13T12:00:00Z');
  const late = await grow('');
  expect(late.page).toContain('href="#dueOn"');
  expect(fieldsOf(late.page).get('amount')).toBe('5');
  expect((await grow('2026-05-01')).status).toBe(303);
  const grown = (await as(ada.session, `me/pledges/${ref}`)).body.instalments;
  expect(grown.map((part: { amount: string }) => part.amount)).toEqual(['10.00', '5.00']);
  app.clock.now = signedAt;
});

test('a pledge whose acceptance was taken back is not offered to be edited', async () => {
  const ada = await signatory({ pledge: { kind: 'funding', asset: 'USD', amount: '10.00' } });
  const [{ ref }] = (await as(ada.session, 'me/pledges')).body.pledges;
  const { batch } = (await app.request(`/api/v1/movements?ref=${ref}`)).body.movements[0];
  const reason = { body: { reason: 'too soon' } };
  await app.request(`/api/v1/admin/batches/${batch}/reverse`, reason);
  const { text } = await page(ada.session, `/me/pledges/${ref}`);
  expect(text).toContain('An admin will review this pledge');
  expect(text).not.toContain(`/me/pledges/${ref}/edit`);
  expect((await page(ada.session, `/me/pledges/${ref}/edit`)).status).toBe(409);
});

describe('a session', () => {
  test('ends at once: another one, by its owner alone, and this one by signing out', async () => {
    const ada = await signatory();
    const dee = await signatory();
    await app.request('/api/v1/links', { token: false, body: { email: ada.email } });
    const { body } = await useToken(app, await newestToken(app));
    const { sessions } = (await as(ada.session, 'me')).body;
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ isThis }: { isThis: boolean }) => !isThis);
    expect((await as(dee.session, `me/sessions/${other.id}/end`, {})).status).toBe(404);
    expect((await as(body.session, 'me')).status).toBe(200);
    expect((await as(ada.session, `me/sessions/${other.id}/end`, {})).status).toBe(201);
    expect((await as(body.session, 'me')).status).toBe(401);

    const { text } = await page(ada.session, '/me');
    const out = await send(`${app.url}/me/sign-out`, formOf(text), cookieOf(ada.session));
    expect([out.status, out.location]).toEqual([303, '/']);
    expect((await as(ada.session, 'me')).status).toBe(401);
  });

  test('that is ended takes along what it asked for: no address of it can still be used', async () => {
    const ada = await signatory();
    const signInAgain = async () => {
      await app.request('/api/v1/links', { token: false, body: { email: ada.email } });
      return (await useToken(app, await newestToken(app))).body.session as string;
    };
    const thief = await signInAgain();
    const own = await signInAgain();
    await as(thief, 'me/address', { email: 'thief@evil.example' });
    const token = await newestToken(app);
    const told = app.mailbox.received().findLast(({ to }) => to.includes(ada.email))!;
    expect(told.subject).toContain('asked to change your address');
    expect(told.text).toContain('end the sessions');
    await as(thief, 'me/address', { email: 'thief.again@evil.example' });
    const { sessions } = (await as(own, 'me')).body;
    for (const { id, isThis } of sessions) {
      if (!isThis) expect((await as(own, `me/sessions/${id}/end`, {})).status).toBe(201);
    }
    expect((await useToken(app, token)).status).toBe(410);
    await app.postman.deliver();
    const reached = app.mailbox.received().flatMap(({ to }) => to);
    expect(reached).not.toContain('thief.again@evil.example');
    expect((await as(own, 'me')).body.signature.email).toBe(ada.email);
  });

  test('is over after thirty days, and when its signatory is rejected', async () => {
    const ada = await signatory();
    const { now } = app.clock;
    later(30 * 24 * 60);
    expect((await as(ada.session, 'me')).status).toBe(401);
    app.clock.now = now;
    expect((await as(ada.session, 'me')).status).toBe(200);
    await app.request(`/api/v1/admin/signatories/${ada.id}/reject`, { body: {} });
    expect((await as(ada.session, 'me')).status).toBe(401);
  });

  test('has a cookie that no script reads; over https one that is this host’s alone', async () => {
    const ada = await signatory();
    await app.request('/api/v1/links', { token: false, body: { email: ada.email } });
    const cookieBy = async (other: MailApp) => {
      const token = await newestToken(other);
      const response = await fetch(`${other.url}/confirm`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
        },
        body: new URLSearchParams({ token, key: randomUUID() }).toString(),
        redirect: 'manual',
      });
      expect(response.status).toBe(303);
      return response.headers.get('set-cookie');
    };
    expect(await cookieBy(app)).toMatch(
      /^muster=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/i,
    );
    const secure = await startMailApp({ env: { BASE_URL: 'https://pledges.example.org' } });
    try {
      await secure.request('/api/v1/signatories', {
        token: false,
        body: {
          kind: 'person',
          name: 'Ada',
          email: ada.email,
          public: true,
          adult: true,
          notice: '2026-12b',
        },
      });
      expect(await cookieBy(secure)).toMatch(
        /^__Host-muster=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/i,
      );
    } finally {
      await secure.close();
    }
  });

  test('takes no form without its own token, and none of another site', async () => {
    const ada = await signatory();
    const dee = await signatory();
    const { text } = await page(ada.session, '/me');
    const theirs = formOf((await page(dee.session, '/me')).text);
    const cookie = cookieOf(ada.session);
    expect((await send(`${app.url}/me/sign-out`, [['key', 'x']], cookie)).status).toBe(403);
    expect((await send(`${app.url}/me/sign-out`, theirs, cookie)).status).toBe(403);
    const foreign = { ...cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await send(`${app.url}/me/sign-out`, formOf(text), foreign)).status).toBe(403);
    expect((await as(ada.session, 'me')).status).toBe(200);
  });

  test('that does too much is told to wait; reading goes on', async () => {
    const ada = await signatory();
    const replies = [];
    for (let times = 0; times <= 120; times += 1) {
      replies.push(await as(ada.session, 'me/signature', { role: `Reader ${times}` }));
    }
    expect(new Set(replies.slice(0, -1).map(({ status }) => status))).toEqual(new Set([201]));
    expect(replies.at(-1)).toMatchObject({ status: 429, body: { retryAfter: 3600 } });
    expect((await as(ada.session, 'me')).body.signature.role).toBe('Reader 119');
    // Its owner must be able to end a stolen one, and this.
    await app.request('/api/v1/links', { token: false, body: { email: ada.email } });
    const { session } = (await useToken(app, await newestToken(app))).body;
    const { sessions } = (await as(session, 'me')).body;
    const stolen = sessions.find(({ isThis }: { isThis: boolean }) => !isThis);
    expect((await as(session, `me/sessions/${stolen.id}/end`, {})).status).toBe(201);
    const { text } = await page(session, '/me');
    expect((await send(`${app.url}/me/sign-out`, formOf(text), cookieOf(session))).status).toBe(
      303,
    );
  });

  test('does not sign the API in by its cookie', async () => {
    const ada = await signatory();
    const response = await fetch(`${app.url}/api/v1/me`, { headers: cookieOf(ada.session) });
    expect(response.status).toBe(401);
  });
});
