import type { PaymentFlag, PaymentStatus } from '../../../server/domain/payment.ts';
import { days, List, pick, text } from './list.tsx';
import { GiverName, PaymentTabs } from '../payments/parts.tsx';
import * as cell from './cells.tsx';
import * as column from './columns.tsx';
import type { Row } from './cells.tsx';
import type { ListPage } from './list-page.tsx';
import { t } from '../../words.ts';

const money = (row: Row, name: string, unit = 'currency') =>
  row[name] === null || cell.isNothing(row[name]!) ? null : cell.money(row[name]!, row[unit]!);

function wentBack(row: Row): string | null {
  const currency = row['currency']!;
  const back = cell.sum([row['refunded']!, row['disputed']!], currency);
  return cell.isNothing(back) ? null : cell.money(back, currency);
}

const flagsOf = (flags: string): string =>
  flags
    .split(' ')
    .map((flag) => t.payments.flags[flag as PaymentFlag])
    .join(', ');

function columnsOf(): column.Column[] {
  const { columns: words, statuses, ways } = t.payments;
  return [
    column.text(words.code, ({ code }) => <a href={`/admin/payments/${code}`}>{code}</a>),
    column.figure(words.begun, (row) => cell.day(row['created_at']), 'newest'),
    column.text(t.deskLists.giver, ({ giver, signatory_id: id, giver_status: status }) =>
      giver === null ? null : <GiverName id={id!} name={giver!} status={status!} />,
    ),
    column.text(t.deskLists.pledges.ref, ({ ref }) =>
      ref === null ? words.gift : <a href={`/admin/pledges/${ref}`}>{ref}</a>,
    ),
    column.text(words.status, (row) => statuses[row['status'] as PaymentStatus]),
    column.text(words.way, (row) => ways[row['way'] as keyof typeof ways]),
    column.figure(words.amount, (row) => money(row, 'amount')),
    column.figure(words.gross, (row) => money(row, 'gross')),
    column.figure(words.back, wentBack),
    column.figure(words.fee, (row) => money(row, 'fee', 'balance_currency')),
    column.figure(words.net, (row) => money(row, 'net', 'balance_currency')),
    column.figure(words.paid, (row) => cell.day(row['paid_at']), 'paid'),
    column.text(words.flags, ({ flags }) =>
      flags ? <strong class="late">{flagsOf(flags)}</strong> : null,
    ),
  ];
}

const linesOf = ({ sums }: ListPage) =>
  sums
    .filter(({ gross }) => !cell.isNothing(gross!))
    .map(({ currency, gross }) => ({
      of: currency!,
      figures: [[t.payments.received, cell.money(gross!, currency!)] as const],
    }));

export const PaymentsView = (page: ListPage) => {
  const { columns: words, statuses, ways, flags } = t.payments;
  return (
    <List
      page={page}
      current="payments"
      words={t.payments}
      tabs={<PaymentTabs current="payments" />}
      filters={[
        pick('status', words.status, Object.entries(statuses)),
        pick('way', words.way, Object.entries(ways)),
        pick('flag', words.flags, Object.entries(flags)),
        text('q', t.payments.text),
        days(words.begun),
      ]}
      lines={linesOf(page)}
      columns={columnsOf()}
    />
  );
};
