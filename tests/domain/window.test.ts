import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWindows,
  canonicalAvailability,
  gpuSecondsOf,
  holds,
  sumGpuSeconds,
  windowsFrom,
  windowsOf,
  type Window,
} from '../../server/domain/window.ts';
import { calendar, gpusOn, windowsAmong } from './calendar.ts';
import { window } from './fixtures.ts';

const AVAILABILITIES = ['0.3333', '0.95', '1'];
const fewDays = calendar(2024, 2024).slice(50, 75);
const windows = fc.array(windowsAmong(fewDays), { maxLength: 8 });

const profileOf = (list: readonly Window[]) => addWindows(new Map(), list, 1);

/** The counts of all days and availabilities in one line each, to compare two lists of windows. */
const countsOf = (list: readonly Window[]): number[][] =>
  AVAILABILITIES.map((availability) => fewDays.map((day) => gpusOn(list, day, availability)));

describe('the GPU-seconds of a window', () => {
  it('are the floor of GPUs × seconds × availability on any calendar', () => {
    const years = calendar(2023, 2032);
    const count = fc.integer({ min: 1, max: 1_000_000 });
    const tenThousandths = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(windowsAmong(years), count, tenThousandths, ({ from, to }, gpus, share) => {
        const availability = canonicalAvailability(`0.${String(share).padStart(4, '0')}`)!;
        const days = years.indexOf(to) - years.indexOf(from);
        const scaled = BigInt(gpus) * BigInt(days) * 86_400n * BigInt(share);
        const seconds = gpuSecondsOf({ gpus, from, to, availability });
        expect(seconds * 10_000n <= scaled && scaled < (seconds + 1n) * 10_000n).toBe(true);
      }),
    );
  });

  it('count the leap day', () => {
    expect(gpuSecondsOf(window(1, '2024-02-28', '2024-03-01'))).toBe(2n * 86_400n);
    expect(gpuSecondsOf(window(1, '2025-02-28', '2025-03-01'))).toBe(86_400n);
    expect(gpuSecondsOf(window(10_000, '2026-01-01', '2027-01-01'))).toBe(87_600_000n * 3600n);
  });

  it('are rounded down window by window', () => {
    const odd = window(1, '2026-01-01', '2026-01-02', '0.3333');
    const one = window(1, '2026-01-01', '2026-01-02', '0.0001');
    expect(gpuSecondsOf(odd)).toBe(28_797n);
    expect(gpuSecondsOf(one)).toBe(8n);
    expect(sumGpuSeconds([one, one, one])).toBe(24n);
    expect(gpuSecondsOf({ ...one, gpus: 3 })).toBe(25n);
    expect(sumGpuSeconds([])).toBe(0n);
  });
});

describe('an availability', () => {
  it.each<[string | number, string]>([
    ['1', '1'],
    [1, '1'],
    ['1.0', '1'],
    ['1.0000', '1'],
    ['0.95', '0.95'],
    [0.95, '0.95'],
    ['0.9500', '0.95'],
    ['0.5', '0.5'],
    ['0.0001', '0.0001'],
    [0.0001, '0.0001'],
  ])('of %j is %j', (value, canonical) => {
    expect(canonicalAvailability(value)).toBe(canonical);
  });

  const wrong = ['0', '0.0', '0.0000', '1.0001', '1.1', '2', '0.95000', '.5', '1.', '-0.5', '5e-1'];
  it.each([...wrong, 0, 1.5, -1, 0.000_01, Number.NaN, Infinity, '', ' 1', '０.5'])(
    'is never %j',
    (value) => {
      expect(canonicalAvailability(value)).toBeNull();
    },
  );
});

describe('windows together', () => {
  const joined = (...list: Window[]) => windowsOf(profileOf(list));

  it('that touch are one, those with a gap are two', () => {
    const first = window(8, '2024-02-01', '2024-02-29');
    expect(joined(first, window(8, '2024-02-29', '2024-04-01'))).toEqual([
      window(8, '2024-02-01', '2024-04-01'),
    ]);
    const later = window(8, '2024-03-01', '2024-04-01');
    expect(joined(later, first)).toEqual([first, later]);
  });

  it('that overlap add up on the days of both', () => {
    expect(
      joined(window(8, '2024-02-01', '2024-03-01'), window(4, '2024-02-15', '2024-03-15')),
    ).toEqual([
      window(8, '2024-02-01', '2024-02-15'),
      window(12, '2024-02-15', '2024-03-01'),
      window(4, '2024-03-01', '2024-03-15'),
    ]);
  });

  it('of another availability stay apart', () => {
    const half = window(8, '2024-02-01', '2024-03-01', '0.5');
    const full = window(8, '2024-02-01', '2024-03-01');
    expect(joined(full, half)).toEqual([half, full]);
    expect(holds(profileOf([full]), [half])).toBe(false);
  });

  it('have the GPUs of each day, in the longest runs', () => {
    fc.assert(
      fc.property(windows, (list) => {
        const runs = joined(...list);
        expect(countsOf(runs)).toEqual(countsOf(list));
        for (const [index, run] of runs.entries()) {
          const next = runs[index + 1];
          const isNew = next?.availability !== run.availability || next.from > run.to;
          expect(run.gpus > 0 && run.from < run.to).toBe(true);
          expect(isNew || (next.from === run.to && next.gpus !== run.gpus)).toBe(true);
        }
      }),
    );
  });

  it('are held where each day has as many, and held of itself', () => {
    fc.assert(
      fc.property(windows, windows, (held, asked) => {
        const [have, want] = [countsOf(held).flat(), countsOf(asked).flat()];
        const profile = profileOf(held);
        expect(holds(profile, asked)).toBe(want.every((count, index) => count <= have[index]!));
        expect(holds(profile, held)).toBe(true);
        expect(windowsOf(profile)).toEqual(joined(...held));
      }),
    );
  });

  it('leave the rest when a part is taken, and nothing when all is', () => {
    fc.assert(
      fc.property(windows, windows, (kept, taken) => {
        const profile = addWindows(profileOf([...kept, ...taken]), taken, -1);
        expect(windowsOf(profile)).toEqual(joined(...kept));
        expect(windowsOf(addWindows(profile, kept, -1))).toEqual([]);
      }),
    );
  });

  it('from a day on are the same windows without the days before', () => {
    fc.assert(
      fc.property(windows, fc.constantFrom(...fewDays), (list, first) => {
        const copy = structuredClone(list);
        const after = countsOf(list).map((counts) =>
          counts.map((count, index) => (fewDays[index]! < first ? 0 : count)),
        );
        expect(countsOf(windowsFrom(list, first))).toEqual(after);
        expect(windowsFrom(list, first).every(({ from, to }) => from < to)).toBe(true);
        expect(list).toEqual(copy);
      }),
    );
  });
});
