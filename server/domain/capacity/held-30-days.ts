/** The headline counts GPUs that are there on each of so many days in a row. */
export const HELD_DAYS = 30;

/** Levels over time, each until the next one; the last is zero. Columns may be longer than `count`. */
export interface Runs {
  count: number;
  starts: ArrayLike<number>;
}

export interface Held {
  gpus: number;
  at: number;
}

/** Only a day on which a level begins can be the first: a day later within a level, the minimum is no more. */
export function mostHeld({ count, starts }: Runs, levels: ArrayLike<number>): Held {
  const best: Held = { gpus: 0, at: 0 };
  for (let run = 0; run < count; run++) {
    const until = starts[run]! + HELD_DAYS;
    let lowest = levels[run]!;
    for (let next = run + 1; next < count && starts[next]! < until; next++) {
      if (lowest <= best.gpus) break;
      lowest = Math.min(lowest, levels[next]!);
    }
    if (lowest > best.gpus) Object.assign(best, { gpus: lowest, at: starts[run]! });
  }
  return best;
}

/** The lowest level on the 30 days from `at` on; zero before the first run. */
export function lowestFrom({ count, starts }: Runs, levels: ArrayLike<number>, at: number): number {
  if (count === 0 || starts[0]! > at) return 0;
  let run = 0;
  for (let after = count; after - run > 1;) {
    const middle = (run + after) >> 1;
    if (starts[middle]! <= at) run = middle;
    else after = middle;
  }
  let lowest = Infinity;
  for (; run < count && starts[run]! < at + HELD_DAYS; run++) {
    lowest = Math.min(lowest, levels[run]!);
  }
  return lowest;
}

export function runsOf(perDay: Float64Array): Runs & { levels: Float64Array } {
  const starts = new Int32Array(perDay.length);
  const levels = new Float64Array(perDay.length);
  let count = 0;
  for (let day = 0; day < perDay.length; day++) {
    if (day > 0 && perDay[day] === perDay[day - 1]) continue;
    starts[count] = day;
    levels[count] = perDay[day]!;
    count++;
  }
  return { count, starts, levels };
}
