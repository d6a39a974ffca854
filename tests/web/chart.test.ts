import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { monthTicks, spread, stepArea, ticks } from '../../web/components/scale.ts';

it('keeps labels apart and inside, and moves none that has room', () => {
  const heights = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 6 });
  fc.assert(
    fc.property(heights, (wanted) => {
      const placed = spread(wanted, 17, 10, 190).toSorted((a, b) => a - b);
      for (const [index, height] of placed.entries()) {
        expect(height).toBeGreaterThanOrEqual(10);
        expect(height).toBeLessThanOrEqual(190);
        if (index > 0) expect(height - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(17);
      }
    }),
  );
  expect(spread([100, 20, 60], 17, 10, 190)).toEqual([100, 20, 60]);
});

it('marks an axis at round figures', () => {
  expect(ticks(23_400_000n, 3n)).toEqual([10_000_000n, 20_000_000n]);
  expect(ticks(0n, 3n)).toEqual([]);
});

it('draws steps, not slopes', () => {
  const steps = [
    { x: 0, top: 8, bottom: 10 },
    { x: 5, top: 2, bottom: 9 },
  ];
  expect(stepArea(steps, 10)).toBe('M0,10V8H5V2H10V9H5V10H0Z');
});

it('thins months so that they fall on Januaries', () => {
  expect(monthTicks('2025-12-15', '2026-04-01', 12)).toEqual([
    '2026-01-01',
    '2026-02-01',
    '2026-03-01',
  ]);
  const years = monthTicks('2025-03-01', '2028-03-01', 3);
  expect(years).toEqual(['2026-01-01', '2027-01-01', '2028-01-01']);
});
