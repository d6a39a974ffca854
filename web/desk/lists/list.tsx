import type { ComponentChildren } from 'preact';
import { addressOf, Choice, Days } from '../../components/list.tsx';
import { titleOf, type DeskPage } from '../frame.tsx';
import type { Column } from './columns.tsx';
import {
  asked,
  Empty,
  foundIn,
  ListFrame,
  Sums,
  ListHead,
  ListPager,
  SortableTable,
  type SumLine,
  type ListPage,
} from './list-page.tsx';
import { t } from '../../words.ts';

interface FilterProps {
  page: ListPage;
  filters: readonly Filter[];
  hidden?: readonly string[];
  sorts?: Record<string, string>;
}

/** On a phone, where the table has no head, the order is a field too. */
export function ListFilter({ page, filters, hidden = [], sorts }: FilterProps) {
  const { filter, path, sort, dir, defaults } = page;
  const isFiltered = Object.keys(asked(page)).some(
    (name) => !['sort', 'dir', ...hidden].includes(name),
  );
  const kept = Object.fromEntries(hidden.map((name) => [name, filter[name]]));
  return (
    <form class="filter list-filter" action={path}>
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {filters.map((show) => show(page))}
      {sorts && (
        <span class="by-field">
          <Choice
            name="sort"
            label={t.deskLists.sort}
            value={sort}
            options={Object.entries(sorts)}
          />{' '}
          {dir !== defaults[sort] && <input type="hidden" name="dir" value={dir} />}
        </span>
      )}
      <button type="submit">{t.lists.show}</button>
      {isFiltered && <a href={addressOf(path, kept, 'all')}>{t.lists.clear}</a>}
    </form>
  );
}

export type Filter = (page: ListPage) => ComponentChildren;

export const days =
  (label: string): Filter =>
  ({ filter }) => <Days label={label} words={t.deskLists} values={filter} />;

export const text =
  (name: string, label: string): Filter =>
  ({ filter }) => (
    <label>
      {label} <input type="search" name={name} value={filter[name]} maxlength={100} />
    </label>
  );

export const pick =
  (
    name: string,
    label: string,
    options: readonly [string, string][],
    any: string = t.deskLists.any,
  ): Filter =>
  ({ filter }) => (
    <Choice name={name} label={label} value={filter[name]} options={[['', any], ...options]} />
  );

export const asset =
  (label: string, isShown: (code: string) => boolean = () => true): Filter =>
  (page) =>
    pick(
      'asset',
      label,
      page.assets.filter(isShown).map((code) => [code, code]),
    )(page);

interface ListProps {
  page: ListPage;
  current: DeskPage;
  words: {
    title?: string;
    lead?: string;
    sorts: Record<string, string>;
    found: (number: number) => string;
    none: string;
  };
  tabs?: ComponentChildren;
  filters: readonly Filter[];
  hidden?: readonly string[];
  lines: SumLine[];
  columns: readonly Column[];
}

export function List({
  page,
  current,
  words,
  tabs,
  filters,
  hidden = [],
  lines,
  columns,
}: ListProps) {
  const filter = Object.fromEntries(
    Object.entries(asked(page)).filter(([name]) => !hidden.includes(name)),
  );
  return (
    <ListFrame page={page} current={current} title={words.title} text={words.lead}>
      {tabs}
      <ListFilter page={page} filters={filters} sorts={words.sorts} hidden={hidden} />
      <ListHead page={page}>
        <p>{words.found(foundIn(page))}</p>
        <Sums lines={lines} />
      </ListHead>
      {page.rows.length > 0 ? (
        <SortableTable page={page} columns={columns} caption={words.title ?? titleOf(current)} />
      ) : (
        <Empty page={{ ...page, filter }} none={words.none} />
      )}
      <ListPager page={page} />
    </ListFrame>
  );
}
