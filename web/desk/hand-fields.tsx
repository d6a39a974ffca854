/** The fields of the forms by which movements are recorded by hand. */
import type { ComponentChildren } from 'preact';
import type { Kind } from '../../server/domain/asset.ts';
import { MOVES } from '../../server/domain/stage.ts';
import { Checkbox, RadioGroup } from '../components/form-choice.tsx';
import { Field, Notes, Select, TextArea } from '../components/form.tsx';
import { deskPledge as t } from '../messages/en-desk-pledge.ts';
import { en } from '../messages/en.ts';
import { MOST_WINDOWS, type HandFormPage } from './model-pledge.ts';
import { BatchWhat } from './pledge.tsx';

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
  const words = t.handOf(verb, kind);
  const labels: Record<string, string> = {
    how: t.labels.how,
    amount: t.labels.amount(asset),
    gpuHours: t.labels.gpuHours,
    windows: t.labels.windows,
    excess: t.labels.excess,
    occurredOn: t.labels.occurredOn,
    'evidence.reference': words.reference.label,
    'evidence.fee': t.labels.fee(asset),
    'evidence.grade': t.labels.grade,
    'evidence.url': t.labels.url,
    'evidence.note': words.note.label,
    reason: words.note.label,
    dueOn: t.labels.dueOn,
  };
  for (const [row, { stage, window }] of windows.entries()) {
    labels[`windows.${row}.gpus`] = t.windowLabel(asset, stage, window);
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
  return <Field name={name} label={label} hint={hint} form={form} input={number} t={en} />;
}

/** What a verb can take from, all of it or a part: money, GPUs of windows, or hours. */
function Part({ page, byHours = true }: FieldsProps & { byHours?: boolean }) {
  const { verb, pledge, form, windows } = page;
  if (verb === 'increase' || verb === 'reverse') return null;
  const all = MOVES[verb].from.reduce(
    (sum, place) => (place === 'outside' ? sum : sum + pledge.stages[place]),
    0n,
  );
  const byWindows = windows.length > 0;
  const choices = [
    { value: 'all', text: t.how.all(t.amount(pledge.asset, pledge.kind, all)) },
    { value: 'part', text: byWindows ? t.how.windows : t.how.part },
    ...(byWindows && byHours ? [{ value: 'hours', text: t.how.hours }] : []),
  ];
  return (
    <>
      <RadioGroup
        name="how"
        label={t.labels.how}
        choices={choices}
        initial="all"
        form={form}
        t={en}
      />
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
  const label = t.labels.windows;
  return (
    <div class="field" id="windows" tabIndex={-1}>
      <p class="label">{label}</p>
      <Notes name="windows" label={label} hint={t.hints.windows} form={form} t={en} />
      {windows.length > MOST_WINDOWS && <p class="hint">{t.tooMany(MOST_WINDOWS)}</p>}
      {windows.slice(0, MOST_WINDOWS).map(({ stage, window }, row) => (
        <div key={row}>
          <Field
            name={`windows.${row}.gpus`}
            label={t.windowLabel(pledge.asset, stage, window)}
            form={form}
            input={whole}
            t={en}
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
    {...t.handOf(page.verb, page.pledge.kind).reference}
    isOptional={isOptional}
    form={page.form}
    input={free}
    t={en}
  />
);

const DayField = ({ page: { verb, pledge, form, today } }: FieldsProps) => (
  <Field
    name="occurredOn"
    label={t.labels.occurredOn}
    hint={t.handOf(verb, pledge.kind).day}
    initial={today}
    form={form}
    input={date}
    t={en}
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
          label={t.labels.grade}
          options={grades.map((grade) => [grade, t.grades[grade]] as const)}
          form={form}
          t={en}
        />
      )}
      <Field
        name="evidence.url"
        label={t.labels.url}
        hint={t.hints.url}
        isOptional
        form={form}
        input={link}
        t={en}
      />
      <TextArea
        name="evidence.note"
        {...t.hands[verb].note}
        isOptional={!needsNote}
        rows={3}
        form={form}
        t={en}
      />
    </>
  );
}

const Reason = ({ page: { verb, form } }: FieldsProps) => (
  <TextArea name="reason" {...t.hands[verb].note} rows={3} form={form} t={en} />
);

/** It is asked for once it is needed: the refusal of more than there is names it. */
const Excess = ({ page: { asksExcess, form } }: FieldsProps) =>
  asksExcess && (
    <Checkbox
      name="excess"
      label={t.labels.excess}
      value="on"
      text={t.hints.excess}
      form={form}
      t={en}
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
          <Figure page={page} {...(isMoney && { hint: t.hints.amount })} />
          <Excess page={page} />
          <DayField page={page} />
          <Reference page={page} isOptional />
          {isMoney && (
            <Field
              name="evidence.fee"
              label={t.labels.fee(pledge.asset)}
              hint={t.hints.fee}
              isOptional
              form={form}
              input={number}
              t={en}
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
            label={t.labels.dueOn}
            hint={t.hints.dueOn}
            isOptional
            form={page.form}
            input={date}
            t={en}
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
