/** How the use of GPUs changes with a day: all stretches that begin or end on it, taken together. */
export interface Turn {
  /** Days since 1970-01-01 UTC. */
  day: number;
  /** GPUs that run from this day's first second on, less those that do no more. */
  gpus: bigint;
  /** GPU-seconds of this day alone: less those before a stretch began, and those until one ended. */
  seconds: bigint;
}

const SECONDS_PER_DAY = 86_400n;

/**
 * GPU-seconds on each day that has some, by days since 1970-01-01 UTC, the first one first. One running sum: neither how many stretches there
 * are costs anything, nor how long they are.
 */
export function spread(turns: readonly Turn[]): Map<number, bigint> {
  const days = new Map<number, bigint>();
  let running = 0n;
  let next = 0;
  for (const { day, gpus, seconds } of turns.toSorted((a, b) => a.day - b.day)) {
    if (running !== 0n) {
      for (; next < day; next++) days.set(next, (days.get(next) ?? 0n) + running * SECONDS_PER_DAY);
    }
    next = day;
    days.set(day, (days.get(day) ?? 0n) + seconds);
    running += gpus;
  }
  for (const [day, gpuSeconds] of days) if (gpuSeconds === 0n) days.delete(day);
  return days;
}

/** The same, of all days. */
export const gpuSecondsOf = (turns: readonly Turn[]): bigint =>
  turns.reduce(
    (sum, { day, gpus, seconds }) => sum + seconds - gpus * BigInt(day) * SECONDS_PER_DAY,
    0n,
  );
