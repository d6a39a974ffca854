import type { ComponentChildren } from 'preact';
import { addressOf, Pager } from '../../components/list.tsx';
import { count, instant } from '../../format.ts';
import { Desk, type DeskPage } from '../frame.tsx';
import { t } from '../../words.ts';
import type { Row } from './cells.tsx';
import type { Column } from './columns.tsx';

type Dir = 'asc' | 'desc';

export interface ListPage {
  path: string;
  filter: Record<string, string>;
  sort: string;
  dir: Dir;
  defaults: Record<string, Dir>;
  asOf: { size: number; at: Date };
  today: string;
  currency: string;
  rows: Row[];
  next: string | null;
  sums: Row[];
  assets: string[];
  hasAddresses: boolean;
  mayDownload: boolean;
}

interface FrameProps {
  page: ListPage;
  current: DeskPage;
  title?: string | undefined;
  text?: string | undefined;
  children: ComponentChildren;
}

export const ListFrame = ({ page, children, ...desk }: FrameProps) => (
  <Desk {...desk}>
    {children}
    <p class="quiet as-of">{t.deskLists.asOf(count(page.asOf.size), instant(page.asOf.at))}</p>
  </Desk>
);

export const asked = ({ filter: { cursor: _cursor, ...rest } }: ListPage): Record<string, string> =>
  rest;

export const ListHead = ({ page, children }: { page: ListPage; children: ComponentChildren }) => (
  <div class="list-head">
    <div role="status">{children}</div>
    {page.mayDownload && (
      <a href={addressOf(`${page.path}.csv`, asked(page))}>{t.deskLists.download}</a>
    )}
  </div>
);

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

/** A column's head. If the list is sorted by it, its link turns the order round. */
function Head({ page, column }: { page: ListPage; column: Column }) {
  const { path, sort, dir, defaults } = page;
  const { label, sort: by } = column;
  const className = classOf(column);
  // A bar beside its figures needs no name.
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

interface TableProps {
  page: ListPage;
  columns: readonly Column[];
  caption: string;
}

/** On a phone each row is a card, and each cell names itself. */
export const SortableTable = ({ page, columns, caption }: TableProps) => (
  <div class="desk-table">
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

export const ListPager = ({ page }: { page: ListPage }) => (
  <Pager
    list={{ cursor: page.filter['cursor'] ?? null, next: page.next }}
    path={page.path}
    query={asked(page)}
  />
);

/** How many rows there are; each line of sums has its own number. */
export const foundIn = ({ sums }: ListPage): number =>
  sums.reduce((sum, { found }) => sum + Number(found), 0);

export const Empty = ({ page, none }: { page: ListPage; none: string }) => (
  <p class="empty">{Object.keys(page.filter).length > 0 ? t.deskLists.nothingFound : none}</p>
);
