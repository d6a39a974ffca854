/** One entry: what the bank says, the pledges that fit, and what is done with it. */
import type { ComponentChildren } from 'preact';
import { fullAmount } from '../../format.ts';
import { Fields, labelIn } from '../../components/form-fields.tsx';
import { ErrorSummary, type FormState } from '../../components/form.tsx';
import type { FormField } from '../../forms/fields.ts';
import type { Assets } from '../../pages/page.tsx';
import { t } from '../../words.ts';
import { DeskKeys, renderDesk, type DeskFrame } from '../frame.tsx';
import { Act, Note, Refusal } from '../parts.tsx';
import type { MatchedEntry } from '../../data/bank.ts';
import { BANK, PledgeOf } from './page.tsx';

export const RECORD_FIELDS: readonly FormField[] = [
  { at: 'ref', input: { size: 18, autocomplete: 'off', autocapitalize: 'characters' } },
  { at: 'excess', as: 'tick' },
  { at: 'another', as: 'tick' },
];

interface EntryPage {
  frame: DeskFrame;
  entry: MatchedEntry;
  form: FormState;
  /** Whether the admin sees names and texts. */
  seesNames: boolean;
}

export function renderBankEntry(page: EntryPage, assets: Assets): string {
  const { frame, entry, form } = page;
  const { state, amountMinor, currency, bookedOn, ref, isByHand } = entry;
  const words = t.bank.entry;
  const whole = form.errors.find(({ field }) => field === '');
  const canRecord = frame.rights.includes('record');
  return renderDesk({
    frame,
    title: words.title(fullAmount(amountMinor, currency), bookedOn),
    current: 'bank',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <>
        {whole && <Refusal text={whole.message} />}
        <Facts page={page} />
        {state === 'recorded' && (
          <p>
            {isByHand ? words.byHand : words.recorded} <a href={`/admin/pledges/${ref}`}>{ref}</a>.
          </p>
        )}
        {entry.mayBeTwin && <p>{t.bank.isTwin}</p>}
        {amountMinor < 0n && state === 'open' && <p>{t.refusals.bank.isTakenBack}</p>}
        <Proposals entry={entry} />
        {canRecord && state === 'open' && amountMinor > 0n && <Record page={page} />}
        {canRecord && state !== 'recorded' && <Aside page={page} />}
      </>
    ),
  });
}

function Facts({ page: { entry, seesNames } }: { page: EntryPage }) {
  const words = t.bank.entry.facts;
  const named: [string, string | null][] = seesNames
    ? [
        [words.name, entry.name],
        [words.text, entry.text],
        [words.payerReference, entry.payerReference],
      ]
    : [[words.name, t.bank.hidden]];
  const lines = [...named, [words.reference, entry.reference], [words.account, entry.account]];
  return (
    <dl class="facts entry">
      {lines.map(
        ([label, text]) =>
          text && (
            <>
              <dt>{label}</dt>
              <dd class="as-typed">{text}</dd>
            </>
          ),
      )}
    </dl>
  );
}

const Section = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="own">
    <h2>{title}</h2>
    {children}
  </section>
);

function Proposals({ entry: { proposals } }: { entry: MatchedEntry }) {
  if (proposals.length === 0) return null;
  return (
    <Section title={t.bank.entry.proposals}>
      <ul>
        {proposals.map((proposal) => (
          <li key={proposal.ref}>
            <PledgeOf proposal={proposal} />
            {proposal.fit === 'currency' && (
              <a href={`/admin/pledges/${proposal.ref}/receive`}>{t.bank.entry.otherCurrency}</a>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The ticks are asked for where they are needed. */
function Record({ page: { frame, entry, form } }: { page: EntryPage }) {
  const words = t.bank.entry.record;
  const [first, ...others] = entry.proposals;
  const isBeyond =
    first?.fit === 'beyond' ||
    form.errors.some(({ field }) => field === 'excess') ||
    form.values.has('excess');
  const asked = new Set(['ref', isBeyond && 'excess', entry.mayBeTwin && 'another']);
  const initial = first && others.length === 0 && first.fit !== 'currency' ? first.ref : '';
  const fields = RECORD_FIELDS.filter(({ at }) => asked.has(at));
  return (
    <Section title={words.title}>
      <form class="form" method="post" action={`${BANK}/${entry.id}/record`} novalidate>
        <ErrorSummary
          form={{ ...form, errors: form.errors.filter(({ field }) => field !== '') }}
          labelOf={(name) => labelIn({ ...words.fields, note: t.bank.entry.aside.note }, name)}
        />
        <DeskKeys frame={frame} />
        <Fields
          fields={fields.map((field) => (field.at === 'ref' ? { ...field, initial } : field))}
          words={words.fields}
          form={form}
        />
        <p class="actions">
          <button type="submit">{words.submit}</button>
        </p>
      </form>
    </Section>
  );
}

function Aside({ page: { frame, entry, form } }: { page: EntryPage }) {
  const words = t.bank.entry.aside;
  return (
    <Section title={words.title}>
      {entry.state === 'aside' ? (
        <>
          <p class="as-typed">{words.isAside(entry.asideNote ?? '')}</p>
          <Act frame={frame} action={`${BANK}/${entry.id}/back`} text={words.back} />
        </>
      ) : (
        <form class="form" method="post" action={`${BANK}/${entry.id}/aside`} novalidate>
          <DeskKeys frame={frame} />
          <Note id="note" name="note" words={words.note} rows={2} form={form} isRequired />
          <p class="actions">
            <button type="submit">{words.submit}</button>
          </p>
        </form>
      )}
    </Section>
  );
}
