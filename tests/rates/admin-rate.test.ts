import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fundingPledge, move, publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { checkLedger, watchLedger } from '../support/check-ledger.ts';
import { historyCsv } from './fixtures.ts';

/** The day of the tests is 2026-03-10; the bundled rates of the ECB reach past it. */
let app: TestApp;
let ada: string;
beforeAll(async () => {
  app = await startApp();
  ada = await publishedSignatory(app);
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const DINAR = {
  currency: 'KWD',
  ratedOn: '2026-03-09',
  perUnit: '3.250',
  source: 'Central Bank of Kuwait, closing rate',
  url: 'https://example.org/rates/2026-03-09',
};
const giving = (body: object, key?: string) =>
  app.request('/api/v1/admin/rates', { body, ...(key && { key }) });
const acceptedAt = async (asset: string, amount: string, occurredOn: string) => {
  const ref = await fundingPledge(app, ada, { asset, amount, accept: false });
  const accepted = await move(app, ref, 'accept', { occurredOn });
  expect(accepted.status).toBe(201);
  const { rate, movements } = (await app.request(`/api/v1/pledges/${ref}`)).body;
  return { ...rate, base: movements[0].base };
};

describe('a pledge in a currency that the ECB lacks', () => {
  test('is accepted once an admin has given a rate, at it to the cent', async () => {
    const ref = await fundingPledge(app, ada, { asset: 'KWD', amount: '12.345', accept: false });
    expect((await move(app, ref, 'accept')).body.errors).toMatchObject([{ field: 'asset' }]);
    expect(await giving(DINAR)).toMatchObject({
      status: 201,
      body: { currency: 'KWD', rate: { num: '3.25', den: '1', source: 'ADMIN' } },
    });
    // 12.345 × 3.25 = 40.12125
    expect((await move(app, ref, 'accept')).body.movements).toMatchObject([{ base: '40.12' }]);
    expect((await app.request(`/api/v1/pledges/${ref}`)).body.rate).toEqual({
      num: '3.25',
      den: '1',
      on: '2026-03-09',
      source: 'ADMIN',
      sourceText: DINAR.source,
      sourceUrl: DINAR.url,
      stale: false,
    });
  });

  test('may have its rate the other way round', async () => {
    const taiwan = { currency: 'TWD', ratedOn: '2026-03-10', unitsPer: '32.51', source: 'Bank' };
    expect((await giving(taiwan)).status).toBe(201);
    // 1,000,000 / 32.51 = 30,759.7662…
    expect(await acceptedAt('TWD', '1000000.00', '2026-03-10')).toMatchObject({
      num: '1',
      den: '32.51',
      base: '30759.77',
      sourceText: 'Bank',
      sourceUrl: null,
    });
  });

  test('takes the newest rate up to its day, which is stale after ten days', async () => {
    const dirham = { currency: 'AED' };
    await giving({ ...dirham, ratedOn: '2026-02-01', unitsPer: '4', source: 'Bank B' });
    await giving({ ...dirham, ratedOn: '2026-01-01', unitsPer: '3.6725', source: 'Bank A' });
    const on = async (day: string) => {
      const { den, stale, sourceText } = await acceptedAt('AED', '100.00', day);
      return [den, stale, sourceText];
    };
    expect(await on('2026-01-11')).toEqual(['3.6725', false, 'Bank A']);
    expect(await on('2026-01-12')).toEqual(['3.6725', true, 'Bank A']);
    expect(await on('2026-02-01')).toEqual(['4', false, 'Bank B']);
    const ref = await fundingPledge(app, ada, { asset: 'AED', amount: '1.00', accept: false });
    expect((await move(app, ref, 'accept', { occurredOn: '2025-12-31' })).status).toBe(400);
  });

  test('tells its leaf the code and the day, and no free text', async () => {
    const { body } = await app.request('/api/v1/entries?limit=100');
    const leaves = JSON.stringify(body);
    expect(leaves).toContain(String.raw`\"rateOn\":\"2026-03-09\",\"rateSource\":\"ADMIN\"`);
    expect(leaves).not.toContain('Kuwait');
  });
});

describe('the ECB’s rates stand before an admin’s', () => {
  test('where they are at most ten days old: an admin’s is refused', async () => {
    const refused = await giving({ ...DINAR, currency: 'CHF' });
    expect([refused.status, refused.body.type]).toEqual([409, 'urn:muster:problem:conflict']);
    expect(refused.body.detail).toMatch(/CHF rate of 2026-03-0/);
  });

  test('and not where they ended long ago: the newest counts', async () => {
    // Roubles had a rate until the ECB stopped; here in a week of 2025.
    const file = historyCsv({ '2025-01-06': { USD: '1.04', RUB: '110' } });
    await app.request('/api/v1/admin/rates/ecb', { body: { file } });
    const rouble = { currency: 'RUB', unitsPer: '80', source: 'Bank' };
    expect((await giving({ ...rouble, ratedOn: '2025-01-16' })).status).toBe(409);
    expect((await giving({ ...rouble, ratedOn: '2025-01-17' })).status).toBe(201);
    expect(await acceptedAt('RUB', '1100.00', '2025-01-16')).toMatchObject({ source: 'ECB' });
    expect(await acceptedAt('RUB', '1100.00', '2025-01-17')).toMatchObject({ base: '13.75' });
  });

  test('also where they come after an admin’s were given', async () => {
    const lira = { currency: 'TRY', unitsPer: '40', source: 'Bank' };
    expect((await giving({ ...lira, ratedOn: '2025-02-11' })).status).toBe(201);
    expect(await acceptedAt('TRY', '100.00', '2025-02-12')).toMatchObject({ source: 'ADMIN' });
    const file = historyCsv({ '2025-02-10': { USD: '1', TRY: '50' } });
    await app.request('/api/v1/admin/rates/ecb', { body: { file } });
    expect(await acceptedAt('TRY', '100.00', '2025-02-12')).toMatchObject({ base: '2.00' });
    expect(await acceptedAt('TRY', '100.00', '2025-02-21')).toMatchObject({ base: '2.50' });
  });
});

describe('an admin’s rate', () => {
  test('of a day and a currency is given once; a retry is no second', async () => {
    const rial = { currency: 'OMR', ratedOn: '2026-03-09', perUnit: '2.6', source: 'Bank' };
    expect((await giving(rial, 'omr')).status).toBe(201);
    expect((await giving(rial, 'omr')).status).toBe(201);
    const second = await giving({ ...rial, perUnit: '2.7' });
    expect([second.status, second.body.type]).toEqual([409, 'urn:muster:problem:conflict']);
    const dinar = { ...rial, currency: 'BHD' };
    const both = await Promise.all([giving(dinar), giving({ ...dinar, perUnit: '2.7' })]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  });

  test.each<[string, object, string[]]>([
    ['both ways', { unitsPer: '0.3' }, ['unitsPer']],
    ['neither way', { perUnit: undefined }, ['perUnit']],
    ['zero', { perUnit: '0.00' }, ['perUnit']],
    ['less than zero', { perUnit: undefined, unitsPer: '-1' }, ['unitsPer']],
    ['a number without quotes', { perUnit: 3.25 }, ['perUnit']],
    ['an exponent', { perUnit: '1e3' }, ['perUnit']],
    ['too many digits', { perUnit: '1234567890123' }, ['perUnit']],
    ['no source', { source: undefined }, ['source']],
    ['an empty source', { source: ' ' }, ['source']],
    ['a source that turns its direction', { source: 'a\u202Eb' }, ['source']],
    ['an address that is no web page', { url: 'javascript:alert(1)' }, ['url']],
    ['a currency that is none', { currency: 'KWT' }, ['currency']],
    ['a GPU', { currency: 'A100' }, ['currency']],
    ['the initiative’s currency', { currency: 'USD' }, ['currency']],
    ['a day to come', { ratedOn: '2026-03-12' }, ['ratedOn']],
    ['a day to come, zero', { ratedOn: '2026-03-12', perUnit: '0' }, ['ratedOn', 'perUnit']],
    ['an unknown field', { note: 'x' }, ['note']],
  ])('is refused for %s', async (_what, change, fields) => {
    const { status, body } = await giving({ ...DINAR, ratedOn: '2026-02-02', ...change });
    expect(status).toBe(400);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
    const rows = await app.database!.asOwner(
      `SELECT FROM admin_rate WHERE rated_on = '2026-02-02' OR currency NOT IN ('KWD', 'TWD', 'AED', 'RUB', 'TRY', 'OMR', 'BHD')`,
    );
    expect(rows).toEqual([]);
  });

  test('is for admins, with a key', async () => {
    const rate = { ...DINAR, ratedOn: '2026-02-03' };
    const asDee = await app.request('/api/v1/admin/rates', { body: rate, token: false });
    expect(asDee.status).toBe(401);
    const without = await app.request('/api/v1/admin/rates', { body: rate, key: null });
    expect(without.body.type).toBe('urn:muster:problem:idempotency-key-missing');
  });

  test.each([
    'UPDATE admin_rate SET source = $$x$$',
    'DELETE FROM admin_rate',
    'TRUNCATE admin_rate',
  ])('stands, for the owner too: %s', async (statement) => {
    await expect(app.database!.asOwner(statement)).rejects.toThrow('append-only');
    await expect(app.ctx.db.execute(statement)).rejects.toMatchObject({
      cause: { code: '42501' },
    });
  });
});

describe('an initiative in a currency that the ECB lacks', () => {
  test('gets all its rates from admins', async () => {
    const initiative = {
      name: 'Initiative in Dinars',
      call: 'A call.',
      currency: 'KWD',
      targets: { funding: '1000.000' },
    };
    const other = await startApp({ initiative: { initiative } });
    const bo = await publishedSignatory(other, { name: 'Bo Example' });
    const ref = await fundingPledge(other, bo, { amount: '100.00', accept: false });
    expect((await move(other, ref, 'accept')).status).toBe(400);
    const rate = { currency: 'USD', ratedOn: '2026-03-10', unitsPer: '3.25', source: 'Bank' };
    expect((await other.request('/api/v1/admin/rates', { body: rate })).status).toBe(201);
    expect((await move(other, ref, 'accept')).body.movements).toMatchObject([{ base: '30.769' }]);
    await checkLedger(other);
    await other.close();
  });
});
