import type { ComponentChildren } from 'preact';
import { typed } from '../../components/name.tsx';
import { t } from '../../words.ts';
import type { Row } from './cells.tsx';

type Show = (row: Row) => ComponentChildren;

export interface Column {
  label: string;
  show: Show;
  sort?: string | undefined;
  isFigure?: boolean;
  isWide?: boolean;
}

export const text = (label: string, show: Show, sort?: string): Column => ({
  label,
  show,
  sort,
});

export const figure = (label: string, show: Show, sort?: string): Column => ({
  ...text(label, show, sort),
  isFigure: true,
});

export const pledge = (sort?: string): Column =>
  text(t.deskLists.pledges.ref, ({ ref }) => <a href={`/admin/pledges/${ref}`}>{ref}</a>, sort);

export const giver = (sort?: string): Column =>
  text(
    t.deskLists.giver,
    (row) => <a href={`/admin/signatories/${row['signatory_id']}`}>{typed(row['giver'])}</a>,
    sort,
  );
