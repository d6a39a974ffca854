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
  /**
   * The most GPUs committed on each of 30 consecutive days, over all sites, from the first day of
   * the first such run; and the most that one site holds on each of those same days.
   */
  held: { allSites: number; largestSite: number; from: Day | null };
  /** The same measure of what is pledged, all sites, for itself. */
  heldPromised: number;
  steps: Step[];
}

/** A presence whose days are counted from the first day of all: the half-open [first, end). */
interface Span {
  site: string;
  committed: boolean;
  bought: boolean;
  gpus: number;
  first: number;
  end: number;
}

/** Concurrent GPUs per day: a sum over presences, day by day. Windows are at most decades long. */
export function capacityOf(presences: readonly Presence[]): Capacity {
  const active = presences.filter(({ gpus, from, to }) => gpus !== 0 && from < to);
  if (active.length === 0) {
    return { held: { allSites: 0, largestSite: 0, from: null }, heldPromised: 0, steps: [] };
  }
  const { start, days, spans } = spansOf(active);
  const committed = spans.filter((span) => span.committed);
  const secured = countPerDay(committed, days);
  const promised = countPerDay(
    spans.filter((span) => !span.committed),
    days,
  );
  const bought = countPerDay(
    committed.filter((span) => span.bought),
    days,
  );
  const held = mostHeld(secured);
  const largest = largestSites(committed, days, held.at);
  return {
    held: {
      allSites: held.gpus,
      largestSite: held.gpus > 0 ? largest.held : 0,
      from: held.gpus > 0 ? dayOf(start + held.at) : null,
    },
    heldPromised: mostHeld(promised).gpus,
    steps: stepsOf(start, { secured, largestSite: largest.perDay, promised, bought }),
  };
}

function spansOf(active: readonly Presence[]): { start: number; days: number; spans: Span[] } {
  // There are far fewer days than windows, and to read one from its text is slow.
  const numbers = new Map<Day, number>();
  for (const { from, to } of active) {
    if (!numbers.has(from)) numbers.set(from, dayNumber(from));
    if (!numbers.has(to)) numbers.set(to, dayNumber(to));
  }
  const all = [...numbers.values()];
  const start = all.reduce((least, day) => Math.min(least, day));
  const days = all.reduce((most, day) => Math.max(most, day)) - start;
  const spans = active.map(({ site, stage, bought, gpus, from, to }) => ({
    site,
    committed: stage === 'committed',
    bought,
    gpus,
    first: numbers.get(from)! - start,
    end: numbers.get(to)! - start,
  }));
  return { start, days, spans };
}

/** One count per day, with a last one after `days`, where nothing is left. */
function countPerDay(spans: readonly Span[], days: number): Float64Array {
  const counts = changesPerDay(spans, new Float64Array(days + 1));
  for (let day = 1; day <= days; day++) counts[day]! += counts[day - 1]!;
  return counts;
}

/** Adds to `changes`, and returns it, by how much each day's count differs from the day before. */
function changesPerDay(spans: readonly Span[], changes: Float64Array): Float64Array {
  for (const { gpus, first, end } of spans) {
    changes[first]! += gpus;
    changes[end]! -= gpus;
  }
  return changes;
}

/** The largest single site on each day, and the most that one site holds for 30 days from `at`. */
function largestSites(committed: readonly Span[], days: number, at: number) {
  const most = highest(days + 1);
  // One array for all sites, put back to nothing by each: of tens of thousands, making them, or
  // passing through all days of each, would take most of the time.
  const changes = new Float64Array(days + 1);
  let held = 0;
  for (const spans of Map.groupBy(committed, ({ site }) => site).values()) {
    changesPerDay(spans, changes);
    const turns = new Set<number>([days]);
    for (const { first, end } of spans) turns.add(first).add(end);
    let gpus = 0;
    let since = 0;
    let lowest = Number.MAX_SAFE_INTEGER;
    for (const day of Int32Array.from(turns).toSorted()) {
      if (since < at + HELD_DAYS && day > at) lowest = Math.min(lowest, gpus);
      if (gpus > 0) most.raise(since, day, gpus);
      gpus += changes[day]!;
      changes[day] = 0;
      since = day;
    }
    held = Math.max(held, lowest);
  }
  return { perDay: most.perDay(), held };
}

/**
 * The highest of many levels on each day, at a constant cost for a level however long it stands: a
 * stretch is covered by two that are a power of two long, and those are split once, at the end.
 */
function highest(days: number) {
  const depth = 32 - Math.clz32(days);
  const levels = Array.from({ length: depth }, () => new Float64Array(days));
  return {
    /** On the half-open, non-empty [first, end). */
    raise: (first: number, end: number, level: number): void => {
      const power = 31 - Math.clz32(end - first);
      const stretches = levels[power]!;
      const last = end - (1 << power);
      stretches[first] = Math.max(stretches[first]!, level);
      stretches[last] = Math.max(stretches[last]!, level);
    },
    perDay: (): Float64Array => {
      for (let power = depth - 1; power > 0; power--) {
        const half = 1 << (power - 1);
        const [long, short] = [levels[power]!, levels[power - 1]!];
        for (let day = 0; day + 2 * half <= days; day++) {
          short[day] = Math.max(short[day]!, long[day]!);
          short[day + half] = Math.max(short[day + half]!, long[day]!);
        }
      }
      return levels[0]!;
    },
  };
}

/** The largest minimum over 30 consecutive days, and the first day of the first such run. */
function mostHeld(counts: Float64Array): { gpus: number; at: number } {
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

type Series = Record<Exclude<keyof Step, 'on'>, Float64Array>;

function stepsOf(start: number, series: Series): Step[] {
  const steps: Step[] = [];
  const kinds = Object.entries(series) as [keyof Series, Float64Array][];
  for (let day = 0; day < series.secured.length; day++) {
    if (day > 0 && kinds.every(([, counts]) => counts[day] === counts[day - 1])) continue;
    const step = Object.fromEntries(kinds.map(([kind, counts]) => [kind, counts[day]!]));
    steps.push({ on: dayOf(start + day), ...(step as Record<keyof Series, number>) });
  }
  return steps;
}
