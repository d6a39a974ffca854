import { afterEach, describe, expect, test } from 'vitest';
import { findInitiative } from '../../server/initiative/read.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { fieldsOf } from '../support/forms.ts';
import { codeIn, postForm, TYPED } from '../support/setup.ts';

let app: TestApp;
afterEach(async () => {
  await watchLedger(app);
  await app.close();
});

const open = async (options: Parameters<typeof startApp>[0] = {}) => {
  app = await startApp({ initiative: null, now: new Date('2026-11-30T12:00:00Z'), ...options });
  const code = codeIn((await app.setup.address())!);
  const first = await app.request(`/setup?code=${code}`, {
    token: false,
    headers: { accept: 'text/html' },
  });
  const fields = Object.fromEntries(fieldsOf(String(first.body)));
  const { page } = await postForm(app.url, { ...fields, ...TYPED, step: 'recipient', go: 'next' });
  return { code, body: page };
};

/** The two radio buttons, as the page has them. */
const buttonsOf = (page: string): string[] =>
  [...page.matchAll(/<input type="radio"[^>]*name="initiative.fetchRates"[^>]*>/g)].map(
    ([button]) => button,
  );
const chosenOf = (page: string): string | undefined =>
  /value="(\w+)"/.exec(buttonsOf(page).find((button) => button.includes('checked')) ?? '')?.[1];

describe('the set-up', () => {
  test('says how old the rates are', async () => {
    const { body } = await open();
    expect(body).toContain('The newest rates here are from 13 Apr 2026, 231 days ago.');
  });

  test.each([
    ['postgres', 'yes'],
    ['embedded', 'no'],
  ] as const)('on %s suggests daily updates: %s', { timeout: 60_000 }, async (engine, chosen) => {
    const { body } = await open({ engine });
    expect(chosenOf(body)).toBe(chosen);
  });

  test.each([
    ['yes', true],
    ['no', false],
    ['', null],
  ])('keeps the answer “%s”', async (answer, kept) => {
    const { code } = await open();
    const typed = { ...TYPED, code, 'initiative.fetchRates': answer };
    expect((await postForm(app.url, typed)).status).toBe(303);
    expect((await findInitiative(app.ctx.db))!.fetchRates).toBe(kept);
  });

  test('does not ask where RATES_URL decides, and says so', async () => {
    const { body } = await open({ env: { RATES_URL: 'off' } });
    expect(body).toContain('RATES_URL is off, so the server downloads no rates.');
    expect(buttonsOf(body)).toHaveLength(2);
    for (const button of buttonsOf(body)) expect(button).toContain('disabled');
    expect(chosenOf(body)).toBe('no');
  });

  test('shows an answer again that is neither', async () => {
    const { code } = await open();
    const typed = { ...TYPED, code, 'initiative.fetchRates': 'perhaps' };
    const { status, page } = await postForm(app.url, typed);
    expect(status).toBe(400);
    expect(page).toContain('Update the rates every day?');
  });
});
