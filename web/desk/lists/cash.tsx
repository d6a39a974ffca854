import { isCurrency } from '../../../server/domain/asset.ts';
import { Bar, Key, partOf } from '../../components/bar.tsx';
import { monthOf } from '../../format.ts';
import { asset, ViewFilter } from './list.tsx';
import {
  Empty,
  ViewFrame,
  ViewHead,
  ViewTable,
  type Column,
  type Row,
  type ViewPage,
  isNothing,
  moneyOf,
  sumOf,
  unitsOf,
} from './view.tsx';
import { t } from '../../words.ts';

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
    partOf(pattern, unitsOf(row[stage]!), t.views.cash[stage], moneyOf(row[stage]!, currency)),
  );

function columnsOf({ rows, currency }: ViewPage): Column[] {
  // An amount of no month would dwarf the months.
  const most = rows.filter(hasBar).reduce((max, { total }) => {
    const units = unitsOf(total!);
    return units > max ? units : max;
  }, 1n);
  const figure = (cell: string | null) => (isNothing(cell) ? null : moneyOf(cell!, currency));
  return [
    { label: t.views.cash.period, show: (row) => periodText(row['period']!) },
    {
      label: '',
      show: (row) =>
        !hasBar(row) || isNothing(row['total']!) ? null : (
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
      sumOf(
        rows.map((row) => row[name]!),
        currency,
      ),
    ]),
  );

export const CashView = (page: ViewPage) => {
  const { currency } = page;
  const sum = sumsOf(page);
  const hasAny = !isNothing(sum['total']!);
  return (
    <ViewFrame page={page} current="cash" title={t.views.cash.title} text={t.views.cash.lead}>
      <ViewFilter page={page} filters={[asset(t.views.cash.currency, isCurrency)]} />
      <ViewHead page={page}>
        {hasAny && (
          <>
            <p>
              {t.views.cash.all} <b>{moneyOf(sum['total']!, currency)}</b>
            </p>
            <Key tone="money" parts={partsOf(sum, currency)} />
          </>
        )}
      </ViewHead>
      {hasAny ? (
        <ViewTable page={page} columns={columnsOf(page)} caption={t.views.cash.title} />
      ) : (
        <Empty page={page} none={t.views.cash.none} />
      )}
    </ViewFrame>
  );
};
