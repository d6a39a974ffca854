/** How many GPUs each site has at once. A site is swept anew only once its spans have changed. */
import { recordOf } from '../record-of.ts';
import { lowestFrom, mostHeld, type Runs } from './held-30-days.ts';
import type { Axis } from './lots.ts';
import type { Span, Weights } from './spans.ts';

/** Sites with a curve of their own; the rest are added up. */
export const MOST_SITES = 50;

const LEVELS = ['secured', 'pledged', 'weightedSecured', 'weightedPledged'] as const;
type Level = (typeof LEVELS)[number];

/** One site's levels; weighted ones are H100-equivalents over the divisor of the weights. */
export interface SiteRuns extends Runs, Record<Level, number[]> {
  starts: number[];
}

export interface Site {
  code: string;
  spans: Span[];
  /** Null once the spans or the weights have changed. */
  swept: Swept | null;
}

export interface Swept {
  runs: SiteRuns;
  /** On each of 30 consecutive days. */
  held: number;
  pledged: number;
}

export type Sites = ReturnType<typeof compareSites>;

export function sweepSites(sites: Iterable<Site>, axis: Axis, { weights }: Weights): void {
  const room = roomFor(axis);
  for (const site of sites) {
    if (site.swept) continue;
    const runs = sweep(site.spans, axis, weights, room);
    const held = mostHeld(runs, runs.secured).gpus;
    site.swept = { runs, held, pledged: mostHeld(runs, runs.pledged).gpus };
  }
}

/** `at` is the first of the headline's 30 days, on which `held` is held. */
export function compareSites(sites: Iterable<Site>, { start, names }: Axis, at: number) {
  const largest = recordOf(LEVELS, () => highest(names.length));
  const some: Site[] = [];
  let held = 0;
  let heldWeighted = 0;
  for (const site of sites) {
    const { runs } = site.swept!;
    if (runs.count === 0) continue;
    some.push(site);
    for (const level of LEVELS) {
      const levels = runs[level];
      const on = largest[level];
      for (let run = 0; run + 1 < runs.count; run++) {
        if (levels[run]! <= 0) continue;
        on.raise(runs.starts[run]! - start, runs.starts[run + 1]! - start, levels[run]!);
      }
    }
    const then = lowestFrom(runs, runs.secured, at);
    if (then < held || then === 0) continue;
    const weighted = lowestFrom(runs, runs.weightedSecured, at);
    // Of sites that hold as many, the one with most equivalents.
    heldWeighted = then > held ? weighted : Math.max(weighted, heldWeighted);
    held = then;
  }
  return {
    /** Each perhaps at another site. */
    largest: recordOf(LEVELS, (level) => largest[level].perDay()),
    held,
    heldWeighted,
    top: topOf(some),
  };
}

/** The sites that hold most, then those that are pledged most, then by their codes. */
function topOf(sites: readonly Site[]): Site[] {
  const least = Float64Array.from(sites, ({ swept }) => swept!.held)
    .toSorted()
    .at(-MOST_SITES);
  return sites
    .filter(({ swept }) => swept!.held >= (least ?? 0))
    .toSorted(
      ({ code, swept: a }, { code: other, swept: b }) =>
        b!.held - a!.held || b!.pledged - a!.pledged || (code < other ? -1 : 1),
    )
    .slice(0, MOST_SITES);
}

/** Changes of each level by day, in arrays that all sites share. */
const roomFor = ({ names }: Axis) => ({
  changes: LEVELS.map(() => new Float64Array(names.length)),
  isTouched: new Uint8Array(names.length),
  touched: new Int32Array(names.length),
});

type Room = ReturnType<typeof roomFor>;

/** Visits only touched days, so that it costs what the spans are. */
function sweep(spans: readonly Span[], axis: Axis, weights: number[], room: Room): SiteRuns {
  const { changes, isTouched, touched } = room;
  let count = 0;
  const touch = (day: number): void => {
    if (isTouched[day] === 1) return;
    isTouched[day] = 1;
    touched[count++] = day;
  };
  for (const span of spans) {
    const plain = changes[span.isCommitted ? 0 : 1]!;
    const weighted = changes[span.isCommitted ? 2 : 3]!;
    const first = span.first - axis.start;
    const end = span.end - axis.start;
    const weight = span.gpus * weights[span.lot]!;
    plain[first]! += span.gpus;
    plain[end]! -= span.gpus;
    weighted[first]! += weight;
    weighted[end]! -= weight;
    touch(first);
    touch(end);
  }
  return runsFrom(touched.subarray(0, count).toSorted(), axis, room);
}

/** Clears the room's changes on some sorted days into runs. */
function runsFrom(days: Int32Array, { start }: Axis, { changes, isTouched }: Room): SiteRuns {
  const runs: SiteRuns = { count: 0, starts: [], ...recordOf(LEVELS, (): number[] => []) };
  const columns = LEVELS.map((level) => runs[level]);
  const levels = LEVELS.map(() => 0);
  for (const day of days) {
    isTouched[day] = 0;
    let isSame = true;
    for (let at = 0; at < LEVELS.length; at++) {
      const change = changes[at]![day]!;
      if (change === 0) continue;
      isSame = false;
      levels[at]! += change;
      changes[at]![day] = 0;
    }
    if (isSame) continue;
    runs.count = runs.starts.push(day + start);
    for (let at = 0; at < LEVELS.length; at++) columns[at]!.push(levels[at]!);
  }
  return runs;
}

/** The highest of many levels on each day. Two power-of-two stretches cover a level, and are split once, at the end. */
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
