/** The bank's entries that wait for their receipt, or are set aside, and the form that reads a file. */
import { fullAmount, fullDay } from '../../format.ts';
import { Pager, Tabs } from '../../components/list.tsx';
import type { Column } from '../../components/table.tsx';
import type { Listing } from '../../data/pages.ts';
import type { FormField } from '../../forms/fields.ts';
import type { Assets } from '../../pages/page.tsx';
import { t } from '../../words.ts';
import { DeskKeys, renderDesk, type DeskFrame } from '../frame.tsx';
import { Act, ListTable, renderDeskForm, type DeskFormPage } from '../parts.tsx';
import { GiverName } from '../payments/parts.tsx';
import type { MatchedEntry, Proposal } from '../../data/bank.ts';

export const BANK = '/admin/bank';

interface BankPage {
  frame: DeskFrame;
  isAside: boolean;
  entries: MatchedEntry[];
  counts: { open: number; aside: number };
  list: Omit<Listing, 'found'>;
  /** What was done just now. */
  outcome: string | null;
}

interface TabsProps {
  current: 'open' | 'aside' | 'month';
  counts: BankPage['counts'];
}

export const BankTabs = ({ current, counts }: TabsProps) => (
  <Tabs
    label={t.bank.tabs.label}
    tabs={[
      { href: BANK, text: t.bank.tabs.open(counts.open), isCurrent: current === 'open' },
      {
        href: `${BANK}?aside=1`,
        text: t.bank.tabs.aside(counts.aside),
        isCurrent: current === 'aside',
      },
      { href: `${BANK}/month`, text: t.bank.tabs.month, isCurrent: current === 'month' },
    ]}
  />
);

export function renderBank(page: BankPage, assets: Assets): string {
  const { frame, isAside, entries, counts, list, outcome } = page;
  const canRecord = frame.rights.includes('record');
  const sure = entries.filter((entry) => entry.sure !== null);
  return renderDesk({
    frame,
    title: t.bank.title,
    text: t.bank.lead,
    current: 'bank',
    assets,
    children: (
      <>
        {outcome !== null && (
          <p class="done" role="status">
            {outcome}
          </p>
        )}
        <BankTabs current={isAside ? 'aside' : 'open'} counts={counts} />
        {canRecord && (
          <div class="actions">
            {sure.length > 0 && (
              <form class="filter" method="post" action={`${BANK}/record-all`}>
                <DeskKeys frame={frame} />
                <input type="hidden" name="ids" value={sure.map(({ id }) => id).join(' ')} />
                <button type="submit">{t.bank.recordAll(sure.length)}</button>
              </form>
            )}
            <a href={`${BANK}/file`}>{t.bank.read.link}</a>
          </div>
        )}
        <ListTable
          rows={entries}
          columns={columnsOf(page, canRecord)}
          none={isAside ? t.bank.noneAside : t.bank.none}
        />
        <Pager list={list} path={BANK} query={isAside ? { aside: '1' } : {}} />
      </>
    ),
  });
}

/** Who paid, and what they wrote. */
export const Payer = ({
  entry: { name, text },
}: {
  entry: Pick<MatchedEntry, 'name' | 'text'>;
}) => (
  <>
    {name ?? t.bank.unnamed}
    {text !== null && <span class="line quiet as-typed">{text}</span>}
  </>
);

export const PledgeOf = ({ proposal }: { proposal: Proposal }) => (
  <>
    <a href={`/admin/pledges/${proposal.ref}`}>{proposal.ref}</a>, <GiverName {...proposal.giver} />
    <span class="line quiet">{t.bank.why(proposal)}</span>
  </>
);

function Meant({
  entry: { proposals, mayBeTwin, amountMinor, asideNote },
}: {
  entry: MatchedEntry;
}) {
  const [first, ...others] = proposals;
  if (asideNote !== null) return <span class="as-typed">{asideNote}</span>;
  return (
    <div>
      {first && others.length === 0 && <PledgeOf proposal={first} />}
      {others.length > 0 && t.bank.several}
      {!first && (
        <span class="quiet">{amountMinor < 0n ? t.bank.isTakenBack : t.bank.noPledge}</span>
      )}
      {mayBeTwin && <span class="line">{t.bank.isTwin}</span>}
    </div>
  );
}

function columnsOf({ frame, isAside }: BankPage, canRecord: boolean): Column<MatchedEntry>[] {
  const words = t.bank.columns;
  return [
    [words.payer, (entry) => <Payer entry={entry} />],
    [words.day, ({ bookedOn }) => fullDay(bookedOn)],
    [words.amount, ({ amountMinor, currency }) => fullAmount(amountMinor, currency), 'figure-cell'],
    [isAside ? words.note : words.pledge, (entry) => <Meant entry={entry} />],
    [
      words.acts,
      ({ id, proposals: [first, ...others], mayBeTwin }) => (
        <span class="acts">
          {canRecord && first?.fit === 'fits' && others.length === 0 && !mayBeTwin && (
            <Act frame={frame} action={`${BANK}/${id}/record`} text={t.bank.record}>
              <input type="hidden" name="ref" value={first.ref} />
            </Act>
          )}
          <a href={`${BANK}/${id}`}>{t.bank.look}</a>
        </span>
      ),
    ],
  ];
}

const OURS: FormField = { at: 'ours', as: 'tick' };

export function renderBankFile({ frame, form }: DeskFormPage, assets: Assets): string {
  const { title, text, fields, submit, cancel } = t.bank.read;
  return renderDeskForm({
    frame,
    title,
    text,
    current: 'bank',
    assets,
    form,
    class: 'form hand',
    action: `${BANK}/file`,
    fields: [OURS],
    words: fields,
    file: { ...fields.file, accept: '.xml,.csv,.txt' },
    submit,
    cancel: { href: BANK, text: cancel },
  });
}
