import { dayNumber, dayOf, type Day } from './day.ts';

/** The headline's rule: what is held counts when it is held on each of this many days in a row. */
export const HELD_DAYS = 30;

/** GPUs that join (or, negative, leave) a stage's concurrency at a site, on half-open days. */
export interface Presence {
  site: string;
  stage: 'pledged' | 'committed';
  bought: boolean;
  gpus: number;
  from: Day;
  to: Day;
}

/** GPUs at once from `on` until the next step; `bought` is the bought part of `secured`. */
export interface Step {
  on: Day;
  secured: number;
  largestSite: number;
  promised: number;
  bought: number;
}

export interface Capacity {
  /** The most GPUs committed on each of 30 consecutive days: over all sites, and at one site. */
  held: { allSites: number; largestSite: number; from: Day | null };
  /** The same measure of what is committed or pledged, all sites. */
  heldWithPromised: number;
  steps: Step[];
}

/** Concurrent GPUs per day: a sum over presences, day by day. Windows are at most decades long. */
export function capacityOf(presences: readonly Presence[]): Capacity {
  const active = presences.filter(({ gpus, from, to }) => gpus !== 0 && from < to);
  if (active.length === 0) {
    return { held: { allSites: 0, largestSite: 0, from: null }, heldWithPromised: 0, steps: [] };
  }
  const first = active.reduce((min, { from }) => (from < min ? from : min), active[0]!.from);
  const last = active.reduce((max, { to }) => (to > max ? to : max), active[0]!.to);
  const start = dayNumber(first);
  const days = dayNumber(last) - start;
  const sum = (pick: (presence: Presence) => boolean): Int32Array =>
    countPerDay(active.filter(pick), start, days);

  const secured = sum(({ stage }) => stage === 'committed');
  const promised = sum(({ stage }) => stage === 'pledged');
  const bought = sum(({ stage, bought: isBought }) => stage === 'committed' && isBought);
  const largest = largestSites(active, start, days);
  const held = mostHeld(secured);
  return {
    held: {
      allSites: held.gpus,
      largestSite: largest.held,
      from: held.gpus > 0 ? dayOf(start + held.at) : null,
    },
    heldWithPromised: mostHeld(secured.map((gpus, day) => gpus + promised[day]!)).gpus,
    steps: stepsOf(start, { secured, largestSite: largest.perDay, promised, bought }),
  };
}

/** One count per day from `start` on, with a last one after `days`, where nothing is left. */
function countPerDay(presences: readonly Presence[], start: number, days: number): Int32Array {
  const counts = new Int32Array(days + 1);
  for (const { gpus, from, to } of presences) {
    counts[dayNumber(from) - start]! += gpus;
    counts[dayNumber(to) - start]! -= gpus;
  }
  for (let day = 1; day <= days; day++) counts[day]! += counts[day - 1]!;
  return counts;
}

/** The largest single site on each day, and the most that any one site holds for 30 days. */
function largestSites(active: readonly Presence[], start: number, days: number) {
  const perDay = new Int32Array(days + 1);
  let held = 0;
  const committed = active.filter(({ stage }) => stage === 'committed');
  for (const presences of Map.groupBy(committed, ({ site }) => site).values()) {
    const counts = countPerDay(presences, start, days);
    counts.forEach((gpus, day) => {
      if (gpus > perDay[day]!) perDay[day] = gpus;
    });
    held = Math.max(held, mostHeld(counts).gpus);
  }
  return { perDay, held };
}

/** The largest minimum over 30 consecutive days, and the first day of the first such run. */
function mostHeld(counts: Int32Array): { gpus: number; at: number } {
  let best = { gpus: 0, at: 0 };
  // Days of rising counts that may yet be the minimum of a run; the front is the current one.
  const rising = new Int32Array(counts.length);
  let front = 0;
  let back = 0;
  for (let day = 0; day < counts.length; day++) {
    while (back > front && counts[rising[back - 1]!]! >= counts[day]!) back--;
    rising[back++] = day;
    if (rising[front]! <= day - HELD_DAYS) front++;
    const lowest = counts[rising[front]!]!;
    if (day >= HELD_DAYS - 1 && lowest > best.gpus)
      best = { gpus: lowest, at: day - HELD_DAYS + 1 };
  }
  return best;
}

type Series = Record<Exclude<keyof Step, 'on'>, Int32Array>;

function stepsOf(start: number, series: Series): Step[] {
  const steps: Step[] = [];
  const kinds = Object.entries(series) as [keyof Series, Int32Array][];
  for (let day = 0; day < series.secured.length; day++) {
    if (day > 0 && kinds.every(([, counts]) => counts[day] === counts[day - 1])) continue;
    const step = Object.fromEntries(kinds.map(([kind, counts]) => [kind, counts[day]!]));
    steps.push({ on: dayOf(start + day), ...(step as Record<keyof Series, number>) });
  }
  return steps;
}
