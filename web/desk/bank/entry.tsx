/** One entry: what the bank says, the pledges that fit, and what is done with it. */
import { formatAmount } from '../../../server/domain/quantity.ts';
import { fullAmount } from '../../format.ts';
import { addressOf } from '../../components/list.tsx';
import { Fields, labelIn } from '../../components/form-fields.tsx';
import { Actions, ErrorSummary } from '../../components/form.tsx';
import type { FormField } from '../../forms/fields.ts';
import { t } from '../../words.ts';
import { Desk, DeskKeys, IfRight } from '../frame.tsx';
import type { DeskFormPage } from '../parts.tsx';
import type { MatchedEntry } from '../../data/bank.ts';
import { BANK, PledgeOf } from './page.tsx';

export const RECORD_FIELDS: readonly FormField[] = [
  { at: 'ref', input: { size: 18, autocomplete: 'off', autocapitalize: 'characters' } },
  { at: 'excess', as: 'tick' },
];
const NOTE: FormField = { at: 'note', as: 'lines' };

interface EntryPage extends DeskFormPage {
  entry: MatchedEntry;
}

export function BankEntryView(page: EntryPage) {
  const { entry, form } = page;
  const { state, amountMinor, currency, bookedOn, ref } = entry;
  const words = t.bank.entry;
  return (
    <Desk
      title={words.title(fullAmount(amountMinor, currency), bookedOn)}
      current="bank"
      hasErrors={form.errors.length > 0}
    >
      <ErrorSummary form={form} labelOf={(name) => labelIn(words.fields, name)} />
      <Facts entry={entry} />
      {state === 'recorded' && (
        <p>
          {words.recorded} <a href={`/admin/pledges/${ref}`}>{ref}</a>.
        </p>
      )}
      {amountMinor < 0n && state === 'open' && <p>{t.refusals.bank.isTakenBack}</p>}
      {state !== 'recorded' && (
        <IfRight right="record">
          <Forms page={page} />
        </IfRight>
      )}
    </Desk>
  );
}

/** The form of a receipt in the pledge's own currency, with what the bank says filled in. */
const receiptPath = (ref: string, { bookedOn, reference, currency, amountMinor }: MatchedEntry) =>
  addressOf(`/admin/pledges/${ref}/receive`, {
    occurredOn: bookedOn,
    'evidence.reference': reference,
    'evidence.creditedCurrency': currency,
    'evidence.creditedAmount': formatAmount(amountMinor, currency),
  });

const Facts = ({ entry }: { entry: MatchedEntry }) => (
  <dl class="facts entry">
    {Object.entries(t.bank.entry.facts).map(([name, label]) => {
      const text = entry[name as keyof typeof t.bank.entry.facts];
      return (
        text !== null && (
          <>
            <dt>{label}</dt>
            <dd class="as-typed">{text}</dd>
          </>
        )
      );
    })}
    {entry.proposals.map((proposal) => (
      <>
        <dt>{t.bank.columns.pledge}</dt>
        <dd>
          <PledgeOf proposal={proposal} />
          {proposal.asset !== entry.currency && (
            <a href={receiptPath(proposal.ref, entry)}>{t.bank.entry.otherCurrency}</a>
          )}
        </dd>
      </>
    ))}
  </dl>
);

/** More than is outstanding takes a tick. */
function Forms({ page: { entry, form } }: { page: EntryPage }) {
  const { fields: words, record, setAside } = t.bank.entry;
  const { id, currency, amountMinor, asideNote } = entry;
  const [first, ...others] = entry.proposals.filter(({ asset }) => asset === currency);
  const isAbove = others.length === 0 && first != null && amountMinor > (first.outstanding ?? 0n);
  const isAsked = form.values.has('excess') || form.errors.some(({ field }) => field === 'excess');
  const isBeyond = isAbove || isAsked;
  const ref = { ...RECORD_FIELDS[0]!, initial: others.length === 0 ? first?.ref : '' } as FormField;
  const forms = [
    { act: 'record', fields: isBeyond ? [ref, RECORD_FIELDS[1]!] : [ref], submit: record },
    { act: 'aside', fields: [{ ...NOTE, initial: asideNote ?? '' }], submit: setAside },
  ];
  return (
    <>
      {forms.slice(amountMinor < 0n ? 1 : 0).map(({ act, fields, submit }) => (
        <form class="form" method="post" action={`${BANK}/${id}/${act}`} novalidate key={act}>
          <DeskKeys />
          <Fields fields={fields} words={words} form={form} />
          <Actions text={submit} />
        </form>
      ))}
    </>
  );
}
