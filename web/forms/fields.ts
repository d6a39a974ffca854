/** A form is a table of fields. What is read, refilled, shown and named in an error follows from it. */
import { addDays, isDay } from '../../server/domain/day.ts';
import { typedAmount } from '../../server/domain/typed-money.ts';
import {
  numberOf,
  partOf,
  percentageOf,
  typedHours,
  ungrouped,
} from '../../server/domain/typed-numbers.ts';

export type Typed = ReadonlyMap<string, string>;
export type Read = (at: string) => string | undefined;

export type Control =
  | 'line'
  | 'lines'
  | 'day'
  | 'lastDay'
  | 'amount'
  | 'hours'
  | 'whole'
  | 'percent'
  | 'email'
  | 'url'
  | 'choice'
  | 'select'
  | 'tick'
  | 'hidden';

/** `size` is in characters. */
export interface Input {
  type?: 'text' | 'date' | 'email';
  size?: number;
  inputMode?: 'decimal' | 'numeric' | 'url' | 'email';
  autocomplete?: string;
  autocapitalize?: 'characters';
  spellcheck?: boolean;
}

/** Whether a field is asked for, by what else was typed; `hidden` is the class that hides it. */
export interface Condition {
  holds: (read: Read) => boolean;
  hidden?: string;
}

export interface FormField {
  /** Its place in the API's JSON, and its name on the page. */
  at: string;
  as?: Control;
  /** How the API has what was typed. By its control, unless it says otherwise. */
  read?: (text: string) => unknown;
  /** Of money: the field that has the currency, so that "$500" is understood. */
  currencyAt?: string;
  if?: Condition;
  rows?: { fields: readonly FormField[]; initial: number };
  /** What the API gets for an empty field. The default is nothing. */
  empty?: unknown;
  isOptional?: boolean;
  /** Shown before anybody types. In a row it doesn't count as typed. */
  initial?: string;
  input?: Input;
}

/** For more rows there is the API. */
export const MOST_ROWS = 24;

/** The field with the number of rows. */
export const ROWS = 'rows';

/** Hidden from people: whoever fills it in is a program. */
export const TRAP = 'website_url';

export const lastDayOf = (day: string): string => (isDay(day) ? addDays(day, -1) : day);

const CONTROLS: Partial<
  Record<Control, { read: (text: string) => unknown; write: (value: string) => string }>
> = {
  amount: { read: ungrouped, write: String },
  hours: { read: typedHours, write: String },
  whole: { read: numberOf, write: String },
  // People name the last day; inside, a stretch ends before a day.
  lastDay: { read: (text) => (isDay(text) ? addDays(text, 1) : text), write: lastDayOf },
  percent: { read: partOf, write: percentageOf },
  tick: { read: () => true, write: (isTicked) => (isTicked ? 'on' : '') },
};

const nameOf = (field: FormField, row: number, column: FormField): string =>
  `${field.at}.${row}.${column.at}`;

const everyRow = Array.from({ length: MOST_ROWS }, (_, row) => row);

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

/** What was typed as the API's JSON, and the field for the place of an error. */
export interface TypedInput {
  input: Json;
  fieldOf: (place: string) => string;
}
export interface Json {
  [name: string]: unknown;
}

/** Puts a value at its place. For an absent one it makes the object around it, so that the error names the value. */
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

/** The rows in which something was typed; where nothing was, the first one is missing, unless there may be none. */
function rowsTyped(field: FormField, read: Read): number[] {
  const asked = field.rows!.fields.filter(
    ({ as, initial }) => as !== 'hidden' && initial === undefined,
  );
  const filled = everyRow.filter((row) => asked.some((column) => read(nameOf(field, row, column))));
  return filled.length === 0 && !field.isOptional ? [0] : filled;
}

/** Where a form asks for no currency, its amounts are in this one. */
export const inCurrency = (typed: Typed, currency: string): Typed =>
  new Map([...typed, ['currency', currency]]);

function valueOf(field: FormField, text: string, form: Read): unknown {
  const { as = 'line', read, currencyAt } = field;
  const currency = currencyAt && form(currencyAt);
  if (currency) return typedAmount(text, currency);
  return (read ?? CONTROLS[as]?.read ?? String)(text);
}

/** The API's JSON, without empty fields and rows; `fieldOf` leads back to the row that was typed in. */
export function readFields(
  fields: readonly FormField[],
  typed: Typed,
  prefix = '',
  form = reader(typed, prefix),
): TypedInput {
  const read = reader(typed, prefix);
  const input: Json = {};
  const rowsOf = new Map<string, number[]>();
  for (const field of fields) {
    const { at, rows } = field;
    if (field.if && !field.if.holds(read)) continue;
    if (rows) {
      const own = rowsTyped(field, read);
      rowsOf.set(at, own);
      const rowOf = (row: number) =>
        readFields(rows.fields, typed, `${prefix}${at}.${row}.`, form).input;
      put(input, at, own.map(rowOf));
      continue;
    }
    const text = read(at);
    put(input, at, text ? valueOf(field, text, form) : field.empty);
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
