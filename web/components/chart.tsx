import type { ComponentChildren } from 'preact';
import type { Day } from '../../server/domain/day.ts';
import { spread, textWidth } from '../chart.ts';
import { shortMonthOf } from '../format.ts';
import type { Tone } from './pattern.tsx';

/** The rectangle of the marks within the picture. Labels stand outside of it: nothing can collide. */
export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** As wide as its column at the widest layout, so that 13 px stay 13 px. */
const WIDTH = 544;
const HEIGHT = 236;
const LINE_HEIGHT = 17;

const widest = (texts: string[]): number => Math.max(0, ...texts.map(textWidth));

/** Leaves room for the marks' figures on the left and for the lines' names on the right. */
export function plotFor(marks: string[], names: string[]): Plot {
  return {
    left: marks.length === 0 ? 14 : Math.ceil(widest(marks)) + 10,
    right: WIDTH - Math.min(210, Math.ceil(widest(names)) + 16),
    top: 24,
    bottom: HEIGHT - 42,
  };
}

/** A line's name, wanted at height `y`; `from` is where the line last stood at that height. */
export interface EndLabel {
  text: string;
  y: number;
  from?: number;
  strong: boolean;
}

export interface MonthLabel {
  x: number;
  month: string;
  year: string | null;
}

/** The year stands under its January, and under the first month unless a January is next to it. */
export const monthLabels = (months: Day[], x: (index: number) => number): MonthLabel[] =>
  months.map((day, index) => {
    const begins = isJanuary(day) || (index === 0 && !isJanuary(months[1] ?? ''));
    return { x: x(index), month: shortMonthOf(day), year: begins ? day.slice(0, 4) : null };
  });

const isJanuary = (day: Day): boolean => day.slice(5, 7) === '01';

interface ChartProps {
  id: string;
  tone: Tone;
  title: string;
  summary: string;
  plot: Plot;
  marks: { y: number; text: string }[];
  months: MonthLabel[];
  names: EndLabel[];
  /** The same figures for those who do not see the picture: a head and rows. */
  table: string[][];
  children: ComponentChildren;
}

export function Chart(props: ChartProps) {
  const { id, tone, title, summary, plot, marks, months, names, table, children } = props;
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <svg
        class={tone}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-summary`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-summary`}>{summary}</desc>
        {marks.map(({ y, text }) => (
          <>
            <path class="grid" d={`M${plot.left},${y}H${plot.right}`} />
            <text x="0" y={y + 4.5}>
              {text}
            </text>
          </>
        ))}
        {children}
        <path class="axis" d={`M${plot.left},${plot.bottom}H${plot.right}`} />
        {months.map(({ x, month, year }) => (
          <text key={x} x={x} y={plot.bottom + 18} text-anchor="middle">
            {month}
            {year && (
              <tspan x={x} dy={LINE_HEIGHT}>
                {year}
              </tspan>
            )}
          </text>
        ))}
        <EndLabels plot={plot} names={names} />
      </svg>
      <HiddenTable caption={title} rows={table} />
    </figure>
  );
}

function EndLabels({ plot, names }: { plot: Plot; names: EndLabel[] }) {
  const heights = spread(
    names.map(({ y }) => y),
    LINE_HEIGHT,
    plot.top,
    plot.bottom,
  );
  return names.map(({ text, y, from, strong }, index) => {
    const height = heights[index] ?? y;
    return (
      <>
        <path class="leader" d={`M${from ?? plot.right},${y}H${plot.right}l7,${height - y}`} />
        <text class={strong ? 'strong' : undefined} x={plot.right + 10} y={height + 4.5}>
          {text}
        </text>
      </>
    );
  });
}

function HiddenTable({
  caption,
  rows: [head = [], ...rows],
}: {
  caption: string;
  rows: string[][];
}) {
  return (
    <table class="unseen">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...cells]) => (
          <tr key={first}>
            <th scope="row">{first}</th>
            {cells.map((cell) => (
              <td key={cell}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
