import type { ComponentChildren } from 'preact';
import { MOST_ROWS, ROWS, type Control, type FormField, type Input } from '../forms/fields.ts';
import type { FieldWords } from '../messages/shapes.ts';
import { t } from '../words.ts';
import { Checkbox, RadioGroup } from './form-choice.tsx';
import {
  ErrorOf,
  Field,
  fieldClass,
  idOf,
  Notes,
  Select,
  TextArea,
  type FormState,
  type Option,
} from './form.tsx';

/** By the fields' places in the API's JSON. */
type Words = Readonly<Record<string, FieldWords>>;

export interface FieldsProps {
  fields: readonly FormField[];
  prefix?: string;
  words: Words;
  options?: Readonly<Record<string, readonly Option[]>>;
  after?: Readonly<Record<string, ComponentChildren>>;
  form: FormState;
}

const INPUTS: Partial<Record<Control, Input>> = {
  day: { type: 'date', size: 14 },
  lastDay: { type: 'date', size: 14 },
  amount: { size: 18, inputMode: 'decimal' },
  hours: { size: 18, inputMode: 'decimal' },
  whole: { size: 10, inputMode: 'numeric' },
  percent: { size: 10, inputMode: 'decimal' },
  email: { type: 'email' },
  url: { inputMode: 'url' },
};

const inputOf = ({ as = 'line', input }: FormField): Input => ({ ...INPUTS[as], ...input });

export const Fields = ({ fields, after = {}, ...props }: FieldsProps) => (
  <>
    {fields.map((field) => {
      const hidden = field.if?.hidden;
      const control = <One key={field.at} field={field} {...props} />;
      return (
        <>
          {hidden ? <div class={hidden}>{control}</div> : control}
          {after[field.at]}
        </>
      );
    })}
  </>
);

type OneProps = Omit<FieldsProps, 'fields' | 'after'> & { field: FormField };

function One({ field, prefix = '', words, options = {}, form }: OneProps) {
  const { at, as = 'line', initial, isOptional = false } = field;
  const own = {
    name: prefix + at,
    label: words[at]?.label ?? '',
    hint: words[at]?.hint,
    initial,
    isOptional,
    form,
  };
  if (field.rows) return <Rows field={field} prefix={prefix} words={words} form={form} />;
  const { choices = [] } = words[at] ?? {};
  if (as === 'choice') return <RadioGroup {...own} choices={choices} />;
  if (as === 'tick') return <Checkbox {...own} value={choices[0]!.value} text={choices[0]!.text} />;
  if (as === 'select') return <Select {...own} options={options[at] ?? []} />;
  if (as === 'lines') return <TextArea {...own} rows={4} />;
  return <Field {...own} input={inputOf(field)} />;
}

const rowsShown = ({ values }: FormState, initial: number): number => {
  const asked = Number(values.get(ROWS) ?? initial);
  return Number.isInteger(asked) ? Math.min(Math.max(asked, 1), MOST_ROWS) : initial;
};

interface RowsProps extends Pick<OneProps, 'field' | 'prefix' | 'words' | 'form'> {
  initial?: number;
}

/** Rows of the same fields. The button for another row sends the form. */
export function Rows({ field, prefix = '', words, initial, form }: RowsProps) {
  const name = prefix + field.at;
  const shown = rowsShown(form, initial ?? field.rows!.initial);
  const { label = '', hint } = words[field.at] ?? {};
  return (
    <div class={fieldClass(form, name)} id={idOf(name)} tabIndex={-1}>
      <p class="label" id={`${idOf(name)}-label`}>
        {label}
      </p>
      <Notes name={name} label={label} hint={hint} form={form} />
      {Array.from({ length: shown }, (_, row) => (
        <Row key={row} row={row} field={field} prefix={prefix} words={words} form={form} />
      ))}
      {shown < MOST_ROWS && (
        <button
          type="submit"
          class="minor"
          name="go"
          value="row"
          formaction={`#${idOf(name)}`}
          aria-describedby={`${idOf(name)}-label`}
        >
          {t.forms.addRow}
        </button>
      )}
      <input type="hidden" name={ROWS} value={shown} />
    </div>
  );
}

/** Errors are above the fields, which are narrow. */
function Row({ row, field, prefix, words, form }: Omit<RowsProps, 'initial'> & { row: number }) {
  const fields = field.rows!.fields.map((column) => ({
    name: `${prefix}${field.at}.${row}.${column.at}`,
    label: words[`${field.at}.${column.at}`]?.label ?? '',
    input: inputOf(column),
    initial: column.initial,
    form,
  }));
  const isWrong = fields.some(({ name }) => form.errors.some((error) => error.field === name));
  return (
    <div
      class={`row of-${field.at}${isWrong ? ' field wrong' : ''}`}
      role="group"
      aria-label={t.forms.row(row + 1)}
    >
      {fields.map(({ name, label }) => (
        <ErrorOf key={name} name={name} label={label} form={form} />
      ))}
      {fields.map((column) => (
        <Field key={column.name} hasErrorElsewhere {...column} />
      ))}
    </div>
  );
}

/** For the summary of errors; null for a field that the form doesn't have. */
export function labelIn(words: Words, name: string, prefix = ''): string | null {
  if (!name.startsWith(prefix)) return null;
  const at = name.slice(prefix.length);
  const [, list, row, column] = /^(.+)\.(\d+)\.(\w+)$/.exec(at) ?? [];
  const label = words[list === undefined ? at : `${list}.${column}`]?.label;
  if (label === undefined) return null;
  return row === undefined ? label : `${label}, ${t.forms.row(Number(row) + 1).toLowerCase()},`;
}
