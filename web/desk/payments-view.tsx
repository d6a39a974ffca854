/** Every payment that somebody was sent to Stripe for. */
import type { PaymentFlag, PaymentStatus } from '../../server/domain/payment.ts';
import { fullDay } from '../format.ts';
import { deskPayments as t } from '../messages/en-desk-payments.ts';
import { views } from '../messages/en-desk-views.ts';
import type { Assets } from '../page.tsx';
import { isNothing, moneyOf, sumOf } from './figure.tsx';
import { renderListView } from './list-view.tsx';
import { GiverName, PaymentTabs } from './payment-parts.tsx';
import { DayRange, Pick, TextFilter } from './view-filter.tsx';
import { foundIn, type Column, type Row, type ViewPage } from './view.tsx';

const words = t.columns;

const day = (cell: string | null) => (cell === null ? null : fullDay(cell.slice(0, 10)));

const money = (row: Row, name: string, unit = 'currency') =>
  row[name] === null || isNothing(row[name]!) ? null : moneyOf(row[name]!, row[unit]!);

/** What went back, and what is contested. */
function wentBack(row: Row): string | null {
  const currency = row['currency']!;
  const back = sumOf([row['refunded']!, row['disputed']!], currency);
  return isNothing(back) ? null : moneyOf(back, currency);
}

const columns: Column[] = [
  {
    label: words.code,
    show: (row) => <a href={`/admin/payments/${row['code']}`}>{row['code']}</a>,
  },
  { label: words.begun, sort: 'newest', isFigure: true, show: (row) => day(row['created_at']!) },
  {
    label: words.giver,
    show: (row) =>
      row['giver'] === null ? null : (
        <GiverName id={row['signatory_id']!} name={row['giver']!} status={row['giver_status']!} />
      ),
  },
  {
    label: words.pledge,
    show: (row) =>
      row['ref'] === null ? words.gift : <a href={`/admin/pledges/${row['ref']}`}>{row['ref']}</a>,
  },
  { label: words.status, show: (row) => t.statuses[row['status'] as PaymentStatus] },
  { label: words.way, show: (row) => t.ways[row['way'] as keyof typeof t.ways] },
  { label: words.amount, isFigure: true, show: (row) => money(row, 'amount') },
  { label: words.gross, isFigure: true, show: (row) => money(row, 'gross') },
  { label: words.back, isFigure: true, show: wentBack },
  { label: words.fee, isFigure: true, show: (row) => money(row, 'fee', 'balance_currency') },
  { label: words.net, isFigure: true, show: (row) => money(row, 'net', 'balance_currency') },
  { label: words.paid, sort: 'paid', isFigure: true, show: (row) => day(row['paid_at']!) },
  {
    label: words.flags,
    show: (row) =>
      row['flags'] ? (
        <strong class="late">
          {row['flags']
            .split(' ')
            .map((flag) => t.flags[flag as PaymentFlag])
            .join(', ')}
        </strong>
      ) : null,
  },
];

const linesOf = ({ sums }: ViewPage) =>
  sums
    .filter(({ gross }) => !isNothing(gross!))
    .map(({ currency, gross }) => ({
      of: currency!,
      figures: [[t.received, moneyOf(gross!, currency!)] as const],
    }));

export const renderPaymentsView = (page: ViewPage, assets: Assets): string =>
  renderListView(
    page,
    {
      current: 'payments',
      title: t.title,
      tabs: <PaymentTabs current="payments" />,
      filters: (
        <>
          <Pick
            page={page}
            name="status"
            label={words.status}
            any={views.any}
            options={Object.entries(t.statuses)}
          />
          <Pick
            page={page}
            name="way"
            label={words.way}
            any={views.any}
            options={Object.entries(t.ways)}
          />
          <Pick
            page={page}
            name="flag"
            label={t.flag}
            any={views.any}
            options={Object.entries(t.flags)}
          />
          <TextFilter page={page} name="q" label={t.text} />
          <DayRange page={page} label={t.days} />
        </>
      ),
      sorts: t.sorts,
      found: t.found(foundIn(page)),
      lines: linesOf(page),
      columns,
      none: t.none,
    },
    assets,
  );
