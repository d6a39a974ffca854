export interface Turn {
  day: number;
  /** GPUs that start on this day, less those that stop. */
  gpus: bigint;
  seconds: bigint;
}

const SECONDS_PER_DAY = 86_400n;

/** GPU-seconds by day since 1970-01-01 UTC. */
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

export const gpuSecondsOf = (turns: readonly Turn[]): bigint =>
  turns.reduce(
    (sum, { day, gpus, seconds }) => sum + seconds - gpus * BigInt(day) * SECONDS_PER_DAY,
    0n,
  );
