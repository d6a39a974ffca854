import { dayShare, fixed, monthTicks, share, stepArea, stepLine, ticks } from './scale.ts';
import type { Day } from '../../server/domain/day.ts';
import { count, monthOf } from '../format.ts';
import type { Concurrency } from '../data/home.ts';
import { Chart, monthLabels, plotFor, type EndLabel, type Plot } from './chart.tsx';
import { fillOf } from './pattern.tsx';
import { t } from '../words.ts';

type Step = Concurrency['steps'][number];

/** What holds on `day`: the last step that has begun. */
export const stepOn = <S extends { on: Day }>(steps: S[], day: Day): S | undefined =>
  steps.findLast(({ on }) => on <= day);

export const NO_GPUS = { secured: 0, largestSite: 0, pledged: 0, largestPledged: 0, bought: 0 };

/** The steps within the days shown; the one that holds at the start begins there. */
export function stepsShown<S extends { on: Day }>(
  { steps, from, to }: { steps: S[]; from: Day; to: Day },
  nothing: Omit<S, 'on'>,
): S[] {
  const before = { ...(stepOn(steps, from) ?? nothing), on: from } as S;
  return [before, ...steps.filter(({ on }) => on > from && on < to)];
}

/** How many GPUs at once on each day, against the goal. Nothing to draw is no chart. */
export function GpuChart({ concurrency, asOfDay }: { concurrency: Concurrency; asOfDay: Day }) {
  const { target, from, to, secured } = concurrency;
  const steps = stepsShown(concurrency, NO_GPUS);
  const highest = most(steps, withPledgedOf);
  if (highest === 0 || from >= to) return null;

  const top = Math.max(highest, target ?? 0);
  const marks = ticks(BigInt(top), 3n).filter((mark) => Number(mark) !== target);
  const levels = levelsOf(concurrency, steps);
  const plot = plotFor(
    marks.map(count),
    levels.map(({ text }) => text),
  );
  const y = (gpus: number) =>
    fixed(plot.bottom - (plot.bottom - plot.top) * share(BigInt(gpus), BigInt(top)));
  const x = (day: Day) => fixed(plot.left + (plot.right - plot.left) * dayShare(day, from, to));
  const months = monthTicks(from, to, 10);
  return (
    <Chart
      id="gpu-chart"
      tone="gpus"
      title={t.charts.gpus}
      summary={t.charts.gpusSummary(secured.allSites, secured.largestSite, target)}
      plot={plot}
      marks={marks.map((mark) => ({ y: y(Number(mark)), text: count(mark) }))}
      months={monthLabels(months, (index) => x(months[index] ?? from))}
      names={levels.map(({ text, gpus, until, strong }): EndLabel => ({
        text,
        strong,
        y: y(gpus),
        from: until === null ? plot.right : x(until),
      }))}
      table={tableOf(steps, months)}
    >
      <Marks steps={steps} target={target} plot={plot} x={x} y={y} />
      {asOfDay > from && asOfDay < to && (
        <>
          <path class="today" d={`M${x(asOfDay)},${plot.top - 6}V${plot.bottom}`} />
          <text x={x(asOfDay)} y={plot.top - 11} text-anchor="middle">
            {t.charts.today}
          </text>
        </>
      )}
    </Chart>
  );
}

interface Level {
  text: string;
  gpus: number;
  /** The first day below this level; null when it holds to the end of the days shown. */
  until: Day | null;
  strong: boolean;
}

const securedOf = (step: Step): number => step.secured;
const largestOf = (step: Step): number => step.largestSite;
const boughtOf = (step: Step): number => step.bought;
export const withPledgedOf = (step: Step): number => step.secured + step.pledged;
const nothing = (): number => 0;

export const most = (steps: Step[], of: (step: Step) => number): number =>
  Math.max(...steps.map(of));

/** The heights worth a name: the goal, and the most of each line. */
export function levelsOf({ target, secured }: Concurrency, steps: Step[]): Level[] {
  const until = (of: (step: Step) => number, gpus: number): Day | null =>
    steps[steps.findLastIndex((step) => of(step) >= gpus) + 1]?.on ?? null;
  const level = (name: string, gpus: number, of: (step: Step) => number): Level => ({
    text: `${name} ${count(gpus)}`,
    gpus,
    until: until(of, gpus),
    strong: of === securedOf,
  });
  const highest = steps.some(({ pledged }) => pledged > 0) ? most(steps, withPledgedOf) : 0;
  return [
    level(t.charts.secured, secured.allSites, securedOf),
    level(t.largestSite, secured.largestSite, largestOf),
    level(t.charts.bought, most(steps, boughtOf), boughtOf),
    { ...level('', highest, withPledgedOf), text: t.pledged },
    level(t.charts.goal, target ?? 0, () => Infinity),
  ].filter(({ gpus }) => gpus > 0);
}

interface MarksProps {
  steps: Step[];
  target: number | null;
  plot: Plot;
  x: (day: Day) => number;
  y: (gpus: number) => number;
}

/** Of the steps within one pixel the last: a page of years is not larger for days that nobody sees. */
const seenOf = (steps: Step[], x: (day: Day) => number): Step[] =>
  steps.filter(({ on }, index) => {
    const next = steps[index + 1];
    return next === undefined || Math.round(x(on)) !== Math.round(x(next.on));
  });

/** Promised on top of secured; bought and the largest site are parts of what is secured. */
export function Marks({ steps: all, target, plot, x, y }: MarksProps) {
  const steps = seenOf(all, x);
  const area = (top: (step: Step) => number, bottom: (step: Step) => number) =>
    stepArea(
      steps.map((step) => ({ x: x(step.on), top: y(top(step)), bottom: y(bottom(step)) })),
      plot.right,
    );
  const largest = steps.map(({ on, largestSite }) => ({ x: x(on), y: y(largestSite) }));
  return (
    <>
      <path {...fillOf('dotted', 'gpus')} d={area(withPledgedOf, securedOf)} />
      <path {...fillOf('hatched', 'gpus')} d={area(securedOf, nothing)} />
      <path class="bought" d={area(boughtOf, nothing)} />
      <path class="largest" d={stepLine(largest, plot.right)} />
      {target !== null && <path class="goal" d={`M${plot.left},${y(target)}H${plot.right}`} />}
    </>
  );
}

function tableOf(steps: Step[], months: Day[]): string[][] {
  return [
    [t.charts.month, t.charts.secured, t.largestSite, t.pledged],
    ...months.map((day) => {
      const { secured = 0, largestSite = 0, pledged = 0 } = stepOn(steps, day) ?? {};
      return [monthOf(day), count(secured), count(largestSite), count(pledged)];
    }),
  ];
}
