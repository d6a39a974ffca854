import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayIn,
  exactAmount,
  fullAmount,
  gpuHours,
  instant,
  moneyFigures,
  percentage,
  roundedAmount,
} from '../../web/format.ts';

const NONE = { received: 0n, committed: 0n, pledged: 0n, waiting: 0n, disputed: 0n };

const ZEROS: Record<string, number> = { M: 6, B: 9, T: 12 };

/** Minor units that a figure shows: "$23.4M" is 2,340,000,000 cents. */
function read(figure: string, digits: number): bigint {
  const [, whole = '', fraction = '', suffix = ''] =
    /([\d,]+)(?:\.(\d+))?([MBT]?)$/.exec(figure) ?? [];
  const zeros = digits + (ZEROS[suffix] ?? 0) - fraction.length;
  return BigInt(whole.replaceAll(',', '') + fraction) * 10n ** BigInt(zeros);
}

/** Minor units of a figure's last digit. "$18M" is as exact as "$18.5M": a zero isn't written. */
function stepOf(figure: string, digits: number): bigint {
  const [, fraction = '', suffix = ''] = /(?:\.(\d+))?([MBT]?)$/.exec(figure) ?? [];
  const decimals = Math.max(fraction.length, suffix === '' ? 0 : 1);
  return 10n ** BigInt(digits + (ZEROS[suffix] ?? 0) - decimals);
}

describe('amounts', () => {
  it.each([
    [2_349_999_999n, 'USD', '$23.5M'],
    [2_277_607_600n, 'USD', '$22.8M'],
    [99_999_949n, 'USD', '$999,999'],
    [99_999_950n, 'USD', '$1M'],
    [95_000_000_000n, 'USD', '$950M'],
    [99_999_999_999n, 'USD', '$1B'],
    [123_456_789_012n, 'USD', '$1.2B'],
    [99_994_999_999_999n, 'USD', '$999.9B'],
    [99_999_999_999_999n, 'USD', '$1T'],
    [800_000_000_000_000n, 'KRW', '₩800T'],
    [1_500_000_000_000_000n, 'KWD', 'KWD\u00a01.5T'],
    [7n, 'USD', '$0.07'],
    [0n, 'USD', '$0'],
    [300_000_000n, 'KRW', '₩300,000,000'],
    [1_234_567n, 'KWD', 'KWD\u00a01,235'],
  ])('rounds %s minor units of %s half up to %s', (minor, currency, text) => {
    expect(roundedAmount(minor, currency)).toBe(text);
  });

  it('shortens a single gift only where nothing is lost', () => {
    expect(exactAmount(200_000_000n, 'USD')).toBe('$2M');
    expect(exactAmount(205_000_000n, 'USD')).toBe('$2,050,000');
    expect(exactAmount(25_000_000n, 'EUR')).toBe('€250,000');
    expect(exactAmount(1250n, 'CAD')).toBe('CA$12.50');
    expect(exactAmount(10_000_000_000n, 'USD')).toBe('$100M');
    expect(exactAmount(800_000_000_000_000n, 'KRW')).toBe('₩800T');
    expect(exactAmount(800_000_000_000_001n, 'KRW')).toBe('₩800,000,000,000,001');
    expect(fullAmount(500_000_000n, 'USD')).toBe('$5,000,000.00');
    expect(fullAmount(-23_450n, 'USD')).toBe('−$234.50');
  });

  it('gets more digits if a part would read as zero', () => {
    const stages = { ...NONE, received: 4_000_000n, committed: 2_336_000_000n };
    const { secured, received, committed } = moneyFigures(stages, 'USD');
    expect([secured, received, committed]).toEqual(['$23,400,000', '$40,000', '$23,360,000']);
  });

  it.each([
    [1_150_000_000n, 650_000_000n, ['$18M', '$11.5M', '$6.5M']],
    [1_152_500_000n, 652_500_000n, ['$18.05M', '$11.525M', '$6.525M']],
    [1_156_000_000n, 656_000_000n, ['$18.12M', '$11.56M', '$6.56M']],
  ])(
    '%s and %s cents have as many decimals as they need to add up',
    (received, committed, texts) => {
      const figures = moneyFigures({ ...NONE, received, committed }, 'USD');
      expect([figures.secured, figures.received, figures.committed]).toEqual(texts);
    },
  );

  it('never reads as a missed goal', () => {
    const figures = moneyFigures({ ...NONE, received: 9_996_000_000n }, 'USD', 10_000_000_000n);
    expect(figures.secured).toBe('$99.96M');
  });

  it('adds up as it reads, is rounded half up, and hides no part', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 17n });
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
          const shown = (figure: Exclude<keyof typeof figures, 'shown'>) =>
            read(figures[figure], digits);
          expect(shown('received') + shown('committed')).toBe(shown('secured'));
          expect(shown('secured')).toBe(figures.shown);
          for (const [name, minor] of Object.entries({
            received,
            pledged,
            secured: received + committed,
          })) {
            const off = read(figures[name as 'received'], digits) - minor;
            const step = stepOf(figures[name as 'received'], digits);
            expect(2n * off).toBeLessThanOrEqual(step);
            expect(-2n * off).toBeLessThan(step === 1n ? 1n : step + 1n);
          }
          expect(shown('received') > 0n).toBe(received > 0n);
          expect(shown('committed') > 0n).toBe(committed > 0n);
          expect(shown('pledged') > 0n).toBe(pledged > 0n);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('percentages', () => {
  it.each([
    [0n, 100n, '0%'],
    [1n, 10_000_000_000n, 'under 0.1%'],
    [4n, 10_000n, 'under 0.1%'],
    [5n, 10_000n, '0.1%'],
    [150n, 10_000n, '1.5%'],
    [200n, 10_000n, '2%'],
    [994n, 10_000n, '9.9%'],
    [995n, 10_000n, '10%'],
    [2_349n, 10_000n, '23%'],
    [2_350n, 10_000n, '24%'],
    [9_999n, 10_000n, '99%'],
    [10_000n, 10_000n, '100%'],
    [123_456_789n, 10_000n, '1,234,568%'],
  ])('%s of %s is %s', (part, whole, text) => {
    expect(percentage(part, whole)).toBe(text);
  });
});

describe('hours and days', () => {
  it('keeps hundredths of a GPU-hour only when there are any', () => {
    expect(gpuHours(125_106_880n * 36n)).toBe('1,251,068.80');
    expect(gpuHours(1_500_000n * 3600n)).toBe('1,500,000');
  });

  it('names the year of a day only if it is another', () => {
    const asOf = new Date('2026-11-24T12:40:00Z');
    expect(dayIn('2026-09-02', asOf)).toBe('2 Sep');
    expect(dayIn('2025-11-22', asOf)).toBe('22 Nov 2025');
    expect(instant(asOf)).toBe('24 Nov 2026, 12:40 UTC');
  });
});
