import { isCurrency } from '../../../server/domain/asset.ts';
import { Bar, Key, partOf } from '../../components/bar.tsx';
import { monthOf } from '../../format.ts';
import { asset, ViewFilter } from './list.tsx';
import * as cell from './cells.tsx';
import type { Row } from './cells.tsx';
import type { Column } from './columns.tsx';
import { Empty, ViewFrame, ViewHead, ViewTable, type ViewPage } from './view.tsx';
import { t } from '../../words.ts';
import { titleOf } from '../frame.tsx';

const EXPECTED = [
  ['hatched', 'committed'],
  ['dotted', 'pledged'],
  ['waiting', 'waiting'],
] as const;

const periodText = (period: string): string =>
  period === 'overdue' || period === 'later' || period === 'unscheduled'
    ? t.views.cash[period]
    : monthOf(`${period}-01`);

const hasBar = ({ period }: Row): boolean => period !== 'later' && period !== 'unscheduled';

const partsOf = (row: Row, currency: string) =>
  EXPECTED.map(([pattern, stage]) =>
    partOf(
      pattern,
      cell.units(row[stage]!),
      t.views.cash[stage],
      cell.money(row[stage]!, currency),
    ),
  );

function columnsOf({ rows, currency }: ViewPage): Column[] {
  // An amount of no month would dwarf the months.
  const most = rows.filter(hasBar).reduce((max, { total }) => {
    const units = cell.units(total!);
    return units > max ? units : max;
  }, 1n);
  const figure = (decimal: string | null) =>
    cell.isNothing(decimal) ? null : cell.money(decimal!, currency);
  return [
    { label: t.views.cash.period, show: (row) => periodText(row['period']!) },
    {
      label: '',
      show: (row) =>
        !hasBar(row) || cell.isNothing(row['total']!) ? null : (
          <Bar tone="money" parts={partsOf(row, currency)} whole={most} height={14} />
        ),
    },
    ...EXPECTED.map(([, stage]): Column => ({
      label: t.views.cash[stage],
      isFigure: true,
      show: (row) => figure(row[stage]!),
    })),
    { label: t.views.cash.total, isFigure: true, show: (row) => figure(row['total']!) ?? '–' },
  ];
}

const sumsOf = ({ rows, currency }: ViewPage): Row =>
  Object.fromEntries(
    ['committed', 'pledged', 'waiting', 'total'].map((name) => [
      name,
      cell.sum(
        rows.map((row) => row[name]!),
        currency,
      ),
    ]),
  );

export const CashView = (page: ViewPage) => {
  const { currency } = page;
  const sum = sumsOf(page);
  const hasAny = !cell.isNothing(sum['total']!);
  return (
    <ViewFrame page={page} current="cash" text={t.views.cash.lead}>
      <ViewFilter page={page} filters={[asset(t.views.cash.currency, isCurrency)]} />
      <ViewHead page={page}>
        {hasAny && (
          <>
            <p>
              {t.views.cash.all} <b>{cell.money(sum['total']!, currency)}</b>
            </p>
            <Key tone="money" parts={partsOf(sum, currency)} />
          </>
        )}
      </ViewHead>
      {hasAny ? (
        <ViewTable page={page} columns={columnsOf(page)} caption={titleOf('cash')} />
      ) : (
        <Empty page={page} none={t.views.cash.none} />
      )}
    </ViewFrame>
  );
};
