/** What the desk's views share: filters, sums, a table with links to sort it by, and the way to more. */
import type { ComponentChildren } from 'preact';
import { addressOf } from '../components/list.tsx';
import { count, instant } from '../format.ts';
import { en } from '../messages/en.ts';
import { views as t } from '../messages/en-desk-views.ts';
import type { Assets } from '../page.tsx';
import { renderDesk, type DeskFrame, type DeskPage } from './frame.tsx';

export type Row = Record<string, string | null>;
type Dir = 'asc' | 'desc';

/** A page of a view: cells as texts, as its file has them. */
export interface ViewPage {
  frame: DeskFrame;
  path: string;
  /** What was asked for. */
  filter: Record<string, string>;
  sort: string;
  dir: Dir;
  /** Each order's own direction. */
  defaults: Record<string, Dir>;
  asOf: { size: number; at: Date };
  today: string;
  currency: string;
  rows: Row[];
  next: string | null;
  sums: Row[];
  /** What there is to filter by. */
  assets: string[];
  hasAddresses: boolean;
  mayDownload: boolean;
}

export interface Column {
  label: string;
  /** By which the view can be sorted. */
  sort?: string;
  isFigure?: boolean;
  /** Of several lines. */
  isWide?: boolean;
  show: (row: Row) => ComponentChildren;
}

interface RenderProps {
  page: ViewPage;
  current: DeskPage;
  title: string;
  text?: string;
  assets: Assets;
  children: ComponentChildren;
}

export const renderView = ({ page, current, title, text, assets, children }: RenderProps): string =>
  renderDesk({
    frame: page.frame,
    title,
    text,
    current,
    assets,
    children: (
      <>
        {children}
        <p class="quiet as-of">{t.asOf(count(page.asOf.size), instant(page.asOf.at))}</p>
      </>
    ),
  });

/** The query without where a page of it begins. */
export const asked = ({ filter: { cursor: _cursor, ...rest } }: ViewPage): Record<string, string> =>
  rest;

/** What a view is of: its count, its sums, and all of it as a file. */
export const ViewHead = ({ page, children }: { page: ViewPage; children: ComponentChildren }) => (
  <div class="view-head">
    <div role="status">{children}</div>
    {page.mayDownload && <a href={addressOf(`${page.path}.csv`, asked(page))}>{t.download}</a>}
  </div>
);

/** A line of sums: what it is of, and each figure with what it counts. */
export interface SumLine {
  of: string;
  figures: readonly (readonly [label: string, figure: string])[];
}

export const Sums = ({ lines }: { lines: readonly SumLine[] }) =>
  lines.length === 0 ? null : (
    <dl class="sums">
      {lines.map(({ of, figures }) => (
        <div key={of}>
          <dt>{of}</dt>
          {figures.map(([label, figure]) => (
            <dd key={label}>
              <b>{figure}</b> {label}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );

const classOf = ({ isFigure, isWide }: Column): string | undefined =>
  isFigure ? 'figure-cell' : isWide ? 'wide-cell' : undefined;

const other = (dir: Dir): Dir => (dir === 'asc' ? 'desc' : 'asc');

/** A column's head: sorted by it already, its link turns the order round. */
function Head({ page, column }: { page: ViewPage; column: Column }) {
  const { path, sort, dir, defaults } = page;
  const { label, sort: by } = column;
  const className = classOf(column);
  // A picture of the figures beside it needs no name.
  if (label === '') return <td class={className} />;
  if (by === undefined) {
    return (
      <th scope="col" class={className}>
        {label}
      </th>
    );
  }
  const isSorted = sort === by;
  const turned = other(dir);
  const query = {
    ...asked(page),
    sort: by,
    dir: isSorted && turned !== defaults[by] ? turned : undefined,
  };
  return (
    <th
      scope="col"
      class={className}
      aria-sort={isSorted ? (dir === 'asc' ? 'ascending' : 'descending') : undefined}
    >
      <a href={addressOf(path, query)}>
        {label}
        {isSorted && <span aria-hidden="true">{dir === 'asc' ? ' ↑' : ' ↓'}</span>}
      </a>
    </th>
  );
}

/** The rows of a view. On a phone each is a card whose cells name themselves. */
export const ViewTable = ({
  page,
  columns,
  caption,
}: {
  page: ViewPage;
  columns: readonly Column[];
  caption: string;
}) => (
  <div class="view">
    <table>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.label} page={page} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row, index) => (
          <tr key={index}>
            {columns.map((column, at) => {
              const shown = column.show(row);
              const className = classOf(column);
              return at === 0 ? (
                <th key={column.label} scope="row" class={className}>
                  {shown}
                </th>
              ) : (
                <td
                  key={column.label}
                  class={shown === null ? 'nothing' : className}
                  data-label={column.label}
                >
                  <span>{shown}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

export const ViewPager = ({ page }: { page: ViewPage }) => {
  const { filter, next, path } = page;
  if (filter['cursor'] === undefined && next === null) return null;
  return (
    <nav class="pager" aria-label={en.lists.pages}>
      {filter['cursor'] !== undefined && (
        <a href={addressOf(path, asked(page))}>{en.lists.first}</a>
      )}{' '}
      {next !== null && (
        <a href={addressOf(path, { ...asked(page), cursor: next })} rel="next">
          {en.lists.next}
        </a>
      )}
    </nav>
  );
};

/** How many rows there are of what is asked for: each line of sums has its own. */
export const foundIn = ({ sums }: ViewPage): number =>
  sums.reduce((sum, { found }) => sum + Number(found), 0);

/** Nothing at all, or nothing of what was asked for. */
export const Empty = ({ page, none }: { page: ViewPage; none: string }) => (
  <p class="empty">{Object.keys(page.filter).length > 0 ? t.nothingFound : none}</p>
);
