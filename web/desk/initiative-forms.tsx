/** The forms by which the initiative is changed, and the reading before it. */
import { Checkbox } from '../components/form-choice.tsx';
import {
  Field,
  FieldSet,
  idOf,
  TextArea,
  type FormState,
  type Input,
} from '../components/form.tsx';
import type { Assets } from '../page.tsx';
import type { DeskFrame, DeskPageProps } from './frame.tsx';
import { renderDeskForm } from './parts.tsx';
import { t } from '../words.ts';

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

type ShellProps = Pick<DeskPageProps, 'frame' | 'assets' | 'children'> & {
  name: 'terms' | 'recipient' | 'milestones';
  form: FormState;
  /** What its button does, and its words. */
  go: string;
  submit: string;
};

/** Where what stands in no field is told: a passkey that has to be touched again. */
const TOUCH = 'touch';

const labelOf = (name: string): string | null =>
  name === '' ? null : t.deskInitiative.label(name);

function render({ name, form, go, submit, children, ...page }: ShellProps): string {
  const { forms } = t.deskInitiative;
  const { title, text } = forms[name];
  return renderDeskForm({
    ...page,
    title,
    text,
    current: 'initiative',
    form,
    labelOf,
    action: `${HOME}/${name}`,
    submit: (
      <button type="submit" name="go" value={go}>
        {submit}
      </button>
    ),
    leave: { href: HOME, text: forms.keep },
    children: (
      <>
        {form.errors.some(({ field }) => field === TOUCH) && (
          <p id={TOUCH}>
            <a href={`/admin/touch?next=${HOME}`} target="_blank" rel="noopener">
              {forms.touch}
            </a>
          </p>
        )}
        <input type="hidden" name="seen" value={form.values.get('seen')} />
        {children}
      </>
    ),
  });
}

/** A field under its own name's words. */
const named = (name: string, form: FormState) => ({
  name,
  label: t.deskInitiative.label(name),
  hint: t.deskInitiative.hint(name),
  form,
});

const Why = ({ form, hint }: { form: FormState; hint: string }) => (
  <FieldSet title={t.deskInitiative.forms.why}>
    <Field {...named('reason', form)} hint={hint} input={free} />
  </FieldSet>
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
    go: 'review',
    submit: t.deskInitiative.forms.review,
    assets,
    children: (
      <>
        <FieldSet
          title={t.deskInitiative.forms.terms.targets}
          text={t.deskInitiative.forms.terms.targetsText}
        >
          <Field {...named('targets.funding', form)} input={amount} />
          <Field {...named('targets.gpus', form)} input={whole} />
          <Field {...named('targets.gpuHours', form)} input={amount} />
        </FieldSet>
        <FieldSet title={t.deskInitiative.forms.terms.when}>
          <Field {...named('startsOn', form)} input={date} isOptional />
          <Field {...named('endsOn', form)} input={date} isOptional />
          <Field {...named('deadlineOn', form)} input={date} isOptional />
        </FieldSet>
        <FieldSet title={t.deskInitiative.forms.terms.page}>
          <Field {...named('call', form)} input={free} />
          <TextArea
            {...named('note', form)}
            hint={t.deskInitiative.forms.terms.note}
            rows={4}
            isOptional
          />
          <Checkbox
            {...named('closed', form)}
            value="on"
            text={t.deskInitiative.forms.terms.closed}
          />
        </FieldSet>
        <Why form={form} hint={t.deskInitiative.forms.reason.hint} />
      </>
    ),
  });

export const renderRecipientForm = ({ frame, form }: InitiativeFormPage, assets: Assets): string =>
  render({
    frame,
    name: 'recipient',
    form,
    go: 'send',
    submit: t.deskInitiative.forms.send,
    assets,
    children: (
      <>
        {Object.entries(RECIPIENT_INPUTS).map(([name, input]) => (
          <Field key={name} {...named(name, form)} input={input} />
        ))}
        <FieldSet
          title={t.deskInitiative.forms.recipient.payers}
          text={t.deskInitiative.forms.recipient.payersText}
        >
          {Object.entries(PAYER_INPUTS).map(([name, input]) => (
            <Field key={name} {...named(name, form)} input={input} isOptional />
          ))}
        </FieldSet>
        <Why form={form} hint={t.deskInitiative.forms.reasonKept.hint} />
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
  const words = t.deskInitiative.forms;
  const { frame, form, currency } = page;
  return render({
    frame,
    name: 'milestones',
    form,
    go: 'send',
    submit: words.save,
    assets,
    children: (
      <>
        {/* Enter saves, whatever buttons come first. */}
        <button class="unseen" name="go" value="send" tabIndex={-1} aria-hidden="true">
          {words.save}
        </button>
        <Rows page={page} kind="funding" title={words.milestones.funding(currency)} />
        <Rows page={page} kind="gpus" title={words.milestones.gpus} />
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
          aria-label={t.deskInitiative.forms.milestones.drop(index)}
        >
          {t.deskInitiative.forms.milestones.remove}
        </button>
      </div>
    ))}
    <ErrorsAt form={form} kind={kind} />
    <input type="hidden" name={`rows.${kind}`} value={rows[kind]} />
    {rows[kind] < most && (
      <button class="minor" name="go" value={`add-${kind}`}>
        {t.deskInitiative.forms.milestones.add}
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
          {t.forms.error(t.deskInitiative.label(kind), message)}
        </span>
      ))}
  </span>
);
