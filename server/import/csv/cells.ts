/** A row's cells as the API has them: what only the whole file tells is told once. */
import {
  CSV_FIELDS,
  type CsvAnswers,
  type CsvField,
  type CsvKind,
} from '../../domain/csv-fields.ts';
import { orderIn, readDay, UNCLEAR, type DayOrder } from '../../domain/written-days.ts';
import { markIn, readFigure, type Mark } from '../../domain/written-figures.ts';
import type { FieldError } from '../../domain/errors.ts';
import { digitsOf, isCurrency } from '../../domain/asset.ts';
import { say } from '../../domain/say.ts';
import type { CsvFile, CsvRow } from './read.ts';

const HOURS_DECIMALS = 3;

const valuesOf = ({ rows }: CsvFile, column: number | undefined): string[] =>
  column === undefined ? [] : rows.flatMap(({ cells }) => cells[column] || []);

const fieldsAs = (kind: CsvKind, ...as: CsvField['as'][]): CsvField[] =>
  CSV_FIELDS[kind].filter((field) => as.includes(field.as));

/** What all rows that say it say; null where none does, or where they differ. */
const agreed = <T>(said: (T | null)[]): T | null => {
  const different = new Set(said.filter((each) => each !== null));
  return different.size === 1 ? [...different][0]! : null;
};

const decimalsOf = (code: string): number =>
  isCurrency(code.toUpperCase()) ? digitsOf(code.toUpperCase()) : 2;

export interface FoundOut {
  dayOrder: DayOrder | null;
  mark: Mark | null;
  /** Whether only an admin can tell, with a text that shows why. */
  asksOrder: string | null;
  asksMark: string | null;
}

/** What the file says of its days and figures in the columns that are taken. */
export function findOut(
  kind: CsvKind,
  file: CsvFile,
  { columns, currency }: Pick<CsvAnswers, 'columns' | 'currency'>,
): FoundOut {
  const days = fieldsAs(kind, 'day').flatMap(({ at }) => valuesOf(file, columns[at]));
  const amounts = fieldsAs(kind, 'amount').flatMap(({ at }) => valuesOf(file, columns[at]));
  const hours = valuesOf(file, columns['gpu_hours']);
  const dayOrder = agreed(days.map(orderIn));
  const mark = agreed([...amounts, ...hours].map(markIn));
  const unclear = (text: string, decimals: number) =>
    readFigure(text, decimals, mark) === 'ambiguous';
  const currencies = [currency, ...valuesOf(file, columns['currency'])];
  const digits = Math.max(...new Set(currencies.map(decimalsOf)));
  return {
    dayOrder,
    mark,
    asksOrder: days.find((text) => readDay(text, dayOrder) === UNCLEAR) ?? null,
    asksMark:
      amounts.find((text) => unclear(text, digits)) ??
      hours.find((text) => unclear(text, HOURS_DECIMALS)) ??
      null,
  };
}

/** A row's fields, and what is wrong with them so far. */
export interface ReadRow {
  row: CsvRow;
  errors: FieldError[];
  text: (at: string) => string | undefined;
  day: (at: string) => string | undefined;
  /** A plain decimal in `currency`, or in the one that its sign says. */
  amount: (at: string) => { decimal: string; currency: string } | undefined;
  hours: (at: string) => string | undefined;
  /** Undefined where the row doesn't say. */
  yes: (at: string, words: Record<string, boolean>) => boolean | undefined;
}

export const YES: Record<string, boolean> = {
  ...Object.fromEntries(
    ['yes', 'y', 'true', '1', 'x', 'checked', 'ja', 'oui'].map((w) => [w, true]),
  ),
  ...Object.fromEntries(['no', 'n', 'false', '0', 'nein', 'non'].map((w) => [w, false])),
};

export function readRow(row: CsvRow, header: readonly string[], answers: CsvAnswers): ReadRow {
  const { columns, dayOrder, mark } = answers;
  const errors: FieldError[] = [];
  const words = say().csv;
  const refuse = (field: string, message: string): undefined =>
    void errors.push({ field, message });
  if (row.cells.slice(header.length).some((cell) => cell !== '')) {
    refuse('row', words.tooManyCells(header.length));
  }
  const text = (at: string): string | undefined => {
    const column = columns[at];
    return column === undefined ? undefined : row.cells[column] || undefined;
  };
  const figure = (at: string, decimals: number) => {
    const written = text(at);
    if (written === undefined) return undefined;
    const read = readFigure(written, decimals, mark);
    if (read === 'ambiguous') return refuse(at, words.unclearFigure(written));
    return read ?? refuse(at, words.notFigure(written));
  };
  return {
    row,
    errors,
    text,
    day: (at) => {
      const written = text(at);
      if (written === undefined) return undefined;
      const read = readDay(written, dayOrder);
      if (read === UNCLEAR) return refuse(at, words.unclearDay(written));
      return read ?? refuse(at, words.notDay(written));
    },
    amount: (at) => {
      if (text(at) === undefined) return undefined;
      const said = text('currency')?.toUpperCase();
      const given = said ?? answers.currency;
      if (!isCurrency(given)) return refuse('currency', words.notCurrency(given));
      const read = figure(at, digitsOf(given));
      if (read === undefined) return undefined;
      const { decimal, currencies } = read;
      const currency =
        currencies.length === 0 || currencies.includes(given) ? given : currencies[0]!;
      if (said !== undefined && currency !== said) {
        return refuse(at, words.otherCurrency(currency, said));
      }
      return { decimal, currency };
    },
    hours: (at) => figure(at, HOURS_DECIMALS)?.decimal,
    yes: (at, known) => {
      const written = text(at);
      if (written === undefined) return undefined;
      return known[written.toLowerCase()] ?? refuse(at, words.notYes(written, Object.keys(known)));
    },
  };
}
