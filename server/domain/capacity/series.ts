import type { Spans } from './spans.ts';

/** GPUs on each day; on the last day nothing is left. */
export type Series = Record<'secured' | 'pledged' | 'bought', Float64Array>;

export const emptySeries = (days: number): Series => ({
  secured: new Float64Array(days + 1),
  pledged: new Float64Array(days + 1),
  bought: new Float64Array(days + 1),
});

export function seriesOfLots({ count, days, lots, ...spans }: Spans): Series[] {
  const all = lots.map(() => emptySeries(days));
  for (let span = 0; span < count; span++) {
    const series = all[spans.lot[span]!]!;
    const isCommitted = spans.isCommitted[span] === 1;
    const columns = isCommitted ? [series.secured] : [series.pledged];
    if (isCommitted && spans.isBought[span] === 1) columns.push(series.bought);
    for (const column of columns) {
      column[spans.first[span]!]! += spans.gpus[span]!;
      column[spans.end[span]!]! -= spans.gpus[span]!;
    }
  }
  for (const series of all) for (const column of Object.values(series)) accumulate(column);
  return all;
}

/** Turns changes into counts, in place. */
export function accumulate(changes: Float64Array): void {
  for (let day = 1; day < changes.length; day++) changes[day]! += changes[day - 1]!;
}

/** The lots together, each GPU counted as its lot's weight, or as one. */
export function sumOf(all: Series[], weights?: readonly number[]): Series {
  const sum = emptySeries(all[0]!.secured.length - 1);
  for (const [at, series] of all.entries()) {
    const weight = weights?.[at] ?? 1;
    if (weight === 0) continue;
    for (const kind of ['secured', 'pledged', 'bought'] as const) {
      const [into, from] = [sum[kind], series[kind]];
      for (let day = 0; day < into.length; day++) into[day]! += weight * from[day]!;
    }
  }
  return sum;
}

/** Whole H100-equivalents of a weighted sum, half to even. */
export const rounding =
  ({ divisor }: Spans) =>
  (weighted: number): number => {
    const floor = Math.floor(weighted / divisor);
    const twiceRest = 2 * (weighted - floor * divisor);
    const isUp = twiceRest === divisor ? floor % 2 === 1 : twiceRest > divisor;
    return isUp ? floor + 1 : floor;
  };

export function changing(columns: readonly Float64Array[]): { day: number; row: number[] }[] {
  const steps: { day: number; row: number[] }[] = [];
  const days = columns[0]!.length;
  for (let day = 0; day < days; day++) {
    let isSame = true;
    for (const column of columns) {
      if (column[day] !== (steps.length === 0 ? 0 : column[day - 1])) isSame = false;
    }
    if (!isSame) steps.push({ day, row: columns.map((column) => column[day]!) });
  }
  return steps;
}
