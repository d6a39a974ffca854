/** Everybody who signed, with what each has given. */
import { fullDay } from '../format.ts';
import { views as t } from '../messages/en-desk-views.ts';
import type { Assets } from '../page.tsx';
import { Figure, hoursOf, isNothing, moneyOf } from './figure.tsx';
import { Pick, TextFilter } from './view-filter.tsx';
import { renderListView } from './list-view.tsx';
import { foundIn, type Column, type Row, type ViewPage } from './view.tsx';

const words = t.signatories;
const STAGES = ['pledged', 'committed', 'received'] as const;
type Stage = (typeof STAGES)[number];

/** Money, and compute under it; null where neither is given. */
const Given = ({ row, stage }: { row: Row; stage: Stage }) => (
  <>
    {!isNothing(row[`${stage}_base`]!) && (
      <span class="one">{moneyOf(row[`${stage}_base`]!, row['currency']!)}</span>
    )}{' '}
    {!isNothing(row[`${stage}_h100e_hours`]!) && (
      <span class="one">
        <Figure of={row[`${stage}_h100e_hours`]!} unit={t.pledges.h100e} />
      </span>
    )}
  </>
);

const givenColumn = (stage: Stage): Column => ({
  label: words[stage],
  sort: stage,
  isFigure: true,
  show: (row) =>
    isNothing(row[`${stage}_base`]!) && isNothing(row[`${stage}_h100e_hours`]!) ? null : (
      <Given row={row} stage={stage} />
    ),
});

const day = (cell: string | null) => (cell === null ? null : fullDay(cell.slice(0, 10)));

const columnsOf = ({ hasAddresses }: ViewPage): Column[] => [
  {
    label: words.name,
    sort: 'name',
    show: (row) => <a href={`/admin/signatories/${row['id']}`}>{row['name']}</a>,
  },
  { label: words.kind, show: (row) => words.kinds[row['kind'] as keyof typeof words.kinds] },
  {
    label: words.status,
    show: (row) => words.statuses[row['status'] as keyof typeof words.statuses],
  },
  hasAddresses
    ? { label: words.address, show: (row) => row['email'] }
    : { label: words.domain, show: (row) => row['domain'] },
  { label: words.confirmed, isFigure: true, show: (row) => day(row['confirmed_at']!) },
  { label: words.verified, show: (row) => row['verified_domain'] },
  ...STAGES.map(givenColumn),
  { label: words.signed, sort: 'signed', isFigure: true, show: (row) => day(row['signed_at']!) },
];

function linesOf({ sums: [sum], currency }: ViewPage) {
  if (!sum) return [];
  const figures = (suffix: string, show: (cell: string) => string) =>
    STAGES.filter((stage) => !isNothing(sum[`${stage}${suffix}`]!)).map(
      (stage) => [t.pledges.sums[stage], show(sum[`${stage}${suffix}`]!)] as const,
    );
  return [
    { of: t.kinds.funding, figures: figures('_base', (cell) => moneyOf(cell, currency)) },
    {
      of: t.kinds.compute,
      figures: figures('_h100e_hours', (cell) => `${hoursOf(cell)} ${t.pledges.h100e}`),
    },
  ].filter(({ figures: some }) => some.length > 0);
}

export const renderSignatoriesView = (page: ViewPage, assets: Assets): string =>
  renderListView(
    page,
    {
      current: 'signatories',
      title: words.title,
      filters: (
        <>
          <Pick
            page={page}
            name="status"
            label={words.status}
            any={t.any}
            options={Object.entries(words.statuses)}
          />
          <Pick
            page={page}
            name="kind"
            label={words.kind}
            any={t.any}
            options={Object.entries(words.kinds)}
          />
          <TextFilter page={page} name="q" label={words.text} />
          <TextFilter page={page} name="domain" label={words.domain} />
        </>
      ),
      sorts: words.sorts,
      found: words.found(foundIn(page)),
      lines: linesOf(page),
      columns: columnsOf(page),
      none: words.none,
    },
    assets,
  );
