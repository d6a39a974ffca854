/** Every pledge, with where its amounts stand. */
import type { Kind } from '../../server/domain/asset.ts';
import { STAGES, type Stage } from '../../server/domain/stage.ts';
import type { Window } from '../../server/domain/window.ts';
import { fullDay } from '../format.ts';
import { views as t } from '../messages/en-desk-views.ts';
import { stageWords, subjectOf } from '../messages/en-pledges.ts';
import type { Assets } from '../page.tsx';
import { Figure, figureOf, hoursOf, isNothing, moneyOf, unitsOf } from './figure.tsx';
import { AssetFilter, DayRange, Pick, TextFilter } from './view-filter.tsx';
import { renderListView } from './list-view.tsx';
import { foundIn, type Column, type Row, type ViewPage } from './view.tsx';

const words = t.pledges;
type WindowCell = [gpus: number, from: string, to: string, availability: string];

const windowsOf = (cell: string | null): Window[] =>
  (JSON.parse(cell ?? '[]') as WindowCell[]).map(([gpus, from, to, availability]) => ({
    gpus,
    from,
    to,
    availability,
  }));

/** What is pledged, as the public page says it. */
function subject(row: Row): string {
  const { kind, asset, quantity, unit, site, windows } = row;
  const units = unitsOf(quantity!);
  return subjectOf({
    kind: kind as Kind,
    asset: asset!,
    site: site!,
    windows: windowsOf(windows!),
    total: unit === 'GPU-hours' ? units * 36n : units,
  });
}

/** The stages that hold something, the firmest first. */
const SHOWN: readonly Stage[] = ['received', 'committed', 'pledged', 'waiting', ...STAGES.slice(4)];

const Stands = ({ row }: { row: Row }) => {
  const held = SHOWN.filter((stage) => !isNothing(row[stage]!));
  return (
    <ul>
      {held.map((stage) => (
        <li key={stage}>
          {figureOf(row[stage]!, row['unit']!)} {stageWords[stage][row['kind'] as Kind]}
        </li>
      ))}
    </ul>
  );
};

const dayOr = (day: string | null): string | null => (day === null ? null : fullDay(day));

const outstandingOf = (row: Row) =>
  isNothing(row['outstanding']!) ? null : <Figure of={row['outstanding']!} unit={row['unit']!} />;

const isAccepted = (row: Row): boolean => row['status'] === 'accepted';

const columnsOf = ({ currency }: ViewPage): Column[] => [
  {
    label: words.ref,
    sort: 'newest',
    show: (row) => <a href={`/admin/pledges/${row['ref']}`}>{row['ref']}</a>,
  },
  {
    label: t.giver,
    show: (row) => <a href={`/admin/signatories/${row['signatory_id']}`}>{row['giver']}</a>,
  },
  { label: words.subject, show: subject },
  {
    label: words.status,
    show: (row) => words.statuses[row['status'] as keyof typeof words.statuses],
  },
  {
    label: words.stands,
    isWide: true,
    show: (row) => (isAccepted(row) ? <Stands row={row} /> : null),
  },
  { label: words.outstanding, sort: 'outstanding', isFigure: true, show: outstandingOf },
  {
    label: words.amount(currency),
    sort: 'amount',
    isFigure: true,
    show: (row) =>
      isAccepted(row) ? <Figure of={row['total_base']!} unit={row['base_unit']!} /> : null,
  },
  { label: words.due, sort: 'due', isFigure: true, show: (row) => dayOr(row['next_due_on']!) },
  { label: words.accepted, isFigure: true, show: (row) => dayOr(row['accepted_on']!) },
  {
    label: words.shows,
    show: (row) => words.visibility[row['visibility'] as keyof typeof words.visibility],
  },
];

function linesOf({ sums, currency }: ViewPage) {
  return sums
    .map((row) => {
      const { kind, source } = row;
      const figure = (decimal: string): string =>
        kind === 'funding' ? moneyOf(decimal, currency) : `${hoursOf(decimal)} ${words.h100e}`;
      const parts = Object.entries(words.sums).filter(([stage]) => !isNothing(row[stage]!));
      return {
        of: source === 'bought' ? t.bought : t.kinds[kind as Kind],
        figures: parts.map(([stage, label]) => [label, figure(row[stage]!)] as const),
      };
    })
    .filter(({ figures }) => figures.length > 0);
}

export const renderPledgesView = (page: ViewPage, assets: Assets): string => {
  const stages = STAGES.map((stage): [string, string] => [stage, stageWords[stage].funding]);
  return renderListView(
    page,
    {
      current: 'pledges',
      title: words.title,
      filters: (
        <>
          <Pick
            page={page}
            name="status"
            label={words.status}
            any={t.any}
            options={Object.entries(words.statuses)}
          />
          <Pick page={page} name="stage" label={words.stage} any={t.any} options={stages} />
          <Pick
            page={page}
            name="kind"
            label={words.kind}
            any={t.any}
            options={Object.entries(t.kinds)}
          />
          <AssetFilter page={page} label={words.asset} />
          <TextFilter page={page} name="q" label={words.find} />
          <DayRange page={page} label={words.accepted} />
        </>
      ),
      sorts: words.sorts,
      found: words.found(foundIn(page)),
      lines: linesOf(page),
      columns: columnsOf(page),
      none: words.none,
    },
    assets,
  );
};
