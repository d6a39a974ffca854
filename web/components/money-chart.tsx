import { highestOf, monthTicks, stepArea, ticks } from './scale.ts';
import { exactAmount, fullAmount, fullDay, monthOf, type MoneyFigures } from '../format.ts';
import type { Money } from '../data/home.ts';
import { digitsOf } from '../../server/domain/asset.ts';
import { addDays, type Day } from '../../server/domain/day.ts';
import {
  Chart,
  dayLabels,
  daysIn,
  heightsIn,
  COLUMN,
  isInSight,
  monthLabels,
  NARROW,
  plotFor,
  type DrawingProps,
  type Size,
} from './chart.tsx';
import { monthAfter, outlookOf, securedIn } from './outlook.ts';
import { fillOf } from './pattern.tsx';
import { t } from '../words.ts';

interface Standing {
  on: Day;
  received: bigint;
  secured: bigint;
}

/** A month's standing is that of its end, and fills the month. */
function courseOf({ days, months }: Money, asOfDay: Day) {
  const since = months.findIndex((month) => securedIn(month) > 0n);
  const steps = days ?? months.slice(since).map((at) => ({ ...at, on: `${at.month}-01` }));
  const first = steps[0]?.on ?? asOfDay;
  return {
    standings: steps.map((at): Standing => ({ ...at, secured: securedIn(at) })),
    from: days ? addDays(first, -1) : first,
    to: days ? addDays(asOfDay, 1) : `${monthAfter(asOfDay, 1)}-01`,
    name: days ? fullDay : monthOf,
  };
}

interface MoneyChartProps {
  money: Money;
  figures: MoneyFigures;
  asOfDay: Day;
  closed: boolean;
  /** Nobody can promise more, so no pace leads on. */
  isEnded: boolean;
}

export function MoneyChart({ money, figures, asOfDay, closed, isEnded }: MoneyChartProps) {
  const { currency, target } = money;
  const course = courseOf(money, asOfDay);
  const { standings, name } = course;
  const last = standings.at(-1);
  const highest = highestOf(standings.map(securedAt));
  if (!last || highest === 0n) return closed ? null : <p class="key">{t.charts.noMoney}</p>;
  const goal = target !== null && isInSight(target, highest) ? target : null;
  const top = highestOf([highest, goal ?? 0n]);
  const shown = { course, currency, figures, goal, top, last };
  return (
    <>
      <Chart
        {...drawingOf(shown, COLUMN)}
        narrow={drawingOf(shown, NARROW)}
        table={[
          [name === fullDay ? t.pledge.day : t.charts.month, t.charts.secured, t.received],
          ...standings.map(({ on, secured, received }) => [
            name(on),
            fullAmount(secured, currency),
            fullAmount(received, currency),
          ]),
        ]}
      />
      {target !== null && goal === null && (
        <p class="key">{t.charts.goalAbove(exactAmount(target, currency))}</p>
      )}
      {!closed && <p class="key">{newsOf(money, standings, asOfDay, isEnded)}</p>}
    </>
  );
}

interface Shown {
  course: ReturnType<typeof courseOf>;
  currency: string;
  figures: MoneyFigures;
  goal: bigint | null;
  top: bigint;
  last: Standing;
}

const securedAt = ({ secured }: Standing): bigint => secured;
const receivedAt = ({ received }: Standing): bigint => received;

function drawingOf(shown: Shown, size: Size): DrawingProps {
  const { currency, figures, goal, top, last } = shown;
  const { standings, from, to, name } = shown.course;
  const isDaily = name === fullDay;
  const unit = 10n ** BigInt(digitsOf(currency));
  const marks = ticks(top / unit, 3n)
    .map((mark) => mark * unit)
    .filter((mark) => mark !== goal);
  const texts = marks.map((mark) => exactAmount(mark, currency));
  const ends = endsOf(shown, size === NARROW);
  const plot = plotFor(
    texts,
    ends.map(({ text }) => text),
    size,
  );
  const y = heightsIn(plot, top);
  const x = daysIn(plot, from, to);
  const months = monthTicks(from, to, size === NARROW ? 4 : 12);
  const area = (upper: (at: Standing) => bigint, lower: (at: Standing) => bigint) =>
    stepArea(
      standings.map((at) => ({ x: x(at.on), top: y(upper(at)), bottom: y(lower(at)) })),
      plot.right,
    );
  return {
    id: 'money-chart',
    tone: 'money',
    size,
    plot,
    title: isDaily ? t.charts.moneySince(standings[0]!.on) : t.charts.money(standings.length),
    summary: t.charts.moneySummary(name(last.on), figures.secured, figures.received),
    marks: marks.map((mark, index) => ({ y: y(mark), text: texts[index] ?? '' })),
    months: isDaily
      ? dayLabels(from, to, x, Math.max(1, Math.floor((plot.right - plot.left) / 50)))
      : monthLabels(months, (index) => x(addDays(months[index] ?? from, 15))),
    names: ends.map((end) => ({ ...end, y: y(end.y) })),
    children: (
      <>
        <path {...fillOf('hatched', 'money')} d={area(securedAt, receivedAt)} />
        <path {...fillOf('solid', 'money')} d={area(receivedAt, () => 0n)} />
        {goal !== null && <path class="goal" d={`M${plot.left},${y(goal)}H${plot.right}`} />}
      </>
    ),
  };
}

function endsOf({ last, figures, goal, currency }: Shown, isNarrow: boolean) {
  const { secured, received } = last;
  const aim = `${t.charts.goal} ${exactAmount(goal ?? 0n, currency)}`;
  const all = isNarrow ? figures.secured : `${t.charts.secured} ${figures.secured}`;
  return [
    received !== secured && { text: all, y: secured, strong: true },
    received > 0n && { text: `${t.received} ${figures.received}`, y: received, strong: false },
    goal !== null && { text: aim, y: goal, strong: false },
  ].filter((end) => end !== false);
}

/** What changed this month, and where that leads. */
function newsOf(money: Money, standings: Standing[], asOfDay: Day, isEnded: boolean): string {
  const now = standings.at(-1)!;
  const before = standings.findLast(({ on }) => on < `${asOfDay.slice(0, 7)}-01`);
  const secured = now.secured - (before?.secured ?? 0n);
  const received = now.received - (before?.received ?? 0n);
  const outlook = isEnded ? null : outlookOf(money);
  const change = t.charts.moneyChange(asOfDay, secured, received, money.currency);
  return outlook ? `${change} ${t.charts.outlook(outlook)}` : change;
}
