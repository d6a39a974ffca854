import type { ComponentChildren } from 'preact';
import type { RatesState } from '../../server/domain/rate-age.ts';
import { DailyRates } from '../components/daily-rates.tsx';
import { Fields, labelIn } from '../components/form-fields.tsx';
import { Actions, ErrorSummary, Field, FieldSet, type FormState } from '../components/form.tsx';
import {
  PASSKEY_ISLAND,
  PasskeyForm,
  RecoveryCodes,
  type PasskeyFormProps,
} from '../components/passkey.tsx';
import { renderBare } from './frame.tsx';
import { TypedForm } from './form-page.tsx';
import {
  FETCH_RATES,
  namesOfStep,
  SETUP_FIELDS,
  SETUP_STEPS,
  setupNames,
  type SetupStep,
} from '../forms/setup.ts';
import { t } from '../words.ts';

export interface SetupPage {
  demonstration: boolean;
  step: SetupStep;
  /** `values` holds the code and the other steps' fields as well. */
  form: FormState;
  /** The code was wrong, so the form asks for it again. */
  asksCode: boolean;
  /** The form by which one becomes the owner first, if that is offered. */
  ownerPath: string | null;
  rates: RatesState;
}

const labelOf = () => (name: string) =>
  name === 'code'
    ? t.setup.code.label
    : (t.setup.owner.fields[name] ?? labelIn(t.setup.fields, name));

interface FormProps {
  title: string;
  text: string;
  form: FormState;
  action?: string;
  children: ComponentChildren;
}

function render({ title, text, form, action = '/setup', children }: FormProps) {
  const hasErrors = form.errors.length > 0;
  const shown = (
    <form class="form" method="post" action={action} novalidate>
      <ErrorSummary form={form} labelOf={labelOf()} />
      {children}
    </form>
  );
  return renderBare({ title, text, hasErrors, children: shown });
}

const CodeField = ({ form }: { form: FormState }) => (
  <Field
    name="code"
    label={t.setup.code.label}
    hint={t.setup.code.hint}
    form={form}
    input={{ size: 22, autocomplete: 'off', autocapitalize: 'characters', spellcheck: false }}
  />
);

export function renderSetup(page: SetupPage): string {
  const { demonstration, form, step, asksCode } = page;
  const { title, text } = demonstration ? t.setup.demonstration : t.setup.empty;
  const hasErrors = form.errors.length > 0;
  const children = (
    <TypedForm
      action="/setup"
      form={form}
      step={step}
      shown={[...namesOfStep(step), ...(asksCode ? ['code'] : [])]}
      steps={SETUP_STEPS.map((each) => ({ title: t.setup.sections[each].title }))}
      current={SETUP_STEPS.indexOf(step)}
      labelOf={labelOf()}
    >
      {asksCode && <CodeField form={form} />}
      <Step page={page} />
      <StepActions page={page} />
    </TypedForm>
  );
  return renderBare({ title, text, hasErrors, children });
}

const Step = ({ page: { step, form, rates } }: { page: SetupPage }) =>
  step === 'rates' ? (
    <DailyRates name={FETCH_RATES} form={form} rates={rates} />
  ) : (
    <FieldSet {...t.setup.sections[step]}>
      <Fields fields={SETUP_FIELDS[step]} words={t.setup.fields} form={form} />
    </FieldSet>
  );

function StepActions({ page: { demonstration, step, ownerPath } }: { page: SetupPage }) {
  const isFirst = step === SETUP_STEPS[0];
  const isLast = step === SETUP_STEPS.at(-1);
  const { submit } = demonstration ? t.setup.demonstration : t.setup.empty;
  return (
    <>
      <Actions go="next" text={isLast ? submit : t.forms.next}>
        {!isFirst && (
          <button type="submit" class="minor" name="go" value="back">
            {t.forms.back}
          </button>
        )}
        {isFirst && demonstration && <a href="/">{t.setup.lookAround}</a>}
        {isFirst && ownerPath && <a href={ownerPath}>{t.setup.owner.first}</a>}
      </Actions>
    </>
  );
}

/** While a demonstration is put aside; the browser goes on by itself. */
export const renderSettingUp = (next: string): string =>
  renderBare({
    ...t.setup.working,
    children: (
      <>
        <progress aria-label={t.setup.working.title} />
        <p class="actions">
          <a href={next}>{t.setup.working.next}</a>
        </p>
      </>
    ),
  });

export function renderSetupCode(form: FormState): string {
  const { title, text, submit } = t.setup.code;
  const children = (
    <>
      <CodeField form={form} />
      <Actions text={submit}>
        <a href="/">{t.setup.lookAround}</a>
      </Actions>
    </>
  );
  return render({ title, text, form, children });
}

export function renderOwnerForm(action: string, form: FormState): string {
  const words = t.setup.owner;
  const children = (
    <>
      <input type="hidden" name="code" value={form.values.get('code')} />
      <Field
        name="name"
        label={words.fields['name']!}
        form={form}
        input={{ autocomplete: 'name' }}
      />
      <Field
        name="email"
        label={words.fields['email']!}
        hint={words.emailHint}
        form={form}
        input={{ inputMode: 'email', autocomplete: 'email', spellcheck: false }}
      />
      <Actions text={words.submit}>
        <a href="/">{t.setup.lookAround}</a>
      </Actions>
    </>
  );
  return render({ title: words.title, text: words.text, form, action, children });
}

export const renderOwnerPasskey = (
  page: Pick<PasskeyFormProps, 'action' | 'options' | 'hidden' | 'errors'>,
): string =>
  renderBare({
    ...t.setup.owner.passkey,
    hasErrors: page.errors.length > 0,
    island: PASSKEY_ISLAND,
    children: <PasskeyForm {...page} submit={t.setup.owner.passkey.submit} />,
  });

export const renderOwnerCodes = (codes: readonly string[]): string =>
  renderBare({
    title: t.deskSignIn.codes.title,
    text: t.deskSignIn.codes.text,
    children: <RecoveryCodes codes={codes} next="/admin" />,
  });

export const freshSetup = (code: string, fetchRates: 'yes' | 'no'): FormState => ({
  values: new Map([
    ['code', code],
    ['initiative.currency', 'USD'],
    [FETCH_RATES, fetchRates],
  ]),
  errors: [],
});

export const isFilledIn = (values: ReadonlyMap<string, string>): boolean =>
  setupNames.some((name) => values.has(name));
