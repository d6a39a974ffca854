import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayIn,
  exactAmount,
  fullAmount,
  gpuHours,
  instant,
  moneyFigures,
  plainAmount,
  roundedAmount,
} from '../../web/format.ts';

const NONE = { received: 0n, committed: 0n, pledged: 0n, waiting: 0n, disputed: 0n };

const ZEROS: Record<string, number> = { M: 6, B: 9 };

/** Minor units that a figure shows: "$23.4M" is 2,340,000,000 cents. */
function read(figure: string, digits: number): bigint {
  const [, whole = '', fraction = '', suffix = ''] =
    /([\d,]+)(?:\.(\d+))?([MB]?)$/.exec(figure) ?? [];
  const zeros = digits + (ZEROS[suffix] ?? 0) - fraction.length;
  return BigInt(whole.replaceAll(',', '') + fraction) * 10n ** BigInt(zeros);
}

describe('amounts', () => {
  it.each([
    [2_349_999_999n, 'USD', '$23.4M'],
    [99_999_999n, 'USD', '$999,999'],
    [99_999_999_999n, 'USD', '$999.9M'],
    [123_456_789_012n, 'USD', '$1.2B'],
    [7n, 'USD', '$0.07'],
    [0n, 'USD', '$0'],
    [300_000_000n, 'KRW', '₩300,000,000'],
    [1_234_567n, 'KWD', 'KWD\u00a01,234'],
  ])('rounds %s minor units of %s down to %s', (minor, currency, text) => {
    expect(roundedAmount(minor, currency)).toBe(text);
  });

  it('shortens a single gift only where nothing is lost', () => {
    expect(exactAmount(200_000_000n, 'USD')).toBe('$2.0M');
    expect(exactAmount(205_000_000n, 'USD')).toBe('$2,050,000');
    expect(exactAmount(25_000_000n, 'EUR')).toBe('€250,000');
    expect(exactAmount(1250n, 'CAD')).toBe('CA$12.50');
    expect(plainAmount(10_000_000_000n, 'USD')).toBe('$100M');
    expect(fullAmount(500_000_000n, 'USD')).toBe('$5,000,000.00');
    expect(fullAmount(-23_450n, 'USD')).toBe('−$234.50');
  });

  it('writes everything finer when a part would read as nothing', () => {
    const stages = { ...NONE, received: 4_000_000n, committed: 2_336_000_000n };
    const { secured, received, committed } = moneyFigures(stages, 'USD');
    expect([secured, received, committed]).toEqual(['$23,400,000', '$40,000', '$23,360,000']);
  });

  it('adds up as it is read, overstates no total and hides no part', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
    const spread = fc
      .tuple(amount, fc.nat(15))
      .map(([minor, power]) => minor / 10n ** BigInt(power));
    const currency = fc.constantFrom<[string, number]>(['USD', 2], ['KRW', 0], ['KWD', 3]);
    fc.assert(
      fc.property(
        spread,
        spread,
        spread,
        currency,
        (received, committed, pledged, [code, digits]) => {
          const figures = moneyFigures({ ...NONE, received, committed, pledged }, code);
          const shown = (figure: keyof typeof figures) => read(figures[figure], digits);
          expect(shown('received') + shown('committed')).toBe(shown('secured'));
          expect(shown('secured')).toBeLessThanOrEqual(received + committed);
          expect(shown('received')).toBeLessThanOrEqual(received);
          expect(shown('pledged')).toBeLessThanOrEqual(pledged);
          expect(shown('received') > 0n).toBe(received > 0n);
          expect(shown('committed') > 0n).toBe(committed > 0n);
          expect(shown('pledged') > 0n).toBe(pledged > 0n);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('hours and days', () => {
  it('keeps hundredths of a GPU-hour only when there are any', () => {
    expect(gpuHours(125_106_880n * 36n)).toBe('1,251,068.80');
    expect(gpuHours(1_500_000n * 3600n)).toBe('1,500,000');
  });

  it('names the year of a day only when it is another', () => {
    const asOf = new Date('2026-11-24T12:40:00Z');
    expect(dayIn('2026-09-02', asOf)).toBe('2 Sep');
    expect(dayIn('2025-11-22', asOf)).toBe('22 Nov 2025');
    expect(instant(asOf)).toBe('24 Nov 2026, 12:40 UTC');
  });
});
