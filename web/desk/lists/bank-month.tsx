/** A month's receipts in the ledger, at Stripe and at the bank, side by side, with what differs. */
import { monthOf } from '../../format.ts';
import type { Assets } from '../../pages/page.tsx';
import { t } from '../../words.ts';
import { BANK, BankTabs } from '../bank/page.tsx';
import { pick, renderListView, type Filter } from './list.tsx';
import {
  dayIn,
  giverColumn,
  moneyOf,
  pledgeColumn,
  textColumn,
  type Column,
  type ViewPage,
} from './view.tsx';

const MONTHS = 36;

/** This month and those before it. */
const month: Filter = (page) => {
  const [year, number] = page.today.split('-').map(Number);
  const months = Array.from({ length: MONTHS }, (_, back) =>
    new Date(Date.UTC(year!, number! - 1 - back, 1)).toISOString().slice(0, 7),
  );
  const options = months.map((each): [string, string] => [each, monthOf(`${each}-01`)]);
  return pick('month', t.bank.tabs.month, options, t.bank.month.last)(page);
};

const on = (amount: string, currency: string, day: string): string =>
  `${moneyOf(amount, currency)}, ${dayIn(day)}`;

const columnsOf = ({ inLedger, atBank, notThere }: typeof t.bank.month): Column[] => [
  giverColumn(),
  pledgeColumn(),
  textColumn(
    inLedger,
    (row) => on(row['amount']!, row['currency']!, row['received_on']!),
    'received',
  ),
  textColumn(atBank, ({ entry, credited, bank_currency: currency, booked_on: day }) =>
    entry ? <a href={`${BANK}/${entry}`}>{on(credited!, currency!, day!)}</a> : notThere,
  ),
];

export const renderBankMonth = (page: ViewPage, assets: Assets): string => {
  const words = t.bank.month;
  const figures = Object.entries(words.sums);
  const none = page.sums.length > 0 ? words.agree : words.none;
  return renderListView(page, assets, {
    current: 'bank',
    words: { ...words, found: () => (page.rows.length > 0 ? words.below : none) },
    tabs: (
      <>
        <BankTabs current="month" />
        <p class="quiet">
          <a href="/admin/payments/differences">{words.stripe}</a>
        </p>
      </>
    ),
    filters: [month],
    lines: page.sums.map((sum) => ({
      of: sum['currency']!,
      figures: figures.map(([at, label]) => [label, moneyOf(sum[at]!, sum['currency']!)] as const),
    })),
    columns: columnsOf(words),
  });
};
