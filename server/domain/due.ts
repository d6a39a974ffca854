import { dayNumber, dayOf } from './day.ts';
import { accumulate } from './series.ts';
import type { Spans } from './spans.ts';
import type { Grant } from './window.ts';

/** Given GPU-seconds that agreed windows have in a month ("2026-03"): digits, rounded down. */
export interface Due {
  month: string;
  gpuSeconds: string;
  h100eGpuSeconds: string;
}

/** GPU-seconds = floor(GPUs × seconds × availability), here once for all of a month. */
export function dueOf({ names, days, count, weights, divisor, ...spans }: Spans): Due[] {
  const parts = new Float64Array(days + 1);
  const weighted = new Float64Array(days + 1);
  for (let span = 0; span < count; span++) {
    if (spans.isCommitted[span] === 0 || spans.isBought[span] === 1) continue;
    const part = spans.gpus[span]! * spans.availability[span]!;
    const weight = weights[spans.lot[span]!]!;
    parts[spans.first[span]!]! += part;
    parts[spans.end[span]!]! -= part;
    weighted[spans.first[span]!]! += part * weight;
    weighted[spans.end[span]!]! -= part * weight;
  }
  accumulate(parts);
  accumulate(weighted);
  const months = new Map<string, { parts: bigint; weighted: bigint }>();
  for (let day = 0; day < days; day++) {
    if (parts[day] === 0) continue;
    const key = names[day]!.slice(0, 7);
    const month = months.get(key) ?? { parts: 0n, weighted: 0n };
    months.set(key, month);
    month.parts += BigInt(parts[day]!);
    month.weighted += BigInt(weighted[day]!);
  }
  return [...months].map(([month, sum]) => ({
    month,
    gpuSeconds: ((sum.parts * 86_400n) / 10_000n).toString(),
    h100eGpuSeconds: ((sum.weighted * 86_400n) / (10_000n * BigInt(divisor))).toString(),
  }));
}

/**
 * Hours that are agreed for some days without GPUs, spread evenly over the days, by month; the months
 * add up to the whole.
 */
export function spreadByMonth({ from, to }: Grant, gpuSeconds: bigint): Map<string, bigint> {
  const [first, end] = [dayNumber(from), dayNumber(to)];
  const upTo = (day: number): bigint => (gpuSeconds * BigInt(day - first)) / BigInt(end - first);
  const months = new Map<string, bigint>();
  for (let day = first; day < end;) {
    const month = dayOf(day).slice(0, 7);
    const next = Math.min(dayNumber(`${monthAfter(month)}-01`), end);
    months.set(month, upTo(next) - upTo(day));
    day = next;
  }
  return months;
}

/** "2026-12" is followed by "2027-01". */
export function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
