import { addDays, type Day } from './day.ts';
import { divideHalfEven, formatDecimal } from './quantity.ts';

const SECONDS_PER_DAY = 86_400n;

export type Use = ReadonlyMap<Day, bigint>;

/** GPUs that jobs kept busy all day long: decimals with two places, half to even. */
export interface GpusInUse {
  /** Counts days without a job. */
  averageLastMonth: { month: string; gpus: string };
  peakDay: { on: Day; gpus: string };
}

const gpus = (gpuSeconds: bigint, days: number): string =>
  formatDecimal(divideHalfEven(gpuSeconds * 100n, SECONDS_PER_DAY * BigInt(days)), 2);

/** Null while no job was metered. Of equal days the first is the peak. */
export function gpusInUse(use: Use, asOf: Day): GpusInUse | null {
  const lastDay = addDays(`${asOf.slice(0, 7)}-01`, -1);
  const month = lastDay.slice(0, 7);
  let inMonth = 0n;
  let peak: { on: Day; gpuSeconds: bigint } | null = null;
  for (const [on, gpuSeconds] of use) {
    if (on.startsWith(month)) inMonth += gpuSeconds;
    if (gpuSeconds <= 0n) continue;
    const isHigher =
      !peak || gpuSeconds > peak.gpuSeconds || (gpuSeconds === peak.gpuSeconds && on < peak.on);
    if (isHigher) peak = { on, gpuSeconds };
  }
  return (
    peak && {
      averageLastMonth: { month, gpus: gpus(inMonth, Number(lastDay.slice(8))) },
      peakDay: { on: peak.on, gpus: gpus(peak.gpuSeconds, 1) },
    }
  );
}
