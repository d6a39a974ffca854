import { dayNumber, type Day } from './day.ts';

const SECONDS_PER_DAY = 86_400n;

/** Availability is a canonical decimal in (0–1] with at most four decimals: "1", "0.95". */
export interface Window {
  gpus: number;
  from: Day;
  /** Half-open: the first day without the GPUs. */
  to: Day;
  availability: string;
}

/** A pledge of hours without a number of GPUs, and so without concurrency. */
export interface Grant {
  from: Day;
  to: Day;
}

/** "0.950" and 0.95 are "0.95"; null for what is no decimal in (0–1] with at most four places. */
export function canonicalAvailability(value: string | number): string | null {
  const match = /^(?:1(?:\.0{1,4})?|0\.(\d{1,4}))$/.exec(String(value));
  if (!match) return null;
  const fraction = (match[1] ?? '').replace(/0+$/, '');
  if (match[1] === undefined) return '1';
  return fraction === '' ? null : `0.${fraction}`;
}

/** "0.95" is 9500. */
export const tenThousandths = (availability: string): bigint =>
  availability === '1' ? 10_000n : BigInt(availability.slice(2).padEnd(4, '0'));

/** floor(GPUs × seconds × availability) of one window. */
export function gpuSecondsOf({ gpus, from, to, availability }: Window): bigint {
  const seconds = BigInt(dayNumber(to) - dayNumber(from)) * SECONDS_PER_DAY;
  return (BigInt(gpus) * seconds * tenThousandths(availability)) / 10_000n;
}

export const sumGpuSeconds = (windows: readonly Window[]): bigint =>
  windows.reduce((sum, window) => sum + gpuSecondsOf(window), 0n);

/** Changes of the count by day, apart for each availability: 512 GPUs at 0.95 are not 486 at 1. */
export type Profile = Map<string, Map<Day, number>>;

/** In place; returns the profile. */
export function addWindows(profile: Profile, windows: readonly Window[], sign: 1 | -1): Profile {
  for (const { gpus, from, to, availability } of windows) {
    const changes = profile.get(availability) ?? new Map<Day, number>();
    profile.set(availability, changes);
    changes.set(from, (changes.get(from) ?? 0) + sign * gpus);
    changes.set(to, (changes.get(to) ?? 0) - sign * gpus);
  }
  return profile;
}

/** Runs of equal count, none of zero, by availability and day. */
export function windowsOf(profile: Profile): Window[] {
  return [...profile]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([availability, changes]) => {
      const runs: Window[] = [];
      let gpus = 0;
      let from = '';
      for (const [day, change] of [...changes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
        if (change === 0) continue;
        if (gpus !== 0) runs.push({ gpus, from, to: day, availability });
        gpus += change;
        from = day;
      }
      return runs;
    });
}

export const copyProfile = (profile: Profile): Profile =>
  new Map([...profile].map(([key, changes]) => [key, new Map(changes)]));

export function holds(profile: Profile, windows: readonly Window[]): boolean {
  return windowsOf(addWindows(copyProfile(profile), windows, -1)).every(({ gpus }) => gpus > 0);
}

export const windowsFrom = (windows: readonly Window[], day: Day): Window[] =>
  windows
    .filter(({ to }) => to > day)
    .map((window) => (window.from < day ? Object.assign({}, window, { from: day }) : window));

/** The numbers of GPUs at once, one after the other: 0 for days in between. */
export interface Extent {
  levels: number[];
  from: Day;
  to: Day;
}

/** Overlapping windows add up, whatever their availability. Null for no windows. */
export function extentOf(windows: readonly Window[]): Extent | null {
  const all = windows.map(({ gpus, from, to }) => ({ gpus, from, to, availability: '1' }));
  const runs = windowsOf(addWindows(new Map(), all, 1));
  const [first] = runs;
  if (!first) return null;
  const levels = runs.flatMap(({ gpus, from }, index) =>
    index === 0 || runs[index - 1]!.to === from ? [gpus] : [0, gpus],
  );
  return { levels, from: first.from, to: runs.at(-1)!.to };
}

/** Stretches between the first and the last day on which no window has GPUs. */
export function gapsOf(windows: readonly Window[]): { from: Day; to: Day }[] {
  const gaps: { from: Day; to: Day }[] = [];
  let end: Day | null = null;
  for (const { from, to } of windows.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (end !== null && from > end) gaps.push({ from: end, to: from });
    if (end === null || to > end) end = to;
  }
  return gaps;
}
