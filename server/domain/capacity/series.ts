import { recordOf } from '../record-of.ts';
import type { LotChanges } from './lots.ts';

const KINDS = ['secured', 'pledged', 'bought'] as const;

/** GPUs on each day; nothing is left on the last. */
export type Series = Record<(typeof KINDS)[number], Float64Array>;

export const seriesOf = (changes: LotChanges): Series =>
  recordOf(KINDS, (kind) => accumulate(changes[kind].slice()));

/** Makes counts of changes, in place. */
export function accumulate(changes: Float64Array): Float64Array {
  for (let day = 1; day < changes.length; day++) changes[day]! += changes[day - 1]!;
  return changes;
}

/** The sum of lots; each GPU counts as its lot's weight, or as one. */
export function sumOf(all: readonly Series[], weights?: readonly number[]): Series {
  const { length } = all[0]!.secured;
  const sum = recordOf(KINDS, () => new Float64Array(length));
  for (const [at, series] of all.entries()) {
    const weight = weights?.[at] ?? 1;
    if (weight === 0) continue;
    for (const kind of KINDS) {
      const [into, from] = [sum[kind], series[kind]];
      for (let day = 0; day < length; day++) into[day]! += weight * from[day]!;
    }
  }
  return sum;
}

/** Whole H100-equivalents of a weighted sum, half to even. */
export const rounding =
  ({ divisor }: { divisor: number }) =>
  (weighted: number): number => {
    const floor = Math.floor(weighted / divisor);
    const twiceRest = 2 * (weighted - floor * divisor);
    const isUp = twiceRest === divisor ? floor % 2 === 1 : twiceRest > divisor;
    return isUp ? floor + 1 : floor;
  };

/** The days on which any figure differs from the day before, from the first that has any. */
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
