import type { Day } from '../day.ts';
import { lowestFrom, mostHeld, runsOf } from './held-30-days.ts';
import { dueOf, type Due } from './agreed-hours.ts';
import {
  modelCurves,
  siteCurves,
  type ModelCurve,
  type SiteCurve,
} from './model-and-site-curves.ts';
import { changing, rounding, seriesOfLots, sumOf, type Series } from './series.ts';
import { sweepSites, type Sites } from './sites.ts';
import { spansOf, type Presence, type Spans } from './spans.ts';

/** GPUs at once; `bought` is the bought part of `secured`. */
export interface Counts {
  secured: number;
  /** The secured ones at the site that has most of these. */
  largestSite: number;
  pledged: number;
  /** The pledged ones at the site that has most of these: perhaps another one. */
  largestPledged: number;
  bought: number;
}

/**
 * What is there from `on` until the next step. H100-equivalents are whole GPUs, half to even, by the factor in
 * each pledge's terms; their largest site is the one that has most of them.
 */
export interface Step extends Counts {
  on: Day;
  h100e: Counts;
}

export interface Capacity {
  /** The most GPUs committed on each of 30 days in a row, and the most that one site has on those same days. */
  held: { allSites: number; largestSite: number; from: Day | null };
  /** The same for pledged GPUs at all sites, on days of their own. */
  heldPledged: number;
  /** The three in H100-equivalents, on the same days. */
  heldH100e: { allSites: number; largestSite: number; pledged: number };
  steps: Step[];
  models: ModelCurve[];
  /** The 50 sites that hold most, then the others as one. */
  sites: SiteCurve[];
  due: Due[];
}

export const NO_CAPACITY: Capacity = {
  held: { allSites: 0, largestSite: 0, from: null },
  heldPledged: 0,
  heldH100e: { allSites: 0, largestSite: 0, pledged: 0 },
  steps: [],
  models: [],
  sites: [],
  due: [],
};

/** Concurrent GPUs per day: a sum over presences, day by day. Windows are at most decades long. */
export function capacityOf(presences: readonly Presence[]): Capacity {
  const spans = spansOf(presences);
  if (!spans) return NO_CAPACITY;
  const { names, weights } = spans;
  const series = seriesOfLots(spans);
  const total = sumOf(series);
  const weighted = sumOf(series, weights);
  const secured = runsOf(total.secured);
  const held = mostHeld(secured, secured.levels);
  const pledged = runsOf(total.pledged);
  const heldPledged = mostHeld(pledged, pledged.levels);
  const sites = sweepSites(spans, held.at);
  const h100e = rounding(spans);
  const lowest = (perDay: Float64Array, at: number): number => {
    const runs = runsOf(perDay);
    return h100e(lowestFrom(runs, runs.levels, at));
  };
  return {
    held: {
      allSites: held.gpus,
      largestSite: held.gpus > 0 ? sites.held : 0,
      from: held.gpus > 0 ? names[held.at]! : null,
    },
    heldPledged: heldPledged.gpus,
    heldH100e: {
      allSites: held.gpus > 0 ? lowest(weighted.secured, held.at) : 0,
      largestSite: held.gpus > 0 ? h100e(sites.heldWeighted) : 0,
      pledged: heldPledged.gpus > 0 ? lowest(weighted.pledged, heldPledged.at) : 0,
    },
    steps: stepsOf(spans, total, weighted, sites),
    models: modelCurves(spans, series),
    sites: siteCurves(spans, sites, total, weighted),
    due: dueOf(spans),
  };
}

function stepsOf(spans: Spans, total: Series, weighted: Series, sites: Sites): Step[] {
  const h100e = rounding(spans);
  const { secured, pledged, weightedSecured, weightedPledged } = sites.largest;
  const columns = columnsOf(total, secured, pledged);
  const weights = columnsOf(weighted, weightedSecured, weightedPledged);
  return changing([...columns, ...weights.map((column) => column.map(h100e))]).map(
    ({ day, row }) => ({
      on: spans.names[day]!,
      ...countsOf(row.slice(0, columns.length)),
      h100e: countsOf(row.slice(columns.length)),
    }),
  );
}

const columnsOf = (
  { secured, pledged, bought }: Series,
  largestSite: Float64Array,
  largestPledged: Float64Array,
): Float64Array[] => [secured, largestSite, pledged, largestPledged, bought];

const countsOf = ([
  secured = 0,
  largestSite = 0,
  pledged = 0,
  largestPledged = 0,
  bought = 0,
]: number[]): Counts => ({ secured, largestSite, pledged, largestPledged, bought });
