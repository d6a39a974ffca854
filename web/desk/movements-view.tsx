/** Every movement of the ledger. */
import type { ComponentChildren } from 'preact';
import type { Kind } from '../../server/domain/asset.ts';
import type { Place, Verb } from '../../server/domain/stage.ts';
import { Struck } from '../components/changes.tsx';
import { count, fullDay } from '../format.ts';
import { views as t } from '../messages/en-desk-views.ts';
import { en } from '../messages/en.ts';
import type { Assets } from '../page.tsx';
import { Figure, hoursOf, moneyOf } from './figure.tsx';
import { DayRange, Pick, TextFilter } from './view-filter.tsx';
import { renderListView } from './list-view.tsx';
import { foundIn, type Column, type Row, type ViewPage } from './view.tsx';

const words = t.movements;

/** What was undone counts no more, nor does what undid it. */
const struck = (row: Row, figure: ComponentChildren) => (
  <Struck when={row['reverses'] !== null || row['undone_by'] !== null}>{figure}</Struck>
);

const columnsOf = ({ currency }: ViewPage): Column[] => [
  { label: words.seq, sort: 'entry', isFigure: true, show: (row) => row['seq'] },
  { label: words.on, sort: 'day', isFigure: true, show: (row) => fullDay(row['occurred_on']!) },
  {
    label: words.ref,
    show: (row) => <a href={`/admin/pledges/${row['ref']}`}>{row['ref']}</a>,
  },
  {
    label: t.giver,
    show: (row) => <a href={`/admin/signatories/${row['signatory_id']}`}>{row['giver']}</a>,
  },
  {
    label: words.verb,
    show: (row) => (
      <>
        {t.verbs[row['verb'] as Verb]}
        {row['reverses'] !== null && (
          <span class="quiet one">{en.undoes(Number(row['reverses']))}</span>
        )}
        {row['undone_by'] !== null && (
          <span class="quiet one">{en.undoneBy(Number(row['undone_by']))}</span>
        )}
      </>
    ),
  },
  {
    label: words.way,
    show: (row) => `${t.places[row['from'] as Place]} → ${t.places[row['to'] as Place]}`,
  },
  {
    label: words.quantity,
    isFigure: true,
    show: (row) => struck(row, <Figure of={row['quantity']!} unit={row['unit']!} />),
  },
  {
    label: t.pledges.amount(currency),
    sort: 'amount',
    isFigure: true,
    show: (row) => struck(row, <Figure of={row['base']!} unit={row['base_unit']!} />),
  },
  { label: words.grade, show: (row) => row['grade'] },
  { label: words.reference, show: (row) => row['reference'] },
];

/** One amount moves more than once, so each verb has a sum of its own. */
const linesOf = ({ sums, currency }: ViewPage) =>
  (['funding', 'compute'] as const)
    .map((kind: Kind) => ({
      of: t.kinds[kind],
      figures: sums
        .filter((row) => row['kind'] === kind && row['standing'] !== '0')
        .map(({ verb, base, standing }) => {
          const figure =
            kind === 'funding' ? moneyOf(base!, currency) : `${hoursOf(base!)} ${t.pledges.h100e}`;
          return [`${t.verbs[verb as Verb]} (${count(Number(standing))})`, figure] as const;
        }),
    }))
    .filter(({ figures }) => figures.length > 0);

export const renderMovementsView = (page: ViewPage, assets: Assets): string =>
  renderListView(
    page,
    {
      current: 'movements',
      title: words.title,
      filters: (
        <>
          <Pick
            page={page}
            name="verb"
            label={words.verb}
            any={t.any}
            options={Object.entries(t.verbs)}
          />
          <Pick
            page={page}
            name="kind"
            label={words.kind}
            any={t.any}
            options={Object.entries(t.kinds)}
          />
          <TextFilter page={page} name="ref" label={words.ref} />
          <DayRange page={page} label={words.on} />
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
