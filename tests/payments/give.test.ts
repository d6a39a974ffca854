import { afterEach, describe, expect, test } from 'vitest';
import * as payments from '../../server/db/payments.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';
import { INITIATIVE, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { signIn } from '../support/forms.ts';
import { RECIPIENT, useTill } from '../support/pay.ts';
import { payerAt } from '../support/payer.ts';

describe('giving without signing', () => {
  const till = useTill({ recipient: { closedCountries: ['BY'] } });
  const dee = payerAt(() => till.app.url);

  test('offers the initiative’s currency first, and those that have a rate today', async () => {
    const { status, text, page } = await dee.see('/give');
    expect(status).toBe(200);
    expect(text).toContain('You give to Open Model Initiative without signing or pledging.');
    expect(text).toContain('at most $10,000.');
    expect(text).toContain('You pay Example Foundation (000000-TEST, Norway, charity) directly.');
    const offered = [...page.matchAll(/<option value="([A-Z]{3})"/g)].map(([, code]) => code);
    expect(offered.slice(0, 4)).toEqual(['USD', 'EUR', 'GBP', 'JPY']);
    expect(offered).toContain('KRW');
    // Charged, and in no list of the European Central Bank's.
    expect(offered).not.toContain('KWD');
    expect(new Set(offered).size).toBe(offered.length);
  });

  test('leads to Stripe, and is received from outside, without a name', async () => {
    const typed = { amount: '1,250.50', currency: 'EUR', country: 'FR' };
    const { status, location } = await dee.fill('/give', typed);
    expect([status, location]).toEqual([303, expect.stringContaining('/c/pay/')]);
    const rows = await till.app.ctx.db.select().from(payments.payment);
    const { code, object } = rows.find(({ url }) => url === location)!;
    await till.stripe.payByCard(object!, { name: 'Dee Example', email: 'dee@example.org' });
    await till.deliver();
    const { body } = await till.app.request(`/api/v1/payments/${code}`, { token: false });
    expect(body).toMatchObject({ status: 'paid', currency: 'EUR', amount: '1250.50', url: null });
    expect(await till.moves(body.pledge)).toEqual(['receive outside→received 1250.50']);
    await till.app.publicCache.refresh();
    const { text } = await dee.see(`/pledges/${body.pledge}`);
    expect(text).toContain('giver not shown');
    expect(text).not.toContain('Dee');
    const paid = (await dee.see(`/paid/${code}`)).text;
    expect(paid).toContain('A gift to Open Model Initiative.');
    expect(paid).toContain('See the public page of the gift');
    expect(paid).not.toContain('ledge ');
  });

  test.each([
    [{ amount: '10000.01' }, 'Amount is over $10,000.00: sign and pledge it'],
    [{ amount: '1500000', currency: 'JPY' }, null],
    [{ amount: '1600000', currency: 'JPY' }, 'Amount is over $10,000.00'],
    [{ currency: 'KWD' }, 'Currency has no reference rate to USD. Choose another currency.'],
    [{ currency: 'XAU' }, 'Currency must be a currency that Stripe takes.'],
    [{ country: 'BY' }, 'Country you pay from isn’t possible: the recipient takes no'],
    [{ amount: '12.345' }, 'Amount must have at most 2 decimals'],
    [{ amount: '€20', currency: 'EUR' }, null],
    [{ amount: '€20' }, 'Amount is written in EUR, but the currency is USD. Enter an amount in'],
  ])('%j is taken or refused at its field', async (facts, message) => {
    const typed = { amount: '20', currency: 'USD', country: 'NO', ...facts };
    const { status, text, page } = await dee.fill('/give', typed);
    expect(status).toBe(message === null ? 303 : 400);
    if (message === null) return;
    expect(text).toContain(message);
    expect(page).toContain(`<option value="${typed.country}" selected`);
  });

  test('what Stripe refuses it with is told as a refusal of its own, without its words', async () => {
    till.stripe.fail({ path: /sessions$/, method: 'POST', status: 402 });
    const body = { amount: '1.00', currency: 'USD', country: 'NO' };
    const reply = await till.app.request('/api/v1/gifts', { token: false, body });
    expect([reply.status, reply.body.type]).toEqual([502, 'urn:muster:problem:payment-refused']);
    expect(reply.body.detail).toBe(
      'Stripe did not accept this payment. Nothing was paid. Try another amount, or ask the recipient.',
    );
    expect(JSON.stringify(reply.body)).not.toContain('declined');
  });

  test('thirty an hour come from one place', async () => {
    const typed = { amount: '1', currency: 'USD', country: 'BY' };
    const { page } = await dee.see('/give');
    const statuses: number[] = [];
    while (statuses.length < 31 && statuses.at(-1) !== 429) {
      statuses.push((await dee.sendForm('/give', page, typed)).status);
    }
    expect(statuses.at(-1)).toBe(429);
    const body = { amount: '1.00', currency: 'USD', country: 'NO' };
    const reply = await till.app.request('/api/v1/gifts', { token: false, body });
    expect([reply.status, reply.body.retryAfter]).toEqual([429, expect.any(Number)]);
    expect((await dee.see('/give')).status).toBe(200);
  });
});

describe('where nothing can be paid', () => {
  const KEYS = { STRIPE_WEBHOOK_SECRET: 'whsec_example', STRIPE_LIVEMODE: 'off' };
  const TEST_KEYS = { ...KEYS, STRIPE_SECRET_KEY: 'sk_test_example' };
  const LIVE_KEYS = { ...KEYS, STRIPE_SECRET_KEY: 'sk_live_example', STRIPE_LIVEMODE: 'on' };
  const { contact, name } = RECIPIENT;
  let app: TestApp;
  afterEach(async () => {
    await watchLedger(app);
    await app.close();
  });

  test.each([
    ['no key', {}, {}, RECIPIENT, 'This website takes no payments by card or bank debit.'],
    ['closed', TEST_KEYS, { closed: true }, RECIPIENT, 'Signing, pledging and paying are closed'],
    ['an incomplete recipient', TEST_KEYS, {}, { name, contact }, 'Payments open once the'],
    ['a demonstration', LIVE_KEYS, { demonstration: true }, RECIPIENT, 'no real money is taken'],
  ])('%s: it says why and whom to ask, and no page leads there', async (...state) => {
    const [, env, facts, recipient, why] = state;
    const initiative = { ...INITIATIVE.initiative, ...facts, closed: false };
    app = await startApp({ env, initiative: { initiative, recipient } });
    const ada = await publishedSignatory(app);
    const ref = await fundingPledge(app, ada);
    if ('closed' in facts) {
      const body = { closed: true, reason: 'It is over' };
      expect((await app.request('/api/v1/admin/initiative', { body })).status).toBe(201);
    }
    await app.publicCache.refresh();
    const session = await signIn(app, ada);
    const payer = payerAt(
      () => app.url,
      () => session,
    );
    for (const path of ['/give', `/me/pledges/${ref}/pay`]) {
      const { status, text, page } = await payer.see(path);
      expect([path, status]).toEqual([path, 403]);
      expect(text).toContain(why);
      expect(text).toContain(`Ask the recipient how else to pay: ${contact}.`);
      expect(page).not.toContain('<form');
    }
    for (const path of ['/', '/me', `/me/pledges/${ref}`]) {
      expect((await payer.see(path)).page).not.toMatch(/href="(\/give|[^"]+\/pay)"/);
    }
    const body = { amount: '5.00', currency: 'USD', country: 'NO' };
    const reply = await app.request('/api/v1/gifts', { token: false, body });
    expect([reply.status, reply.body.type]).toEqual([403, 'urn:muster:problem:payments-closed']);
  });

  test('a form from before then shows why', async () => {
    app = await startApp({
      env: TEST_KEYS,
      initiative: { ...INITIATIVE, recipient: RECIPIENT },
    });
    const dee = payerAt(() => app.url);
    const { page } = await dee.see('/give');
    expect((await dee.see('/')).page).toContain('href="/give"');
    const body = { recipient: { name, contact }, reason: 'Its registration has run out' };
    expect((await app.request('/api/v1/admin/initiative', { body })).status).toBe(201);
    const typed = { amount: '5', currency: 'USD', country: 'NO' };
    const { status, text } = await dee.sendForm('/give', page, typed);
    expect([status, text]).toEqual([403, expect.stringContaining('Payments open once the')]);
    await app.publicCache.refresh();
    expect((await dee.see('/')).page).not.toContain('href="/give"');
  });
});
