import type { Kind } from '../../../server/domain/asset.ts';
import { STAGES, type Stage } from '../../../server/domain/stage.ts';
import type { Window } from '../../../server/domain/window.ts';
import { asset, days, pick, List, text } from './list.tsx';
import {
  textColumn,
  dayIn,
  figureColumn,
  giverColumn,
  pledgeColumn,
  type Column,
  type Row,
  type ViewPage,
  Figure,
  figureOf,
  hoursOf,
  isNothing,
  moneyOf,
  unitsOf,
} from './view.tsx';
import { t } from '../../words.ts';

type WindowCell = [gpus: number, from: string, to: string, availability: string];

const windowsOf = (cell: string | null): Window[] =>
  (JSON.parse(cell ?? '[]') as WindowCell[]).map(([gpus, from, to, availability]) => ({
    gpus,
    from,
    to,
    availability,
  }));

function subject(row: Row): string {
  const { kind, asset: code, quantity, unit, site, windows } = row;
  const units = unitsOf(quantity!);
  return t.subjectOf({
    kind: kind as Kind,
    asset: code!,
    site: site!,
    windows: windowsOf(windows!),
    total: unit === 'GPU-hours' ? units * 36n : units,
  });
}

const SHOWN: readonly Stage[] = ['received', 'committed', 'pledged', 'waiting', ...STAGES.slice(4)];

const Stands = ({ row }: { row: Row }) => {
  const held = SHOWN.filter((stage) => !isNothing(row[stage]!));
  return (
    <ul>
      {held.map((stage) => (
        <li key={stage}>
          {figureOf(row[stage]!, row['unit']!)} {t.stageWords[stage][row['kind'] as Kind]}
        </li>
      ))}
    </ul>
  );
};

const outstandingOf = (row: Row) =>
  isNothing(row['outstanding']!) ? null : <Figure of={row['outstanding']!} unit={row['unit']!} />;

const isAccepted = (row: Row): boolean => row['status'] === 'accepted';

const amountOf = (row: Row) =>
  isAccepted(row) ? <Figure of={row['total_base']!} unit={row['base_unit']!} /> : null;

function columnsOf({ currency }: ViewPage): Column[] {
  const { pledges: words } = t.views;
  return [
    pledgeColumn('newest'),
    giverColumn(),
    textColumn(words.subject, subject),
    textColumn(words.status, (row) => words.statuses[row['status'] as keyof typeof words.statuses]),
    {
      ...textColumn(words.stands, (row) => (isAccepted(row) ? <Stands row={row} /> : null)),
      isWide: true,
    },
    figureColumn(words.outstanding, outstandingOf, 'outstanding'),
    figureColumn(words.amount(currency), amountOf, 'amount'),
    figureColumn(words.due, (row) => dayIn(row['next_due_on']), 'due'),
    figureColumn(words.accepted, (row) => dayIn(row['accepted_on'])),
    textColumn(
      words.shows,
      (row) => words.visibility[row['visibility'] as keyof typeof words.visibility],
    ),
  ];
}

function linesOf({ sums, currency }: ViewPage) {
  const { pledges: words, kinds, bought } = t.views;
  return sums
    .map((row) => {
      const { kind, source } = row;
      const sum = (decimal: string): string =>
        kind === 'funding' ? moneyOf(decimal, currency) : `${hoursOf(decimal)} ${words.h100e}`;
      const parts = Object.entries(words.sums).filter(([stage]) => !isNothing(row[stage]!));
      return {
        of: source === 'bought' ? bought : kinds[kind as Kind],
        figures: parts.map(([stage, label]) => [label, sum(row[stage]!)] as const),
      };
    })
    .filter(({ figures }) => figures.length > 0);
}

export const PledgesView = (page: ViewPage) => {
  const { pledges: words, kinds } = t.views;
  const stages = STAGES.map((stage): [string, string] => [stage, t.stageWords[stage].funding]);
  return (
    <List
      page={page}
      current="pledges"
      words={words}
      filters={[
        pick('status', words.status, Object.entries(words.statuses)),
        pick('stage', words.stage, stages),
        pick('kind', words.kind, Object.entries(kinds)),
        asset(words.asset),
        text('q', words.find),
        days(words.accepted),
      ]}
      lines={linesOf(page)}
      columns={columnsOf(page)}
    />
  );
};
