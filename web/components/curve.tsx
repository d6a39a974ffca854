import type { Step } from '../../server/domain/capacity/capacity.ts';
import { dayNumber, type Day } from '../../server/domain/day.ts';
import { monthTicks, ticks } from './scale.ts';
import { count, fullDay } from '../format.ts';
import type { Curve as CurveModel } from '../data/pages.ts';
import { BROAD, Drawing, isInSight, NARROW, type Size } from './chart.tsx';
import { FigureCell, Heads } from './table.tsx';
import {
  drawingOf,
  levelsOf,
  Marks,
  most,
  NO_GPUS,
  stepOn,
  stepsShown,
  withPledgedOf,
} from './gpu-chart.tsx';
import { Swatch } from './pattern.tsx';
import { t } from '../words.ts';

const MOST_ROWS = 120;

const DRAWN = ['secured', 'largestSite', 'bought', 'pledged'] as const;
type Drawn = (typeof DRAWN)[number];
/** Drawn above the secured GPUs, the last one would look like a sum, so only the table has it. */
const COLUMNS = [...DRAWN, 'largestPledged'] as const;
type Column = (typeof COLUMNS)[number];

const shownOf = <C extends Column>(columns: readonly C[], steps: Step[]): C[] =>
  columns.filter((column) => steps.some((step) => step[column] > 0));

interface CurveProps {
  curve: CurveModel;
  asOfDay: Day;
}

/** A picture for broad windows and one for phones. The script shows the figures under the pointer. */
export function Curve({ curve, asOfDay }: CurveProps) {
  const { from, to, target, basis } = curve;
  const steps = stepsShown(curve, { ...NO_GPUS, h100e: NO_GPUS });
  if (most(steps, withPledgedOf) === 0 || from >= to) return null;
  const words = t.compute;
  const drawn = shownOf(DRAWN, steps);
  const today = stepOn(steps, asOfDay) ?? steps[0]!;
  const highest = BigInt(most(steps, withPledgedOf));
  const goal = target !== null && isInSight(BigInt(target), highest) ? target : null;
  const seen = { ...curve, target: goal };
  return (
    <figure class="plots">
      <figcaption>{words.curve}</figcaption>
      <div
        id="curve"
        tabIndex={0}
        role="group"
        aria-label={words.curve}
        data-days={`${dayNumber(from)} ${dayNumber(to)}`}
        data-hint={words.curveHint}
      >
        <output class="key">{readingOf(today, drawn)}</output>
        {[BROAD, NARROW].map((size) => (
          <Picture key={size.name} {...{ curve: seen, steps, size, asOfDay }} />
        ))}
      </div>
      <Key curve={seen} drawn={drawn} />
      {target !== goal && (
        <p class="key">{t.charts.goalAbove(t.milestones.ofGpus(basis).amount(BigInt(target!)))}</p>
      )}
      <Table {...{ curve, steps, drawn }} />
    </figure>
  );
}

/** "From 1 Mar 2026: secured 1,920, largest site 1,024". The script finds the same in the table's rows. */
const readingOf = (step: Step, drawn: Drawn[]): string =>
  `${t.compute.from(step.on)}: ${drawn
    .map((column) => `${t.compute.columns[column]} ${count(step[column])}`)
    .join(', ')}`;

interface PictureProps extends CurveProps {
  steps: Step[];
  size: Size;
}

function Picture({ curve, steps, size, asOfDay }: PictureProps) {
  const { target } = curve;
  const top = Math.max(most(steps, withPledgedOf), target ?? 0);
  const isNarrow = size === NARROW;
  const marks = [
    ...ticks(BigInt(top), 3n)
      .map(Number)
      .filter((mark) => mark !== target && isApart(mark, isNarrow ? target : null, top)),
    ...(isNarrow && target !== null ? [target] : []),
  ];
  const shown = { curve, steps, top, goal: target, marks, size, asOfDay, Areas: Marks };
  const named = { id: `curve-${size.name}`, title: t.compute.curve };
  const levels = isNarrow ? [] : levelsOf(curve, steps);
  return <Drawing {...drawingOf({ ...shown, ...named, levels, months: isNarrow ? 5 : 10 })} />;
}

const isApart = (mark: number, goal: number | null, top: number): boolean =>
  goal === null || Math.abs(mark - goal) > top / 12;

function Key({ curve, drawn }: { curve: CurveModel; drawn: Drawn[] }) {
  const words = t.compute.columns;
  const signs: Record<Drawn, preact.JSX.Element> = {
    secured: <Swatch pattern="hatched" tone="gpus" />,
    largestSite: <Line kind="largest" />,
    bought: (
      <svg class="swatch gpus" width="12" height="12" aria-hidden="true">
        <rect class="bought" width="12" height="12" />
      </svg>
    ),
    pledged: <Swatch pattern="dotted" tone="gpus" />,
  };
  return (
    <ul class="key curve-key">
      {drawn.map((column) => (
        <li key={column}>
          {signs[column]} {words[column]}
        </li>
      ))}
      {curve.target !== null && (
        <li>
          <Line kind="goal" /> {t.charts.goal} <b>{count(curve.target)}</b>
        </li>
      )}
    </ul>
  );
}

const Line = ({ kind }: { kind: 'largest' | 'goal' }) => (
  <svg class="swatch gpus" width="18" height="12" aria-hidden="true">
    <path class={kind} d="M0,6H18" />
  </svg>
);

/** Every change; if there are too many, the first of each month. */
function rowsOf(steps: Step[], { from, to }: CurveModel): Step[] {
  if (steps.length <= MOST_ROWS) return steps;
  const days = [from, ...monthTicks(from, to, MOST_ROWS)];
  return days.map((on) => ({ ...stepOn(steps, on)!, on }));
}

function Table({ curve, steps, drawn }: { curve: CurveModel; steps: Step[]; drawn: Drawn[] }) {
  const words = t.compute;
  const columns = shownOf(COLUMNS, steps);
  const rows = rowsOf(steps, curve);
  return (
    <details id="curve-fold" class="wide">
      <summary>{t.charts.asTable}</summary>
      {rows !== steps && <p class="quiet">{words.monthly}</p>}
      <table class="figures-table">
        <caption class="unseen">{words.curve}</caption>
        <Heads of={[words.day, ...columns.map((column) => words.columns[column])]} />
        <tbody>
          {rows.map((step) => (
            <tr key={step.on} data-day={dayNumber(step.on)} data-text={readingOf(step, drawn)}>
              <th scope="row">{fullDay(step.on)}</th>
              {columns.map((column) => (
                <FigureCell
                  key={column}
                  label={words.columns[column]}
                  figure={count(step[column])}
                  h100e={words.h100e(count(step.h100e[column]))}
                  // A phone leaves zeros out, but a gap needs one.
                  isZero={step[column] === 0 && (column !== columns[0] || withPledgedOf(step) > 0)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
