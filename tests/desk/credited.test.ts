import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { at, preview, record, textOf } from '../support/desk-forms.ts';

let app: TestApp;
let cy: DeskUser;
beforeAll(async () => {
  app = await startApp();
  cy = await atDesk(app, 'operator');
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

describe('a wire in another currency than the pledge’s', () => {
  const wire = {
    amount: '1,000.00',
    'evidence.grade': 'payment',
    'evidence.reference': 'W-1',
    'evidence.fee': '15.00',
    'evidence.creditedCurrency': 'usd',
    'evidence.creditedAmount': '1,068.92',
    'evidence.creditedRate': '1.0852',
  };

  test('is recorded with what the bank credited, its fee and its rate', async () => {
    const id = await publishedSignatory(app, { name: 'Lea Example' });
    const ref = await fundingPledge(app, id, {
      asset: 'EUR',
      amount: '1000.00',
    });
    const { status, page } = await preview(cy, at(ref, 'receive'), wire);
    expect(status).toBe(200);
    expect(textOf(page)).toContain('Credited amount: 1,068.92');
    await record(cy, at(ref, 'receive'), wire);
    const text = textOf((await cy.get(`/admin/pledges/${ref}`)).page);
    expect(text).toContain('€1,000.00 − €15.00 fee, at 1.0852 = $1,068.92 credited');
    const shown = JSON.stringify((await app.request(`/api/v1/pledges/${ref}`)).body);
    expect(shown).toContain('"received":{"amount":"1000.00"');
    expect(shown).not.toContain('068.92');
  });

  test.each([
    ['another amount', { 'evidence.creditedAmount': '1,070.00' }, 'should be 1068.92 USD'],
    ['a rate that is none', { 'evidence.creditedRate': 'about 1' }, 'must be a rate'],
    ['no currency', { 'evidence.creditedCurrency': '' }, 'Credited in is missing'],
    ['a currency that is none', { 'evidence.creditedCurrency': 'XXQ' }, 'ISO 4217'],
    ['the same currency', { 'evidence.creditedCurrency': 'EUR' }, 'should be 985.00 EUR'],
  ])('is refused with %s', async (_what, facts, why) => {
    const id = await publishedSignatory(app, { name: `Mia ${_what}` });
    const ref = await fundingPledge(app, id, {
      asset: 'EUR',
      amount: '1000.00',
    });
    const { status, text } = await preview(cy, at(ref, 'receive'), { ...wire, ...facts });
    expect(status).toBe(400);
    expect(text).toContain(why);
  });

  test('that is credited without an amount is refused at its field', async () => {
    const id = await publishedSignatory(app, { name: 'Mia Example' });
    const ref = await fundingPledge(app, id, { asset: 'EUR', amount: '1000.00' });
    const body = { evidence: { grade: 'payment', creditedCurrency: 'USD' } };
    const { status, body: answer } = await app.request(`/api/v1/admin/pledges/${ref}/receive`, {
      body,
    });
    expect([status, answer.errors?.[0]?.field]).toEqual([400, 'amount']);
  });
});
