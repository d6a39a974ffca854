import { GPUS } from '../../../server/domain/asset.ts';
import { dayNumber, dayOf } from '../../../server/domain/day.ts';
import { fullDay } from '../../format.ts';
import { List, pick, text } from './list.tsx';
import * as cell from './cells.tsx';
import * as column from './columns.tsx';
import type { Row } from './cells.tsx';
import type { ListPage } from './list-page.tsx';
import { typed } from '../../components/name.tsx';
import { t } from '../../words.ts';

const Over = ({ row: { ref, over_hours: hours, expected_until: until } }: { row: Row }) =>
  cell.isNothing(hours!) ? (
    <>{until && t.deskLists.shortfall.expected(fullDay(until))}</>
  ) : (
    <>
      <b>{cell.hours(hours!)}</b>{' '}
      <span class="unit">
        <a href={`/admin/pledges/${ref}/extend`}>{t.deskLists.shortfall.extend}</a> ·{' '}
        <a href={`/admin/pledges/${ref}/lapse`}>{t.deskLists.shortfall.lapse}</a>
      </span>
    </>
  );

const daysOf = (row: Row) =>
  `${fullDay(row['starts_on']!)} – ${fullDay(dayOf(dayNumber(row['ends_on']!) - 1))}`;

function columnsOf(): column.Column[] {
  const { shortfall: words } = t.deskLists;
  return [
    column.pledge(),
    column.giver(),
    column.text(words.site, (row) => row['site'] && typed(row['site'])),
    column.text(words.model, (row) => row['model']),
    column.text(words.days, daysOf, 'until'),
    column.figure(words.agreed, (row) => cell.hours(row['agreed_hours']!), 'agreed'),
    column.figure(words.delivered, (row) => cell.hours(row['delivered_hours']!)),
    column.figure(words.gap, ({ short_hours: hours }) =>
      cell.isNothing(hours!) ? null : <b>{cell.hours(hours!)}</b>,
    ),
    column.figure(words.over, (row) =>
      cell.isNothing(row['over_hours']!) && !row['expected_until'] ? null : <Over row={row} />,
    ),
    column.figure(
      words.gapBase,
      ({ short_h100e_hours: hours }) => (cell.isNothing(hours!) ? null : cell.hours(hours!)),
      'gap',
    ),
  ];
}

function linesOf({ sums }: ListPage) {
  const { shortfall: words } = t.deskLists;
  return sums.map((row) => ({
    of: row['model']!,
    figures: (['agreed', 'delivered', 'short'] as const).map(
      (name) =>
        [
          `${words.sums[name]} ${words.h100e(cell.hours(row[`${name}_h100e_hours`]!))}`,
          `${cell.hours(row[`${name}_hours`]!)} ${words.hours}`,
        ] as const,
    ),
  }));
}

export const ShortfallView = (page: ListPage) => {
  const { shortfall: words, all } = t.deskLists;
  const only: [string, string][] = [
    ['short', words.short],
    ['over', words.isOver],
  ];
  return (
    <List
      page={page}
      current="shortfall"
      words={words}
      filters={[
        pick('only', words.only, only, all),
        pick(
          'model',
          words.model,
          GPUS.map(({ code }) => [code, code]),
        ),
        text('q', words.text),
      ]}
      lines={linesOf(page)}
      columns={columnsOf()}
    />
  );
};
