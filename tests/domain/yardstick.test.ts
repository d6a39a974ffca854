import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  enoughFor,
  hoursFor,
  RUNS,
  runSeconds,
  significant,
} from '../../server/domain/yardstick.ts';

const hoursOf = (count: bigint) => count * 3600n;
const run = (name: string) => RUNS.find((one) => one.name === name)!;

describe('a published run', () => {
  it('stands in H100-equivalents by its own conversion', () => {
    expect(RUNS.map((one) => [one.name, runSeconds(one)])).toEqual([
      ['Llama 3.1 405B', hoursOf(30_840_000n)],
      ['Llama 3.1 70B', hoursOf(7_000_000n)],
      ['DeepSeek-V3', hoursOf(2_788_000n)],
      // 1,082,990 × 3600 × 312 ÷ 989.4 = 1,229,446,501.0…
      ['BLOOM-176B', 1_229_446_501n],
      ['Qwen3-235B-A22B', hoursOf(3_340_000n)],
      // 72,300 × 3600 × 312 ÷ 989.4 = 82,077,380.2…
      ['Pythia-12B', 82_077_380n],
    ]);
  });

  it('is estimated from its parameters and tokens, never too low, within a hundredth', () => {
    const floatingPointOperations = 6 * 22e9 * 36e12;
    const perHour = 0.4 * 989.4e12 * 3_600;
    const excess = Number(run('Qwen3-235B-A22B').gpuHours) / (floatingPointOperations / perHour);
    expect(excess).toBeGreaterThanOrEqual(1);
    expect(excess).toBeLessThan(1.01);
  });

  it('is a multiple from one on, and below it a share', () => {
    const deepSeek = run('DeepSeek-V3');
    expect(enoughFor(hoursOf(8_760_000n), deepSeek)).toEqual({ times: '3.1' });
    expect(enoughFor(runSeconds(deepSeek), deepSeek)).toEqual({ times: '1.0' });
    expect(enoughFor(runSeconds(deepSeek) - 1n, deepSeek)).toEqual({ percent: '99' });
    expect(enoughFor(hoursOf(87_600_000n), run('BLOOM-176B'))).toEqual({ times: '250' });
    expect(enoughFor(hoursOf(1_000n), deepSeek)).toEqual({ percent: '0.035' });
    expect(enoughFor(0n, deepSeek)).toEqual({ percent: '0' });
  });
});

describe('two significant digits', () => {
  it.each([
    [31n, 10n, '3.1'],
    [3_199n, 1_000n, '3.1'],
    [2n, 1n, '2.0'],
    [999n, 100n, '9.9'],
    [10n, 1n, '10'],
    [1_999n, 1n, '1900'],
    [1n, 3n, '0.33'],
    [1n, 1_000n, '0.0010'],
    [0n, 7n, '0'],
  ])('%s ÷ %s is %s, rounded down', (num, den, text) => {
    expect(significant(num, den, 2)).toBe(text);
  });

  it('never claim more than there is, and at most a tenth less', () => {
    const positive = fc.bigInt({ min: 1n, max: 10n ** 18n });
    fc.assert(
      fc.property(positive, positive, (num, den) => {
        const [whole = '', part = ''] = significant(num, den, 2).split('.');
        const [shown, unit] = [BigInt(whole + part) * den, 10n ** BigInt(part.length)];
        expect(shown <= num * unit).toBe(true);
        expect(shown * 11n >= num * unit * 10n).toBe(true);
      }),
    );
  });
});

describe('what money would buy', () => {
  it.each([
    [2_340_000_000n, 'USD', '2', '11700000'],
    [2_345_678_900n, 'USD', '1.985', '11800000'],
    [1_000n, 'USD', '3', '3.33'],
    [1_000_000n, 'KRW', '2750', '363'],
    [0n, 'USD', '2', '0'],
  ])('%s of %s at %s an hour is %s hours, rounded down', (minor, currency, price, hours) => {
    expect(hoursFor(minor, currency, price)).toBe(hours);
  });
});
