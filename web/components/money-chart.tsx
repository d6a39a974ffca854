import { highestOf, stepArea, ticks } from './scale.ts';
import { monthOf, plainAmount, roundedAmount, type MoneyFigures } from '../format.ts';
import type { Money } from '../data/home.ts';
import { digitsOf } from '../../server/domain/asset.ts';
import { Chart, heightsIn, monthLabels, plotFor, type EndLabel, type Plot } from './chart.tsx';
import { fillOf } from './pattern.tsx';
import { t } from '../words.ts';

interface Standing {
  month: string;
  received: bigint;
  secured: bigint;
}

/** A goal far above the amounts isn't drawn, because it would press them flat. */
const goalInSight = (highest: bigint, target: bigint | null): bigint | null =>
  target !== null && highest * 2n >= target ? target : null;

export function MoneyChart({ money, figures }: { money: Money; figures: MoneyFigures }) {
  const { currency } = money;
  const standings = money.months.map(({ month, received, committed }) => ({
    month,
    received,
    secured: received + committed,
  }));
  const last = standings.at(-1);
  const highest = highestOf(standings.map(({ secured }) => secured));
  if (!last || standings.length < 2 || highest === 0n) return null;

  const goal = goalInSight(highest, money.target);
  const top = highestOf([highest, goal ?? 0n]);
  const unit = 10n ** BigInt(digitsOf(currency));
  const marks = ticks(top / unit, 3n)
    .map((mark) => mark * unit)
    .filter((mark) => mark !== goal);
  const texts = marks.map((mark) => plainAmount(mark, currency));
  const goalText = goal === null ? [] : [`${t.charts.goal} ${plainAmount(goal, currency)}`];
  const ends = endsOf(last, figures);
  const plot = plotFor(texts, [...ends.map(({ text }) => text), ...goalText]);
  const y = heightsIn(plot, top);
  return (
    <Chart
      id="money-chart"
      tone="money"
      title={t.charts.money(standings.length)}
      summary={t.charts.moneySummary(monthOf(last.month), figures.secured, figures.received)}
      plot={plot}
      marks={marks.map((mark, index) => ({ y: y(mark), text: texts[index] ?? '' }))}
      months={monthLabels(
        standings.map(({ month }) => month),
        (index) => plot.left + (index + 0.5) * columnWidth(plot, standings.length),
      )}
      names={[
        ...ends.map(({ text, amount, strong }): EndLabel => ({ text, y: y(amount), strong })),
        ...goalText.map((text): EndLabel => ({ text, y: y(goal ?? 0n), strong: false })),
      ]}
      table={[
        [t.charts.month, t.charts.secured, t.received],
        ...standings.map(({ month, secured, received }) => [
          monthOf(month),
          roundedAmount(secured, currency),
          roundedAmount(received, currency),
        ]),
      ]}
    >
      <Areas standings={standings} plot={plot} y={y} />
      {goal !== null && <path class="goal" d={`M${plot.left},${y(goal)}H${plot.right}`} />}
    </Chart>
  );
}

const columnWidth = ({ left, right }: Plot, columns: number): number => (right - left) / columns;

function endsOf({ secured, received }: Standing, figures: MoneyFigures) {
  const ends = [
    { text: `${t.charts.secured} ${figures.secured}`, amount: secured, strong: true },
    { text: `${t.received} ${figures.received}`, amount: received, strong: false },
  ];
  if (received === secured) return ends.slice(1);
  return received === 0n ? ends.slice(0, 1) : ends;
}

interface AreasProps {
  standings: Standing[];
  plot: Plot;
  y: (amount: bigint) => number;
}

function Areas({ standings, plot, y }: AreasProps) {
  const steps = (top: (standing: Standing) => bigint, bottom: (standing: Standing) => bigint) =>
    standings.map((standing, index) => ({
      x: plot.left + index * columnWidth(plot, standings.length),
      top: y(top(standing)),
      bottom: y(bottom(standing)),
    }));
  const agreed = steps(
    ({ secured }) => secured,
    ({ received }) => received,
  );
  const received = steps(
    (standing) => standing.received,
    () => 0n,
  );
  return (
    <>
      <path {...fillOf('hatched', 'money')} d={stepArea(agreed, plot.right)} />
      <path {...fillOf('solid', 'money')} d={stepArea(received, plot.right)} />
    </>
  );
}
