/** The form by which a view of the desk is filtered; all that it asks for stands in the address. */
import type { ComponentChildren } from 'preact';
import { addressOf, Choice } from '../../components/list.tsx';
import { asked, type ViewPage } from './view.tsx';
import { t } from '../../words.ts';

interface FilterProps {
  page: ViewPage;
  filters: readonly Filter[];
  /** Which of the query's fields other links choose. */
  hidden?: readonly string[];
  sorts?: Record<string, string>;
}

/** The filters of a view; the orders are a field of it where a table has no head to click on. */
export function ViewFilter({ page, filters, hidden = [], sorts }: FilterProps) {
  const { filter, path, sort, dir, defaults } = page;
  const isFiltered = Object.keys(asked(page)).some(
    (name) => !['sort', 'dir', ...hidden].includes(name),
  );
  const kept = Object.fromEntries(hidden.map((name) => [name, filter[name]]));
  return (
    <form class="filter view-filter" action={path}>
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {filters.map((show) => show(page))}
      {sorts && (
        <span class="by-field">
          <Choice name="sort" label={t.views.sort} value={sort} options={Object.entries(sorts)} />{' '}
          {dir !== defaults[sort] && <input type="hidden" name="dir" value={dir} />}
        </span>
      )}
      <button type="submit">{t.lists.show}</button>
      {isFiltered && <a href={addressOf(path, kept)}>{t.lists.clear}</a>}
    </form>
  );
}

/** One of a view's filters, with what its page is filtered by now. */
export type Filter = (page: ViewPage) => ComponentChildren;

/** Days that a filter is from and to. */
export const days =
  (label: string): Filter =>
  ({ filter }) => (
    <fieldset class="days">
      <legend>{label}</legend>
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {t.views[name]} <input type="date" name={name} value={filter[name]} />
        </label>
      ))}
    </fieldset>
  );

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
    any: string = t.views.any,
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
