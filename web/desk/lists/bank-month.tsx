/** A month's receipts in the ledger, at Stripe and at the bank, side by side, with what differs. */
import { monthOf } from '../../format.ts';
import { t } from '../../words.ts';
import { BANK, BankTabs } from '../bank/page.tsx';
import { List, pick, type Filter } from './list.tsx';
import * as cell from './cells.tsx';
import * as column from './columns.tsx';
import type { ListPage } from './list-page.tsx';
import { LinkLine } from '../parts.tsx';

const MONTHS = 36;

const nameOf = (month: string): string => monthOf(`${month}-01`);

/** This month and those before it, from the newest. */
function monthsBefore({ today }: ListPage): string[] {
  const [year, number] = today.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) =>
    new Date(Date.UTC(year!, number! - 1 - back, 1)).toISOString().slice(0, 7),
  );
}

const month: Filter = (page) => {
  const { month: shown } = page.filter;
  const months = new Set([...monthsBefore(page), ...(shown ? [shown] : [])]);
  const options = [...months].map((each): [string, string] => [each, nameOf(each)]);
  return pick('month', t.bank.tabs.month, options, t.bank.month.last)(page);
};

const on = (amount: string, currency: string, day: string): string =>
  `${cell.money(amount, currency)}, ${cell.day(day)}`;

const columnsOf = ({ inLedger, atBank, notThere }: typeof t.bank.month): column.Column[] => [
  column.giver(),
  column.pledge(),
  column.text(
    inLedger,
    (row) => on(row['amount']!, row['currency']!, row['received_on']!),
    'received',
  ),
  column.text(atBank, ({ entry, credited, bank_currency: currency, booked_on: day }) =>
    entry ? <a href={`${BANK}/${entry}`}>{on(credited!, currency!, day!)}</a> : notThere,
  ),
];

export const BankMonthView = (page: ListPage) => {
  const words = t.bank.month;
  const shown = page.filter['month'] ?? monthsBefore(page)[1]!;
  const figures = Object.entries(words.sums);
  const none = page.sums.length > 0 ? words.agree : words.none;
  return (
    <List
      page={page}
      current="bank"
      words={{
        ...words,
        title: words.title(nameOf(shown)),
        found: () => (page.rows.length > 0 ? words.below : none),
      }}
      tabs={
        <>
          <BankTabs current="month" />
          <LinkLine class="quiet" href="/admin/payments/differences" text={words.stripe} />
        </>
      }
      filters={[month]}
      lines={page.sums.map((sum) => ({
        of: sum['currency']!,
        figures: figures.map(
          ([at, label]) => [label, cell.money(sum[at]!, sum['currency']!)] as const,
        ),
      }))}
      columns={columnsOf(words)}
    />
  );
};
