import { IfRight } from '../frame.tsx';
import { List, pick, text } from './list.tsx';
import * as cell from './cells.tsx';
import * as column from './columns.tsx';
import type { Row } from './cells.tsx';
import type { ListPage } from './list-page.tsx';
import { typed } from '../../components/name.tsx';
import { t } from '../../words.ts';
import { LinkLine } from '../parts.tsx';

const STAGES = ['pledged', 'committed', 'received'] as const;
type Stage = (typeof STAGES)[number];

const Given = ({ row, stage }: { row: Row; stage: Stage }) => (
  <>
    {!cell.isNothing(row[`${stage}_base`]!) && (
      <span class="one">{cell.money(row[`${stage}_base`]!, row['currency']!)}</span>
    )}{' '}
    {!cell.isNothing(row[`${stage}_h100e_hours`]!) && (
      <span class="one">
        <cell.Figure of={row[`${stage}_h100e_hours`]!} unit={t.deskLists.pledges.h100e} />
      </span>
    )}
  </>
);

const givenColumn = (stage: Stage): column.Column =>
  column.figure(
    t.deskLists.signatories[stage],
    (row) =>
      cell.isNothing(row[`${stage}_base`]!) &&
      cell.isNothing(row[`${stage}_h100e_hours`]!) ? null : (
        <Given row={row} stage={stage} />
      ),
    stage,
  );

function columnsOf({ hasAddresses }: ListPage): column.Column[] {
  const { signatories: words } = t.deskLists;
  return [
    column.text(
      words.name,
      ({ id, name }) => <a href={`/admin/signatories/${id}`}>{typed(name)}</a>,
      'name',
    ),
    column.text(
      t.deskLists.pledges.kind,
      (row) => words.kinds[row['kind'] as keyof typeof words.kinds],
    ),
    column.text(
      t.deskLists.pledges.status,
      (row) => words.statuses[row['status'] as keyof typeof words.statuses],
    ),
    hasAddresses
      ? column.text(words.address, (row) => typed(row['email']))
      : column.text(words.domain, (row) => typed(row['domain'])),
    column.figure(words.confirmed, (row) => cell.day(row['confirmed_at'])),
    column.text(words.verified, (row) => typed(row['verified_domain'])),
    ...STAGES.map(givenColumn),
    column.figure(words.signed, (row) => cell.day(row['signed_at']), 'signed'),
  ];
}

function linesOf({ sums: [sum], currency }: ListPage) {
  if (!sum) return [];
  const figures = (suffix: string, show: (decimal: string) => string) =>
    STAGES.filter((stage) => !cell.isNothing(sum[`${stage}${suffix}`]!)).map(
      (stage) => [t.deskLists.pledges.sums[stage], show(sum[`${stage}${suffix}`]!)] as const,
    );
  return [
    {
      of: t.deskLists.kinds.funding,
      figures: figures('_base', (base) => cell.money(base, currency)),
    },
    {
      of: t.deskLists.kinds.compute,
      figures: figures(
        '_h100e_hours',
        (base) => `${cell.hours(base)} ${t.deskLists.pledges.h100e}`,
      ),
    },
  ].filter(({ figures: some }) => some.length > 0);
}

export const SignatoriesView = (page: ListPage) => {
  const { signatories: words } = t.deskLists;
  return (
    <List
      page={page}
      current="signatories"
      words={words}
      tabs={
        <IfRight right="decide">
          <LinkLine href="/admin/signatories/new" text={t.entry.signatory.link} />
        </IfRight>
      }
      filters={[
        pick('status', t.deskLists.pledges.status, Object.entries(words.statuses)),
        pick('kind', t.deskLists.pledges.kind, Object.entries(words.kinds)),
        text('q', words.text),
        text('domain', words.domain),
      ]}
      lines={linesOf(page)}
      columns={columnsOf(page)}
    />
  );
};
