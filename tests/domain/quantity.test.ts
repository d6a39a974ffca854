import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetOf, CURRENCIES } from '../../server/domain/asset.ts';
import {
  formatAmount,
  formatGpuHours,
  formatQuantity,
  MAX_QUANTITY,
  parseAmount,
  parseCount,
  parseGpuHours,
} from '../../server/domain/quantity.ts';
import { refusalOf } from './fixtures.ts';

const NO_DECIMALS = [
  '-1',
  '+1',
  '1e3',
  '1E3',
  '0x10',
  '01',
  '00.5',
  '.5',
  '5.',
  '1,000',
  '1_000',
  '1 000',
  ' 1',
  '1 ',
  '1\n',
  '',
  '.',
  '1.2.3',
  'NaN',
  'Infinity',
  '１２',
  '१२',
  '1٫5',
  '9'.repeat(400),
];

describe('an amount', () => {
  it('comes back from its text, in each currency and at each size', () => {
    const minor = fc.bigInt({ min: 1n, max: MAX_QUANTITY });
    fc.assert(
      fc.property(fc.constantFrom(...CURRENCIES), minor, ({ code, digits }, amount) => {
        const text = formatAmount(amount, code);
        expect(text).toMatch(digits === 0 ? /^\d+$/ : new RegExp(`^\\d+\\.\\d{${digits}}$`));
        expect(parseAmount(text, code)).toBe(amount);
      }),
      { numRuns: 500 },
    );
  });

  it('may leave out zeros at its end', () => {
    expect(parseAmount('12.5', 'USD')).toBe(1250n);
    expect(parseAmount('12', 'USD')).toBe(1200n);
    expect(parseAmount('0.05', 'USD')).toBe(5n);
    expect(parseAmount('0.005', 'KWD')).toBe(5n);
    expect(parseAmount('5', 'KRW')).toBe(5n);
  });

  it('is never a floating-point number', () => {
    expect(parseAmount('0.1', 'USD') + parseAmount('0.2', 'USD')).toBe(parseAmount('0.3', 'USD'));
    expect(parseAmount('1.15', 'USD')).toBe(115n);
    expect(parseAmount('4.35', 'USD')).toBe(435n);
    expect(parseAmount('9007199254740.93', 'USD')).toBe(900_719_925_474_093n);
    expect(parseAmount('999999999999.999', 'KWD')).toBe(999_999_999_999_999n);
    expect(formatAmount(9_007_199_254_740_993n, 'USD')).toBe('90071992547409.93');
  });

  it('is written with its sign and all its decimals', () => {
    expect(formatAmount(0n, 'USD')).toBe('0.00');
    expect(formatAmount(-5n, 'USD')).toBe('-0.05');
    expect(formatAmount(-1250n, 'KRW')).toBe('-1250');
    expect(formatAmount(1n, 'KWD')).toBe('0.001');
  });

  it.each(NO_DECIMALS)('cannot be %j', (text) => {
    expect(refusalOf(() => parseAmount(text, 'KWD', 'instalments[2].amount'))).toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'instalments[2].amount' }],
    });
  });

  it.each([
    ['1.001', 'USD', 'at most 2 decimals'],
    ['1.000', 'USD', 'at most 2 decimals'],
    ['1.0001', 'KWD', 'at most 3 decimals'],
    ['1.0', 'KRW', 'a whole number'],
    ['0', 'USD', 'more than zero'],
    ['0.00', 'USD', 'more than zero'],
    ['$5', 'USD', 'the number alone: 5'],
    ['5 USD', 'USD', 'the number alone: 5'],
    ['5k', 'USD', 'a plain decimal number'],
    ['€5', 'USD', 'written in EUR, but the currency is USD'],
    ['10000000000000.01', 'USD', '10^15'],
    ['1000000000000001', 'KRW', '10^15'],
  ])('cannot be %s %s, which says: %s', (text, currency, message) => {
    expect(refusalOf(() => parseAmount(text, currency)).message).toContain(message);
  });

  it('can be 10^15 minor units', () => {
    expect(parseAmount('10000000000000.00', 'USD')).toBe(10n ** 15n);
    expect(parseAmount('1000000000000000', 'KRW')).toBe(10n ** 15n);
  });
});

describe('GPU-hours', () => {
  it('come in exactly and go out as they came', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: MAX_QUANTITY / 36n }), (hundredths) => {
        const text = formatAmount(hundredths, 'USD');
        expect(parseGpuHours(text)).toBe(hundredths * 36n);
        expect(formatGpuHours(hundredths * 36n)).toBe(text);
      }),
    );
  });

  it('go out half to even with two decimals', () => {
    const cases: [bigint, string][] = [
      [3600n, '1.00'],
      [0n, '0.00'],
      [17n, '0.00'],
      [18n, '0.00'],
      [19n, '0.01'],
      [53n, '0.01'],
      [54n, '0.02'],
      [90n, '0.02'],
      [91n, '0.03'],
      [-54n, '-0.02'],
      [-91n, '-0.03'],
      [315_360_000_000n, '87600000.00'],
    ];
    expect(cases.map(([seconds]) => formatGpuHours(seconds))).toEqual(
      cases.map(([, text]) => text),
    );
  });

  it('have at most two decimals, and at most 10^15 seconds', () => {
    expect(refusalOf(() => parseGpuHours('1.005')).fields[0]?.field).toBe('gpuHours');
    expect(refusalOf(() => parseGpuHours('277777777777.78')).message).toContain('10^15');
    expect(parseGpuHours('277777777777.77')).toBe(999_999_999_999_972n);
    expect(refusalOf(() => parseGpuHours('0.00')).code).toBe('invalid-input');
  });
});

it('a count is a whole number above zero', () => {
  expect(parseCount('25', 'condition.reaches')).toBe(25n);
  for (const text of ['0', '2.5', '1.0', '-3', 'many']) {
    expect(refusalOf(() => parseCount(text, 'condition.reaches'))).toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'condition.reaches' }],
    });
  }
});

it('a quantity is written in major units for money and in hours for GPUs', () => {
  expect(formatQuantity(1250n, assetOf('EUR'))).toBe('12.50');
  expect(formatQuantity(1250n, assetOf('JPY'))).toBe('1250');
  expect(formatQuantity(5400n, assetOf('A100'))).toBe('1.50');
});
