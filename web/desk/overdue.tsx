/** Instalments that are past their day and not filled, and those that are due soon. */
import { addressOf, Tabs } from '../components/list.tsx';
import { count, fullDay } from '../format.ts';
import { views as t } from '../messages/en-desk-views.ts';
import type { Assets } from '../page.tsx';
import { moneyOf, sumOf } from './figure.tsx';
import { AssetFilter, TextFilter, ViewFilter } from './view-filter.tsx';
import {
  Empty,
  foundIn,
  renderView,
  Sums,
  ViewHead,
  ViewPager,
  ViewTable,
  type Column,
  type ViewPage,
} from './view.tsx';

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
  return renderView({
    page,
    current: 'overdue',
    title: words.titles[tab],
    assets,
    children: (
      <>
        <Tabs label={words.label} tabs={tabs} />
        <ViewFilter page={page} sorts={words.sorts} hidden={['due']}>
          <AssetFilter page={page} label={words.currency} isMoney />
          <TextFilter page={page} name="q" label={t.giver} />
        </ViewFilter>
        <ViewHead page={page}>
          <p>{words.found(foundIn(page))}</p>
          <Sums lines={linesOf(page)} />
        </ViewHead>
        {page.rows.length > 0 ? (
          <ViewTable page={page} columns={columnsOf(page, tab)} caption={words.titles[tab]} />
        ) : (
          <Empty page={{ ...page, filter: rest }} none={words.none[tab]} />
        )}
        <ViewPager page={page} />
      </>
    ),
  });
};
