import { describe, expect, it } from 'vitest';
import { deliveriesByMonth, type Deliveries } from '../../server/domain/hours-by-month.ts';

const NOTHING: Deliveries = { windows: [], grant: null, delivered: [], used: [] };
const hours = (count: bigint) => count * 3600n;
const inHours = (deliveries: Partial<Deliveries>) =>
  deliveriesByMonth({ ...NOTHING, ...deliveries }).map(
    ({ month, agreed, delivered, used, open }) => [
      month,
      ...[agreed, delivered, used, open].map((seconds) => Number(seconds) / 3600),
    ],
  );

describe('what a pledge brought by month', () => {
  it('is what its windows have in each month beside what came in it', () => {
    expect(
      inHours({
        windows: [
          { gpus: 10, from: '2028-02-28', to: '2028-03-03', availability: '0.5' },
          { gpus: 1, from: '2028-05-01', to: '2028-05-02', availability: '1' },
        ],
        delivered: [
          { on: '2028-02-29', gpuSeconds: hours(100n) },
          { on: '2028-03-01', gpuSeconds: hours(300n) },
        ],
      }),
    ).toEqual([
      ['2028-02', 240, 100, 0, 140],
      ['2028-03', 240, 300, 0, 80],
      // A gap between windows is a month of nothing.
      ['2028-04', 0, 0, 0, 80],
      ['2028-05', 24, 0, 0, 104],
    ]);
  });

  it('never has less than nothing open: what comes before its time is ahead', () => {
    const windows = [{ gpus: 1, from: '2026-01-31', to: '2026-02-02', availability: '1' }];
    const delivered = [{ on: '2026-01-31', gpuSeconds: hours(40n) }];
    expect(inHours({ windows, delivered })).toEqual([
      ['2026-01', 24, 40, 0, 0],
      ['2026-02', 24, 0, 0, 8],
    ]);
  });

  it('spreads a grant over its days, and adds no use to what was delivered', () => {
    expect(
      inHours({
        grant: { from: '2026-11-01', to: '2027-01-01', gpuSeconds: hours(610n) },
        used: [{ on: '2026-12-24', gpuSeconds: hours(5n) }],
      }),
    ).toEqual([
      ['2026-11', 300, 0, 0, 300],
      ['2026-12', 310, 0, 5, 610],
    ]);
  });

  it('is nothing of what is neither agreed nor delivered', () => {
    expect(inHours({})).toEqual([]);
  });
});
