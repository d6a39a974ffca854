/** A form is a table of fields. What is read, refilled, shown and named in an error follows from it. */
import { numberOf, partOf, percentageOf, ungrouped } from '../../server/domain/typed-numbers.ts';

export type Typed = ReadonlyMap<string, string>;
/** What was typed into a field; undefined where nothing was. */
export type Read = (at: string) => string | undefined;

/** How a field is asked for. */
export type Control =
  | 'line'
  | 'lines'
  | 'day'
  | 'amount'
  | 'whole'
  | 'percent'
  | 'email'
  | 'url'
  | 'choice'
  | 'select'
  | 'tick'
  | 'hidden';

/** Attributes of a line of text; `size` is its width in characters. */
export interface Input {
  type?: 'text' | 'date' | 'email';
  size?: number;
  inputMode?: 'decimal' | 'numeric' | 'url' | 'email';
  autocomplete?: string;
  autocapitalize?: 'characters';
  spellcheck?: boolean;
}

/** Whether a field is asked for, by what else was typed; `hidden` is the class by which a page hides it. */
export interface Condition {
  holds: (read: Read) => boolean;
  hidden?: string;
}

export interface FormField {
  /** Its place in the API's JSON. That is its name on the page too. */
  at: string;
  /** A line of text, unless it says otherwise. */
  as?: Control;
  /** What was typed as the API has it; by its control, unless it says otherwise. */
  read?: (text: string) => unknown;
  if?: Condition;
  /** The same few fields again and again. */
  rows?: { fields: readonly FormField[]; initial: number };
  /** What the API gets for an empty field: nothing, unless it says otherwise. */
  empty?: unknown;
  isOptional?: boolean;
  /** What the page shows before anybody has typed. In a row it makes the row no fuller. */
  initial?: string;
  /** Attributes that its control has not. */
  input?: Input;
}

/** More rows than this are for the API. */
export const MOST_ROWS = 24;

/** The field that says how many rows are shown. */
export const ROWS = 'rows';

/** No person sees it: who fills it in is a program. */
export const TRAP = 'website_url';

const CONTROLS: Partial<
  Record<Control, { read: (text: string) => unknown; write: (value: string) => string }>
> = {
  amount: { read: ungrouped, write: String },
  whole: { read: numberOf, write: String },
  percent: { read: partOf, write: percentageOf },
  tick: { read: () => true, write: (isTicked) => (isTicked ? 'on' : '') },
};

const nameOf = (field: FormField, row: number, column: FormField): string =>
  `${field.at}.${row}.${column.at}`;

const everyRow = Array.from({ length: MOST_ROWS }, (_, row) => row);

/** The names of the fields, rows included, as they follow one another on the page. */
export const fieldNames = (fields: readonly FormField[], prefix = ''): string[] =>
  fields.flatMap((field) =>
    field.rows
      ? [
          prefix + field.at,
          ROWS,
          ...everyRow.flatMap((row) =>
            field.rows!.fields.map((column) => prefix + nameOf(field, row, column)),
          ),
        ]
      : [prefix + field.at],
  );

/** What was typed, as the API's JSON, and the field at which the error of a place is shown. */
export interface TypedInput {
  input: Json;
  fieldOf: (place: string) => string;
}
export interface Json {
  [name: string]: unknown;
}

/** A value at its place. Of an absent one there is the object around it, so that its error is its own. */
function put(json: Json, at: string, value: unknown): void {
  const path = at.split('.');
  const last = path.pop()!;
  let branch = json;
  for (const part of path) branch = (branch[part] ??= {}) as Json;
  if (value !== undefined) branch[last] = value;
}

const take = (json: Json, at: string): unknown =>
  at.split('.').reduce<unknown>((value, part) => (value as Json | null)?.[part], json);

const reader =
  (typed: Typed, prefix: string): Read =>
  (at) =>
    typed.get(prefix + at) || undefined;

/** The rows in which something was typed: the first one where nothing was. */
function rowsTyped(field: FormField, read: Read): number[] {
  const asked = field.rows!.fields.filter(
    ({ as, initial }) => as !== 'hidden' && initial === undefined,
  );
  const filled = everyRow.filter((row) => asked.some((column) => read(nameOf(field, row, column))));
  return filled.length === 0 ? [0] : filled;
}

/**
 * What was typed as the API's JSON, for its schema to judge: nothing is checked here. Empty fields are
 * absent, and so are empty rows; an error's place leads back to the row it was typed in.
 */
export function readFields(fields: readonly FormField[], typed: Typed, prefix = ''): TypedInput {
  const read = reader(typed, prefix);
  const input: Json = {};
  const rowsOf = new Map<string, number[]>();
  for (const field of fields) {
    const { at, as = 'line', rows } = field;
    if (field.if && !field.if.holds(read)) continue;
    if (rows) {
      const own = rowsTyped(field, read);
      rowsOf.set(at, own);
      const rowOf = (row: number) => readFields(rows.fields, typed, `${prefix}${at}.${row}.`).input;
      put(input, at, own.map(rowOf));
      continue;
    }
    const text = read(at);
    put(input, at, text ? (field.read ?? CONTROLS[as]?.read ?? String)(text) : field.empty);
  }
  return {
    input,
    fieldOf: (place) =>
      prefix +
      place.replace(/^([\w.]+)\[(\d+)\]/, (_, at: string, index: string) => {
        const row = rowsOf.get(at)?.[Number(index)] ?? index;
        return `${at}.${row}`;
      }),
  };
}

/** The API's JSON as it would be typed: what `readFields` reads. */
export function fillFields(fields: readonly FormField[], json: Json, prefix = ''): Typed {
  return new Map(
    fields.flatMap(({ at, as = 'line', rows }): [string, string][] => {
      const value = take(json, at);
      if (value === undefined || value === null) return [];
      if (rows) {
        if (!Array.isArray(value)) return [];
        return value.flatMap((row: Json, index) => [
          ...fillFields(rows.fields, row, `${prefix}${at}.${index}.`),
        ]);
      }
      return [[prefix + at, (CONTROLS[as]?.write ?? String)(value as string)]];
    }),
  );
}
