/** The first run: the code that opens it, and the form. */
import type { ComponentChildren } from 'preact';
import { ErrorSummary, Field, FieldSet, type FormState, type Input } from './components/form.tsx';
import { Header } from './components/header.tsx';
import { en, type Messages } from './messages/en.ts';
import { renderDocument, type Assets } from './page.tsx';
import { setupFields, setupSections, type SetupField } from './setup-fields.ts';

export interface SetupPage {
  /** A demonstration gives way; else there is nothing yet. */
  demonstration: boolean;
  /** `values` holds the code as well. */
  form: FormState;
  /** The code was wrong: it is asked for beside what was typed. */
  asksCode: boolean;
}

const REQUIRED: ReadonlySet<SetupField> = new Set([
  'initiative.name',
  'initiative.call',
  'initiative.currency',
]);

const date: Input = { type: 'date', size: 14 };
const url: Input = { inputMode: 'url', autocomplete: 'url' };

const INPUTS: Record<SetupField, Input> = {
  'initiative.name': { autocomplete: 'off' },
  'initiative.call': { autocomplete: 'off' },
  'initiative.currency': {
    size: 5,
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: false,
  },
  'initiative.targets.funding': { size: 16, inputMode: 'decimal', autocomplete: 'off' },
  'initiative.targets.gpus': { size: 16, inputMode: 'numeric', autocomplete: 'off' },
  'initiative.targets.gpuHours': { size: 16, inputMode: 'decimal', autocomplete: 'off' },
  'initiative.startsOn': date,
  'initiative.endsOn': date,
  'initiative.deadlineOn': date,
  'recipient.name': { autocomplete: 'organization' },
  'recipient.registration': { autocomplete: 'off' },
  'recipient.country': { autocomplete: 'country-name' },
  'recipient.taxStatus': { autocomplete: 'off' },
  'recipient.refundPolicy': url,
  'recipient.privacyNotice': url,
  'recipient.contact': { inputMode: 'email', autocomplete: 'email' },
};

const labelOf = (t: Messages) => (name: string) =>
  name === 'code' ? t.setup.code.label : (t.setup.fields[name as SetupField]?.label ?? null);

interface ShellProps {
  title: string;
  text: string;
  form: FormState;
  children: ComponentChildren;
}

function render({ title, text, form, children }: ShellProps, assets: Assets): string {
  const t = en;
  return renderDocument({
    lang: t.lang,
    title: form.errors.length > 0 ? t.forms.errorTitle(title) : title,
    description: title,
    unlisted: true,
    size: null,
    assets,
    children: (
      <>
        <Header name={t.setup.product} current="setup" t={t} />
        <main id="content">
          <section class="call">
            <h1>{title}</h1>
            <p class="quiet">{text}</p>
          </section>
          <form class="form" method="post" action="/setup" novalidate>
            <ErrorSummary form={form} labelOf={labelOf(t)} t={t} />
            {children}
          </form>
        </main>
      </>
    ),
  });
}

const CodeField = ({ form, t }: { form: FormState; t: Messages }) => (
  <Field
    name="code"
    label={t.setup.code.label}
    hint={t.setup.code.hint}
    form={form}
    input={{ size: 22, autocomplete: 'off', autocapitalize: 'characters', spellcheck: false }}
    t={t}
  />
);

/** The form, with what was typed. */
export function renderSetup({ demonstration, form, asksCode }: SetupPage, assets: Assets): string {
  const t = en;
  const { title, text, submit } = demonstration ? t.setup.demonstration : t.setup.empty;
  const children = (
    <>
      {asksCode ? (
        <CodeField form={form} t={t} />
      ) : (
        <input type="hidden" name="code" value={form.values.get('code')} />
      )}
      {setupSections.map(([section, names]) => (
        <FieldSet key={section} {...t.setup.sections[section]}>
          {names.map((name) => (
            <Field
              key={name}
              name={name}
              {...t.setup.fields[name]}
              isOptional={!REQUIRED.has(name)}
              form={form}
              input={INPUTS[name]}
              t={t}
            />
          ))}
        </FieldSet>
      ))}
      <p class="actions">
        <button type="submit">{submit}</button>
        {demonstration && <a href="/">{t.setup.lookAround}</a>}
      </p>
    </>
  );
  return render({ title, text, form, children }, assets);
}

/** Asks for the code alone. */
export function renderSetupCode(form: FormState, assets: Assets): string {
  const t = en;
  const { title, text, submit } = t.setup.code;
  const children = (
    <>
      <CodeField form={form} t={t} />
      <p class="actions">
        <button type="submit">{submit}</button>
        <a href="/">{t.setup.lookAround}</a>
      </p>
    </>
  );
  return render({ title, text, form, children }, assets);
}

/** The form before anything was typed. */
export const freshSetup = (code: string): FormState => ({
  values: new Map([
    ['code', code],
    ['initiative.currency', 'USD'],
  ]),
  errors: [],
});

/** Whether somebody sent the form itself, not the code alone. */
export const isFilledIn = (values: ReadonlyMap<string, string>): boolean =>
  setupFields.some((name) => values.has(name));
