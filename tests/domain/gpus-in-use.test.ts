import { describe, expect, it } from 'vitest';
import { gpusInUse } from '../../server/domain/gpus-in-use.ts';

const gpuDays = (gpus: bigint): bigint => gpus * 86_400n;

describe('GPUs in use', () => {
  it('are averaged over all days of the last whole month', () => {
    const use = new Map([
      ['2026-01-31', gpuDays(900n)],
      ['2026-02-01', gpuDays(280n)],
      ['2026-02-28', gpuDays(140n)],
      ['2026-03-01', gpuDays(500n)],
    ]);
    expect(gpusInUse(use, '2026-03-10')).toEqual({
      averageLastMonth: { month: '2026-02', gpus: '15.00' },
      peakDay: { on: '2026-01-31', gpus: '900.00' },
    });
    expect(gpusInUse(use, '2026-04-01')?.averageLastMonth).toEqual({
      month: '2026-03',
      gpus: '16.13',
    });
    expect(gpusInUse(use, '2027-01-31')?.averageLastMonth).toEqual({
      month: '2026-12',
      gpus: '0.00',
    });
  });

  it('of a leap February are averaged over 29 days', () => {
    const use = new Map([['2028-02-29', gpuDays(29n)]]);
    expect(gpusInUse(use, '2028-03-31')?.averageLastMonth.gpus).toBe('1.00');
  });

  it('peak on the first of two days alike, whatever comes first', () => {
    const use = new Map([
      ['2026-02-03', 3600n],
      ['2026-02-01', 3600n],
    ]);
    expect(gpusInUse(use, '2026-03-10')?.peakDay).toEqual({ on: '2026-02-01', gpus: '0.04' });
  });

  it('are none where nothing was metered, or all of it was taken back', () => {
    expect(gpusInUse(new Map(), '2026-03-10')).toBeNull();
    expect(gpusInUse(new Map([['2026-02-03', 0n]]), '2026-03-10')).toBeNull();
  });
});
