/** The list of what counts nowhere, and its forms. */
import type { Day } from '../../../server/domain/day.ts';
import { Source } from '../../components/offered.tsx';
import { addressOf, Pager } from '../../components/list.tsx';
import { Aside } from '../../components/signatories.tsx';
import type { Column } from '../../components/table.tsx';
import type { Reported } from '../../data/home.ts';
import { OFFER_PLEDGE_FIELDS, OFFERED_FIELDS } from '../../forms/desk.ts';
import { Desk, useFrame } from '../frame.tsx';
import { Act, DeskForm, LinkLine, ListTable, type DeskFormPage } from '../parts.tsx';
import { typed } from '../../components/name.tsx';
import { t } from '../../words.ts';

const HOME = '/admin/offered';

interface Entry extends Reported {
  position: number;
  /** Whichever pledge it is. */
  pledge: string | null;
  pledgeIs: 'became' | 'hours' | null;
}

interface OfferedPage {
  entries: Entry[];
  cursor: string | null;
  next: string | null;
  today: Day;
}

export function OfferedView(page: OfferedPage) {
  const { entries, cursor, next } = page;
  const mayChange = useFrame().rights.includes('decide');
  return (
    <Desk
      text={
        <>
          {t.offered.text} <a href="/#reported">{t.offered.toPublic}</a>
        </>
      }
      current="offered"
    >
      <ListTable rows={entries} columns={columnsOf(page, mayChange)} none={t.offered.none} />
      <Pager list={{ cursor, next }} path={HOME} query={{}} />
      {mayChange && <LinkLine class="after" href={`${HOME}/new`} text={t.offered.add.title} />}
    </Desk>
  );
}

function columnsOf({ today }: OfferedPage, mayChange: boolean): Column<Entry>[] {
  const { columns } = t.offered;
  return [
    [
      columns.who,
      ({ position, name, role, affiliation }) => (
        <span id={`offer-${position}`}>
          {typed(name)} <Aside parts={[role, affiliation]} />
        </span>
      ),
    ],
    [
      columns.what,
      ({ what, value }) => (
        <span class="one">
          {what ?? <span class="quiet">{t.offered.onlyNamed}</span>}
          {value && <span class="line">{t.offered.terms({ value, expiresOn: null })}</span>}
        </span>
      ),
    ],
    [columns.until, (entry) => <Until entry={entry} today={today} />],
    [
      columns.source,
      (entry) => (
        <span class="one">
          <Source {...entry} lead={isReported(entry) ? t.offered.reported : null} />
        </span>
      ),
    ],
    [columns.pledge, (entry) => <Pledge entry={entry} mayChange={mayChange} />],
    ...(mayChange ? [['', (entry: Entry) => <Acts entry={entry} />] as const] : []),
  ];
}

const isReported = ({ what, reportedOn }: Entry): boolean => what === null || reportedOn !== null;

const Until = ({ entry: { expiresOn }, today }: { entry: Entry; today: Day }) =>
  expiresOn !== null && expiresOn < today ? (
    <strong class="late">{t.offered.expired(expiresOn)}</strong>
  ) : (
    <span class={expiresOn === null ? 'none' : undefined}>
      {expiresOn && t.offered.until(expiresOn)}
    </span>
  );

function Pledge({ entry, mayChange }: { entry: Entry; mayChange: boolean }) {
  const { position, pledge, pledgeIs } = entry;
  const form = `${HOME}/${position}/pledge`;
  if (pledge === null) return mayChange ? <a href={form}>{t.offered.turn}</a> : null;
  return (
    <span class="one">
      {pledgeIs === 'became' ? t.offered.became : t.offered.bought}{' '}
      <a href={`/admin/pledges/${pledge}`}>{pledge}</a>.{' '}
      {pledgeIs === 'became' && t.offered.notPublic}{' '}
      {mayChange && <a href={form}>{t.offered.changePledge}</a>}
    </span>
  );
}

const Acts = ({ entry: { position } }: { entry: Entry }) => (
  <span class="acts">
    <a href={`${HOME}/${position}/edit`} aria-describedby={`offer-${position}`}>
      {t.offered.edit}
    </a>
    <Act action={`${HOME}/${position}/remove`} text={t.offered.remove} of={`offer-${position}`} />
  </span>
);

interface EntryFormPage extends DeskFormPage {
  is: 'add' | 'editing' | 'removed';
  action: string;
}

export const OfferedFormView = ({ form, is, action }: EntryFormPage) => (
  <DeskForm
    title={t.offered[is].title}
    text={is === 'removed' ? t.offered.removed.text : t.offered.add.text}
    current="offered"
    form={form}
    fields={OFFERED_FIELDS}
    words={t.offered.fields}
    action={action}
    submit={t.offered[is].submit}
    cancel={{ href: HOME, ...(is === 'removed' && { text: t.offered.removed.cancel }) }}
  />
);

interface OfferPledgePage extends DeskFormPage {
  position: number;
  name: string;
  /** The one signatory of that name. */
  signatoryId: string | null;
}

export const OfferPledgeView = ({ form, position, name, signatoryId }: OfferPledgePage) => (
  <DeskForm
    title={t.offered.pledge.title(name)}
    text={
      <>
        {t.offered.pledge.first}{' '}
        {signatoryId === null ? (
          <a href={addressOf('/admin/search', { q: name.slice(0, 100) })}>
            {t.offered.pledge.findSignatory}
          </a>
        ) : (
          <a href={`/admin/signatories/${signatoryId}`}>{t.offered.pledge.openSignatory}</a>
        )}
      </>
    }
    current="offered"
    form={form}
    fields={OFFER_PLEDGE_FIELDS}
    words={t.offered.pledge.fields}
    action={`${HOME}/${position}/pledge`}
    submit={t.offered.pledge.submit}
    cancel={{ href: HOME }}
  />
);
