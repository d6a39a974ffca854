import type { ComponentChildren } from 'preact';
import type { Listing } from '../data/pages.ts';
import { Hidden } from './form.tsx';
import { t } from '../words.ts';

/** `bare`: a parameter without a value, for a path that would mean something else without any. */
export function addressOf(
  path: string,
  query: Record<string, string | undefined | null>,
  bare?: string,
): string {
  const asked = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  if (asked.length > 0) return `${path}?${new URLSearchParams(asked)}`;
  return bare ? `${path}?${bare}=` : path;
}

interface TabsProps {
  label: string;
  tabs: { href: string; text: string; isCurrent: boolean }[];
}

export const Tabs = ({ label, tabs }: TabsProps) => (
  <nav class="tabs" aria-label={label}>
    {tabs.map(({ href, text, isCurrent }) => (
      <>
        <a href={href} aria-current={isCurrent ? 'true' : undefined}>
          {text}
        </a>{' '}
      </>
    ))}
  </nav>
);

interface FilterProps {
  action: string;
  hidden: Record<string, string | undefined>;
  children: ComponentChildren;
}

export const Filter = ({ action, hidden, children }: FilterProps) => (
  <form class="filter" action={action}>
    <Hidden values={hidden} />
    {children}
    <button type="submit">{t.lists.show}</button>
  </form>
);

export const Search = ({ value, label }: { value: string | undefined; label: string }) => (
  <input
    type="search"
    name="q"
    value={value}
    maxlength={100}
    aria-label={label}
    placeholder={label}
  />
);

interface ChoiceProps {
  name: string;
  label: string;
  value: string | undefined;
  /** The empty value means any. */
  options: [value: string, text: string][];
}

export const Choice = ({ name, label, value = '', options }: ChoiceProps) => (
  <label>
    {label}{' '}
    <select name={name}>
      {options.map(([option, text]) => (
        <option key={option} value={option} selected={option === value}>
          {text}
        </option>
      ))}
    </select>
  </label>
);

interface DaysProps {
  label: string;
  words: Record<'from' | 'to', string>;
  values?: Record<string, string>;
}

export const Days = ({ label, words, values = {} }: DaysProps) => (
  <fieldset class="days">
    <legend>{label}</legend>
    {(['from', 'to'] as const).map((name) => (
      <label key={name}>
        {words[name]} <input type="date" name={name} value={values[name]} />
      </label>
    ))}
  </fieldset>
);

interface PagerProps {
  list: Omit<Listing, 'found'>;
  path: string;
  query: Record<string, string | undefined>;
}

/** There is only the first page to go back to, because pages follow a cursor. */
export const Pager = ({ list, path, query }: PagerProps) =>
  list.cursor === null && list.next === null ? null : (
    <nav class="pager" aria-label={t.lists.pages}>
      {list.cursor !== null && <a href={addressOf(path, query)}>{t.lists.first}</a>}{' '}
      {list.next !== null && (
        <a href={addressOf(path, { ...query, cursor: list.next })} rel="next">
          {t.lists.next}
        </a>
      )}
    </nav>
  );
