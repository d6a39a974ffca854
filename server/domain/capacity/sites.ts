import { lowestFrom, mostHeld, type Runs } from './held-30-days.ts';
import type { Spans } from './spans.ts';

export const MOST_SITES = 50;

const LEVELS = ['secured', 'pledged', 'weightedSecured', 'weightedPledged'] as const;

/** One site's levels; the weighted ones are H100-equivalents × the divisor of the spans. */
export interface SiteRuns extends Runs, Record<(typeof LEVELS)[number], Float64Array> {}

export interface Sites {
  /** The most at one site on each day; for each level perhaps another site. */
  largest: Record<(typeof LEVELS)[number], Float64Array>;
  /** The most that one site holds on the headline's 30 days, and its H100-equivalents then. */
  held: number;
  heldWeighted: number;
  top: number[];
  /** One site's levels, in arrays that the next call overwrites. */
  runsOf: (site: number) => SiteRuns;
}

/** Sweeps all windows once, site after site, day after day. `at` is the first of the headline's 30 days. */
export function sweepSites(spans: Spans, at: number): Sites {
  const { days, sites } = spans;
  const order = eventsBySite(spans);
  const room = roomFor(days);
  const runsOf = (site: number): SiteRuns => sweep(spans, order, site, room);
  const largest = LEVELS.map((level) => ({ level, on: highest(days + 1) }));
  const heldBySite = new Float64Array(sites.length);
  const pledgedBySite = new Float64Array(sites.length);
  let held = 0;
  let heldWeighted = 0;
  for (let site = 0; site < sites.length; site++) {
    const runs = runsOf(site);
    for (let run = 0; run + 1 < runs.count; run++) {
      const [first, end] = [runs.starts[run]!, runs.starts[run + 1]!];
      for (const { level, on } of largest) {
        if (runs[level][run]! > 0) on.raise(first, end, runs[level][run]!);
      }
    }
    heldBySite[site] = mostHeld(runs, runs.secured).gpus;
    pledgedBySite[site] = mostHeld(runs, runs.pledged).gpus;
    const then = lowestFrom(runs, runs.secured, at);
    if (then < held || then === 0) continue;
    const weighted = lowestFrom(runs, runs.weightedSecured, at);
    // Of sites that hold as many, the one with most equivalents, in whatever order they are.
    heldWeighted = then > held ? weighted : Math.max(weighted, heldWeighted);
    held = then;
  }
  return {
    largest: Object.fromEntries(
      largest.map(({ level, on }) => [level, on.perDay()]),
    ) as Sites['largest'],
    held,
    heldWeighted,
    top: topOf(spans.sites, heldBySite, pledgedBySite),
    runsOf,
  };
}

function topOf(sites: string[], held: Float64Array, pledged: Float64Array): number[] {
  const least = held.toSorted().at(-MOST_SITES) ?? 0;
  return sites
    .flatMap((_, site) => (held[site]! >= least ? site : []))
    .toSorted(
      (a, b) =>
        held[b]! - held[a]! || pledged[b]! - pledged[a]! || (sites[a]! < sites[b]! ? -1 : 1),
    )
    .slice(0, MOST_SITES);
}

/** Both ends of each span by site and then by day (even numbers are first days), and where each site begins. */
interface Order {
  events: Int32Array;
  begins: Int32Array;
}

/** Two counting sorts; the second keeps the order of the first. */
function eventsBySite({ count, days, first, end, site, sites }: Spans): Order {
  const dayOf = (event: number): number => (event % 2 === 0 ? first : end)[event >> 1]!;
  const all = Int32Array.from({ length: 2 * count }, (_, event) => event);
  const { sorted: byDay } = countingSort(all, days + 1, dayOf);
  const { sorted, begins } = countingSort(byDay, sites.length, (event) => site[event >> 1]!);
  return { events: sorted, begins };
}

function countingSort(items: Int32Array, keys: number, keyOf: (item: number) => number) {
  const begins = new Int32Array(keys + 1);
  for (const item of items) begins[keyOf(item) + 1]! += 1;
  for (let key = 0; key < keys; key++) begins[key + 1]! += begins[key]!;
  const next = begins.slice();
  const sorted = new Int32Array(items.length);
  for (const item of items) sorted[next[keyOf(item)]!++] = item;
  return { sorted, begins };
}

const roomFor = (days: number): SiteRuns => ({
  count: 0,
  starts: new Int32Array(days + 1),
  secured: new Float64Array(days + 1),
  pledged: new Float64Array(days + 1),
  weightedSecured: new Float64Array(days + 1),
  weightedPledged: new Float64Array(days + 1),
});

function sweep(spans: Spans, { events, begins }: Order, site: number, runs: SiteRuns): SiteRuns {
  const { first, end, gpus, isCommitted, lot, weights } = spans;
  let [secured, pledged, weightedSecured, weightedPledged] = [0, 0, 0, 0];
  let run = -1;
  for (let place = begins[site]!; place < begins[site + 1]!; place++) {
    const event = events[place]!;
    const span = event >> 1;
    const isEnd = event % 2 === 1;
    const change = isEnd ? -gpus[span]! : gpus[span]!;
    const weighted = change * weights[lot[span]!]!;
    if (isCommitted[span]) {
      secured += change;
      weightedSecured += weighted;
    } else {
      pledged += change;
      weightedPledged += weighted;
    }
    const day = (isEnd ? end : first)[span]!;
    if (run < 0 || runs.starts[run] !== day) runs.starts[++run] = day;
    runs.secured[run] = secured;
    runs.pledged[run] = pledged;
    runs.weightedSecured[run] = weightedSecured;
    runs.weightedPledged[run] = weightedPledged;
  }
  runs.count = run + 1;
  return runs;
}

/**
 * The highest of many levels on each day. A level costs the same however long it lasts: two stretches whose length
 * is a power of two cover it, and all stretches are split once, at the end.
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
