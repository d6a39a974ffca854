import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GPUS } from '../../server/domain/asset.ts';
import {
  baseAtRate,
  baseShare,
  divideHalfEven,
  h100Rate,
  MAX_QUANTITY,
  PAR,
} from '../../server/domain/quantity.ts';
import { refusalOf } from './fixtures.ts';

const won = { num: '1.1546', den: '1606.19' };

/** Whether `result` is the nearest integer to num / den, and the even one of two: no division. */
function isNearest(result: bigint, num: bigint, den: bigint): boolean {
  const off = 2n * (num - result * den);
  const isTie = off === den || off === -den;
  return isTie ? result % 2n === 0n : off < den && off > -den;
}

/** A decimal as [numerator, denominator]: "1.50" is 150 / 100. */
const fraction = (decimal: string): [bigint, bigint] => {
  const [whole = '', part = ''] = decimal.split('.');
  return [BigInt(whole + part), BigInt(`1${'0'.repeat(part.length)}`)];
};

const decimal = fc
  .tuple(fc.bigInt({ min: 0n, max: 99_999n }), fc.stringMatching(/^\d{0,8}$/))
  .map(([whole, part]) => (part === '' ? `${whole}` : `${whole}.${part}`))
  .filter((text) => /[1-9]/.test(text));

const upTo = (few: bigint, many: bigint) =>
  fc.oneof(fc.bigInt({ min: 1n, max: few }), fc.bigInt({ min: 1n, max: many }));

describe('division half to even', () => {
  it('finds what a search among all integers finds', () => {
    const search = (num: number, den: number): number => {
      const near = [...Array(203).keys()]
        .map((index) => index - 101)
        .filter((value) => Math.abs(2 * (num - value * den)) <= den);
      return near.length === 1 ? near[0]! : near.find((value) => value % 2 === 0)!;
    };
    for (let num = -100; num <= 100; num++) {
      for (let den = 1; den <= 12; den++) {
        expect(divideHalfEven(BigInt(num), BigInt(den)), `${num} / ${den}`).toBe(
          BigInt(search(num, den)),
        );
      }
    }
  });

  it('is as exact with thirty digits, and for halves', () => {
    const num = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    fc.assert(
      fc.property(num, fc.bigInt({ min: 1n, max: 10n ** 20n }), (a, den) => {
        const half = (2n * a + 1n) * den;
        expect(isNearest(divideHalfEven(a, den), a, den)).toBe(true);
        expect(isNearest(divideHalfEven(half, 2n * den), half, 2n * den)).toBe(true);
      }),
    );
  });
});

describe('the base at a reference rate', () => {
  it('of 1,000,000,000 won at 1.1546/1606.19 is 718,843.97 dollars', () => {
    expect(baseAtRate(1_000_000_000n, won, 0, 2)).toBe(71_884_397n);
  });

  it.each([
    ['an amount at par', 1250n, PAR, 2, 2, 1250n],
    ['fils to cents', 12_345n, { num: '3.25', den: '1' }, 3, 2, 4012n],
    ['dollars to won', 100n, { num: '1606.19', den: '1.1546' }, 2, 0, 1391n],
    ['a tie to the even cent below', 25n, { num: '0.1', den: '1' }, 2, 2, 2n],
    ['a tie to the even cent above', 35n, { num: '0.1', den: '1' }, 2, 2, 4n],
    ['less than half a cent', 1n, { num: '0.004', den: '1' }, 0, 2, 0n],
    ['1,000 A100-hours in H100s', 3_600_000n, { num: '312', den: '989.4' }, 0, 0, 1_135_233n],
  ])('is exact for %s', (_, quantity, rate, assetDigits, baseDigits, base) => {
    expect(baseAtRate(quantity, rate, assetDigits, baseDigits)).toBe(base);
  });

  it('is what exact fractions give, for any decimals of both', () => {
    const quantity = fc.bigInt({ min: 1n, max: 10n ** 12n });
    const digits = fc.constantFrom(0, 2, 3);
    fc.assert(
      fc.property(quantity, decimal, decimal, digits, digits, (q, num, den, from, to) => {
        const [n, nUnit] = fraction(num);
        const [d, dUnit] = fraction(den);
        const above = q * n * dUnit * BigInt(`1${'0'.repeat(to)}`);
        const below = d * nUnit * BigInt(`1${'0'.repeat(from)}`);
        fc.pre(above < below * 10n ** 18n);
        expect(isNearest(baseAtRate(q, { num, den }, from, to), above, below)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is refused past 10^18, which a 64-bit column could not hold', () => {
    const rate = { num: '1000', den: '1' };
    expect(baseAtRate(MAX_QUANTITY, rate, 0, 0)).toBe(10n ** 18n);
    expect(refusalOf(() => baseAtRate(MAX_QUANTITY, rate, 0, 1)).code).toBe('invalid-input');
  });

  it('of a GPU is its peak over that of an H100', () => {
    const hour = (code: string) => {
      const asset = GPUS.find((gpu) => gpu.code === code);
      return baseAtRate(3600n, h100Rate(asset!), 0, 0);
    };
    expect(hour('H100-SXM')).toBe(3600n);
    expect(hour('H200')).toBe(3600n);
    expect(hour('A100')).toBe(1135n);
    expect(hour('B200')).toBe(8187n);
    expect(hour('V100')).toBe(455n);
  });
});

describe('the share of a stage’s base', () => {
  it('is the floor of its part, and all that is left for all that is left', () => {
    expect(baseShare(1n, { quantity: 3n, base: 10n })).toBe(3n);
    expect(baseShare(2n, { quantity: 3n, base: 10n })).toBe(6n);
    expect(baseShare(3n, { quantity: 3n, base: 10n })).toBe(10n);
    expect(baseShare(999n, { quantity: 1000n, base: 1n })).toBe(0n);
  });

  it('never goes negative and leaves nothing behind, however a stage is emptied', () => {
    const held = fc.record({ quantity: upTo(20n, MAX_QUANTITY), base: upTo(20n, 10n ** 18n) });
    const takes = fc.array(upTo(5n, MAX_QUANTITY), { maxLength: 30 });
    fc.assert(
      fc.property(held, takes, (start, wanted) => {
        const left = { ...start };
        for (const most of wanted) {
          const quantity = most < left.quantity ? most : left.quantity;
          const base = baseShare(quantity, left);
          expect(base >= 0n && base <= left.base).toBe(true);
          left.quantity -= quantity;
          left.base -= base;
          expect(left.quantity > 0n || left.base === 0n).toBe(true);
        }
        expect(baseShare(left.quantity, left)).toBe(left.base);
      }),
    );
  });
});
