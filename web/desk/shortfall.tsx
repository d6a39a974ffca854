/** Compute that was agreed for the days that have passed, and what of it has come. */
import { GPUS } from '../../server/domain/asset.ts';
import { dayNumber, dayOf } from '../../server/domain/day.ts';
import { fullDay } from '../format.ts';
import { views as t } from '../messages/en-desk-views.ts';
import type { Assets } from '../page.tsx';
import { hoursOf, isNothing } from './figure.tsx';
import { Pick, TextFilter } from './view-filter.tsx';
import { renderListView } from './list-view.tsx';
import { foundIn, type Column, type ViewPage } from './view.tsx';

const words = t.shortfall;

const COLUMNS: readonly Column[] = [
  {
    label: words.ref,
    show: (row) => <a href={`/admin/pledges/${row['ref']}`}>{row['ref']}</a>,
  },
  {
    label: t.giver,
    show: (row) => <a href={`/admin/signatories/${row['signatory_id']}`}>{row['giver']}</a>,
  },
  { label: words.site, show: (row) => row['site'] },
  { label: words.model, show: (row) => row['model'] },
  {
    label: words.days,
    sort: 'until',
    show: (row) =>
      `${fullDay(row['starts_on']!)} – ${fullDay(dayOf(dayNumber(row['ends_on']!) - 1))}`,
  },
  {
    label: words.agreed,
    sort: 'agreed',
    isFigure: true,
    show: (row) => hoursOf(row['agreed_hours']!),
  },
  { label: words.delivered, isFigure: true, show: (row) => hoursOf(row['delivered_hours']!) },
  {
    label: words.gap,
    isFigure: true,
    show: (row) => (isNothing(row['short_hours']!) ? null : <b>{hoursOf(row['short_hours']!)}</b>),
  },
  {
    label: words.over,
    isFigure: true,
    show: (row) =>
      isNothing(row['over_hours']!) ? (
        row['expected_until'] && words.expected(fullDay(row['expected_until']))
      ) : (
        <>
          <b>{hoursOf(row['over_hours']!)}</b>{' '}
          <span class="unit">
            <a href={`/admin/pledges/${row['ref']}/extend`}>{words.extend}</a> ·{' '}
            <a href={`/admin/pledges/${row['ref']}/lapse`}>{words.lapse}</a>
          </span>
        </>
      ),
  },
  {
    label: words.gapBase,
    sort: 'gap',
    isFigure: true,
    show: (row) =>
      isNothing(row['short_h100e_hours']!) ? null : hoursOf(row['short_h100e_hours']!),
  },
];

const linesOf = ({ sums }: ViewPage) =>
  sums.map((row) => ({
    of: row['model']!,
    figures: (['agreed', 'delivered', 'short'] as const).map(
      (name) =>
        [
          `${words.sums[name]} ${words.h100e(hoursOf(row[`${name}_h100e_hours`]!))}`,
          `${hoursOf(row[`${name}_hours`]!)} ${words.hours}`,
        ] as const,
    ),
  }));

export const renderShortfall = (page: ViewPage, assets: Assets): string =>
  renderListView(
    page,
    {
      current: 'shortfall',
      title: words.title,
      text: words.lead,
      filters: (
        <>
          <Pick
            page={page}
            name="only"
            label={words.only}
            any={t.all}
            options={[
              ['short', words.short],
              ['over', words.isOver],
            ]}
          />
          <Pick
            page={page}
            name="model"
            label={words.model}
            any={t.any}
            options={GPUS.map(({ code }) => [code, code])}
          />
          <TextFilter page={page} name="q" label={words.text} />
        </>
      ),
      sorts: words.sorts,
      found: words.found(foundIn(page)),
      lines: linesOf(page),
      columns: COLUMNS,
      none: words.none,
    },
    assets,
  );
