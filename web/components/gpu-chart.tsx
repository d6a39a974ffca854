import { monthTicks, stepArea, stepLine, ticks } from './scale.ts';
import type { Day } from '../../server/domain/day.ts';
import { count, monthOf } from '../format.ts';
import type { Concurrency } from '../data/home.ts';
import {
  Chart,
  daysIn,
  heightsIn,
  monthLabels,
  plotFor,
  type EndLabel,
  type Plot,
} from './chart.tsx';
import { fillOf } from './pattern.tsx';
import { t } from '../words.ts';

type Step = Concurrency['steps'][number];

export const stepOn = <S extends { on: Day }>(steps: S[], day: Day): S | undefined =>
  steps.findLast(({ on }) => on <= day);

export const NO_GPUS = { secured: 0, largestSite: 0, pledged: 0, largestPledged: 0, bought: 0 };

export function stepsShown<S extends { on: Day }>(
  { steps, from, to }: { steps: S[]; from: Day; to: Day },
  nothing: Omit<S, 'on'>,
): S[] {
  const before = { ...(stepOn(steps, from) ?? nothing), on: from } as S;
  return [before, ...steps.filter(({ on }) => on > from && on < to)];
}

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
  const height = heightsIn(plot, BigInt(top));
  const y = (gpus: number): number => height(BigInt(gpus));
  const x = daysIn(plot, from, to);
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
      names={namesOf(levels, plot, x, y)}
      table={tableOf(steps, months)}
    >
      <Marks steps={steps} target={target} plot={plot} x={x} y={y} />
      {asOfDay > from && asOfDay < to && <Today plot={plot} x={x(asOfDay)} />}
    </Chart>
  );
}

export const Today = ({ plot, x }: { plot: Plot; x: number }) => (
  <>
    <path class="today" d={`M${x},${plot.top - 6}V${plot.bottom}`} />
    <text x={Math.min(x, plot.right - 20)} y={plot.top - 9} text-anchor="middle">
      {t.charts.today}
    </text>
  </>
);

interface Level {
  text: string;
  gpus: number;
  /** The first day below this level; null if it holds to the end. */
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

export const namesOf = (
  levels: readonly Level[],
  plot: Plot,
  x: MarksProps['x'],
  y: MarksProps['y'],
): EndLabel[] =>
  levels.map(({ text, gpus, until, strong }) => ({
    text,
    strong,
    y: y(gpus),
    from: until === null ? plot.right : x(until),
  }));

interface MarksProps {
  steps: Step[];
  target: number | null;
  plot: Plot;
  x: (day: Day) => number;
  y: (gpus: number) => number;
}

/** The last step of each pixel, so that years of days don't make a large page. */
const seenOf = (steps: Step[], x: (day: Day) => number): Step[] =>
  steps.filter(({ on }, index) => {
    const next = steps[index + 1];
    return next === undefined || Math.round(x(on)) !== Math.round(x(next.on));
  });

/** Promised is above secured. Bought and the largest site are parts of secured. */
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
