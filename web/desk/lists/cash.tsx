import { isCurrency } from '../../../server/domain/asset.ts';
import { Bar, Key, partOf } from '../../components/bar.tsx';
import { monthOf } from '../../format.ts';
import { asset, ListFilter } from './list.tsx';
import * as cell from './cells.tsx';
import type { Row } from './cells.tsx';
import type { Column } from './columns.tsx';
import { Empty, ListFrame, ListHead, SortableTable, type ListPage } from './list-page.tsx';
import { t } from '../../words.ts';
import { titleOf } from '../frame.tsx';

const EXPECTED = [
  ['hatched', 'committed'],
  ['dotted', 'pledged'],
  ['waiting', 'waiting'],
] as const;

const periodText = (period: string): string =>
  period === 'overdue' || period === 'later' || period === 'unscheduled'
    ? t.deskLists.cash[period]
    : monthOf(`${period}-01`);

const hasBar = ({ period }: Row): boolean => period !== 'later' && period !== 'unscheduled';

const partsOf = (row: Row, currency: string) =>
  EXPECTED.map(([pattern, stage]) =>
    partOf(
      pattern,
      cell.units(row[stage]!),
      t.deskLists.cash[stage],
      cell.money(row[stage]!, currency),
    ),
  );

function columnsOf({ rows, currency }: ListPage): Column[] {
  // An amount of no month would dwarf the months.
  const most = rows.filter(hasBar).reduce((max, { total }) => {
    const units = cell.units(total!);
    return units > max ? units : max;
  }, 1n);
  const figure = (decimal: string | null) =>
    cell.isNothing(decimal) ? null : cell.money(decimal!, currency);
  return [
    { label: t.deskLists.cash.period, show: (row) => periodText(row['period']!) },
    {
      label: '',
      show: (row) =>
        !hasBar(row) || cell.isNothing(row['total']!) ? null : (
          <Bar tone="money" parts={partsOf(row, currency)} whole={most} height={14} />
        ),
    },
    ...EXPECTED.map(([, stage]): Column => ({
      label: t.deskLists.cash[stage],
      isFigure: true,
      show: (row) => figure(row[stage]!),
    })),
    { label: t.deskLists.cash.total, isFigure: true, show: (row) => figure(row['total']!) ?? '–' },
  ];
}

const sumsOf = ({ rows, currency }: ListPage): Row =>
  Object.fromEntries(
    ['committed', 'pledged', 'waiting', 'total'].map((name) => [
      name,
      cell.sum(
        rows.map((row) => row[name]!),
        currency,
      ),
    ]),
  );

export const CashView = (page: ListPage) => {
  const { currency } = page;
  const sum = sumsOf(page);
  const hasAny = !cell.isNothing(sum['total']!);
  return (
    <ListFrame page={page} current="cash" text={t.deskLists.cash.lead}>
      <ListFilter page={page} filters={[asset(t.deskLists.cash.currency, isCurrency)]} />
      <ListHead page={page}>
        {hasAny && (
          <>
            <p>
              {t.deskLists.cash.all} <b>{cell.money(sum['total']!, currency)}</b>
            </p>
            <Key tone="money" parts={partsOf(sum, currency)} />
          </>
        )}
      </ListHead>
      {hasAny ? (
        <SortableTable page={page} columns={columnsOf(page)} caption={titleOf('cash')} />
      ) : (
        <Empty page={page} none={t.deskLists.cash.none} />
      )}
    </ListFrame>
  );
};
