import { isGpu } from '../domain/asset.ts';
import { dayOf } from '../domain/day.ts';
import type { MeteringReport, RowCounts, Skipped } from '../domain/metering.ts';
import { sumOf } from '../domain/schedule.ts';
import type { PlannedMetering } from './plan.ts';
import { gpuSecondsOf, spread } from './spread.ts';
import type { TypeTurn } from './sum-jobs.ts';

const total = (parts: readonly { gpuSeconds: bigint }[]): bigint =>
  parts.reduce((sum, { gpuSeconds }) => sum + gpuSeconds, 0n);

export function reportOf(planned: PlannedMetering): MeteringReport {
  const { tally, days, metering, model } = planned;
  const modelOf = (type: string): string | null =>
    Object.hasOwn(metering.models, type) ? metering.models[type]! : isGpu(type) ? type : null;
  const whole = tally.turns.filter(({ what }) => what === 'whole');
  const isCounted = ({ type }: TypeTurn): boolean => modelOf(type) === model;
  const others = Map.groupBy(
    whole.filter((turn) => !isCounted(turn)),
    ({ type }) => type,
  );
  const counted = total(days);
  const ofModel = whole.filter(isCounted);
  const perDay = spread(ofModel);
  const imported = planned.imported.reduce((sum, day) => sum + (perDay.get(day) ?? 0n), 0n);
  const skipped: Skipped[] = [
    ...[...others].map(([type, turns]): Skipped => ({
      reason: modelOf(type) === null ? 'unmapped' : 'other-model',
      type,
      gpuSeconds: gpuSecondsOf(turns),
    })),
    {
      reason: 'outside-days',
      type: null,
      gpuSeconds: gpuSecondsOf(ofModel) - counted - imported - tally.known - tally.afterEnd,
    },
    { reason: 'imported', type: null, gpuSeconds: imported },
    { reason: 'recorded-before', type: null, gpuSeconds: tally.known },
    { reason: 'after-end', type: null, gpuSeconds: tally.afterEnd },
  ];
  return {
    jobs: tally.jobs,
    running: tally.running,
    gpuSeconds: gpuSecondsOf(whole),
    repeated: rowsOfJobs(metering.counts) - tally.jobs,
    months: monthsOf(whole, modelOf),
    skipped: skipped.filter(({ gpuSeconds }) => gpuSeconds > 0n),
    counted: {
      jobs: tally.newJobs,
      gpuSeconds: counted,
      from: days[0]?.on ?? null,
      to: days.at(-1)?.on ?? null,
    },
    beyond: sumOf(days.flatMap(({ moves }) => moves.filter(({ from }) => from === 'outside'))),
    overstated: tally.overstated,
  };
}

const rowsOfJobs = (counts: RowCounts): number =>
  counts.rows -
  counts.steps -
  counts.otherClusters -
  counts.notRun -
  counts.withoutGpus -
  counts.unreadable;

function monthsOf(
  whole: readonly TypeTurn[],
  modelOf: (type: string) => string | null,
): MeteringReport['months'] {
  const byModel = Map.groupBy(whole, ({ type }) => modelOf(type));
  return [...byModel]
    .toSorted(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
    .flatMap(([model, turns]) => {
      const months = new Map<string, bigint>();
      for (const [day, gpuSeconds] of spread(turns)) {
        const month = dayOf(day).slice(0, 7);
        months.set(month, (months.get(month) ?? 0n) + gpuSeconds);
      }
      return [...months]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([month, gpuSeconds]) => ({ model, month, gpuSeconds }));
    });
}
