import { describe, expect, it } from 'vitest';
import type { Step } from '../../server/domain/capacity/capacity.ts';
import { cutCurve, daysAtTarget } from '../../server/domain/capacity/curve.ts';
import { spreadByMonth } from '../../server/domain/hours-by-month.ts';

const counts = (secured: number, largestSite: number) => ({
  secured,
  largestSite,
  pledged: 0,
  largestPledged: 0,
  bought: 0,
});
const step = (on: string, secured: number, largestSite = secured): Step => ({
  on,
  ...counts(secured, largestSite),
  h100e: counts(secured, largestSite),
});

/** A ramp, a gap, and a leap day. */
const STEPS = [
  step('2024-02-01', 50),
  step('2024-02-27', 100, 60),
  step('2024-03-02', 0),
  step('2024-04-01', 120, 100),
  step('2024-04-11', 0),
];

const cut = (from?: string, to?: string): [string, number][] =>
  cutCurve(
    STEPS,
    { from, to },
    ({ on }) => on,
    (each, on) => ({ ...each, on }),
  ).map(({ on, secured }) => [on, secured]);

describe('a curve', () => {
  it('is cut to the days that are asked for, with what holds on the first', () => {
    expect(cut('2024-02-28', '2024-04-01')).toEqual([
      ['2024-02-28', 100],
      ['2024-03-02', 0],
    ]);
    expect(cut('2024-02-27', '2024-02-28')).toEqual([['2024-02-27', 100]]);
    expect(cut('2024-01-01', '2024-02-02')).toEqual([['2024-02-01', 50]]);
    expect(cut(undefined, '2024-02-01')).toEqual([]);
    expect(cut('2025-01-01')).toEqual([['2025-01-01', 0]]);
    expect(cut()).toHaveLength(STEPS.length);
  });

  it('is at its target on the days on which that much is there, over all sites and on one', () => {
    expect(daysAtTarget(STEPS, 100, 'secured')).toEqual({ days: 4 + 10, firstOn: '2024-02-27' });
    expect(daysAtTarget(STEPS, 100, 'largestSite')).toEqual({ days: 10, firstOn: '2024-04-01' });
    expect(daysAtTarget(STEPS, 121, 'secured')).toEqual({ days: 0, firstOn: null });
    expect(daysAtTarget([], 1, 'secured')).toEqual({ days: 0, firstOn: null });
  });
});

describe('hours of a grant', () => {
  it('are spread evenly over its days, and add up', () => {
    const months = spreadByMonth({ from: '2023-12-31', to: '2024-03-02' }, 1_000n);
    expect([...months]).toEqual([
      ['2023-12', 16n],
      ['2024-01', 500n],
      ['2024-02', 467n],
      ['2024-03', 17n],
    ]);
    expect([...months.values()].reduce((sum, part) => sum + part, 0n)).toBe(1_000n);
  });
});
