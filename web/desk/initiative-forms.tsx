/** The forms by which the initiative is changed, and the reading before it. */
import type { ComponentChildren } from 'preact';
import { Checkbox } from '../components/form-choice.tsx';
import {
  ErrorSummary,
  Field,
  FieldSet,
  idOf,
  TextArea,
  type FormState,
  type Input,
} from '../components/form.tsx';
import { deskInitiative as t } from '../messages/en-desk-initiative.ts';
import { en } from '../messages/en.ts';
import type { Assets } from '../page.tsx';
import { DeskKeys, renderDesk, type DeskFrame } from './frame.tsx';

export const HOME = '/admin/initiative';

export const RECIPIENT_INPUTS: Record<string, Input> = {
  'recipient.name': { autocomplete: 'off' },
  'recipient.registration': { autocomplete: 'off' },
  'recipient.country': { autocomplete: 'off' },
  'recipient.taxStatus': { autocomplete: 'off' },
  'recipient.refundPolicy': { inputMode: 'url', autocomplete: 'off' },
  'recipient.privacyNotice': { inputMode: 'url', autocomplete: 'off' },
  'recipient.contact': { autocomplete: 'off' },
};

const PAYER_INPUTS: Record<string, Input> = {
  'recipient.closedCountries': { autocomplete: 'off', spellcheck: false },
  'recipient.screenedBy': { autocomplete: 'off' },
  'recipient.screenedAbove': { size: 16, inputMode: 'decimal', autocomplete: 'off' },
};

const date: Input = { type: 'date', size: 14 };
const amount: Input = { size: 16, inputMode: 'decimal', autocomplete: 'off' };
const whole: Input = { size: 16, inputMode: 'numeric', autocomplete: 'off' };
const free: Input = { autocomplete: 'off' };

interface ShellProps {
  frame: DeskFrame;
  name: 'terms' | 'recipient' | 'milestones';
  form: FormState;
  assets: Assets;
  children: ComponentChildren;
}

/** Where what stands in no field is told: a passkey that has to be touched again. */
const TOUCH = 'touch';

const labelOf = (name: string): string | null => (name === '' ? null : t.label(name));

function render({ frame, name, form, assets, children }: ShellProps): string {
  const { title, text } = t.forms[name];
  return renderDesk({
    frame,
    title,
    text,
    current: 'initiative',
    hasErrors: form.errors.length > 0,
    assets,
    children: (
      <form class="form" method="post" action={`${HOME}/${name}`} novalidate>
        <ErrorSummary form={form} labelOf={labelOf} t={en} />
        {form.errors.some(({ field }) => field === TOUCH) && (
          <p id={TOUCH}>
            <a href={`/admin/touch?next=${HOME}`} target="_blank" rel="noopener">
              {t.forms.touch}
            </a>
          </p>
        )}
        <DeskKeys frame={frame} />
        {children}
      </form>
    ),
  });
}

/** A field under its own name's words. */
const named = (name: string, form: FormState) => ({
  name,
  label: t.label(name),
  hint: t.hint(name),
  form,
  t: en,
});

const Seen = ({ form }: { form: FormState }) => (
  <input type="hidden" name="seen" value={form.values.get('seen')} />
);

const Why = ({ form, hint }: { form: FormState; hint: string }) => (
  <FieldSet title={t.forms.why}>
    <Field {...named('reason', form)} hint={hint} input={free} />
  </FieldSet>
);

const Actions = ({ go, text }: { go: string; text: string }) => (
  <p class="actions">
    <button type="submit" name="go" value={go}>
      {text}
    </button>
    <a href={HOME}>{t.forms.keep}</a>
  </p>
);

export interface InitiativeFormPage {
  frame: DeskFrame;
  form: FormState;
  currency: string;
}

/** Targets, days, and what the page says. */
export const renderTermsForm = ({ frame, form }: InitiativeFormPage, assets: Assets): string =>
  render({
    frame,
    name: 'terms',
    form,
    assets,
    children: (
      <>
        <Seen form={form} />
        <FieldSet title={t.forms.terms.targets} text={t.forms.terms.targetsText}>
          <Field {...named('targets.funding', form)} input={amount} />
          <Field {...named('targets.gpus', form)} input={whole} />
          <Field {...named('targets.gpuHours', form)} input={amount} />
        </FieldSet>
        <FieldSet title={t.forms.terms.when}>
          <Field {...named('startsOn', form)} input={date} isOptional />
          <Field {...named('endsOn', form)} input={date} isOptional />
          <Field {...named('deadlineOn', form)} input={date} isOptional />
        </FieldSet>
        <FieldSet title={t.forms.terms.page}>
          <Field {...named('call', form)} input={free} />
          <TextArea {...named('note', form)} hint={t.forms.terms.note} rows={4} isOptional />
          <Checkbox {...named('closed', form)} value="on" text={t.forms.terms.closed} />
        </FieldSet>
        <Why form={form} hint={t.forms.reason.hint} />
        <Actions go="review" text={t.forms.review} />
      </>
    ),
  });

export const renderRecipientForm = ({ frame, form }: InitiativeFormPage, assets: Assets): string =>
  render({
    frame,
    name: 'recipient',
    form,
    assets,
    children: (
      <>
        <Seen form={form} />
        {Object.entries(RECIPIENT_INPUTS).map(([name, input]) => (
          <Field key={name} {...named(name, form)} input={input} />
        ))}
        <FieldSet title={t.forms.recipient.payers} text={t.forms.recipient.payersText}>
          {Object.entries(PAYER_INPUTS).map(([name, input]) => (
            <Field key={name} {...named(name, form)} input={input} isOptional />
          ))}
        </FieldSet>
        <Why form={form} hint={t.forms.reasonKept.hint} />
        <Actions go="send" text={t.forms.send} />
      </>
    ),
  });

export interface MilestonesFormPage extends InitiativeFormPage {
  /** How many rows of each are shown. */
  rows: Record<'funding' | 'gpus', number>;
  /** No more rows than this. */
  most: number;
}

export function renderMilestonesForm(page: MilestonesFormPage, assets: Assets): string {
  const { frame, form, currency } = page;
  return render({
    frame,
    name: 'milestones',
    form,
    assets,
    children: (
      <>
        <Seen form={form} />
        {/* Enter saves, whatever buttons come first. */}
        <button class="unseen" name="go" value="send" tabIndex={-1} aria-hidden="true">
          {t.forms.save}
        </button>
        <Rows page={page} kind="funding" title={t.forms.milestones.funding(currency)} />
        <Rows page={page} kind="gpus" title={t.forms.milestones.gpus} />
        <Actions go="send" text={t.forms.save} />
      </>
    ),
  });
}

interface RowsProps {
  page: MilestonesFormPage;
  kind: 'funding' | 'gpus';
  title: string;
}

const Rows = ({ page: { form, rows, most }, kind, title }: RowsProps) => (
  <FieldSet title={title}>
    {Array.from({ length: rows[kind] }, (_, index) => (
      <div class="milestone" key={index}>
        <Field
          {...named(`${kind}[${index}].reaches`, form)}
          input={kind === 'funding' ? amount : whole}
        />
        <Field {...named(`${kind}[${index}].label`, form)} input={free} />
        <button
          class="minor"
          name="go"
          value={`drop-${kind}-${index}`}
          aria-label={t.forms.milestones.drop(index)}
        >
          {t.forms.milestones.remove}
        </button>
      </div>
    ))}
    <ErrorsAt form={form} kind={kind} />
    <input type="hidden" name={`rows.${kind}`} value={rows[kind]} />
    {rows[kind] < most && (
      <button class="minor" name="go" value={`add-${kind}`}>
        {t.forms.milestones.add}
      </button>
    )}
  </FieldSet>
);

/** What is wrong with a list as a whole. */
const ErrorsAt = ({ form, kind }: { form: FormState; kind: string }) => (
  <span id={idOf(kind)}>
    {form.errors
      .filter(({ field }) => field === kind)
      .map(({ message }) => (
        <span class="error" key={message}>
          {en.forms.error(t.label(kind), message)}
        </span>
      ))}
  </span>
);
