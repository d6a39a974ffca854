/** Instalments that are past their day and not filled, and those that are due soon. */
import { addressOf, Tabs } from '../components/list.tsx';
import { count, fullDay } from '../format.ts';
import { views as t } from '../messages/en-desk-views.ts';
import type { Assets } from '../page.tsx';
import { moneyOf, sumOf } from './figure.tsx';
import { AssetFilter, TextFilter } from './view-filter.tsx';
import { renderListView } from './list-view.tsx';
import { foundIn, type Column, type ViewPage } from './view.tsx';

const words = t.overdue;
const TABS = ['overdue', 'soon'] as const;
type Tab = (typeof TABS)[number];

const columnsOf = ({ hasAddresses, currency }: ViewPage, tab: Tab): Column[] => [
  { label: words.due, sort: 'due', isFigure: true, show: (row) => fullDay(row['due_on']!) },
  ...(tab === 'overdue'
    ? [
        {
          label: words.late,
          isFigure: true,
          show: (row) => count(Number(row['days_late'])),
        } satisfies Column,
      ]
    : []),
  {
    label: t.giver,
    sort: 'giver',
    show: (row) => <a href={`/admin/signatories/${row['signatory_id']}`}>{row['giver']}</a>,
  },
  ...(hasAddresses
    ? [
        {
          label: words.contact,
          show: (row) =>
            row['email'] === null ? (
              <span class="quiet">{words.noContact}</span>
            ) : (
              <a href={`mailto:${row['email']}`}>{row['email']}</a>
            ),
        } satisfies Column,
      ]
    : []),
  {
    label: t.pledges.ref,
    show: (row) => <a href={`/admin/pledges/${row['ref']}`}>{row['ref']}</a>,
  },
  {
    label: words.outstanding,
    isFigure: true,
    show: (row) => moneyOf(row['outstanding']!, row['currency']!),
  },
  { label: words.of, isFigure: true, show: (row) => moneyOf(row['amount']!, row['currency']!) },
  {
    label: t.base(currency),
    sort: 'outstanding',
    isFigure: true,
    show: (row) => moneyOf(row['outstanding_base']!, currency),
  },
];

function linesOf({ sums, currency }: ViewPage) {
  if (sums.length === 0) return [];
  const inAll = sumOf(
    sums.map(({ base }) => base!),
    currency,
  );
  return [
    { of: t.base(currency), figures: [['', moneyOf(inAll, currency)] as const] },
    ...(sums.length > 1 || sums[0]!['currency'] !== currency
      ? sums.map(({ currency: code, outstanding, found }) => ({
          of: code!,
          figures: [[words.found(Number(found)), moneyOf(outstanding!, code!)] as const],
        }))
      : []),
  ];
}

export const renderOverdue = (page: ViewPage, assets: Assets): string => {
  const tab: Tab = page.filter['due'] === 'soon' ? 'soon' : 'overdue';
  const { cursor: _cursor, due: _due, ...rest } = page.filter;
  const tabs = TABS.map((name) => ({
    href: addressOf(page.path, { ...rest, due: name === 'soon' ? name : undefined }),
    text: words.tabs[name],
    isCurrent: name === tab,
  }));
  return renderListView(
    page,
    {
      current: 'overdue',
      title: words.titles[tab],
      tabs: <Tabs label={words.label} tabs={tabs} />,
      hidden: ['due'],
      filters: (
        <>
          <AssetFilter page={page} label={words.currency} isMoney />
          <TextFilter page={page} name="q" label={t.giver} />
        </>
      ),
      sorts: words.sorts,
      found: words.found(foundIn(page)),
      lines: linesOf(page),
      columns: columnsOf(page, tab),
      none: words.none[tab],
    },
    assets,
  );
};
