import { accumulate } from './series.ts';
import type { Spans } from './spans.ts';

/** GPU-seconds of given, agreed windows in a month ("2026-03"): digits, rounded down. */
export interface Due {
  month: string;
  gpuSeconds: string;
  h100eGpuSeconds: string;
}

/** GPU-seconds = floor(GPUs × seconds × availability), rounded once for a whole month. */
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
