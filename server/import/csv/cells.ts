/** A row's cells as the API has them: what only the whole file tells is told once. */
import { isCurrency } from '../../domain/asset.ts';
import type { CsvAnswers, CsvField } from '../../domain/csv-fields.ts';
import { fieldError, type FieldError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { agreed, markIn, orderIn, readDay, readFigure, type Mark } from '../../domain/written.ts';
import { attemptAt } from '../file.ts';
import type { CsvFile, CsvRow } from './read.ts';

export interface HowToRead extends CsvAnswers {
  mark: Mark | null;
  /** Of amounts that don't say. */
  currency: string;
}

/** By fields: days as 2026-03-31, amounts as 1250.5 with their `currency`. */
export type Said = Partial<Record<string, string>>;

export interface ReadRow extends CsvRow {
  said: Said;
  errors: FieldError[];
}

/** How days and figures are written, with a day that only an admin can tell. */
export function findOut(
  fields: readonly CsvField[],
  file: CsvFile,
  { columns, dayOrder }: Pick<CsvAnswers, 'columns' | 'dayOrder'>,
) {
  const textsAs = (as: CsvField['as']): string[] =>
    fields
      .filter((field) => field.as === as)
      .flatMap(({ at }) => file.rows.flatMap(({ cells }) => cells[columns[at] ?? -1] || []));
  const days = textsAs('day');
  const order = agreed(days.map(orderIn));
  return {
    dayOrder: order ?? dayOrder,
    mark: agreed(textsAs('amount').map(markIn)),
    unclearDay: days.find((text) => readDay(text, order) === 'unclear') ?? null,
  };
}

/** Keeps what is refused as the row's errors; undefined if anything is. */
export const attemptRow = <T>({ said, errors }: ReadRow, read: () => T): T | undefined =>
  attemptAt(
    { refuse: (place, message) => errors.push({ field: fieldOf(place, said), message }) },
    'row',
    read,
  );

/** Of a place in the API's JSON: the last part has the column's name. */
function fieldOf(place: string, said: Said): string {
  const at = place.replaceAll(/^.*\.|\[\d+\]/g, '');
  if (at !== 'asset') return at;
  return said['model'] === undefined ? 'currency' : 'model';
}

export function readRow(
  fields: readonly CsvField[],
  file: CsvFile,
  row: CsvRow,
  how: Omit<HowToRead, 'shown'>,
): ReadRow {
  const read: ReadRow = { ...row, said: {}, errors: [] };
  const { length } = file.header;
  if (row.cells.slice(length).some((cell) => cell !== '')) {
    read.errors.push({ field: 'row', message: say().csv.tooManyCells(length) });
  }
  const textOf = (at: string): string | undefined => row.cells[how.columns[at] ?? -1] || undefined;
  read.said['currency'] = textOf('currency')?.toUpperCase();
  for (const field of fields) {
    const text = textOf(field.at);
    if (text === undefined) continue;
    attemptRow(read, () => void (read.said[field.at] = valueOf(field, text, how, read.said)));
  }
  return read;
}

/** Throws `invalid-input` on the field. An amount says its currency too. */
function valueOf(
  { at, as, words }: CsvField,
  text: string,
  how: Omit<HowToRead, 'shown'>,
  said: Said,
): string {
  const refusals = say().csv;
  // A reference or an address goes to Postgres as it is.
  const nul = text.indexOf('\0');
  if (nul >= 0) throw fieldError(at, say().http.unsafe('U+0000', nul + 1));
  if (at === 'currency') {
    if (isCurrency(text.toUpperCase())) return text.toUpperCase();
    throw fieldError(at, refusals.notCurrency(text));
  }
  if (words) {
    const isOf = ([, all]: [string, string]) => all.split(' ').includes(text.toLowerCase());
    const known = Object.entries(words).find(isOf);
    if (known) return known[0];
    throw fieldError(at, refusals.notOneOf(text, Object.values(words).join(' ').split(' ')));
  }
  if (as === undefined) return text;
  if (as === 'day') {
    const day = readDay(text, how.dayOrder);
    if (day === 'unclear') throw fieldError(at, refusals.unclearDay(text));
    if (day === null) throw fieldError(at, refusals.notDay(text));
    return day;
  }
  const given = said['currency'];
  // Hours are in none, and may have three decimals.
  const currency = at === 'gpuHours' ? '' : (given ?? how.currency);
  const figure = readFigure(text, { mark: how.mark, currency });
  if (figure === 'unclear') throw fieldError(at, refusals.unclearFigure(text));
  if (figure === null) throw fieldError(at, refusals.notFigure(text));
  if (at === 'gpuHours') {
    if (figure.currency === '') return figure.decimal;
    throw fieldError(at, refusals.notFigure(text));
  }
  if (given !== undefined && figure.currency !== given) {
    throw fieldError(at, refusals.otherCurrency(figure.currency, given));
  }
  said['currency'] = figure.currency;
  return figure.decimal;
}
