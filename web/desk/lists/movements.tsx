import type { ComponentChildren } from 'preact';
import type { Kind } from '../../../server/domain/asset.ts';
import type { Grade } from '../../../server/domain/evidence.ts';
import type { Place, Verb } from '../../../server/domain/stage.ts';
import { Struck } from '../../components/changes.tsx';
import { count } from '../../format.ts';
import { days, List, pick, text } from './list.tsx';
import * as cell from './cells.tsx';
import * as column from './columns.tsx';
import type { Row } from './cells.tsx';
import type { ListPage } from './list-page.tsx';
import { t } from '../../words.ts';

const struck = (row: Row, figure: ComponentChildren) => (
  <Struck when={row['reverses'] !== null || row['undone_by'] !== null}>{figure}</Struck>
);

const changeOf = ({ verb, reverses, undone_by: undoneBy }: Row) => (
  <>
    {t.deskLists.verbs[verb as Verb]}
    {reverses !== null && <span class="quiet one">{t.undoes(Number(reverses))}</span>}
    {undoneBy !== null && <span class="quiet one">{t.undoneBy(Number(undoneBy))}</span>}
  </>
);

const amount = (name: string, unit: string) => (row: Row) =>
  struck(row, <cell.Figure of={row[name]!} unit={row[unit]!} />);

function columnsOf({ currency }: ListPage): column.Column[] {
  const { movements: words, places } = t.deskLists;
  return [
    column.figure(words.seq, (row) => count(Number(row['seq'])), 'entry'),
    column.figure(t.deskPledge.on, (row) => cell.day(row['occurred_on']), 'day'),
    column.pledge(),
    column.giver(),
    column.text(words.verb, changeOf),
    column.text(words.way, ({ from, to }) => `${places[from as Place]} → ${places[to as Place]}`),
    column.figure(t.payments.one.amount, amount('quantity', 'unit')),
    column.figure(t.deskLists.pledges.amount(currency), amount('base', 'base_unit'), 'amount'),
    column.text(t.deskPledge.evidence, (row) => t.grades[row['grade'] as Grade]),
    column.text(t.pledge.reference, (row) => row['reference']),
  ];
}

/** An amount moves more than once, so each verb has its own sum. */
const linesOf = ({ sums, currency }: ListPage) =>
  (['funding', 'compute'] as const)
    .map((kind: Kind) => ({
      of: t.deskLists.kinds[kind],
      figures: sums
        .filter((row) => row['kind'] === kind && row['standing'] !== '0')
        .map(({ verb, base, standing }) => {
          const sum =
            kind === 'funding'
              ? cell.money(base!, currency)
              : `${cell.hours(base!)} ${t.deskLists.pledges.h100e}`;
          return [`${t.deskLists.verbs[verb as Verb]} (${count(Number(standing))})`, sum] as const;
        }),
    }))
    .filter(({ figures }) => figures.length > 0);

export const MovementsView = (page: ListPage) => {
  const { movements: words, verbs, kinds } = t.deskLists;
  return (
    <List
      page={page}
      current="movements"
      words={words}
      filters={[
        pick('verb', words.verb, Object.entries(verbs)),
        pick('kind', t.deskLists.pledges.kind, Object.entries(kinds)),
        text('ref', t.deskLists.pledges.ref),
        days(t.deskPledge.on),
      ]}
      lines={linesOf(page)}
      columns={columnsOf(page)}
    />
  );
};
