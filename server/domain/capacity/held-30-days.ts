/** The headline counts GPUs that are there on each of so many days in a row. */
export const HELD_DAYS = 30;

/** Levels over time, each until the next one; the last is zero. Columns may be longer than `count`. */
export interface Runs {
  count: number;
  starts: Int32Array;
}

export interface Held {
  gpus: number;
  at: number;
}

/** Only a day on which a level begins can be the first: a day later within a level, the minimum is no more. */
export function mostHeld({ count, starts }: Runs, levels: Float64Array): Held {
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
export function lowestFrom({ count, starts }: Runs, levels: Float64Array, at: number): number {
  if (count === 0 || starts[0]! > at) return 0;
  let lowest = Infinity;
  for (let run = 0; run < count && starts[run]! < at + HELD_DAYS; run++) {
    if (run + 1 < count && starts[run + 1]! <= at) continue;
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
