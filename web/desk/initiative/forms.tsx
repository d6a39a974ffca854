/** The forms by which the initiative is changed, and the reading before it. */
import type { Input } from '../../forms/fields.ts';
import { Fields } from '../../components/form-fields.tsx';
import { Field, FieldSet, idOf, type FormState } from '../../components/form.tsx';
import type { FormField } from '../../forms/fields.ts';
import type { FieldWords } from '../../messages/shapes.ts';
import type { Assets } from '../../pages/page.tsx';
import type { DeskFrame, DeskPageProps } from '../frame.tsx';
import { RECIPIENT_FIELDS, TERMS_FIELDS } from './form-fields.ts';
import { renderDeskForm } from '../parts.tsx';
import { t } from '../../words.ts';

export const HOME = '/admin/initiative';

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

type Words = Record<string, FieldWords>;

/** Fields under their own names' words, but for those that are said otherwise here. */
const wordsOf = (fields: readonly FormField[], own: Words): Words => ({
  ...Object.fromEntries(
    fields.map(({ at }) => [
      at,
      { label: t.deskInitiative.label(at), hint: t.deskInitiative.hint(at) },
    ]),
  ),
  ...own,
});

interface PartProps {
  fields: readonly FormField[];
  words?: Words;
  form: FormState;
}

const Part = ({ fields, words = {}, form }: PartProps) => (
  <Fields fields={fields} words={wordsOf(fields, words)} form={form} />
);

const Why = ({ form, hint }: { form: FormState; hint: string }) => (
  <FieldSet title={t.deskInitiative.forms.why}>
    <Part
      fields={TERMS_FIELDS.why}
      words={{ reason: { label: t.deskInitiative.label('reason'), hint } }}
      form={form}
    />
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
          <Part fields={TERMS_FIELDS.targets} form={form} />
        </FieldSet>
        <FieldSet title={t.deskInitiative.forms.terms.when}>
          <Part fields={TERMS_FIELDS.when} form={form} />
        </FieldSet>
        <FieldSet title={t.deskInitiative.forms.terms.page}>
          <Part
            fields={TERMS_FIELDS.page}
            words={t.deskInitiative.forms.terms.fields}
            form={form}
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
        <Part fields={RECIPIENT_FIELDS.recipient} form={form} />
        <FieldSet
          title={t.deskInitiative.forms.recipient.payers}
          text={t.deskInitiative.forms.recipient.payersText}
        >
          <Part fields={RECIPIENT_FIELDS.payers} form={form} />
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
