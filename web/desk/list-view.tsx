/** A view that is a list: its filter, how much it found, its rows, and the way to more. */
import type { ComponentChildren } from 'preact';
import type { Assets } from '../page.tsx';
import type { DeskPage } from './frame.tsx';
import { ViewFilter } from './view-filter.tsx';
import {
  asked,
  Empty,
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
  title: string;
  text?: string;
  /** What stands above the filter. */
  tabs?: ComponentChildren;
  filters: ComponentChildren;
  /** Fields of the filter that the tabs say. */
  hidden?: readonly string[];
  /** The orders that it has, by their words. */
  sorts: Record<string, string>;
  /** How many there are, in words. */
  found: string;
  lines: SumLine[];
  columns: readonly Column[];
  /** What is said where there is nothing at all. */
  none: string;
}

export const renderListView = (page: ViewPage, list: ListView, assets: Assets): string => {
  const { current, title, text, tabs, filters, hidden = [], sorts } = list;
  const filter = Object.fromEntries(
    Object.entries(asked(page)).filter(([name]) => !hidden.includes(name)),
  );
  return renderView({
    page,
    current,
    title,
    ...(text !== undefined && { text }),
    assets,
    children: (
      <>
        {tabs}
        <ViewFilter page={page} sorts={sorts} hidden={hidden}>
          {filters}
        </ViewFilter>
        <ViewHead page={page}>
          <p>{list.found}</p>
          <Sums lines={list.lines} />
        </ViewHead>
        {page.rows.length > 0 ? (
          <ViewTable page={page} columns={list.columns} caption={title} />
        ) : (
          <Empty page={{ ...page, filter }} none={list.none} />
        )}
        <ViewPager page={page} />
      </>
    ),
  });
};
