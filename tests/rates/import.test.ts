import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../server/db/sql.ts';
import { LOCKS } from '../../server/db/locks.ts';
import { dayOf } from '../../server/domain/day.ts';
import { fundingPledge, move, publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { historyCsv, xml, type Days } from './fixtures.ts';

const NOW = new Date('2026-11-24T12:00:00Z');

describe.each(['postgres', 'embedded'] as const)('rates of the ECB, on %s,', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ engine });
    app.clock.now = NOW;
  });
  afterEach(() => watchLedger(app));
  afterAll(() => app.close());

  const importing = (days: Days, write = historyCsv) =>
    app.request('/api/v1/admin/rates/ecb', { body: { file: write(days) }, key: null });
  const ratesOf = async (day: string) =>
    rowsOf<{ rate: string }>(
      await app.ctx.db.execute(sql`
        SELECT currency || ' ' || per_euro || ' ' || source AS rate FROM reference_rate
        WHERE rated_on = ${day} ORDER BY currency`),
    ).map(({ rate }) => rate);

  test('are added, once, however the file is written', async () => {
    const days = { '2026-11-20': { USD: '1.15', KWD: '0.351', TRL: '1752100' } };
    const answer = { added: 1, known: 0, newest: '2026-11-20' };
    expect(await importing(days)).toMatchObject({ status: 201, body: answer });
    expect(await ratesOf('2026-11-20')).toEqual(['EUR 1 ECB', 'KWD 0.351 ECB', 'USD 1.15 ECB']);
    const padded = { '2026-11-20': { USD: '1.1500', KWD: '0.3510' } };
    expect((await importing(padded, xml)).body).toEqual({ ...answer, added: 0, known: 1 });
  });

  test('are the rates that a pledge is accepted at from then on', async () => {
    const bo = await publishedSignatory(app, { name: 'Bo Example' });
    const ref = await fundingPledge(app, bo, { asset: 'CHF', amount: '100.00', accept: false });
    const days = { '2026-11-23': { USD: '1.16', CHF: '0.93' } };
    expect((await importing(days)).body).toEqual({ added: 1, known: 0, newest: '2026-11-23' });
    expect((await move(app, ref, 'accept')).body.movements).toMatchObject([{ base: '124.73' }]);
    expect((await app.request(`/api/v1/pledges/${ref}`)).body.rate).toEqual({
      num: '1.16',
      den: '0.93',
      on: '2026-11-23',
      source: 'ECB',
      sourceText: null,
      sourceUrl: null,
      stale: false,
    });
  });

  test('that differ from those that are there change nothing, and are named', async () => {
    const before = await ratesOf('2026-11-20');
    const changed = {
      '2026-11-19': { USD: '1.14' },
      '2026-11-20': { USD: '1.1501', KWD: '0.351', SEK: '11' },
    };
    const { status, body } = await importing(changed);
    expect([status, body.type]).toEqual([409, 'urn:muster:problem:conflict']);
    const message = 'USD on 2026-11-20 is 1.1501 in the file, but 1.15 here';
    expect(body.errors).toEqual([{ field: 'file', message }]);
    expect(await ratesOf('2026-11-19')).toEqual([]);
    expect(await ratesOf('2026-11-20')).toEqual(before);
  });

  test('of a day that has not begun anywhere on earth are refused', async () => {
    const days = { '2026-11-17': { USD: '1.1' }, '2026-11-26': { USD: '1.1' } };
    expect((await importing(days)).body.errors).toEqual([
      { field: 'file', message: '2026-11-26 is in the future' },
    ]);
    expect(await ratesOf('2026-11-17')).toEqual([]);
  });

  test('of a file that is wrong in its last line add nothing', async () => {
    const days: Days = { '2026-11-18': { USD: '1.13' }, '2026-11-16': { USD: 'x' } };
    const { status, body } = await importing(days);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field: 'file', message: /^line 3, USD/ }]);
    expect(await ratesOf('2026-11-18')).toEqual([]);
  });

  test('come by the thousand days, more than one statement takes', async () => {
    const codes = ['USD', 'JPY', 'GBP', 'SEK', 'CHF', 'NOK', 'CAD', 'AUD', 'INR', 'KRW'];
    const days: Days = {};
    for (let day = 10_600; day < 12_600; day++) {
      days[dayOf(day)] = Object.fromEntries(codes.map((code, at) => [code, `${at + 1}.${day}`]));
    }
    const answer = { added: 2000, known: 0, newest: '2026-11-23' };
    expect((await importing(days)).body).toEqual(answer);
    expect((await importing(days, xml)).body).toEqual({ ...answer, added: 0, known: 2000 });
    expect(await ratesOf('1999-01-09')).toHaveLength(11);
  });

  test('show on the page and in readiness without waiting for an entry', async () => {
    app.clock.now = new Date('2026-12-20T12:00:00Z');
    const late = 'The newest reference rates are of 2026-11-23.';
    expect((await app.request('/readyz')).body.warnings).toContain(late);
    const page = async () => {
      await app.publicCache.refresh();
      return (await app.request('/how-we-know', { token: false })).body as string;
    };
    expect(await page()).toContain('newest rates are from 23 Nov 2026');
    await importing({ '2026-12-18': { USD: '1.17' } });
    expect(await page()).toContain('newest rates are from 18 Dec 2026');
    expect((await app.request('/readyz')).body.warnings).not.toContain(late);
  });
});

describe('the import of rates', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  test('is for admins, and takes a text and nothing else', async () => {
    const path = '/api/v1/admin/rates/ecb';
    const file = historyCsv({ '2026-03-09': { USD: '1.1' } });
    for (const token of [false, 'another-token-than-the-admins'] as const) {
      expect((await app.request(path, { body: { file }, token })).status).toBe(401);
    }
    expect((await app.request(path, { body: { file: 7 } })).status).toBe(400);
    expect((await app.request(path, { body: { file, url: 'https://example.org' } })).status).toBe(
      400,
    );
    expect((await app.request(path, { body: { file: 'x'.repeat(17_000_000) } })).status).toBe(413);
  });

  test('waits for another one, whose figures then stand', async () => {
    const { asOwner, waiting } = app.database!;
    await asOwner('BEGIN');
    await asOwner('SELECT pg_advisory_xact_lock($1)', [String(LOCKS.rates)]);
    await asOwner(`INSERT INTO reference_rate VALUES ('USD', '2024-02-01', '1.1', 'ECB')`);
    const file = historyCsv({ '2024-02-01': { USD: '1.2' } });
    const second = app.request('/api/v1/admin/rates/ecb', { body: { file } });
    await expect.poll(() => waiting('%advisory%')).toBe(1);
    await asOwner('COMMIT');
    expect((await second).body.type).toBe('urn:muster:problem:conflict');
  });

  test('the application cannot change a rate', async () => {
    for (const change of ['UPDATE reference_rate SET per_euro = 2', 'DELETE FROM reference_rate']) {
      await expect(app.ctx.db.execute(sql.raw(change))).rejects.toMatchObject({
        cause: { code: '42501' },
      });
    }
  });
});
