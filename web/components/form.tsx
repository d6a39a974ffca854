/** The parts of every form: one column, and what is wrong stands beside its field and on top. */
import type { ComponentChildren } from 'preact';
import type { Messages } from '../messages/en.ts';

/** What a form shows again: what was typed, and what is wrong with it, by the fields' names. */
export interface FormState {
  values: ReadonlyMap<string, string>;
  errors: readonly { field: string; message: string }[];
}

/** Attributes of a line of text; `size` is its width in characters. */
export interface Input {
  type?: 'text' | 'date';
  size?: number;
  inputMode?: 'decimal' | 'numeric' | 'url' | 'email';
  autocomplete?: string;
  autocapitalize?: 'characters';
  spellcheck?: boolean;
}

interface FieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  isOptional?: boolean;
  form: FormState;
  input?: Input;
  t: Messages;
}

const idOf = (name: string): string => name.replaceAll('.', '-');

/** A labelled line of text. */
export function Field({ name, label, hint, isOptional, form, input = {}, t }: FieldProps) {
  const id = idOf(name);
  const error = form.errors.find(({ field }) => field === name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const { type, ...look } = input;
  const attributes = {
    ...look,
    id,
    name,
    value: form.values.get(name),
    'aria-describedby': described || undefined,
    'aria-invalid': error && ('true' as const),
  };
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>
        {label} {isOptional && <span class="optional">{t.forms.optional}</span>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {t.forms.error(label, error.message)}
        </p>
      )}
      {type === 'date' ? (
        <input {...attributes} type="date" />
      ) : (
        <input {...attributes} type="text" />
      )}
    </div>
  );
}

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
  t: Messages;
}

/** All that is wrong, with a link to each field. It takes the focus, so that it is read out. */
export function ErrorSummary({ form, labelOf, t }: SummaryProps) {
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
