import { IfRight } from '../frame.tsx';
import { pick, List, text } from './list.tsx';
import {
  textColumn,
  dayIn,
  figureColumn,
  type Column,
  type Row,
  type ViewPage,
  Figure,
  hoursOf,
  isNothing,
  moneyOf,
} from './view.tsx';
import { typed } from '../../components/name.tsx';
import { t } from '../../words.ts';

const STAGES = ['pledged', 'committed', 'received'] as const;
type Stage = (typeof STAGES)[number];

const Given = ({ row, stage }: { row: Row; stage: Stage }) => (
  <>
    {!isNothing(row[`${stage}_base`]!) && (
      <span class="one">{moneyOf(row[`${stage}_base`]!, row['currency']!)}</span>
    )}{' '}
    {!isNothing(row[`${stage}_h100e_hours`]!) && (
      <span class="one">
        <Figure of={row[`${stage}_h100e_hours`]!} unit={t.views.pledges.h100e} />
      </span>
    )}
  </>
);

const givenColumn = (stage: Stage): Column =>
  figureColumn(
    t.views.signatories[stage],
    (row) =>
      isNothing(row[`${stage}_base`]!) && isNothing(row[`${stage}_h100e_hours`]!) ? null : (
        <Given row={row} stage={stage} />
      ),
    stage,
  );

function columnsOf({ hasAddresses }: ViewPage): Column[] {
  const { signatories: words } = t.views;
  return [
    textColumn(
      words.name,
      ({ id, name }) => <a href={`/admin/signatories/${id}`}>{typed(name)}</a>,
      'name',
    ),
    textColumn(t.views.pledges.kind, (row) => words.kinds[row['kind'] as keyof typeof words.kinds]),
    textColumn(
      t.views.pledges.status,
      (row) => words.statuses[row['status'] as keyof typeof words.statuses],
    ),
    hasAddresses
      ? textColumn(words.address, (row) => typed(row['email']))
      : textColumn(words.domain, (row) => typed(row['domain'])),
    figureColumn(words.confirmed, (row) => dayIn(row['confirmed_at'])),
    textColumn(words.verified, (row) => typed(row['verified_domain'])),
    ...STAGES.map(givenColumn),
    figureColumn(words.signed, (row) => dayIn(row['signed_at']), 'signed'),
  ];
}

function linesOf({ sums: [sum], currency }: ViewPage) {
  if (!sum) return [];
  const figures = (suffix: string, show: (cell: string) => string) =>
    STAGES.filter((stage) => !isNothing(sum[`${stage}${suffix}`]!)).map(
      (stage) => [t.views.pledges.sums[stage], show(sum[`${stage}${suffix}`]!)] as const,
    );
  return [
    { of: t.views.kinds.funding, figures: figures('_base', (cell) => moneyOf(cell, currency)) },
    {
      of: t.views.kinds.compute,
      figures: figures('_h100e_hours', (cell) => `${hoursOf(cell)} ${t.views.pledges.h100e}`),
    },
  ].filter(({ figures: some }) => some.length > 0);
}

export const SignatoriesView = (page: ViewPage) => {
  const { signatories: words } = t.views;
  return (
    <List
      page={page}
      current="signatories"
      words={words}
      tabs={
        <IfRight right="decide">
          <p>
            <a href="/admin/signatories/new">{t.entry.signatory.link}</a>
          </p>
        </IfRight>
      }
      filters={[
        pick('status', t.views.pledges.status, Object.entries(words.statuses)),
        pick('kind', t.views.pledges.kind, Object.entries(words.kinds)),
        text('q', words.text),
        text('domain', words.domain),
      ]}
      lines={linesOf(page)}
      columns={columnsOf(page)}
    />
  );
};
