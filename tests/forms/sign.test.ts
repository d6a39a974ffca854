import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as people from '../../server/db/people.ts';
import { INITIATIVE, startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { fieldsOf, send } from '../support/forms.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await checkLedger(app);
  await app.close();
});
beforeEach(async () => {
  await app.ctx.db.delete(people.signUp);
  await app.ctx.db.delete(people.limitUse);
});

const signUps = async () =>
  (await app.ctx.db.select().from(people.signUp)).map(({ input }) => input);

const get = async (path: string) => {
  const response = await fetch(app.url + path, { headers: { accept: 'text/html' } });
  return { status: response.status, page: await response.text() };
};

/** Fills in what is typed into a page's form, and presses a button; what is not chosen is nothing. */
const press = (page: string, go: string, typed: Record<string, string> = {}) => {
  const all = [['gives', 'nothing'], ...fieldsOf(page), ...Object.entries(typed), ['go', go]];
  return send(`${app.url}/sign`, new Map(all as [string, string][]));
};

const ADA = {
  kind: 'person',
  name: 'Ada <b>Example</b>',
  affiliation: 'Example University',
  email: 'ada@example.org',
  statement: 'For "open" models & all.',
  public: 'yes',
  adult: 'yes',
  notice: '2026-12b',
};

const MONEY = {
  'pledge.asset': 'EUR',
  'pledge.amount': '1,200',
  'pledge.schedule.every': 'quarter',
  'pledge.schedule.firstOn': '2026-04-01',
  'pledge.schedule.times': '4',
  'pledge.visibility': 'public',
};

describe('signing by forms', () => {
  test('asks, reads back and sends once; the address of what follows tells nothing', async () => {
    const you = await get('/sign');
    const review = await press(you.page, 'next', ADA);
    expect(review.status).toBe(200);
    expect(review.page).toContain('Ada &lt;b>Example&lt;/b>');
    expect(review.page).toContain('We’ll email ada@example.org. We never show this address.');
    expect(await signUps()).toEqual([]);

    const first = await press(review.page, 'send');
    const again = await press(review.page, 'send');
    for (const sent of [first, again]) {
      expect([sent.status, sent.location]).toEqual([303, '/sign/sent']);
    }
    expect(await signUps()).toEqual([
      {
        kind: 'person',
        name: 'Ada <b>Example</b>',
        affiliation: 'Example University',
        email: 'ada@example.org',
        statement: 'For "open" models & all.',
        public: true,
        adult: true,
        notice: '2026-12b',
      },
    ]);
  });

  const SMTP = 'smtp://mail.example';
  const POSTGRES = 'postgres://db.example';
  test.each([
    ['Look in the server’s log', { smtpUrl: null, databaseUrl: null }],
    ['Look in the server’s outbox', { smtpUrl: null, databaseUrl: POSTGRES }],
    ['Check your email', { smtpUrl: SMTP, databaseUrl: null }],
    ['Check your email', { smtpUrl: SMTP, databaseUrl: POSTGRES }],
  ])('then says “%s”, of the server that it is', async (said, set) => {
    const { config } = app.ctx;
    app.ctx.config = { ...config, ...set };
    try {
      for (const path of ['/sign/sent', '/sign-in/sent']) {
        // eslint-disable-next-line no-await-in-loop
        const { page } = await get(path);
        expect(page).toContain(`<h1>${said}</h1>`);
        expect(page.includes('no email leaves this machine')).toBe(said.endsWith('log'));
        expect(page.includes('emailed you')).toBe(said === 'Check your email');
        expect(page).not.toContain('token=');
      }
    } finally {
      app.ctx.config = config;
    }
  });

  test('asks whether something is pledged as well: nothing is chosen before', async () => {
    const { page } = await get('/sign');
    expect(fieldsOf(page).has('gives')).toBe(false);
    const fields = [...fieldsOf(page), ...Object.entries({ ...ADA, email: '' }), ['go', 'next']];
    const sent = await send(`${app.url}/sign`, new Map(fields as [string, string][]));
    expect(sent.status).toBe(400);
    expect(sent.page).toContain('Your pledge is missing. Choose what you pledge, or nothing.');
    expect(sent.page).toContain('Email address is missing.');
  });

  test.each([
    ['', 'Total amount is missing. Enter a number, such as 1,250.50.'],
    ['200,50', 'Total amount has a decimal comma; use a point and no spaces: 200.50.'],
    ['1.200,50', 'Total amount has a decimal comma; use a point and no spaces: 1200.50.'],
    ['1.200', 'Total amount must have at most 2 decimals.'],
    ['€1.200', 'Total amount must have at most 2 decimals.'],
    ['$200', 'Total amount is written in USD, but the currency is EUR. Enter an amount in EUR.'],
    ['200 XYZ', 'Total amount must be the number alone: 200.'],
    ['99999999999999999', 'Total amount is too large.'],
    ['abc', 'Total amount must be a number, such as 1,250.50.'],
  ])('says of an amount of "%s" what is wrong in plain words', async (amount, said) => {
    const you = await press((await get('/sign?pledge=funding')).page, 'next', ADA);
    const { page } = await press(you.page, 'next', { ...MONEY, 'pledge.amount': amount });
    expect(page.replaceAll('&quot;', '"')).toContain(said);
  });

  test.each([
    ['$500', 'USD', '$500.00'],
    ['500 USD', 'USD', '$500.00'],
    ['5k', 'USD', '$5,000.00'],
    ['1.5M €', 'EUR', '€1,500,000.00'],
  ])('reads %s in %s back as %s', async (amount, currency, read) => {
    const you = await press((await get('/sign?pledge=funding')).page, 'next', ADA);
    const typed = { ...MONEY, 'pledge.asset': currency, 'pledge.amount': amount };
    expect((await press(you.page, 'next', typed)).page).toContain(read);
  });

  test('does not take what would be due before today', async () => {
    const you = await press((await get('/sign?pledge=funding')).page, 'next', ADA);
    const past = { ...MONEY, 'pledge.schedule.firstOn': '2020-01-01' };
    expect((await press(you.page, 'next', past)).page).toContain('First day is in the past.');
  });

  test('a button that is pressed twice at once sends once', async () => {
    const review = await press((await get('/sign')).page, 'next', ADA);
    const sent = await Promise.all(Array.from({ length: 4 }, () => press(review.page, 'send')));
    expect(new Set(sent.map(({ location }) => location))).toEqual(new Set(['/sign/sent']));
    expect(await signUps()).toHaveLength(1);
  });

  test('takes a pledge along, and reads it back in a sentence', async () => {
    const you = await get('/sign?pledge=funding');
    expect(fieldsOf(you.page).get('gives')).toBe('funding');
    const pledge = await press(you.page, 'next', ADA);
    expect(pledge.page).toContain('Pledge money');
    const review = await press(pledge.page, 'next', MONEY);
    expect(review.page.replaceAll('\u00a0', ' ')).toContain(
      'You plan to give €1,200.00 in 4 quarterly instalments of €300.00 from 1 April 2026, shown with your name.',
    );
    expect(review.page).toContain('A pledge is a statement of intent, not a contract.');
    expect((await press(review.page, 'send')).status).toBe(303);
    expect(await signUps()).toMatchObject([
      {
        email: 'ada@example.org',
        pledge: {
          kind: 'funding',
          asset: 'EUR',
          amount: '1200',
          schedule: { every: 'quarter', times: 4, firstOn: '2026-04-01' },
        },
      },
    ]);
  });

  test('goes back with everything that was typed', async () => {
    const pledge = await press((await get('/sign?pledge=funding')).page, 'next', ADA);
    const review = await press(pledge.page, 'next', MONEY);
    const changed = await press(review.page, 'pledge');
    expect(fieldsOf(changed.page).get('pledge.schedule.times')).toBe('4');
    expect(changed.page).toContain('<option value="EUR" selected');
    const you = await press(changed.page, 'you');
    expect(fieldsOf(you.page).get('name')).toBe(ADA.name);
    expect(you.page).toContain('For &quot;open&quot; models &amp; all.</textarea>');
    expect(fieldsOf(you.page).get('pledge.amount')).toBe('1,200');
  });

  test('names what is wrong beside its field and on top, and loses nothing', async () => {
    const { status, page } = await press((await get('/sign')).page, 'next', {
      ...ADA,
      email: 'nowhere',
      adult: '',
    });
    expect(status).toBe(400);
    expect(page).toContain('<title>Error: Sign');
    expect(page).toContain('Fix 2 answers');
    expect(page).toContain('<a href="#email">Email address must be an email address.</a>');
    expect(page).toContain(
      '<a href="#adult">Your age must be confirmed. Only adults can sign.</a>',
    );
    expect(fieldsOf(page).get('email')).toBe('nowhere');
  });

  test('names what only the draft can judge at the pledge’s field', async () => {
    const pledge = await press((await get('/sign?pledge=funding')).page, 'next', ADA);
    const wrong = await press(pledge.page, 'next', { ...MONEY, 'pledge.amount': '1.005' });
    expect(wrong.status).toBe(400);
    expect(wrong.page).toContain('href="#pledge-amount"');
    expect(wrong.page).toContain('Pledge money');
  });

  test('adds rows, and keeps them and what stands in them', async () => {
    const pledge = await press((await get('/sign?pledge=compute')).page, 'next', ADA);
    const more = await press(pledge.page, 'row', { 'pledge.windows.0.gpus': '8' });
    const most = await press(more.page, 'row', { 'pledge.windows.1.gpus': 'x' });
    expect(most.page).toContain('id="pledge-windows-2-gpus"');
    expect(fieldsOf(most.page).get('pledge.windows.0.gpus')).toBe('8');
    const you = await press(most.page, 'you');
    const back = await press(you.page, 'next', { adult: 'yes', notice: '2026-12b' });
    expect(back.page).toContain('id="pledge-windows-2-gpus"');
  });

  test('of two different ones from one page the second asks whether it is meant', async () => {
    const review = await press((await get('/sign')).page, 'next', ADA);
    await press(review.page, 'send');
    const other = await press(review.page, 'send', { name: 'Bo Example' });
    expect(other.status).toBe(409);
    expect(other.page).toContain('To send these answers too, send it again.');
    expect(await signUps()).toHaveLength(1);
    expect((await press(other.page, 'send')).status).toBe(303);
    expect(await signUps()).toHaveLength(2);
  });

  test('a program that fills in what nobody sees is told that all went well', async () => {
    const you = await get('/sign');
    const sent = await press(you.page, 'next', { ...ADA, website_url: 'https://spam.example' });
    expect([sent.status, sent.location]).toEqual([303, '/sign/sent']);
    expect(await signUps()).toEqual([]);
  });

  test('consent is asked for anew on each page that is opened, and never given by us', async () => {
    const { page } = await get('/sign');
    expect(fieldsOf(page).has('notice')).toBe(false);
    expect(fieldsOf(page).has('adult')).toBe(false);
  });

  test('takes no form of another site, and no field that no page of ours has', async () => {
    const body = new URLSearchParams({ go: 'next' }).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const foreign = await fetch(`${app.url}/sign`, {
      method: 'POST',
      headers: { ...type, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      body,
    });
    expect(foreign.status).toBe(403);
    const { status } = await press((await get('/sign')).page, 'next', { status: 'published' });
    expect(status).toBe(400);
  });
});

test('what is closed has no form', async () => {
  const closed = await startApp({
    initiative: { initiative: { ...INITIATIVE.initiative, closed: true } },
  });
  try {
    expect((await fetch(`${closed.url}/sign`)).status).toBe(403);
    expect(await (await fetch(closed.url)).text()).not.toContain('href="/sign"');
  } finally {
    await closed.close();
  }
});
