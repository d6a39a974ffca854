import { dayNumber, type Day } from '../day.ts';
import { HELD_DAYS, lowestFrom, mostHeld } from './held-30-days.ts';
import type { Axis } from './lots.ts';
import { changing, rounding, sumOf, type Series } from './series.ts';
import type { Site, SiteRuns } from './sites.ts';
import type { Lot, Weights } from './spans.ts';

/** From a day on: GPUs secured and pledged, and their H100-equivalents. */
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

/** The model with most GPUs first; its lots have factors of different days. */
export function modelCurves(
  lots: readonly Lot[],
  series: readonly Series[],
  { names }: Axis,
  by: Weights,
): ModelCurve[] {
  const h100e = rounding(by);
  const curveOf = (model: string): ModelCurve => {
    const sum = (weightOf: (at: number) => number): Series =>
      sumOf(
        series,
        lots.map((lot, at) => (lot.model === model ? weightOf(at) : 0)),
      );
    const gpus = sum(() => 1);
    const weighted = sum((at) => by.weights[at]!);
    return { model, steps: partSteps(names, gpus, weighted, h100e) };
  };
  return [...new Set(lots.map(({ model }) => model))]
    .map(curveOf)
    .filter(({ steps }) => steps.length > 0)
    .toSorted((a, b) => most(b.steps) - most(a.steps) || (a.model < b.model ? -1 : 1));
}

/** The most GPUs that one site has secured on each of 30 days in a row, and the first of those days. */
export function mostAtOneSite(sites: readonly SiteCurve[]) {
  const named = sites.filter(({ site }) => site !== null);
  const [best] = named.toSorted((a, b) => b.held.secured - a.held.secured);
  const gpus = best?.held.secured ?? 0;
  if (!best || gpus === 0) return { gpus: 0, from: null, site: null, steps: [] };
  const isHeld = (step: PartStep | undefined): boolean => step !== undefined && step[1] >= gpus;
  const starts = best.steps.filter((step, index) => isHeld(step) && !isHeld(best.steps[index - 1]));
  const held = starts.find(([on]) => {
    const end = best.steps.find((step) => step[0] > on && !isHeld(step))?.[0];
    return end === undefined || dayNumber(end) - dayNumber(on) >= HELD_DAYS;
  });
  return { gpus, from: held?.[0] ?? null, site: best.site, steps: best.steps };
}

const most = (steps: readonly PartStep[]): number =>
  steps.reduce((highest, [, secured, pledged]) => Math.max(highest, secured + pledged), 0);

type Stages = Pick<Series, 'secured' | 'pledged'>;
type Rounded = (weighted: number) => number;

const partSteps = (names: Day[], gpus: Stages, weighted: Stages, h100e: Rounded): PartStep[] =>
  changing([
    gpus.secured,
    gpus.pledged,
    weighted.secured.map(h100e),
    weighted.pledged.map(h100e),
  ]).map(({ day, row }) => [names[day]!, ...row] as PartStep);

/** What is left of the totals without the largest sites is the others. */
export function siteCurves(
  top: readonly Site[],
  lots: readonly Lot[],
  { axis, by, total, weighted }: { axis: Axis; by: Weights; total: Series; weighted: Series },
): SiteCurve[] {
  const h100e = rounding(by);
  const rest = { gpus: copyOf(total), weighted: copyOf(weighted) };
  const curves = top.map((site): SiteCurve => {
    const { runs } = site.swept!;
    take(rest.gpus.secured, runs, runs.secured, axis);
    take(rest.gpus.pledged, runs, runs.pledged, axis);
    take(rest.weighted.secured, runs, runs.weightedSecured, axis);
    take(rest.weighted.pledged, runs, runs.weightedPledged, axis);
    return {
      site: site.code,
      held: heldAt(runs, h100e),
      models: modelsAt(site, lots),
      steps: runSteps(runs, axis, h100e),
    };
  });
  const others = partSteps(axis.names, rest.gpus, rest.weighted, h100e);
  const nothing = { secured: 0, pledged: 0, h100e: { secured: 0, pledged: 0 } };
  return [
    ...curves,
    ...(others.length > 0 ? [{ site: null, held: nothing, models: [], steps: others }] : []),
  ];
}

const copyOf = ({ secured, pledged }: Series): Stages => ({
  secured: secured.slice(),
  pledged: pledged.slice(),
});

function take(from: Float64Array, runs: SiteRuns, levels: readonly number[], axis: Axis): void {
  for (let run = 0; run + 1 < runs.count; run++) {
    const end = runs.starts[run + 1]! - axis.start;
    for (let day = runs.starts[run]! - axis.start; day < end; day++) from[day]! -= levels[run]!;
  }
}

/** A run that only differs before rounding is no step. */
function runSteps(runs: SiteRuns, { start, names }: Axis, h100e: Rounded): PartStep[] {
  const steps: PartStep[] = [];
  let last: PartStep = ['', 0, 0, 0, 0];
  for (let run = 0; run < runs.count; run++) {
    const step: PartStep = [
      names[runs.starts[run]! - start]!,
      runs.secured[run]!,
      runs.pledged[run]!,
      h100e(runs.weightedSecured[run]!),
      h100e(runs.weightedPledged[run]!),
    ];
    if (step.every((figure, at) => at === 0 || figure === last[at])) continue;
    steps.push(step);
    last = step;
  }
  return steps;
}

function heldAt(runs: SiteRuns, h100e: Rounded): SiteCurve['held'] {
  const measure = (levels: readonly number[], weighted: readonly number[]): [number, number] => {
    const { gpus, at } = mostHeld(runs, levels);
    return [gpus, gpus > 0 ? h100e(lowestFrom(runs, weighted, at)) : 0];
  };
  const [secured, h100eSecured] = measure(runs.secured, runs.weightedSecured);
  const [pledged, h100ePledged] = measure(runs.pledged, runs.weightedPledged);
  return { secured, pledged, h100e: { secured: h100eSecured, pledged: h100ePledged } };
}

/** In alphabetical order. */
function modelsAt({ spans }: Site, lots: readonly Lot[]): string[] {
  const gpuDays = new Map<string, number>();
  for (const { lot, gpus, first, end } of spans) {
    const { model } = lots[lot]!;
    gpuDays.set(model, (gpuDays.get(model) ?? 0) + (end - first) * gpus);
  }
  return [...gpuDays].flatMap(([model, held]) => (held > 0 ? model : [])).toSorted();
}
