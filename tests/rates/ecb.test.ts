import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CURRENCIES } from '../../server/domain/asset.ts';
import { dayOf } from '../../server/domain/day.ts';
import { readEcbFile } from '../../server/rates/ecb.ts';
import { refusalOf } from '../domain/fixtures.ts';
import { dailyCsv, historyCsv, xml } from './fixtures.ts';

const read = (text: string) =>
  readEcbFile(text).map(({ ratedOn, currency, perEuro }) => [ratedOn, currency, perEuro]);

const DAYS = {
  '2026-11-20': { USD: '1.15', JPY: '180.1', ISK: '143.2', CYP: null },
  '2026-11-23': { USD: '1.1605', JPY: '181', ISK: null, CYP: null },
};
const RATES = [
  ['2026-11-20', 'EUR', '1'],
  ['2026-11-20', 'USD', '1.15'],
  ['2026-11-20', 'JPY', '180.1'],
  ['2026-11-20', 'ISK', '143.2'],
  ['2026-11-23', 'EUR', '1'],
  ['2026-11-23', 'USD', '1.1605'],
  ['2026-11-23', 'JPY', '181'],
];
const sorted = (rates: string[][]) => rates.map((rate) => rate.join(' ')).toSorted();

describe('a file of the ECB', () => {
  test('is read alike as CSV and as XML', () => {
    expect(sorted(read(historyCsv(DAYS)))).toEqual(sorted(RATES));
    expect(read(xml(DAYS))).toEqual(RATES);
    const padded = xml(DAYS).replace('"1.15"', '"1.1500"').replace('"181"', '"181.00"');
    expect(read(padded)).toEqual(RATES);
    expect(read(xml(DAYS).replaceAll('"', "'"))).toEqual(RATES);
  });

  test('of one day has it in words, and spaces', () => {
    const text = dailyCsv('3 November 2026', { USD: '1.15', JPY: '180.1' });
    const rates = [
      ['2026-11-03', 'EUR', '1'],
      ['2026-11-03', 'USD', '1.15'],
      ['2026-11-03', 'JPY', '180.1'],
    ];
    expect(read(text)).toEqual(rates);
    expect(read(`\uFEFF${text.replace('\n', '\r\n')}\r\n`)).toEqual(rates);
  });

  test('leaves out currencies that no pledge can be in', () => {
    const days = { '2004-01-05': { USD: '1.26', CYP: '0.586', BGN: '1.9557', TRL: '1752100' } };
    const rates = [
      ['2004-01-05', 'EUR', '1'],
      ['2004-01-05', 'USD', '1.26'],
      ['2004-01-05', 'BGN', '1.9557'],
    ];
    expect(read(historyCsv(days))).toEqual(rates);
    expect(read(xml(days))).toEqual(rates);
  });

  test('says the same in either form, whatever its days and figures', () => {
    const day = fc.integer({ min: 10_600, max: 20_700 }).map(dayOf);
    const code = fc.constantFrom(...CURRENCIES.map((each) => each.code)).filter((c) => c !== 'EUR');
    const rate = fc.stringMatching(/^([1-9]\d{0,6}|0)\.\d{0,5}[1-9]$/);
    const rates = fc.dictionary(code, rate, { minKeys: 1, maxKeys: 5 });
    fc.assert(
      fc.property(fc.dictionary(day, rates, { minKeys: 1, maxKeys: 5 }), (days) => {
        const given = Object.entries(days).flatMap(([on, each]) => [
          [on, 'EUR', '1'],
          ...Object.entries(each).map(([currency, perEuro]) => [on, currency, perEuro]),
        ]);
        expect(sorted(read(historyCsv(days)))).toEqual(sorted(given));
        expect(sorted(read(xml(days)))).toEqual(sorted(given));
      }),
      { numRuns: 50 },
    );
  });
});

const CSV = historyCsv(DAYS);
const XML = xml(DAYS);
const DEEP = `<a>${'<Cube>'.repeat(200_000)}${'</Cube>'.repeat(200_000)}</a><Cube>`;

describe('a file is refused, with the place, that', () => {
  test.each<[string, string, RegExp]>([
    ['is empty', '', /must be the ECB/],
    ['is a page', '<!doctype html><html><body>Error</body></html>', /must be the ECB/],
    ['is XHTML', '<?xml version="1.0"?><html><body/></html>', /shape .* at Envelope/],
    ['is JSON', '{"USD":"1.1"}', /must be the ECB/],
    ['has a head only', 'Date,USD,\n', /has no day/],
    ['begins with another column', `Dates${CSV.slice(4)}`, /line 1: the first column/],
    ['lacks a cell', CSV.replace(',1.15', ''), /line 3: has 4 cells for 5 columns/],
    ['has a cell too many', CSV.replace(',1.15', ',1.15,2'), /line 3: has 6 cells/],
    ['has a figure without a currency', CSV.replace('N/A,\n', 'N/A,7\n'), /line 2: has a figure/],
    ['was cut off in a row', CSV.slice(0, -12), /cut off in its last line/],
    ['was cut off after a comma', CSV.slice(0, CSV.lastIndexOf('143.2')), /line 3: has 3 cells/],
    ['was cut off in XML', XML.slice(0, -40), /line \d+: /],
    ['was cut off between cubes', XML.slice(0, XML.lastIndexOf('\t\t</Cube>')), /line \d+: /],
    ['has a rate of zero', CSV.replace('1.15', '0.00'), /line 3, USD on 2026-11-20: "0.00"/],
    ['has a negative rate', XML.replace('"1.15"', '"-1.15"'), /day 1, USD on .*"-1.15"/],
    ['has a rate with an exponent', XML.replace('"1.15"', '"1e3"'), /day 1, USD on/],
    ['has a rate with a comma', XML.replace('"1.15"', '"1,15"'), /day 1, USD on/],
    ['has an empty cell', CSV.replace('1.15', ''), /line 3, USD on 2026-11-20: ""/],
    ['has an entity for a rate', XML.replace('"1.15"', '"&#49;"'), /day 1, USD on/],
    ['has no day but a text', CSV.replace('2026-11-20', 'total'), /line 3: "total" is not a day/],
    ['has a day that is none', CSV.replace('2026-11-20', '2026-02-30'), /line 3: "2026-02-30"/],
    ['has a month that is none', dailyCsv('3 Brumaire 2026', { USD: '1' }), /"3 Brumaire 2026"/],
    [
      'has a day twice',
      CSV.replace('2026-11-20', '2026-11-23'),
      /line 3: 2026-11-23 appears twice/,
    ],
    ['has a currency twice', XML.replace('JPY', 'USD'), /day 1, USD on 2026-11-20 appears twice/],
    ['has a column twice', CSV.replace('JPY', 'USD'), /line 2, USD on 2026-11-23 appears twice/],
    ['has the euro', XML.replace('JPY', 'EUR'), /EUR on 2026-11-20 appears twice/],
    ['has a code that is none', XML.replace('JPY', 'yen'), /day 1: "yen" is not a currency code/],
    ['has a day without a rate', XML.replace(/<Cube cur.*ISK.*\/>|<Cube cur.*\/>/g, ''), /shape/],
    ['has a type of its own', XML.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'), /type/],
    ['is nested 200,000 deep', XML.replace('<Cube>', DEEP), /shape/],
    ['names a prototype', XML.replace('<Cube>', '<__proto__/><Cube>'), /shape/],
    ['has a prototype for an attribute', XML.replace('rate=', '__proto__='), /shape/],
    ['has two tables', XML.replace('<Cube>', '<Cube></Cube><Cube>'), /shape .* at Envelope.Cube/],
  ])('%s', (_what, text, message) => {
    const refusal = refusalOf(() => read(text));
    expect([refusal.code, refusal.fields[0]?.field]).toEqual(['invalid-input', 'file']);
    expect(refusal.message).toMatch(message);
  });

  test('shows no more than a word of what it holds', () => {
    const secret = 'x'.repeat(5_000);
    for (const text of [CSV.replace('1.15', secret), CSV.replace('JPY', secret)]) {
      expect(refusalOf(() => read(text)).message.length).toBeLessThan(100);
    }
  });
});
