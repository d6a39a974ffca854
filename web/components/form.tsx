import type { ComponentChildren } from 'preact';
import { isDay } from '../../server/domain/day.ts';
import type { Input } from '../forms/fields.ts';
import { t } from '../words.ts';

export interface FormState {
  values: ReadonlyMap<string, string>;
  errors: readonly { field: string; message: string }[];
}

export interface FieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  isOptional?: boolean;
  form: FormState;
  /** The error is elsewhere, because the column is too narrow. */
  hasErrorElsewhere?: boolean;
  initial?: string | undefined;
}

/** What a form carries unseen; a value that is missing or empty is left out. */
export const Hidden = ({ values }: { values: Record<string, string | null | undefined> }) => (
  <>
    {Object.entries(values).map(
      ([name, value]) => value && <input type="hidden" key={name} name={name} value={value} />,
    )}
  </>
);

interface ActionsProps {
  /** The only button; null where nothing can be sent. */
  text: string | null;
  go?: string | undefined;
  children?: ComponentChildren;
}

export const Actions = ({ text, go, children }: ActionsProps) => (
  <p class="actions">
    {text !== null && (
      <button type="submit" name={go && 'go'} value={go}>
        {text}
      </button>
    )}{' '}
    {children}
  </p>
);

export const idOf = (name: string): string => name.replaceAll('.', '-');

export function describe({ name, hint, form }: Pick<FieldProps, 'name' | 'form' | 'hint'>) {
  const id = idOf(name);
  const error = form.errors.find(({ field }) => field === name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    error,
    attributes: {
      id,
      'aria-describedby': described || undefined,
      'aria-invalid': error && ('true' as const),
    },
  };
}

export const Notes = ({ hasErrorElsewhere = false, ...field }: FieldProps) => (
  <>
    {field.hint && (
      <p class="hint" id={`${idOf(field.name)}-hint`}>
        {field.hint}
      </p>
    )}
    {!hasErrorElsewhere && <ErrorOf {...field} />}
  </>
);

export function ErrorOf({ name, label, form }: Pick<FieldProps, 'name' | 'label' | 'form'>) {
  const { error } = describe({ name, form });
  return error ? (
    <p class="error" id={`${idOf(name)}-error`}>
      {t.forms.error(label, error.message)}
    </p>
  ) : null;
}

export const fieldClass = (form: FormState, name: string): string =>
  form.errors.some(({ field }) => field === name) ? 'field wrong' : 'field';

function Labelled({ children, ...field }: FieldProps & { children: ComponentChildren }) {
  const { name, label, isOptional, form } = field;
  return (
    <div class={fieldClass(form, name)}>
      <label for={idOf(name)}>
        {label} {isOptional && <span class="optional">{t.forms.optional}</span>}
      </label>
      <Notes {...field} />
      {children}
    </div>
  );
}

const valueOf = ({ form, name, initial }: FieldProps): string | undefined =>
  form.values.get(name) ?? initial;

/** A line of text. A browser's date field would drop a wrong day, so that one is shown as text. */
export function Field({ input = {}, ...field }: FieldProps & { input?: Input }) {
  const { type = 'text', ...look } = input;
  const value = valueOf(field);
  const attributes = { ...look, ...describe(field).attributes, name: field.name, value };
  return (
    <Labelled {...field}>
      {type === 'date' && (!value || isDay(value)) && <input {...attributes} type="date" />}
      {type === 'date' && value && !isDay(value) && <input {...attributes} type="text" />}
      {type === 'email' && <input {...attributes} type="email" />}
      {type === 'text' && <input {...attributes} type="text" />}
    </Labelled>
  );
}

export const TextArea = ({ rows, ...field }: FieldProps & { rows: number }) => (
  <Labelled {...field}>
    <textarea {...describe(field).attributes} name={field.name} rows={rows}>
      {valueOf(field)}
    </textarea>
  </Labelled>
);

export type Option = readonly [value: string, text: string];

export const Select = ({ options, ...field }: FieldProps & { options: readonly Option[] }) => (
  <Labelled {...field}>
    <select {...describe(field).attributes} name={field.name}>
      {options.map(([value, text]) => (
        <option key={value} value={value} selected={value === (valueOf(field) ?? '')}>
          {text}
        </option>
      ))}
    </select>
  </Labelled>
);

interface FieldSetProps {
  title: string;
  /** Of its legend. */
  id?: string;
  text?: string | undefined;
  children: ComponentChildren;
}

export const FieldSet = ({ title, id, text, children }: FieldSetProps) => (
  <fieldset>
    <legend id={id}>{title}</legend>
    {text && <p class="quiet">{text}</p>}
    {children}
  </fieldset>
);

interface SummaryProps {
  form: FormState;
  /** Null for an error without a field. */
  labelOf: (name: string) => string | null;
}

/** All errors, with links to their fields. It takes the focus, so that screen readers read it. */
export function ErrorSummary({ form, labelOf }: SummaryProps) {
  if (form.errors.length === 0) return null;
  return (
    <div class="errors" role="alert" tabIndex={-1} autofocus>
      <h2>{t.forms.summary(form.errors.length)}</h2>
      <ul>
        {form.errors.map(({ field, message }) => {
          const label = labelOf(field);
          return (
            <li key={field + message}>
              {label === null ? (
                t.forms.error(field, message)
              ) : (
                <a href={`#${idOf(field)}`}>{t.forms.error(label, message)}</a>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
