/** The fields of the forms by which movements are recorded by hand. */
import type { ComponentChildren } from 'preact';
import type { Kind } from '../../server/domain/asset.ts';
import { MOVES } from '../../server/domain/stage.ts';
import { Checkbox, RadioGroup } from '../components/form-choice.tsx';
import { Field, Notes, Select, TextArea } from '../components/form.tsx';
import { MOST_WINDOWS, type HandFormPage } from './model-pledge.ts';
import { BatchWhat } from './pledge.tsx';
import { t } from '../words.ts';

const number = { size: 18, inputMode: 'decimal', autocomplete: 'off' } as const;
const whole = { size: 10, inputMode: 'numeric', autocomplete: 'off' } as const;
const free = { autocomplete: 'off' } as const;
const date = { type: 'date', size: 14 } as const;
const link = { inputMode: 'url', autocomplete: 'off' } as const;

/** The label of each field, for the summary of errors. */
export function labelOf({
  verb,
  pledge: { asset, kind },
  windows,
}: Pick<HandFormPage, 'verb' | 'windows'> & { pledge: { asset: string; kind: Kind } }) {
  const words = t.deskPledge.handOf(verb, kind);
  const labels: Record<string, string> = {
    how: t.deskPledge.labels.how,
    amount: t.deskPledge.labels.amount(asset),
    gpuHours: t.deskPledge.labels.gpuHours,
    windows: t.deskPledge.labels.windows,
    excess: t.deskPledge.labels.excess,
    occurredOn: t.deskPledge.labels.occurredOn,
    'evidence.reference': words.reference.label,
    'evidence.fee': t.deskPledge.labels.fee(asset),
    'evidence.grade': t.deskPledge.labels.grade,
    'evidence.url': t.deskPledge.labels.url,
    'evidence.note': words.note.label,
    reason: words.note.label,
    dueOn: t.deskPledge.labels.dueOn,
  };
  for (const [row, { stage, window }] of windows.entries()) {
    labels[`windows.${row}.gpus`] = t.deskPledge.windowLabel(asset, stage, window);
  }
  return (name: string): string | null => labels[name] ?? null;
}

interface FieldsProps {
  page: HandFormPage;
}

/** A figure of money or of hours. */
function Figure({ page, hint }: FieldsProps & { hint?: string }) {
  const { pledge, form } = page;
  const name = pledge.kind === 'funding' ? 'amount' : 'gpuHours';
  const label = labelOf(page)(name)!;
  return <Field name={name} label={label} hint={hint} form={form} input={number} />;
}

/** What a verb can take from, all of it or a part: money, GPUs of windows, or hours. */
function Part({ page, byHours = true }: FieldsProps & { byHours?: boolean }) {
  const words = t.deskPledge;
  const { verb, pledge, form, windows } = page;
  if (verb === 'increase' || verb === 'reverse') return null;
  const all = MOVES[verb].from.reduce(
    (sum, place) => (place === 'outside' ? sum : sum + pledge.stages[place]),
    0n,
  );
  const byWindows = windows.length > 0;
  const choices = [
    {
      value: 'all',
      text: words.how.all(words.amount(pledge.asset, pledge.kind, all)),
    },
    { value: 'part', text: byWindows ? words.how.windows : words.how.part },
    ...(byWindows && byHours ? [{ value: 'hours', text: words.how.hours }] : []),
  ];
  return (
    <>
      <RadioGroup name="how" label={words.labels.how} choices={choices} initial="all" form={form} />
      <div class="if-part">{byWindows ? <Windows page={page} /> : <Figure page={page} />}</div>
      {byWindows && byHours && (
        <div class="if-hours-passed">
          <Figure page={page} />
        </div>
      )}
    </>
  );
}

/** A row for each window that stands there; its days go with it, so that they say what was seen. */
function Windows({ page }: FieldsProps) {
  const { pledge, form, windows } = page;
  const label = t.deskPledge.labels.windows;
  return (
    <div class="field" id="windows" tabIndex={-1}>
      <p class="label">{label}</p>
      <Notes name="windows" label={label} hint={t.deskPledge.hints.windows} form={form} />
      {windows.length > MOST_WINDOWS && <p class="hint">{t.deskPledge.tooMany(MOST_WINDOWS)}</p>}
      {windows.slice(0, MOST_WINDOWS).map(({ stage, window }, row) => (
        <div key={row}>
          <Field
            name={`windows.${row}.gpus`}
            label={t.deskPledge.windowLabel(pledge.asset, stage, window)}
            form={form}
            input={whole}
          />
          <input type="hidden" name={`windows.${row}.from`} value={window.from} />
          <input type="hidden" name={`windows.${row}.to`} value={window.to} />
          <input type="hidden" name={`windows.${row}.availability`} value={window.availability} />
        </div>
      ))}
    </div>
  );
}

const Reference = ({ page, isOptional }: FieldsProps & { isOptional: boolean }) => (
  <Field
    name="evidence.reference"
    {...t.deskPledge.handOf(page.verb, page.pledge.kind).reference}
    isOptional={isOptional}
    form={page.form}
    input={free}
  />
);

const DayField = ({ page: { verb, pledge, form, today } }: FieldsProps) => (
  <Field
    name="occurredOn"
    label={t.deskPledge.labels.occurredOn}
    hint={t.deskPledge.handOf(verb, pledge.kind).day}
    initial={today}
    form={form}
    input={date}
  />
);

/** What stands behind it. One grade alone needs no choice. */
function EvidenceFields({ page, needsNote = false }: FieldsProps & { needsNote?: boolean }) {
  const { verb, grades, form } = page;
  return (
    <>
      {grades.length === 1 ? (
        <input type="hidden" name="evidence.grade" value={grades[0]} />
      ) : (
        <Select
          name="evidence.grade"
          label={t.deskPledge.labels.grade}
          options={grades.map((grade) => [grade, t.deskPledge.grades[grade]] as const)}
          form={form}
        />
      )}
      <Field
        name="evidence.url"
        label={t.deskPledge.labels.url}
        hint={t.deskPledge.hints.url}
        isOptional
        form={form}
        input={link}
      />
      <TextArea
        name="evidence.note"
        {...t.deskPledge.hands[verb].note}
        isOptional={!needsNote}
        rows={3}
        form={form}
      />
    </>
  );
}

const Reason = ({ page: { verb, form } }: FieldsProps) => (
  <TextArea name="reason" {...t.deskPledge.hands[verb].note} rows={3} form={form} />
);

/** It is asked for once it is needed: the refusal of more than there is names it. */
const Excess = ({ page: { asksExcess, form } }: FieldsProps) =>
  asksExcess && (
    <Checkbox
      name="excess"
      label={t.deskPledge.labels.excess}
      value="on"
      text={t.deskPledge.hints.excess}
      form={form}
    />
  );

/** Of money that came and is asked back, or has gone. */
const wentBack = (page: HandFormPage) => (
  <>
    <Figure page={page} />
    <DayField page={page} />
    <Reference page={page} isOptional />
    <EvidenceFields page={page} needsNote={page.verb !== 'win'} />
  </>
);

export const HAND_FIELDS: Record<HandFormPage['verb'], (page: HandFormPage) => ComponentChildren> =
  {
    commit: (page) => (
      <>
        <Part page={page} byHours={false} />
        <DayField page={page} />
        <Reference page={page} isOptional={false} />
        <EvidenceFields page={page} />
      </>
    ),
    receive: (page) => {
      const { pledge, form } = page;
      const isMoney = pledge.kind === 'funding';
      return (
        <>
          <Figure page={page} {...(isMoney && { hint: t.deskPledge.hints.amount })} />
          <Excess page={page} />
          <DayField page={page} />
          <Reference page={page} isOptional />
          {isMoney && (
            <Field
              name="evidence.fee"
              label={t.deskPledge.labels.fee(pledge.asset)}
              hint={t.deskPledge.hints.fee}
              isOptional
              form={form}
              input={number}
            />
          )}
          <EvidenceFields page={page} />
        </>
      );
    },
    lapse: (page) => (
      <>
        <Part page={page} />
        <DayField page={page} />
        <EvidenceFields page={page} needsNote />
      </>
    ),
    dispute: wentBack,
    win: wentBack,
    lose: wentBack,
    refund: wentBack,
    reinstate: (page) => (
      <>
        <Part page={page} />
        <DayField page={page} />
        <EvidenceFields page={page} />
      </>
    ),
    withdraw: (page) => (
      <>
        <Part page={page} />
        <Reason page={page} />
      </>
    ),
    increase: (page) => (
      <>
        <Figure page={page} />
        {page.pledge.instalments.length > 0 && (
          <Field
            name="dueOn"
            label={t.deskPledge.labels.dueOn}
            hint={t.deskPledge.hints.dueOn}
            isOptional
            form={page.form}
            input={date}
          />
        )}
      </>
    ),
    reverse: (page) => (
      <>
        {page.batch && (
          <p>
            <BatchWhat batch={page.batch} pledge={page.pledge} />
          </p>
        )}
        <Reason page={page} />
      </>
    ),
  };
