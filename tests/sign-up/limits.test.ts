import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { countUse } from '../../server/db/limit.ts';
import * as people from '../../server/db/people.ts';
import { rowsOf } from '../../server/db/sql.ts';
import { networkHash } from '../../server/sessions/networks.ts';
import { isBusyDomain } from '../../server/sign-up/limits.ts';
import { type Reply } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { cookieOf, fieldsOf, send } from '../support/forms.ts';
import { ADA, newestToken, startMailApp, type MailApp } from '../support/sign-up.ts';

let app: MailApp;
beforeAll(async () => {
  app = await startMailApp({ env: { TRUSTED_PROXIES: '127.0.0.1,::1' } });
});
beforeEach(() => app.ctx.db.delete(people.limitUse));
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const HOME = '198.51.100.1';
/** The nth of networks that have nothing to do with each other. */
const strange = (nth: number): string => `203.0.${nth}.1`;

const from = (ip: string) => ({ token: false as const, headers: { 'x-forwarded-for': ip } });
const sign = (ip: string, email: string): Promise<Reply> =>
  app.request('/api/v1/signatories', { ...from(ip), body: { ...ADA, email } });
const ask = (ip: string, email: string, session: string | false = false): Promise<Reply> =>
  app.request('/api/v1/links', { ...from(ip), token: session, body: { email } });
const times = async (count: number, work: (nth: number) => Promise<unknown>): Promise<void> => {
  // oxlint-disable-next-line no-await-in-loop
  for (let nth = 0; nth < count; nth += 1) await work(nth);
};
/** How many mails to an address go out while something is done. */
const mailsTo = async (address: string, work: () => Promise<unknown>): Promise<number> => {
  const count = () => app.mailbox.received().filter(({ to }) => to.includes(address)).length;
  await app.postman.deliver();
  const before = count();
  await work();
  await app.postman.deliver();
  return count() - before;
};
/** Dee uses up all the mails that strangers can have sent to an address, from networks of her own. */
const flood = (email: string) => mailsTo(email, () => times(30, (nth) => ask(strange(nth), email)));

let homes = 0;
/** Somebody who has signed, from home. */
const home = async (domain = 'uni.example') => {
  homes += 1;
  const email = `ada${homes}@${domain}`;
  await sign(HOME, email);
  const token = await newestToken(app, email);
  const { body } = await app.request('/api/v1/sessions', { ...from(HOME), body: { token } });
  return { email, session: body.session as string };
};

describe('whoever asks for mails to somebody else', () => {
  test('by other spellings uses up nothing of the one who has signed', async () => {
    const { email } = await home();
    await times(9, (nth) => ask(strange(1), email.replace('@', `+${nth}@`)));
    expect(await mailsTo(email, () => ask(strange(1), email))).toBe(1);
  });

  test('gets five through from one network, and twenty from many', async () => {
    const { email } = await home();
    expect(await mailsTo(email, () => times(9, () => ask(strange(1), email)))).toBe(5);
    expect(await flood(email)).toBe(15);
  });

  test('uses up nothing of who signed in from another network before', async () => {
    const { email } = await home();
    await flood(email);
    expect(await mailsTo(email, () => ask(strange(99), email))).toBe(0);
    expect(await mailsTo(email, () => ask(HOME, email))).toBe(1);
    const { email: neighbour } = await home();
    await flood(neighbour);
    expect(await mailsTo(neighbour, () => ask('198.51.100.77', neighbour))).toBe(1);
  });

  test('uses up nothing of who has an open session, by the API and in a browser', async () => {
    const { email, session } = await home();
    const { session: other } = await home();
    await flood(email);
    expect(await mailsTo(email, () => ask(strange(98), email, other))).toBe(0);
    expect(await mailsTo(email, () => ask(strange(99), email, session))).toBe(1);
    const browser = { ...cookieOf(session), 'x-forwarded-for': strange(99) };
    const page = await (await fetch(`${app.url}/me/confirm`, { headers: browser })).text();
    const proof = () => send(`${app.url}/me/confirm`, fieldsOf(page), browser);
    expect(await mailsTo(email, proof)).toBe(1);
  });

  test('who has not signed either uses up nothing of the mails that they get once they sign', async () => {
    const email = 'newcomer@uni.example';
    // No mail goes out.
    expect(await mailsTo(email, () => times(30, (nth) => ask(strange(nth), email)))).toBe(0);
    expect(await mailsTo(email, () => sign(HOME, email))).toBe(1);
  });

  test('does not keep a newcomer from signing by five sign-ups from one network', async () => {
    const email = 'other.newcomer@uni.example';
    expect(await mailsTo(email, () => times(9, () => sign(strange(1), email)))).toBe(5);
    expect(await mailsTo(email, () => sign(HOME, email))).toBe(1);
  });

  test('sends no more to all aliases of one mailbox than to one of them', async () => {
    const all = () => app.mailbox.received().filter(({ to }) => to[0]!.startsWith('v+')).length;
    await times(9, (nth) => sign(strange(1), `v+${nth}@uni.example`));
    await app.postman.deliver();
    expect(all()).toBe(5);
    await times(30, (nth) => sign(strange(nth), `v+${nth}@uni.example`));
    await app.postman.deliver();
    expect(all()).toBe(20);
  });

  test('is told the same, whether or not a mail goes out', async () => {
    const { email } = await home();
    const answers: unknown[] = [];
    await times(9, async () => {
      const { status, body } = await ask(strange(1), email);
      answers.push([status, body]);
      const unsigned = await ask(strange(1), 'nobody@uni.example');
      answers.push([unsigned.status, unsigned.body]);
      await app.postman.deliver();
    });
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify([202, { status: 'sent' }])]),
    );
  });
});

test('a hundred people behind one address get their mails at once', async () => {
  const before = app.mailbox.received().length;
  await times(100, async (nth) => {
    expect((await sign('192.0.2.1', `crowd${nth}@crowd${nth}.example`)).status).toBe(202);
  });
  await app.postman.deliver();
  expect(app.mailbox.received().length - before).toBe(100);
});

test('a network that asks for 2,000 mails in an hour is refused more', async () => {
  const network = networkHash(app.ctx, { ip: '192.0.2.1' }).toString('hex');
  const use = { name: 'mail by network', key: network, seconds: 3_600 };
  await times(1_999, () => countUse(app.ctx, use));
  expect((await ask('192.0.2.77', 'one@uni.example')).status).toBe(202);
  const { status, headers } = await ask('192.0.2.1', 'two@uni.example');
  expect([status, headers.get('retry-after')]).toEqual([429, '3600']);
  expect((await ask(strange(1), 'two@uni.example')).status).toBe(202);
});

describe('a network where somebody signed in', () => {
  test('is known for 90 days, and then forgotten', async () => {
    const { email } = await home();
    const start = app.clock.now;
    const later = async (days: number): Promise<number> => {
      app.clock.now = new Date(start.getTime() + days * 86_400_000);
      await app.ctx.db.delete(people.limitUse);
      await flood(email);
      return mailsTo(email, () => ask(HOME, email));
    };
    expect([await later(89), await later(91)]).toEqual([1, 0]);
    app.clock.now = start;
  });

  test('is not known once the address is another one', async () => {
    const { email, session } = await home();
    await app.request('/api/v1/me/address', {
      ...from(HOME),
      token: session,
      body: { email: `new.${email}` },
    });
    const token = await newestToken(app, `new.${email}`);
    await app.request('/api/v1/sessions', { ...from(strange(7)), body: { token } });
    await flood(`new.${email}`);
    expect(await mailsTo(`new.${email}`, () => ask(HOME, `new.${email}`))).toBe(0);
    expect(await mailsTo(`new.${email}`, () => ask(strange(7), `new.${email}`))).toBe(1);
  });

  test('cannot be read from the database, and tells nobody who was in the same place', async () => {
    const [one, two] = [await home(), await home()];
    const rows = await app.ctx.db.select().from(people.knownNetwork);
    const hashes = rows.map(({ hash }) => hash.toString('hex'));
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(one.email).not.toBe(two.email);
    await ask(HOME, one.email);
    const mails = await app.ctx.db.select({ network: people.mail.network }).from(people.mail);
    expect(hashes).not.toContain(mails.at(-1)!.network!.toString('hex'));
    const kept = await app.ctx.db.execute(
      sql`SELECT known_network::text, mail::text FROM known_network, mail`,
    );
    expect(rowsOf(kept)).not.toEqual([]);
    const text = JSON.stringify(rowsOf(kept));
    expect(text).not.toContain('198.51.100');
    await app.postman.deliver();
  });
});

describe('a domain', () => {
  test('is not used up by sign-ups that nobody confirms, from however many networks', async () => {
    await times(240, (nth) => sign(strange(nth % 6), `${nth}@busy.example`));
    await app.ctx.db.delete(people.mail);
    expect((await sign(HOME, 'one.more@busy.example')).status).toBe(202);
    expect(await newestToken(app, 'one.more@busy.example')).toMatch(/^[\w-]{43}$/);
  });

  const confirmed = async (nth: number, ip: string) => {
    const email = `n${nth}@crowd.example`;
    const body = { ...ADA, name: `Crowd Example ${nth}`, email };
    await app.request('/api/v1/signatories', { ...from(ip), body });
    const token = await newestToken(app, email);
    const { body: session } = await app.request('/api/v1/sessions', {
      ...from(ip),
      body: { token },
    });
    const me = await app.request('/api/v1/me', { token: session.session });
    return [session.signatory.status, me.body.signature.review];
  };

  test('with a hundred confirmed signatures from one network in an hour has the next reviewed, and none refused', async () => {
    const network = networkHash(app.ctx, { ip: HOME });
    await times(99, (nth) =>
      app.ctx.db.transaction((tx) => isBusyDomain(tx, app.ctx, `n${nth}@crowd.example`, network)),
    );
    expect(await confirmed(100, HOME)).toEqual(['published', []]);
    expect(await confirmed(101, HOME)).toEqual(['pending', ['busy-domain']]);
    expect(await confirmed(102, strange(1))).toEqual(['published', []]);
  });
});
