import type { Day } from '../day.ts';
import { lowestFrom, mostHeld } from './held-30-days.ts';
import { changing, emptySeries, rounding, sumOf, type Series } from './series.ts';
import type { Sites, SiteRuns } from './sites.ts';
import type { Spans } from './spans.ts';

export type PartStep = [
  on: Day,
  secured: number,
  pledged: number,
  h100eSecured: number,
  h100ePledged: number,
];

export interface ModelCurve {
  model: string;
  steps: PartStep[];
}

export interface SiteCurve {
  /** The site's code in the ledger; null for all the others together. */
  site: string | null;
  /** The most secured and the most pledged on each of 30 days in a row, each on days of its own. */
  held: { secured: number; pledged: number; h100e: { secured: number; pledged: number } };
  models: string[];
  steps: PartStep[];
}

export function modelCurves(spans: Spans, series: Series[]): ModelCurve[] {
  const { lots, weights } = spans;
  const curveOf = (model: string): ModelCurve => {
    const ofModel = (value: (at: number) => number) =>
      lots.map((lot, at) => (lot.model === model ? value(at) : 0));
    const gpus = sumOf(
      series,
      ofModel(() => 1),
    );
    const weighted = sumOf(
      series,
      ofModel((at) => weights[at]!),
    );
    return { model, steps: partSteps(spans, gpus, weighted) };
  };
  return [...new Set(lots.map(({ model }) => model))]
    .map(curveOf)
    .filter(({ steps }) => steps.length > 0)
    .toSorted((a, b) => most(b.steps) - most(a.steps) || (a.model < b.model ? -1 : 1));
}

const most = (steps: readonly PartStep[]): number =>
  steps.reduce((highest, [, secured, pledged]) => Math.max(highest, secured + pledged), 0);

function partSteps(
  spans: Spans,
  gpus: Pick<Series, 'secured' | 'pledged'>,
  weighted: Pick<Series, 'secured' | 'pledged'>,
): PartStep[] {
  const h100e = rounding(spans);
  return changing([
    gpus.secured,
    gpus.pledged,
    weighted.secured.map(h100e),
    weighted.pledged.map(h100e),
  ]).map(({ day, row }) => [spans.names[day]!, ...row] as PartStep);
}

/** The largest sites, then the others: what is left of the totals without them. */
export function siteCurves(
  spans: Spans,
  { top, runsOf: of }: Sites,
  total: Series,
  weighted: Series,
): SiteCurve[] {
  const models = modelsAt(spans, top);
  const rest = { gpus: copyOf(total), weighted: copyOf(weighted) };
  const curves = top.map((site): SiteCurve => {
    const own = { gpus: emptySeries(spans.days), weighted: emptySeries(spans.days) };
    const runs = of(site);
    const held = heldAt(spans, runs);
    for (let run = 0; run + 1 < runs.count; run++) {
      const [first, end] = [runs.starts[run]!, runs.starts[run + 1]!];
      own.gpus.secured.fill(runs.secured[run]!, first, end);
      own.gpus.pledged.fill(runs.pledged[run]!, first, end);
      own.weighted.secured.fill(runs.weightedSecured[run]!, first, end);
      own.weighted.pledged.fill(runs.weightedPledged[run]!, first, end);
    }
    take(rest.gpus, own.gpus);
    take(rest.weighted, own.weighted);
    const steps = partSteps(spans, own.gpus, own.weighted);
    return { site: spans.sites[site]!, held, models: models.get(site) ?? [], steps };
  });
  const others = partSteps(spans, rest.gpus, rest.weighted);
  const nothing = { secured: 0, pledged: 0, h100e: { secured: 0, pledged: 0 } };
  return [
    ...curves.filter(({ steps }) => steps.length > 0),
    ...(others.length > 0 ? [{ site: null, held: nothing, models: [], steps: others }] : []),
  ];
}

const copyOf = ({ secured, pledged, bought }: Series): Series => ({
  secured: secured.slice(),
  pledged: pledged.slice(),
  bought,
});

function take(from: Series, part: Series): void {
  for (const kind of ['secured', 'pledged'] as const) {
    for (let day = 0; day < from[kind].length; day++) from[kind][day]! -= part[kind][day]!;
  }
}

function heldAt(spans: Spans, runs: SiteRuns): SiteCurve['held'] {
  const h100e = rounding(spans);
  const measure = (levels: Float64Array, weighted: Float64Array): [number, number] => {
    const { gpus, at } = mostHeld(runs, levels);
    return [gpus, gpus > 0 ? h100e(lowestFrom(runs, weighted, at)) : 0];
  };
  const [secured, h100eSecured] = measure(runs.secured, runs.weightedSecured);
  const [pledged, h100ePledged] = measure(runs.pledged, runs.weightedPledged);
  return { secured, pledged, h100e: { secured: h100eSecured, pledged: h100ePledged } };
}

function modelsAt({ count, lots, ...spans }: Spans, some: number[]): Map<number, string[]> {
  const gpuDays = new Map(some.map((site) => [site, new Map<string, number>()]));
  for (let span = 0; span < count; span++) {
    const models = gpuDays.get(spans.site[span]!);
    if (!models) continue;
    const { model } = lots[spans.lot[span]!]!;
    const days = spans.end[span]! - spans.first[span]!;
    models.set(model, (models.get(model) ?? 0) + days * spans.gpus[span]!);
  }
  return new Map(
    [...gpuDays].map(([site, models]) => [
      site,
      [...models].flatMap(([model, held]) => (held > 0 ? model : [])).toSorted(),
    ]),
  );
}
