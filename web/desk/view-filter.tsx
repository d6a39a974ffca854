/** The form by which a view of the desk is filtered; all that it asks for stands in the address. */
import type { ComponentChildren } from 'preact';
import { isCurrency } from '../../server/domain/asset.ts';
import { addressOf, Choice } from '../components/list.tsx';
import { en } from '../messages/en.ts';
import { views as t } from '../messages/en-desk-views.ts';
import { asked, type ViewPage } from './view.tsx';

/** The filters of a view; the orders are a field of it where a table has no head to click on. */
export function ViewFilter({
  page,
  hidden = [],
  sorts,
  children,
}: {
  page: ViewPage;
  /** Which of the query's fields other links choose. */
  hidden?: readonly string[];
  sorts?: Record<string, string>;
  children: ComponentChildren;
}) {
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
      {children}
      {sorts && (
        <span class="by-field">
          <Choice name="sort" label={t.sort} value={sort} options={Object.entries(sorts)} />{' '}
          {dir !== defaults[sort] && <input type="hidden" name="dir" value={dir} />}
        </span>
      )}
      <button type="submit">{en.lists.show}</button>
      {isFiltered && <a href={addressOf(path, kept)}>{en.lists.clear}</a>}
    </form>
  );
}

/** Days that a filter is from and to. */
export const DayRange = ({ page: { filter }, label }: { page: ViewPage; label: string }) => (
  <fieldset class="days">
    <legend>{label}</legend>
    {(['from', 'to'] as const).map((name) => (
      <label key={name}>
        {t[name]} <input type="date" name={name} value={filter[name]} />
      </label>
    ))}
  </fieldset>
);

export const TextFilter = ({
  page: { filter },
  name,
  label,
}: {
  page: ViewPage;
  name: string;
  label: string;
}) => (
  <label>
    {label} <input type="search" name={name} value={filter[name]} maxlength={100} />
  </label>
);

export const Pick = ({
  page: { filter },
  name,
  label,
  any,
  options,
}: {
  page: ViewPage;
  name: string;
  label: string;
  any: string;
  options: readonly [string, string][];
}) => <Choice name={name} label={label} value={filter[name]} options={[['', any], ...options]} />;

export const AssetFilter = ({
  page,
  label,
  isMoney = false,
}: {
  page: ViewPage;
  label: string;
  isMoney?: boolean;
}) => (
  <Pick
    page={page}
    name="asset"
    label={label}
    any={t.any}
    options={page.assets.filter((code) => !isMoney || isCurrency(code)).map((code) => [code, code])}
  />
);
