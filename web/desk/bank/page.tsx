/** The bank's entries that wait for their receipt or are set aside, and the form that reads a file. */
import { fullAmount, fullDay } from '../../format.ts';
import { Pager, Tabs } from '../../components/list.tsx';
import type { Column } from '../../components/table.tsx';
import type { FormField } from '../../forms/fields.ts';
import type { Listing } from '../../data/pages.ts';
import { t } from '../../words.ts';
import { Desk, DeskKeys, useFrame } from '../frame.tsx';
import { Act, DeskForm, ListTable, type DeskFormPage } from '../parts.tsx';
import { GiverName } from '../payments/parts.tsx';
import type { MatchedEntry, Proposal } from '../../data/bank.ts';

export const BANK = '/admin/bank';

interface BankPage {
  isAside: boolean;
  /** All were to be recorded, and some could not be. */
  isSomeLeft: boolean;
  entries: MatchedEntry[];
  list: Omit<Listing, 'found'>;
}

export const BankTabs = ({ current }: { current: 'open' | 'aside' | 'month' }) => (
  <Tabs
    label={t.bank.tabs.label}
    tabs={[
      { href: BANK, text: t.bank.tabs.open, isCurrent: current === 'open' },
      { href: `${BANK}?aside=1`, text: t.bank.tabs.aside, isCurrent: current === 'aside' },
      { href: `${BANK}-month`, text: t.bank.tabs.month, isCurrent: current === 'month' },
    ]}
  />
);

export function BankView(page: BankPage) {
  const { isAside, entries, list } = page;
  const canRecord = useFrame().rights.includes('record');
  const sure = isAside ? [] : entries.filter((entry) => entry.sure !== null);
  return (
    <Desk text={t.bank.lead} current="bank">
      <BankTabs current={isAside ? 'aside' : 'open'} />
      {page.isSomeLeft && <p role="status">{t.bank.someLeft}</p>}
      {canRecord && (
        <div class="actions">
          {sure.length > 0 && (
            <form class="filter" method="post" action={`${BANK}/record-all`}>
              <DeskKeys />
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
    </Desk>
  );
}

export const PledgeOf = ({ proposal }: { proposal: Proposal }) => (
  <>
    <a href={`/admin/pledges/${proposal.ref}`}>{proposal.ref}</a>, <GiverName {...proposal.giver} />
    <span class="line quiet">{t.bank.why(proposal)}</span>
  </>
);

function Meant({ proposals: [first, ...others], amountMinor, asideNote }: MatchedEntry) {
  if (asideNote !== null) return <span class="as-typed">{asideNote}</span>;
  if (first && others.length === 0) return <PledgeOf proposal={first} />;
  if (first) return <>{t.bank.several}</>;
  return <span class="quiet">{amountMinor < 0n ? t.bank.isTakenBack : t.bank.noPledge}</span>;
}

function columnsOf({ isAside }: BankPage, canRecord: boolean): Column<MatchedEntry>[] {
  const words = t.bank.columns;
  return [
    [
      words.payer,
      ({ name, text }) => (
        <>
          {name ?? t.bank.unnamed}
          {text !== null && <span class="line quiet as-typed">{text}</span>}
        </>
      ),
    ],
    [words.day, ({ bookedOn }) => fullDay(bookedOn)],
    [words.amount, ({ amountMinor, currency }) => fullAmount(amountMinor, currency), 'figure-cell'],
    [isAside ? words.note : words.pledge, (entry) => <div>{Meant(entry)}</div>],
    [
      words.acts,
      ({ id, asideNote, proposals: [first, ...others] }) => (
        <span class="acts">
          {canRecord && first?.fits && others.length === 0 && asideNote === null && (
            <Act action={`${BANK}/${id}/record`} text={t.bank.record}>
              <input type="hidden" name="ref" value={first.ref} />
            </Act>
          )}
          <a href={`${BANK}/${id}`}>{t.bank.look}</a>
        </span>
      ),
    ],
  ];
}

export const FILE_FIELDS: readonly FormField[] = [
  { at: 'account', input: { size: 34, autocapitalize: 'characters', spellcheck: false } },
  { at: 'currency', input: { size: 5, autocapitalize: 'characters', spellcheck: false } },
  { at: 'dayOrder', as: 'choice' },
  { at: 'day' },
  { at: 'amount' },
];

export function BankFileView({ form }: DeskFormPage) {
  const { title, text, fields, submit } = t.bank.read;
  const isAsked = ({ at }: FormField): boolean =>
    at === 'account' || form.values.has(at) || form.errors.some(({ field }) => field === at);
  return (
    <DeskForm
      title={title}
      text={text}
      current="bank"
      form={form}
      class="form spaced"
      words={fields}
      fields={FILE_FIELDS.filter(isAsked).map((field) => ({
        ...field,
        isOptional: field.at === 'account',
      }))}
      file={fields['file']!}
      submit={submit}
      cancel={{ href: BANK }}
    />
  );
}
