import type { Kind } from '../../../server/domain/asset.ts';
import { STAGES, type Stage } from '../../../server/domain/stage.ts';
import type { Window } from '../../../server/domain/window.ts';
import { IfRight } from '../frame.tsx';
import { LinkLine } from '../parts.tsx';
import { asset, days, List, pick, text } from './list.tsx';
import * as cell from './cells.tsx';
import * as column from './columns.tsx';
import type { Row } from './cells.tsx';
import type { ListPage } from './list-page.tsx';
import { t } from '../../words.ts';

type WindowCell = [gpus: number, from: string, to: string, availability: string];

const windowsOf = (windows: string | null): Window[] =>
  (JSON.parse(windows ?? '[]') as WindowCell[]).map(([gpus, from, to, availability]) => ({
    gpus,
    from,
    to,
    availability,
  }));

function subject(row: Row): string {
  const { kind, asset: code, quantity, unit, site, windows } = row;
  const units = cell.units(quantity!);
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
  const held = SHOWN.filter((stage) => !cell.isNothing(row[stage]!));
  return (
    <ul>
      {held.map((stage) => (
        <li key={stage}>
          {cell.figure(row[stage]!, row['unit']!)} {t.stageWords[stage][row['kind'] as Kind]}
        </li>
      ))}
    </ul>
  );
};

const outstandingOf = (row: Row) =>
  cell.isNothing(row['outstanding']!) ? null : (
    <cell.Figure of={row['outstanding']!} unit={row['unit']!} />
  );

const isAccepted = (row: Row): boolean => row['status'] === 'accepted';

const amountOf = (row: Row) =>
  isAccepted(row) ? <cell.Figure of={row['total_base']!} unit={row['base_unit']!} /> : null;

function columnsOf({ currency }: ListPage): column.Column[] {
  const { pledges: words } = t.deskLists;
  return [
    column.pledge('newest'),
    column.giver(),
    column.text(words.subject, subject),
    column.text(
      words.status,
      (row) => words.statuses[row['status'] as keyof typeof words.statuses],
    ),
    {
      ...column.text(words.stands, (row) => (isAccepted(row) ? <Stands row={row} /> : null)),
      isWide: true,
    },
    column.figure(words.outstanding, outstandingOf, 'outstanding'),
    column.figure(words.amount(currency), amountOf, 'amount'),
    column.figure(words.due, (row) => cell.day(row['next_due_on']), 'due'),
    column.figure(words.accepted, (row) => cell.day(row['accepted_on'])),
    column.text(
      words.shows,
      (row) => words.visibility[row['visibility'] as keyof typeof words.visibility],
    ),
  ];
}

function linesOf({ sums, currency }: ListPage) {
  const { pledges: words, kinds, bought } = t.deskLists;
  return sums
    .map((row) => {
      const { kind, source } = row;
      const sum = (decimal: string): string =>
        kind === 'funding'
          ? cell.money(decimal, currency)
          : `${cell.hours(decimal)} ${words.h100e}`;
      const parts = Object.entries(words.sums).filter(([stage]) => !cell.isNothing(row[stage]!));
      return {
        of: source === 'bought' ? bought : kinds[kind as Kind],
        figures: parts.map(([stage, label]) => [label, sum(row[stage]!)] as const),
      };
    })
    .filter(({ figures }) => figures.length > 0);
}

export const PledgesView = (page: ListPage) => {
  const { pledges: words, kinds } = t.deskLists;
  const stages = STAGES.map((stage): [string, string] => [stage, t.stageWords[stage].funding]);
  return (
    <List
      page={page}
      current="pledges"
      words={words}
      tabs={
        <IfRight right="decide">
          <LinkLine href="/admin/signatories?status=published" text={t.entry.pledge.choose} />
        </IfRight>
      }
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
