import { describe, expect, test } from 'vitest';
import { plainHeader } from '../../server/domain/csv-fields.ts';
import {
  currencyIn,
  markIn,
  orderIn,
  readDay,
  readFigure,
  type Mark,
} from '../../server/domain/written.ts';

const read = (text: string, mark: Mark | null = null, currency = 'USD') =>
  readFigure(text, { mark, currency });

describe('an amount as people write it', () => {
  test.each([
    ['1250', '1250'],
    ['1250.5', '1250.5'],
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1 234,56', '1234.56'],
    ['1\u202f234\u202f567,8', '1234567.8'],
    ["1'234.50", '1234.5'],
    ['1.234.567', '1234567'],
    ['1,40,00,000', '14000000'],
    ['12,5', '12.5'],
    ['0.500', '0.5'],
    ['1,234', '1234'],
    ['1.234', '1234'],
    ['5000.00', '5000'],
    ['１，２５０', '1250'],
    ['007', '7'],
  ])('%s is %s', (text, decimal) => {
    expect(read(text)).toEqual({ decimal, currency: 'USD' });
  });

  test.each([
    ['₩1,400,000,000', '1400000000', 'KRW'],
    ['￦690M', '690000000', 'KRW'],
    ['$3.0M', '3000000', 'USD'],
    ['US$ 2.5 million', '2500000', 'USD'],
    ['€1.234,56', '1234.56', 'EUR'],
    ['1.234,56 €', '1234.56', 'EUR'],
    ['EUR 12k', '12000', 'EUR'],
    ['100 usd', '100', 'USD'],
    ['14억 원', '1400000000', 'KRW'],
    ['R$ 10', '10', 'BRL'],
    ['Fr. 20', '20', 'CHF'],
    ['$1bn', '1000000000', 'USD'],
    ['kr 5', '5', 'SEK', 'SEK'],
    ['$5', '5', 'AUD', 'AUD'],
    ['A$5', '5', 'AUD'],
  ])('%s is %s %s', (text, decimal, currency, given = 'USD') => {
    expect(read(text, null, given)).toEqual({ decimal, currency });
  });

  test.each([
    '',
    'n/a',
    '-5',
    '(5)',
    '1,2,3',
    '12,34,5',
    '1.2.3,4',
    '5 or 6',
    '½',
    '1e9',
    '$5€',
    '10%',
    '=1+1',
    'kr 5',
    '14억원',
    '9'.repeat(70),
  ])('“%s” is none', (text) => {
    expect(read(text)).toBeNull();
  });

  test('three digits behind the only mark may be decimals of millions or dinars, unless the file tells', () => {
    expect(read('1,234', null, 'KWD')).toBe('unclear');
    expect(read('1,234', '.', 'KWD')).toMatchObject({ decimal: '1234' });
    expect(read('1,234', ',', 'KWD')).toMatchObject({ decimal: '1.234' });
    expect(read('$1.234M')).toBe('unclear');
    expect(read('$1.234M', '.')).toMatchObject({ decimal: '1234000' });
    // In a file with decimal commas it isn't a thousand.
    expect(read('1,234', ',')).toMatchObject({ decimal: '1.234' });
  });

  test.each([
    ['1.234,56', ','],
    ['1,234.56', '.'],
    ['12,5', ','],
    ['1.234.567', ','],
    ['1,234', null],
    ['1234', null],
    ['none', null],
  ])('%s says that decimals are behind %s', (text, mark) => {
    expect(markIn(text)).toBe(mark);
  });
});

test.each([
  ['Amount (EUR)', 'EUR', 'amount'],
  ['Amount in €', 'EUR', 'amount'],
  ['Amount, US$', 'USD', 'amount'],
  ['Amount [in EUR]:', 'EUR', 'amount'],
  ['Amount EUR (gross)', 'EUR', 'amount'],
  ['How much (in USD a year)?', 'USD', 'howmuch'],
  ['NET (EUR)', 'EUR', 'net'],
  ['SUM EUR', 'EUR', 'sum'],
  ['CHF', 'CHF', ''],
  ['Paid out', null, 'paidout'],
  ['DEPOSIT AMT', null, 'depositamt'],
  ['SUM OF ALL GIFTS AMOUNT', null, 'sumofallgiftsamount'],
  ['TOP DONORS', null, 'topdonors'],
  ['Amount (USD/EUR)', null, 'amount'],
  ['Amount USD (EUR)', null, 'amount'],
  ['Amount in USD or EUR', null, 'amountinusdoreur'],
])('a column named %s is of amounts in %s, and plainly is “%s”', (header, currency, plain) => {
  expect([currencyIn(header, 'KRW'), plainHeader(header)]).toEqual([currency, plain]);
});

test.each(['A', '$', 'USD ', 'USD/', 'in ', '('])(
  'a column named by many “%s” takes no time',
  (text) => {
    const begun = performance.now();
    plainHeader(`${text.repeat(200)}x`);
    expect(performance.now() - begun).toBeLessThan(200);
  },
);

test.each(['1', '1,', ' ', '-', '$', '/', 'a', '1 '])(
  'a megabyte of “%s” takes no time',
  (text) => {
    const long = text.repeat(1_000_000 / text.length);
    const begun = performance.now();
    expect(read(long)).toBeNull();
    expect(markIn(long)).toBeNull();
    expect(readDay(long)).toBeNull();
    expect(orderIn(long)).toBeNull();
    expect(performance.now() - begun).toBeLessThan(200);
  },
);

describe('a day as people write it', () => {
  test.each([
    '2026-04-03',
    '2026/4/3',
    '2026.04.03',
    '2026. 4. 3.',
    '2026년 4월 3일',
    '2026年4月3日',
    '20260403',
    '2026-04-03T12:00:00.000Z',
    '2026-04-03 23:59:59',
    '2026/04/03 2:05:33 PM GMT+9',
    '3.4.2026',
    '03.04.2026 14:05',
    '3 April 2026',
    '3-Apr-2026',
    '03-Apr-26',
    'April 3, 2026',
    'April 3rd, 2026 2:05 PM',
    'Fri, 3 Apr 2026',
  ])('%s is 3 April 2026', (text) => {
    expect(readDay(text)).toBe('2026-04-03');
  });

  test.each([
    '',
    'soon',
    '2026',
    '46115',
    '2026-02-30',
    '31/31/2026',
    '3/4',
    'Foo 3, 2026',
    '2026-04-03 or later',
  ])('“%s” is none', (text) => {
    expect(readDay(text)).toBeNull();
  });

  test('which comes first is told by the file, once', () => {
    expect(readDay('3/4/2026')).toBe('unclear');
    expect(readDay('3/4/2026 14:05:33', 'dmy')).toBe('2026-04-03');
    expect(readDay('3/4/2026', 'mdy')).toBe('2026-03-04');
    expect(readDay('3/4/26', 'mdy')).toBe('2026-03-04');
    expect(readDay('3/3/2026')).toBe('2026-03-03');
    expect(readDay('25/4/2026')).toBe('2026-04-25');
    expect(readDay('4/25/2026')).toBe('2026-04-25');
    expect(orderIn('25/4/2026')).toBe('dmy');
    expect(orderIn('4/25/2026 1:00')).toBe('mdy');
    expect(orderIn('3/4/2026')).toBeNull();
    expect(orderIn('25.4.2026')).toBeNull();
  });
});
