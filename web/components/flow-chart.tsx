import { digitsOf } from '../../server/domain/asset.ts';
import { addDays, dayNumber, today, type Day } from '../../server/domain/day.ts';
import { highestOf, monthTicks, stepArea, ticks } from './scale.ts';
import { fullDay, gpuHours, exactAmount } from '../format.ts';
import type { PledgePage, Quantities } from '../data/pages.ts';
import {
  Chart,
  COLUMN,
  daysIn,
  heightsIn,
  monthLabels,
  NARROW,
  plotFor,
  type DrawingProps,
  type EndLabel,
  type Size,
} from './chart.tsx';
import { fillOf } from './pattern.tsx';
import { STAGE_PATTERNS, heldIn, toneOf } from './bar.tsx';
import { t } from '../words.ts';

const LEAST_DAYS = 30;

const latest = (...days: Day[]): Day => days.reduce((late, day) => (day > late ? day : late));

/** Today; but a record that ended long ago keeps half the width. */
function endOf(from: Day, last: Day, now: Day): Day {
  const most = addDays(last, Math.max(dayNumber(last) - dayNumber(from), LEAST_DAYS));
  return latest(now < most ? now : most, last);
}

const SECONDS_PER_HOUR = 3_600n;

interface Layer {
  pattern: (typeof STAGE_PATTERNS)[number]['pattern'];
  word: (typeof STAGE_PATTERNS)[number]['word'];
  amounts: bigint[];
}

/** Changes recorded out of order may leave a stage negative for some days. */
const atLeastZero = (amount: bigint): bigint => (amount > 0n ? amount : 0n);

const layersOf = (flow: { stages: Quantities }[]): Layer[] =>
  STAGE_PATTERNS.map(({ pattern, word, stages }) => ({
    pattern,
    word,
    amounts: flow.map((step) => atLeastZero(heldIn(step.stages, stages))),
  })).filter(({ amounts }) => amounts.some((amount) => amount > 0n));

export function FlowChart({ page }: { page: PledgePage }) {
  const { flow, pledge, asOf } = page;
  const from = flow[0]?.on;
  const last = flow.at(-1)?.on;
  if (from === undefined || last === undefined) return null;
  const end = endOf(from, last, today(asOf.at));
  if (end === from) return null;
  const layers = layersOf(flow);
  const shown = { page, layers, from, end };
  return (
    <Chart
      {...drawingOf(shown, COLUMN)}
      narrow={drawingOf(shown, NARROW)}
      table={[
        [t.pledge.day, ...layers.map(({ word }) => t.stageOf(word, pledge.kind))],
        ...flow.map(({ on }, step) => [
          fullDay(on),
          ...layers.map(({ amounts }) => t.quantityOf(pledge.asset, pledge.kind, amounts[step]!)),
        ]),
      ]}
    />
  );
}

interface Shown {
  page: PledgePage;
  layers: Layer[];
  from: Day;
  end: Day;
}

function drawingOf({ page: { flow, pledge }, layers, from, end }: Shown, size: Size): DrawingProps {
  const to = addDays(end, 1);
  const highest = highestOf(
    flow.map((_, step) => sumAt(layers, step)),
    1n,
  );
  const unit = pledge.kind === 'funding' ? 10n ** BigInt(digitsOf(pledge.asset)) : SECONDS_PER_HOUR;
  const marks = ticks(highest / unit, 3n).map((mark) => mark * unit);
  const texts = marks.map((mark) =>
    pledge.kind === 'funding' ? exactAmount(mark, pledge.asset) : gpuHours(mark),
  );
  // A phone has no room for them, and the key above has the same.
  const ends = size === NARROW ? [] : layers.filter(({ amounts }) => amounts.at(-1)! > 0n);
  const names = ends.map(({ word, amounts }) => {
    const figure = t.quantityOf(pledge.asset, pledge.kind, amounts.at(-1)!);
    return `${t.stageOf(word, pledge.kind)} ${figure.replace(/ GPU-hours$/, '')}`;
  });
  const plot = plotFor(texts, names, size);
  const y = heightsIn(plot, highest);
  const x = daysIn(plot, from, to);
  const months = monthTicks(from, to, size === NARROW ? 5 : 9);
  const area = (layer: Layer): string =>
    stepArea(
      flow.map(({ on }, step) => ({
        x: x(on),
        top: y(upTo(layers, layer, step)),
        bottom: y(below(layers, layer, step)),
      })),
      plot.right,
    );
  return {
    id: 'flow',
    tone: toneOf(pledge),
    size,
    plot,
    title: t.pledge.flow,
    summary: t.pledge.flowSummary(from, end),
    marks: marks.map((mark, index) => ({ y: y(mark), text: texts[index] ?? '' })),
    months: monthLabels(months, (index) => x(months[index]!)),
    names: ends.map((layer, index): EndLabel => ({
      text: names[index]!,
      y: (y(below(layers, layer, flow.length - 1)) + y(upTo(layers, layer, flow.length - 1))) / 2,
      strong: layer.pattern === 'solid',
    })),
    children: layers.map((layer) => (
      <path key={layer.word} {...fillOf(layer.pattern, toneOf(pledge))} d={area(layer)} />
    )),
  };
}

const sumAt = (layers: Layer[], step: number): bigint =>
  layers.reduce((sum, { amounts }) => sum + amounts[step]!, 0n);

const below = (layers: Layer[], layer: Layer, step: number): bigint =>
  sumAt(layers.slice(0, layers.indexOf(layer)), step);

const upTo = (layers: Layer[], layer: Layer, step: number): bigint =>
  below(layers, layer, step) + layer.amounts[step]!;
