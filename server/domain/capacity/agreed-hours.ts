import type { Axis, LotChanges } from './lots.ts';
import { accumulate } from './series.ts';
import type { Weights } from './spans.ts';

/** GPU-seconds of given, agreed windows in a month ("2026-03"): digits, rounded down. */
export interface Due {
  month: string;
  gpuSeconds: string;
  h100eGpuSeconds: string;
}

/** GPU-seconds = floor(GPUs × seconds × availability), rounded once for a whole month. */
export function dueOf({ names }: Axis, lots: readonly LotChanges[], by: Weights): Due[] {
  const parts = new Float64Array(names.length);
  const weighted = new Float64Array(names.length);
  for (const [at, changes] of lots.entries()) {
    const weight = by.weights[at]!;
    for (let day = 0; day < names.length; day++) {
      parts[day]! += changes.parts[day]!;
      weighted[day]! += changes.parts[day]! * weight;
    }
  }
  accumulate(parts);
  accumulate(weighted);
  const months = new Map<string, { parts: bigint; weighted: bigint }>();
  for (let day = 0; day < names.length; day++) {
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
    h100eGpuSeconds: ((sum.weighted * 86_400n) / (10_000n * BigInt(by.divisor))).toString(),
  }));
}
