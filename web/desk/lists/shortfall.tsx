import { GPUS } from '../../../server/domain/asset.ts';
import { dayNumber, dayOf } from '../../../server/domain/day.ts';
import { fullDay } from '../../format.ts';
import { pick, List, text } from './list.tsx';
import {
  textColumn,
  figureColumn,
  giverColumn,
  pledgeColumn,
  type Column,
  type Row,
  type ViewPage,
  hoursOf,
  isNothing,
} from './view.tsx';
import { typed } from '../../components/name.tsx';
import { t } from '../../words.ts';

const Over = ({ row: { ref, over_hours: hours, expected_until: until } }: { row: Row }) =>
  isNothing(hours!) ? (
    <>{until && t.views.shortfall.expected(fullDay(until))}</>
  ) : (
    <>
      <b>{hoursOf(hours!)}</b>{' '}
      <span class="unit">
        <a href={`/admin/pledges/${ref}/extend`}>{t.views.shortfall.extend}</a> ·{' '}
        <a href={`/admin/pledges/${ref}/lapse`}>{t.views.shortfall.lapse}</a>
      </span>
    </>
  );

const daysOf = (row: Row) =>
  `${fullDay(row['starts_on']!)} – ${fullDay(dayOf(dayNumber(row['ends_on']!) - 1))}`;

function columnsOf(): Column[] {
  const { shortfall: words } = t.views;
  return [
    pledgeColumn(),
    giverColumn(),
    textColumn(words.site, (row) => row['site'] && typed(row['site'])),
    textColumn(words.model, (row) => row['model']),
    textColumn(words.days, daysOf, 'until'),
    figureColumn(words.agreed, (row) => hoursOf(row['agreed_hours']!), 'agreed'),
    figureColumn(words.delivered, (row) => hoursOf(row['delivered_hours']!)),
    figureColumn(words.gap, ({ short_hours: hours }) =>
      isNothing(hours!) ? null : <b>{hoursOf(hours!)}</b>,
    ),
    figureColumn(words.over, (row) =>
      isNothing(row['over_hours']!) && !row['expected_until'] ? null : <Over row={row} />,
    ),
    figureColumn(
      words.gapBase,
      ({ short_h100e_hours: hours }) => (isNothing(hours!) ? null : hoursOf(hours!)),
      'gap',
    ),
  ];
}

function linesOf({ sums }: ViewPage) {
  const { shortfall: words } = t.views;
  return sums.map((row) => ({
    of: row['model']!,
    figures: (['agreed', 'delivered', 'short'] as const).map(
      (name) =>
        [
          `${words.sums[name]} ${words.h100e(hoursOf(row[`${name}_h100e_hours`]!))}`,
          `${hoursOf(row[`${name}_hours`]!)} ${words.hours}`,
        ] as const,
    ),
  }));
}

export const ShortfallView = (page: ViewPage) => {
  const { shortfall: words, all } = t.views;
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
