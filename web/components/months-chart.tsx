import { fixed, highestOf, ticks } from './scale.ts';
import type { Hours, MonthLine } from '../data/pages.ts';
import {
  BROAD,
  Drawing,
  heightsIn,
  monthLabels,
  NARROW,
  plotFor,
  type Plot,
  type Size,
} from './chart.tsx';
import { FigureCell, Heads } from './table.tsx';
import { fillOf, Swatch } from './pattern.tsx';
import { t } from '../words.ts';

const SECONDS_PER_HOUR = 3_600n;
const MOST_BARS = 24;

interface Sum extends MonthLine {
  dueSoFar: Hours;
  deliveredSoFar: Hours;
}

const plus = (a: Hours, b: Hours): Hours => ({
  quantity: a.quantity + b.quantity,
  base: a.base + b.base,
});

const NO_HOURS: Hours = { quantity: 0n, base: 0n };

/** Running sums, because a delivery may be recorded months after its hours. */
function sumsOf(months: MonthLine[]): Sum[] {
  let [dueSoFar, deliveredSoFar] = [NO_HOURS, NO_HOURS];
  return months.map((line) => {
    dueSoFar = plus(dueSoFar, line.due);
    deliveredSoFar = plus(deliveredSoFar, line.delivered);
    return { ...line, dueSoFar, deliveredSoFar };
  });
}

const nothingBy = (month: string): Sum => ({
  month,
  due: NO_HOURS,
  delivered: NO_HOURS,
  dueSoFar: NO_HOURS,
  deliveredSoFar: NO_HOURS,
});

/** Few enough for bars: the ends of quarters, half-years or years, and the last month. */
function shownOf(sums: Sum[]): Sum[] {
  const every = [1, 3, 6, 12].find((step) => sums.length / step <= MOST_BARS) ?? 60;
  return sums.filter(
    ({ month }, index) => Number(month.slice(5)) % every === 0 || index === sums.length - 1,
  );
}

export function MonthsChart({ months, asOf }: { months: MonthLine[]; asOf: Date }) {
  const sums = sumsOf(months);
  const now = asOf.toISOString().slice(0, 7);
  const current = sums.findLast(({ month }) => month <= now) ?? nothingBy(now);
  const words = t.compute;
  return (
    <section class="wide compute-part">
      <h2>{words.months}</h2>
      <p class="quiet">{words.monthsLead}</p>
      <figure class="plots">
        {[BROAD, NARROW].map((size) => (
          <Bars key={size.name} sums={shownOf(sums)} current={current} size={size} />
        ))}
        <figcaption>
          <ul class="key">
            <li>
              <Swatch pattern="hatched" tone="gpus" /> {words.dueBy(current.month)}{' '}
              <b>{words.hours(current.dueSoFar)}</b>
            </li>
            <li>
              <Swatch pattern="solid" tone="gpus" /> {words.delivered}{' '}
              <b>{words.hours(current.deliveredSoFar)}</b>
            </li>
          </ul>
        </figcaption>
      </figure>
      <MonthsTable sums={sums} />
    </section>
  );
}

function Bars({ sums, current, size }: { sums: Sum[]; current: Sum; size: Size }) {
  const highest = highestOf(
    sums.flatMap(({ dueSoFar, deliveredSoFar }) => [dueSoFar.quantity, deliveredSoFar.quantity]),
    1n,
  );
  const marks = ticks(highest / SECONDS_PER_HOUR, 3n).map((hours) => ({
    quantity: hours * SECONDS_PER_HOUR,
    text: t.compute.short(hours),
  }));
  const plot = plotFor(
    marks.map(({ text }) => text),
    [],
    size,
  );
  const y = heightsIn(plot, highest);
  const step = (plot.right - plot.left) / sums.length;
  const middle = (index: number): number => fixed(plot.left + step * (index + 0.5));
  const named = namedOf(sums, size === NARROW ? 6 : 12);
  return (
    <Drawing
      id={`months-${size.name}`}
      tone="gpus"
      title={t.compute.months}
      summary={t.compute.monthsSummary(
        current.month,
        current.dueSoFar.quantity,
        current.deliveredSoFar.quantity,
      )}
      size={size}
      plot={plot}
      marks={marks.map(({ quantity, text }) => ({ y: y(quantity), text }))}
      months={monthLabels(
        named.map((index) => `${sums[index]!.month}-01`),
        (index) => middle(named[index]!),
      )}
      names={[]}
    >
      {sums.map(({ month, dueSoFar, deliveredSoFar }, index) => (
        <Pair
          key={month}
          x={middle(index)}
          width={fixed(Math.min(16, step * 0.4))}
          due={y(dueSoFar.quantity)}
          delivered={month <= current.month ? y(deliveredSoFar.quantity) : plot.bottom}
          plot={plot}
        />
      ))}
    </Drawing>
  );
}

function namedOf(sums: Sum[], most: number): number[] {
  const every = [1, 2, 3, 4, 6, 12].find((step) => sums.length / step <= most) ?? 12;
  const offset = sums.findIndex(({ month }) => month.endsWith('-01'));
  return sums.flatMap((_, index) => ((index - Math.max(offset, 0)) % every === 0 ? index : []));
}

interface PairProps {
  x: number;
  width: number;
  due: number;
  delivered: number;
  plot: Plot;
}

const Pair = ({ x, width, due, delivered, plot: { bottom } }: PairProps) => (
  <>
    <path
      {...fillOf('hatched', 'gpus')}
      d={`M${fixed(x - width)},${bottom}V${due}H${x}V${bottom}Z`}
    />
    {delivered < bottom && (
      <path class="solid" d={`M${x},${bottom}V${delivered}H${fixed(x + width)}V${bottom}Z`} />
    )}
  </>
);

function MonthsTable({ sums }: { sums: Sum[] }) {
  const words = t.compute;
  const columns: [label: string, of: (sum: Sum) => Hours][] = [
    [words.dueInMonth, ({ due }) => due],
    [words.deliveredInMonth, ({ delivered }) => delivered],
    [words.due, ({ dueSoFar }) => dueSoFar],
    [words.delivered, ({ deliveredSoFar }) => deliveredSoFar],
  ];
  return (
    <details id="months-fold">
      <summary>{words.monthsTable}</summary>
      <table class="figures-table">
        <caption class="unseen">{words.months}</caption>
        <Heads of={[t.charts.month, ...columns.map(([label]) => label)]} />
        <tbody>
          {sums.map((sum) => (
            <tr key={sum.month}>
              <th scope="row">{words.monthName(sum.month)}</th>
              {columns.map(([label, of]) => (
                <FigureCell
                  key={label}
                  label={label}
                  figure={words.hours(of(sum))}
                  h100e={words.hoursH100e(of(sum))}
                  isZero={of(sum).quantity === 0n}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
