import { useFrame } from '../frame.tsx';
import { isCurrency } from '../../../server/domain/asset.ts';
import { addressOf, Tabs } from '../../components/list.tsx';
import { count } from '../../format.ts';
import { asset, List, text } from './list.tsx';
import * as cell from './cells.tsx';
import * as column from './columns.tsx';
import type { Row } from './cells.tsx';
import type { ListPage } from './list-page.tsx';
import { typed } from '../../components/name.tsx';
import { t } from '../../words.ts';

const TABS = ['overdue', 'week', 'soon'] as const;
type Tab = (typeof TABS)[number];

const contactOf = ({ email }: Row) =>
  email === null ? (
    <span class="quiet">{t.deskLists.overdue.noContact}</span>
  ) : (
    <a href={`mailto:${email}`}>{typed(email)}</a>
  );

const money = (name: string) => (row: Row) => cell.money(row[name]!, row['currency']!);

/** What is conditional isn't due. */
export const remind = ({ ref, waiting, outstanding, reachable }: Row) => {
  if (waiting === outstanding) return null;
  if (reachable === 'false') return <span class="quiet">{t.deskLists.overdue.unconfirmed}</span>;
  return <a href={`/admin/pledges/${ref}/remind`}>{t.emails.remind.link}</a>;
};

function columnsOf(
  { hasAddresses, currency }: ListPage,
  tab: Tab,
  mayRemind: boolean,
): column.Column[] {
  const { overdue: words } = t.deskLists;
  return [
    column.figure(words.due, (row) => cell.day(row['due_on']), 'due'),
    ...(tab === 'overdue'
      ? [column.figure(words.late, (row) => count(Number(row['days_late'])))]
      : []),
    column.giver('giver'),
    ...(hasAddresses ? [column.text(words.contact, contactOf)] : []),
    column.pledge(),
    column.figure(t.deskLists.pledges.outstanding, money('outstanding')),
    column.figure(words.of, money('amount')),
    column.figure(
      t.deskLists.base(currency),
      (row) => cell.money(row['outstanding_base']!, currency),
      'outstanding',
    ),
    ...(mayRemind ? [column.text(t.deskLists.overdue.remind, remind)] : []),
  ];
}

function linesOf({ sums, currency }: ListPage) {
  if (sums.length === 0) return [];
  const inAll = cell.sum(
    sums.map(({ base }) => base!),
    currency,
  );
  return [
    { of: t.deskLists.base(currency), figures: [['', cell.money(inAll, currency)] as const] },
    ...(sums.length > 1 || sums[0]!['currency'] !== currency
      ? sums.map(({ currency: code, outstanding, found }) => ({
          of: code!,
          figures: [
            [t.deskLists.overdue.found(Number(found)), cell.money(outstanding!, code!)] as const,
          ],
        }))
      : []),
  ];
}

export const OverdueView = (page: ListPage) => {
  const { rights } = useFrame();
  const { overdue: words } = t.deskLists;
  const tab = TABS.find((name) => name === page.filter['due']) ?? 'overdue';
  const { cursor: _cursor, ...rest } = page.filter;
  const tabs = TABS.map((name) => ({
    href: addressOf(page.path, { ...rest, due: name }),
    text: words.tabs[name],
    isCurrent: name === tab,
  }));
  return (
    <List
      page={page}
      current="overdue"
      words={{ ...words, title: words.titles[tab], none: words.none[tab] }}
      tabs={<Tabs label={words.label} tabs={tabs} />}
      hidden={['due']}
      filters={[asset(words.currency, isCurrency), text('q', t.deskLists.giver)]}
      lines={linesOf(page)}
      columns={columnsOf(page, tab, rights.includes('decide'))}
    />
  );
};
