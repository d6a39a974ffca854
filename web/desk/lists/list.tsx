/** A view that is a list: its filter, how much it found, its rows, and the way to more. */
import type { ComponentChildren } from 'preact';
import type { Assets } from '../../pages/page.tsx';
import type { DeskPage } from '../frame.tsx';
import { ViewFilter, type Filter } from './filter.tsx';
import {
  asked,
  Empty,
  foundIn,
  renderView,
  Sums,
  ViewHead,
  ViewPager,
  ViewTable,
  type Column,
  type SumLine,
  type ViewPage,
} from './view.tsx';

interface ListView {
  current: DeskPage;
  words: {
    title: string;
    lead?: string;
    sorts: Record<string, string>;
    found: (number: number) => string;
    /** What is said where there is nothing at all. */
    none: string;
  };
  /** What stands above the filter. */
  tabs?: ComponentChildren;
  filters: readonly Filter[];
  /** Fields of the filter that the tabs say. */
  hidden?: readonly string[];
  lines: SumLine[];
  columns: readonly Column[];
}

export const renderListView = (page: ViewPage, list: ListView, assets: Assets): string => {
  const { current, words, tabs, filters, hidden = [], lines, columns } = list;
  const filter = Object.fromEntries(
    Object.entries(asked(page)).filter(([name]) => !hidden.includes(name)),
  );
  return renderView({
    page,
    current,
    title: words.title,
    text: words.lead,
    assets,
    children: (
      <>
        {tabs}
        <ViewFilter page={page} filters={filters} sorts={words.sorts} hidden={hidden} />
        <ViewHead page={page}>
          <p>{words.found(foundIn(page))}</p>
          <Sums lines={lines} />
        </ViewHead>
        {page.rows.length > 0 ? (
          <ViewTable page={page} columns={columns} caption={words.title} />
        ) : (
          <Empty page={{ ...page, filter }} none={words.none} />
        )}
        <ViewPager page={page} />
      </>
    ),
  });
};
