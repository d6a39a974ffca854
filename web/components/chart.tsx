import type { ComponentChildren } from 'preact';
import { addDays, dayNumber, type Day } from '../../server/domain/day.ts';
import { dayShare, fixed, share, spread, textWidth } from './scale.ts';
import { fullDay, shortMonthOf } from '../format.ts';
import type { Tone } from './pattern.tsx';
import { Table } from './table.tsx';
import { t } from '../words.ts';

/** The rectangle of the marks within the picture. All labels are outside. */
export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A picture's size and its text size, in its own pixels. */
export interface Size {
  name: 'broad' | 'narrow';
  width: number;
  height: number;
  textSize: number;
}

/** As wide as its column at the widest layout, so that 13 px stay 13 px. */
export const COLUMN: Size = { name: 'broad', width: 544, height: 236, textSize: 13 };
export const BROAD: Size = { name: 'broad', width: 656, height: 320, textSize: 13 };
/** For a phone, whose narrowest still shows its texts at 12 px. */
export const NARROW: Size = { name: 'narrow', width: 320, height: 250, textSize: 14 };

const LINE_HEIGHT = 17;

export function plotFor(marks: string[], names: string[], size: Size): Plot {
  const widest = (texts: string[]): number =>
    Math.ceil((Math.max(0, ...texts.map(textWidth)) * size.textSize) / COLUMN.textSize);
  return {
    left: marks.length === 0 ? 14 : widest(marks) + 10,
    right: size.width - (names.length === 0 ? 2 : Math.min(210, widest(names) + 16)),
    top: 24,
    bottom: size.height - 42,
  };
}

export const heightsIn =
  ({ top, bottom }: Plot, highest: bigint) =>
  (amount: bigint): number =>
    fixed(bottom - (bottom - top) * share(amount, highest));

export const daysIn =
  ({ left, right }: Plot, from: Day, to: Day) =>
  (day: Day): number =>
    fixed(left + (right - left) * dayShare(day, from, to));

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

/** The year is under its first labelled month, unless only one month of it is labelled. */
export const monthLabels = (months: Day[], x: (index: number) => number): MonthLabel[] =>
  months.map((day, index) => {
    const year = day.slice(0, 4);
    const isShort = index === 0 && !isJanuary(day) && isJanuary(months[1] ?? '');
    const isNew = months[index - 1]?.slice(0, 4) !== year && !isShort;
    return { x: x(index), month: shortMonthOf(day), year: isNew ? year : null };
  });

/** "3 Nov", evenly spaced from the day after `from` on. */
export function dayLabels(from: Day, to: Day, x: (day: Day) => number, most: number): MonthLabel[] {
  const days = dayNumber(to) - dayNumber(from) - 1;
  const every = Math.ceil(days / most);
  return Array.from({ length: Math.ceil(days / every) }, (_, index) => {
    const day = addDays(from, 1 + index * every);
    const [date, month, year = ''] = fullDay(day).split(' ');
    return { x: x(day), month: `${date} ${month}`, year: index === 0 ? year : null };
  });
}

/** A goal far above what there is isn't drawn, because it would press the rest flat. */
export const isInSight = (goal: bigint, highest: bigint): boolean => highest * 6n >= goal;

const isJanuary = (day: Day): boolean => day.slice(5, 7) === '01';

export interface DrawingProps {
  id: string;
  tone: Tone;
  title: string;
  summary: string;
  size: Size;
  plot: Plot;
  marks: { y: number; text: string }[];
  months: MonthLabel[];
  names: EndLabel[];
  children: ComponentChildren;
}

interface ChartProps extends DrawingProps {
  /** The same for a phone. */
  narrow: DrawingProps;
  /** The same figures: a head and rows. */
  table: string[][];
}

export const Chart = ({ table: [head = [], ...rows], narrow, ...drawing }: ChartProps) => (
  <figure class="plots">
    <figcaption>{drawing.title}</figcaption>
    <Drawing {...drawing} />
    <Drawing {...narrow} id={`${narrow.id}-narrow`} />
    <details id={`${drawing.id}-fold`} class="wide">
      <summary aria-describedby={`${drawing.id}-title`}>{t.charts.asTable}</summary>
      <Table
        class="figures-table"
        caption={drawing.title}
        rows={rows}
        columns={head.map((label, at) => [label, (row: string[]) => row[at]])}
      />
    </details>
  </figure>
);

/** The picture alone. `data-plot` tells the script where the pointer is. */
export function Drawing(props: DrawingProps) {
  const { id, tone, title, summary, size, plot, marks, months, names, children } = props;
  return (
    <svg
      class={`${tone} ${size.name}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-summary`}
      data-plot={size === COLUMN ? undefined : Object.values(plot).join(' ')}
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
