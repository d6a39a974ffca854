import type { JSX } from 'preact';
import { monthTicks, stepArea, stepLine, ticks } from './scale.ts';
import { addDays, type Day } from '../../server/domain/day.ts';
import { count, monthOf } from '../format.ts';
import type { Concurrency } from '../data/home.ts';
import {
  Chart,
  daysIn,
  heightsIn,
  COLUMN,
  isInSight,
  monthLabels,
  NARROW,
  plotFor,
  type DrawingProps,
  type EndLabel,
  type Plot,
  type Size,
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

interface GpuChartProps {
  concurrency: Concurrency;
  asOfDay: Day;
  closed: boolean;
}

/** What is secured, and of that the largest site. What is promised is on /compute. */
export function GpuChart({ concurrency, asOfDay, closed }: GpuChartProps) {
  const { target, basis, from, to } = concurrency;
  const steps = stepsShown(concurrency, NO_GPUS);
  const highest = most(steps, securedOf);
  if (from >= to) return null;
  if (highest === 0) return closed ? null : <p class="key">{t.charts.noGpus}</p>;
  const goal = target !== null && isInSight(BigInt(target), BigInt(highest)) ? target : null;
  const top = Math.max(highest, goal ?? 0);
  const marks = ticks(BigInt(top), 3n).map(Number);
  const named = {
    id: 'gpu-chart',
    title: t.charts.gpus,
    levels: sitesOf(concurrency, steps, goal),
  };
  const drawn = { curve: concurrency, steps, top, goal, asOfDay, Areas: Sites };
  const shown = { ...named, ...drawn, marks: marks.filter((mark) => mark !== goal) };
  const news = closed ? '' : newsOf(concurrency, asOfDay);
  return (
    <>
      <Chart
        {...drawingOf({ ...shown, size: COLUMN, months: 10 })}
        narrow={drawingOf({ ...shown, size: NARROW, months: 4 })}
        table={tableOf(steps, monthTicks(from, to, 10))}
      />
      {target !== null && goal === null && (
        <p class="key">{t.charts.goalAbove(t.milestones.ofGpus(basis).amount(BigInt(target)))}</p>
      )}
      {news && <p class="key">{news}</p>}
    </>
  );
}

/** Today's GPUs beside those of the end of last month. */
function newsOf({ steps }: Concurrency, asOfDay: Day): string {
  const on = (day: Day): number => stepOn(steps, day)?.secured ?? 0;
  const before = addDays(`${asOfDay.slice(0, 7)}-01`, -1);
  const next = steps.find((step) => step.on > asOfDay && step.secured > 0);
  return t.charts.gpusChange(on(asOfDay), on(before), before, next?.on ?? null);
}

interface Shown extends Pick<DrawingProps, 'id' | 'title'> {
  curve: Concurrency;
  steps: Step[];
  top: number;
  goal: number | null;
  marks: number[];
  levels: Level[];
  months: number;
  size: Size;
  asOfDay: Day;
  Areas: (props: MarksProps) => JSX.Element;
}

export function drawingOf({ Areas, curve, steps, top, ...shown }: Shown): DrawingProps {
  const { id, title, goal, marks, levels, size, asOfDay } = shown;
  const { from, to, secured, target } = curve;
  const plot = plotFor(
    marks.map(count),
    levels.map(({ text }) => text),
    size,
  );
  const height = heightsIn(plot, BigInt(top));
  const y = (gpus: number): number => height(BigInt(gpus));
  const x = daysIn(plot, from, to);
  const months = monthTicks(from, to, shown.months);
  const named = { id, title, size, plot };
  return {
    ...named,
    tone: 'gpus',
    summary: t.charts.gpusSummary(secured.allSites, secured.largestSite, target),
    marks: marks.map((mark) => ({ y: y(mark), text: count(mark) })),
    months: monthLabels(months, (index) => x(months[index] ?? from)),
    names: namesOf(levels, plot, x, y),
    children: (
      <>
        <Areas steps={steps} plot={plot} x={x} y={y} />
        {goal !== null && <path class="goal" d={`M${plot.left},${y(goal)}H${plot.right}`} />}
        {asOfDay > from && asOfDay < to && <Today plot={plot} x={x(asOfDay)} />}
      </>
    ),
  };
}

const Today = ({ plot, x }: { plot: Plot; x: number }) => (
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

/** The one that the goal counts is strong. */
function sitesOf({ secured, basis }: Concurrency, steps: Step[], goal: number | null): Level[] {
  const all = levelOf(t.charts.allSites, secured.allSites, securedOf, steps);
  const one = levelOf(t.oneSite, secured.largestSite, largestOf, steps);
  const end = levelOf(t.charts.goal, goal ?? 0, () => Infinity, steps);
  return [{ ...all, strong: basis === 'all' }, { ...one, strong: basis === 'site' }, end].filter(
    ({ gpus }, index) => gpus > 0 && (index > 0 || all.gpus > one.gpus),
  );
}

const securedOf = (step: Step): number => step.secured;
const largestOf = (step: Step): number => step.largestSite;
const boughtOf = (step: Step): number => step.bought;
export const withPledgedOf = (step: Step): number => step.secured + step.pledged;
const nothing = (): number => 0;

export const most = (steps: Step[], of: (step: Step) => number): number =>
  Math.max(...steps.map(of));

function levelOf(name: string, gpus: number, of: (step: Step) => number, steps: Step[]): Level {
  const until = steps[steps.findLastIndex((step) => of(step) >= gpus) + 1]?.on ?? null;
  return { text: `${name} ${count(gpus)}`, gpus, until, strong: of === securedOf };
}

export function levelsOf({ target, secured }: Concurrency, steps: Step[]): Level[] {
  const highest = steps.some(({ pledged }) => pledged > 0) ? most(steps, withPledgedOf) : 0;
  return [
    levelOf(t.charts.secured, secured.allSites, securedOf, steps),
    levelOf(t.largestSite, secured.largestSite, largestOf, steps),
    levelOf(t.charts.bought, most(steps, boughtOf), boughtOf, steps),
    { ...levelOf('', highest, withPledgedOf, steps), text: t.pledged },
    levelOf(t.charts.goal, target ?? 0, () => Infinity, steps),
  ].filter(({ gpus }) => gpus > 0);
}

const namesOf = (
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

const areaOf =
  ({ steps: all, plot, x, y }: MarksProps) =>
  (top: (step: Step) => number, bottom: (step: Step) => number): string =>
    stepArea(
      seenOf(all, x).map((step) => ({ x: x(step.on), top: y(top(step)), bottom: y(bottom(step)) })),
      plot.right,
    );

/** Promised is above secured. Bought and the largest site are parts of secured. */
export function Marks(props: MarksProps) {
  const { steps: all, plot, x, y } = props;
  const area = areaOf(props);
  const largest = seenOf(all, x).map(({ on, largestSite }) => ({ x: x(on), y: y(largestSite) }));
  return (
    <>
      <path {...fillOf('dotted', 'gpus')} d={area(withPledgedOf, securedOf)} />
      <path {...fillOf('hatched', 'gpus')} d={area(securedOf, nothing)} />
      <path class="bought" d={area(boughtOf, nothing)} />
      <path class="largest" d={stepLine(largest, plot.right)} />
    </>
  );
}

function Sites(props: MarksProps) {
  const area = areaOf(props);
  return (
    <>
      <path {...fillOf('hatched', 'gpus')} d={area(securedOf, largestOf)} />
      <path {...fillOf('solid', 'gpus')} d={area(largestOf, nothing)} />
    </>
  );
}

function tableOf(steps: Step[], months: Day[]): string[][] {
  return [
    [t.charts.month, t.charts.allSites, t.oneSite],
    ...months.map((day) => {
      const { secured = 0, largestSite = 0 } = stepOn(steps, day) ?? {};
      return [monthOf(day), count(secured), count(largestSite)];
    }),
  ];
}
