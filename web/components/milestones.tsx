import { moneyFigures } from '../format.ts';
import type { MilestoneWords } from '../messages/shapes.ts';
import type { HomePage, Milestone, Money } from '../data/home.ts';
import type { BarMark } from './bar.tsx';
import { Table } from './table.tsx';
import { t } from '../words.ts';

/** How a figure's milestones stand at what it has reached. */
export const marksOf = (milestones: readonly Milestone[], has: bigint): BarMark[] =>
  milestones.map(({ reaches }) => ({ at: reaches, isReached: reaches <= has }));

const TABLE = '#milestones';

interface MilestonesProps {
  milestones: readonly Milestone[];
  has: bigint;
  closed: boolean;
  words: MilestoneWords;
}

/** The next one in words, and the way to all of them: the marks on the bar are their picture. */
export function Milestones({ milestones, has, closed, words }: MilestonesProps) {
  if (milestones.length === 0) return null;
  const next = closed ? undefined : milestones.find(({ reaches }) => reaches > has);
  if (!next) {
    const reached = milestones.filter(({ reaches }) => reaches <= has).length;
    return (
      <p class="key">
        <a href={TABLE}>{t.milestones.reached(reached, milestones.length)}</a>
      </p>
    );
  }
  return (
    <p class="key">
      {t.milestones.next} <a href={TABLE}>{words.amount(next.reaches)}</a>
      {t.milestones.afterNext(next.label, words.rest(next.reaches, has))}
    </p>
  );
}

/** All of them, of money and of GPUs. */
export function MilestoneTable({ page }: { page: HomePage }) {
  const { money, concurrency } = page;
  const rows = [
    ...(money
      ? rowsOf(
          money.milestones,
          securedOf(money),
          t.milestones.ofMoney(
            money.currency,
            moneyFigures(money.stages, money.currency, money.target).shown,
          ),
        )
      : []),
    ...(concurrency
      ? rowsOf(concurrency.milestones, BigInt(concurrency.secured.largestSite), t.milestones.ofGpus)
      : []),
  ];
  if (rows.length === 0) return null;
  return (
    <Table
      id="milestones"
      rows={rows}
      columns={[
        [t.milestones.title, ([amount]) => amount],
        [t.milestones.label, ([, label]) => label],
        [t.milestones.state, ([, , state]) => state],
      ]}
    />
  );
}

const rowsOf = (
  milestones: readonly Milestone[],
  has: bigint,
  { amount, rest }: MilestoneWords,
): [amount: string, label: string, state: string][] =>
  milestones.map(({ reaches, label }) => [
    amount(reaches),
    label,
    reaches <= has ? t.milestones.isReached : t.milestones.toGo(rest(reaches, has)),
  ]);

/** What counts towards a milestone of money. */
export const securedOf = ({ stages }: Money): bigint => stages.received + stages.committed;
