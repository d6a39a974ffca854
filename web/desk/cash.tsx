/** Expected cash by month: agreed, promised and waiting. */
import { Bar, Key, partOf } from '../components/bar.tsx';
import { monthOf } from '../format.ts';
import { en } from '../messages/en.ts';
import { views as t } from '../messages/en-desk-views.ts';
import type { Assets } from '../page.tsx';
import { isNothing, moneyOf, sumOf, unitsOf } from './figure.tsx';
import { AssetFilter, ViewFilter } from './view-filter.tsx';
import {
  Empty,
  renderView,
  ViewHead,
  ViewTable,
  type Column,
  type Row,
  type ViewPage,
} from './view.tsx';

const words = t.cash;
const EXPECTED = [
  ['hatched', 'committed'],
  ['dotted', 'pledged'],
  ['waiting', 'waiting'],
] as const;

const periodText = (period: string): string =>
  period === 'overdue' || period === 'later' || period === 'unscheduled'
    ? words[period]
    : monthOf(`${period}-01`);

const hasBar = ({ period }: Row): boolean => period !== 'later' && period !== 'unscheduled';

const partsOf = (row: Row, currency: string) =>
  EXPECTED.map(([pattern, stage]) =>
    partOf(pattern, unitsOf(row[stage]!), words[stage], moneyOf(row[stage]!, currency)),
  );

function columnsOf({ rows, currency }: ViewPage): Column[] {
  // What is due in no month would dwarf the months.
  const most = rows.filter(hasBar).reduce((max, { total }) => {
    const units = unitsOf(total!);
    return units > max ? units : max;
  }, 1n);
  const figure = (cell: string | null) => (isNothing(cell) ? null : moneyOf(cell!, currency));
  return [
    { label: words.period, show: (row) => periodText(row['period']!) },
    {
      label: '',
      show: (row) =>
        !hasBar(row) || isNothing(row['total']!) ? null : (
          <Bar tone="money" parts={partsOf(row, currency)} whole={most} height={14} />
        ),
    },
    ...EXPECTED.map(([, stage]): Column => ({
      label: words[stage],
      isFigure: true,
      show: (row) => figure(row[stage]!),
    })),
    { label: words.total, isFigure: true, show: (row) => figure(row['total']!) ?? '–' },
  ];
}

const sumsOf = ({ rows, currency }: ViewPage): Row =>
  Object.fromEntries(
    ['committed', 'pledged', 'waiting', 'total'].map((name) => [
      name,
      sumOf(
        rows.map((row) => row[name]!),
        currency,
      ),
    ]),
  );

export const renderCash = (page: ViewPage, assets: Assets): string => {
  const { currency } = page;
  const sum = sumsOf(page);
  const hasAny = !isNothing(sum['total']!);
  return renderView({
    page,
    current: 'cash',
    title: words.title,
    text: words.lead,
    assets,
    children: (
      <>
        <ViewFilter page={page}>
          <AssetFilter page={page} label={words.currency} isMoney />
        </ViewFilter>
        <ViewHead page={page}>
          {hasAny && (
            <>
              <p>
                {words.all} <b>{moneyOf(sum['total']!, currency)}</b>
              </p>
              <Key tone="money" parts={partsOf(sum, currency)} t={en} />
            </>
          )}
        </ViewHead>
        {hasAny ? (
          <ViewTable page={page} columns={columnsOf(page)} caption={words.title} />
        ) : (
          <Empty page={page} none={words.none} />
        )}
      </>
    ),
  });
};
