import type { PaymentFlag, PaymentStatus } from '../../../server/domain/payment.ts';
import { days, pick, List, text } from './list.tsx';
import { GiverName, PaymentTabs } from '../payments/parts.tsx';
import {
  textColumn,
  dayIn,
  figureColumn,
  type Column,
  type Row,
  type ViewPage,
  isNothing,
  moneyOf,
  sumOf,
} from './view.tsx';
import { t } from '../../words.ts';

const money = (row: Row, name: string, unit = 'currency') =>
  row[name] === null || isNothing(row[name]!) ? null : moneyOf(row[name]!, row[unit]!);

function wentBack(row: Row): string | null {
  const currency = row['currency']!;
  const back = sumOf([row['refunded']!, row['disputed']!], currency);
  return isNothing(back) ? null : moneyOf(back, currency);
}

const flagsOf = (flags: string): string =>
  flags
    .split(' ')
    .map((flag) => t.payments.flags[flag as PaymentFlag])
    .join(', ');

function columnsOf(): Column[] {
  const { columns: words, statuses, ways } = t.payments;
  return [
    textColumn(words.code, ({ code }) => <a href={`/admin/payments/${code}`}>{code}</a>),
    figureColumn(words.begun, (row) => dayIn(row['created_at']), 'newest'),
    textColumn(t.views.giver, ({ giver, signatory_id: id, giver_status: status }) =>
      giver === null ? null : <GiverName id={id!} name={giver!} status={status!} />,
    ),
    textColumn(t.views.pledges.ref, ({ ref }) =>
      ref === null ? words.gift : <a href={`/admin/pledges/${ref}`}>{ref}</a>,
    ),
    textColumn(words.status, (row) => statuses[row['status'] as PaymentStatus]),
    textColumn(words.way, (row) => ways[row['way'] as keyof typeof ways]),
    figureColumn(words.amount, (row) => money(row, 'amount')),
    figureColumn(words.gross, (row) => money(row, 'gross')),
    figureColumn(words.back, wentBack),
    figureColumn(words.fee, (row) => money(row, 'fee', 'balance_currency')),
    figureColumn(words.net, (row) => money(row, 'net', 'balance_currency')),
    figureColumn(words.paid, (row) => dayIn(row['paid_at']), 'paid'),
    textColumn(words.flags, ({ flags }) =>
      flags ? <strong class="late">{flagsOf(flags)}</strong> : null,
    ),
  ];
}

const linesOf = ({ sums }: ViewPage) =>
  sums
    .filter(({ gross }) => !isNothing(gross!))
    .map(({ currency, gross }) => ({
      of: currency!,
      figures: [[t.payments.received, moneyOf(gross!, currency!)] as const],
    }));

export const PaymentsView = (page: ViewPage) => {
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
