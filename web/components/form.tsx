/** The parts of every form: one column, and what is wrong stands beside its field and on top. */
import type { ComponentChildren } from 'preact';
import { isDay } from '../../server/domain/day.ts';
import type { Input } from '../forms/fields.ts';
import { t } from '../words.ts';

/** What a form shows again: what was typed, and what is wrong with it, by the fields' names. */
export interface FormState {
  values: ReadonlyMap<string, string>;
  errors: readonly { field: string; message: string }[];
}

/** What every field has. */
export interface FieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  isOptional?: boolean;
  form: FormState;
  /** The error stands elsewhere, under its id: where a column would be too narrow. */
  hasErrorElsewhere?: boolean;
  /** What stands in it before anybody has typed. */
  initial?: string | undefined;
}

export const idOf = (name: string): string => name.replaceAll('.', '-');

/** The attributes by which a control names its hint and its error. */
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

/** What stands above a control: its hint, and what is wrong with it. */
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

/** What is wrong with a field, if anything is. */
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

/** A control under its label. */
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

/** A labelled line of text. A date field drops what is no day, so that it is asked for as text. */
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

/** Lines of text under their label. */
export const TextArea = ({ rows, ...field }: FieldProps & { rows: number }) => (
  <Labelled {...field}>
    <textarea {...describe(field).attributes} name={field.name} rows={rows}>
      {valueOf(field)}
    </textarea>
  </Labelled>
);

export type Option = readonly [value: string, text: string];

/** One of many, under its label. */
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

/** Fields that belong together, under their heading. */
export const FieldSet = ({
  title,
  text,
  children,
}: {
  title: string;
  text?: string | undefined;
  children: ComponentChildren;
}) => (
  <fieldset>
    <legend>{title}</legend>
    {text && <p class="quiet">{text}</p>}
    {children}
  </fieldset>
);

interface SummaryProps {
  form: FormState;
  /** The label of a field of the form; null for what stands in no field. */
  labelOf: (name: string) => string | null;
}

/** All that is wrong, with a link to each field. It takes the focus, so that it is read out. */
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
