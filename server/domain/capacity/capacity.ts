import { dayNumber, type Day } from '../day.ts';
import { lowestFrom, mostHeld, runsOf } from './held-30-days.ts';
import { dueOf, type Due } from './agreed-hours.ts';
import {
  modelCurves,
  siteCurves,
  type ModelCurve,
  type SiteCurve,
} from './model-and-site-curves.ts';
import { openLots, type Axis, type Lots } from './lots.ts';
import { changing, rounding, seriesOf, sumOf, type Series } from './series.ts';
import { compareSites, sweepSites, type Site, type Sites } from './sites.ts';
import { weightsOf, type Presence, type Span, type Weights } from './spans.ts';
import { tenThousandths } from '../window.ts';

/** GPUs at once; `bought` is the bought part of `secured`. */
export interface Counts {
  secured: number;
  largestSite: number;
  pledged: number;
  /** Perhaps at another site than the largest secured ones. */
  largestPledged: number;
  bought: number;
}

/** Holds until the next step. H100-equivalents are whole GPUs, half to even, by the factor in each pledge's terms. */
export interface Step extends Counts {
  on: Day;
  h100e: Counts;
}

export interface Capacity {
  /** The most GPUs committed on each of 30 days in a row, and the most that one site has on those same days. */
  held: { allSites: number; largestSite: number; from: Day | null };
  /** The same for pledged GPUs at all sites, on days of their own. */
  heldPledged: number;
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

/** Concurrent GPUs per day. A change adds up only its own lots and site anew. */
export function openCapacity() {
  const brought = new Map<string, Span[]>();
  const sites = new Map<string, Site>();
  const lots = openLots();
  const numberOf = remembered(dayNumber);
  const partOf = remembered((availability) => Number(tenThousandths(availability)));
  let by = weightsOf([]);

  const spanOf = ({ site, lot, stage, bought, gpus, from, to, availability }: Presence): Span => ({
    site,
    lot: lots.placeOf(lot),
    isCommitted: stage === 'committed',
    isBought: bought,
    gpus,
    first: numberOf(from),
    end: numberOf(to),
    availability: partOf(availability),
  });
  const siteOf = (code: string): Site => {
    let site = sites.get(code);
    if (!site) sites.set(code, (site = { code, spans: [], swept: null }));
    site.swept = null;
    return site;
  };
  const weigh = (): void => {
    if (by.weights.length === lots.list.length) return;
    by = weightsOf(lots.list);
    for (const site of sites.values()) site.swept = null;
  };

  return {
    /** Replaces what a key, such as a pledge, has brought. */
    put: (key: string, presences: readonly Presence[]): void => {
      const gone = brought.get(key) ?? [];
      for (const span of gone) lots.change(span, -1);
      for (const code of new Set(gone.map(({ site }) => site))) {
        const site = siteOf(code);
        site.spans = site.spans.filter((span) => !gone.includes(span));
      }
      const come: Span[] = [];
      for (const presence of presences) {
        if (presence.gpus === 0 || presence.from >= presence.to) continue;
        const span = spanOf(presence);
        come.push(span);
        lots.change(span, 1);
        siteOf(span.site).spans.push(span);
      }
      if (come.length > 0) brought.set(key, come);
      else brought.delete(key);
    },
    capacity: (): Capacity => {
      if (lots.list.length === 0) return NO_CAPACITY;
      weigh();
      sweepSites(sites.values(), lots.axis(), by);
      return figuresOf(lots, [...sites.values()], by);
    },
  };
}

export function capacityOf(presences: readonly Presence[]): Capacity {
  const capacity = openCapacity();
  capacity.put('', presences);
  return capacity.capacity();
}

/** Days and availabilities are far fewer than windows, and slow to read from text. */
function remembered(read: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) known.set(text, (value = read(text)));
    return value;
  };
}

function figuresOf(lots: Lots, allSites: Site[], by: Weights): Capacity {
  const axis = lots.axis();
  const series = lots.changes().map((changes) => seriesOf(changes));
  const total = sumOf(series);
  const weighted = sumOf(series, by.weights);
  const secured = runsOf(total.secured);
  const held = mostHeld(secured, secured.levels);
  const pledged = runsOf(total.pledged);
  const heldPledged = mostHeld(pledged, pledged.levels);
  const sites = compareSites(allSites, axis, axis.start + held.at);
  const h100e = rounding(by);
  const lowest = (perDay: Float64Array, at: number): number => {
    const runs = runsOf(perDay);
    return h100e(lowestFrom(runs, runs.levels, at));
  };
  return {
    held: {
      allSites: held.gpus,
      largestSite: held.gpus > 0 ? sites.held : 0,
      from: held.gpus > 0 ? axis.names[held.at]! : null,
    },
    heldPledged: heldPledged.gpus,
    heldH100e: {
      allSites: held.gpus > 0 ? lowest(weighted.secured, held.at) : 0,
      largestSite: held.gpus > 0 ? h100e(sites.heldWeighted) : 0,
      pledged: heldPledged.gpus > 0 ? lowest(weighted.pledged, heldPledged.at) : 0,
    },
    steps: stepsOf(axis, total, weighted, sites, h100e),
    models: modelCurves(lots.list, series, axis, by),
    sites: siteCurves(sites.top, lots.list, { axis, by, total, weighted }),
    due: dueOf(axis, lots.changes(), by),
  };
}

function stepsOf(
  { names }: Axis,
  total: Series,
  weighted: Series,
  { largest }: Sites,
  h100e: (weighted: number) => number,
): Step[] {
  const columns = columnsOf(total, largest.secured, largest.pledged);
  const weights = columnsOf(weighted, largest.weightedSecured, largest.weightedPledged);
  return changing([...columns, ...weights.map((column) => column.map(h100e))]).map(
    ({ day, row }) => ({
      on: names[day]!,
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
