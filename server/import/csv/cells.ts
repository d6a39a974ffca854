/** A row's cells as the API has them: what only the whole file tells is told once. */
import { z } from 'zod';
import { isCurrency } from '../../domain/asset.ts';
import type { CsvAnswers, CsvField } from '../../domain/csv-fields.ts';
import { addDays } from '../../domain/day.ts';
import { fieldError, type FieldError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import {
  agreed,
  currencyIn,
  isNegative,
  markIn,
  orderIn,
  readDay,
  readFigure,
  type Mark,
} from '../../domain/written.ts';
import { withScheme } from '../../../web/forms/sign.ts';
import { attemptAt } from '../file.ts';
import type { CsvFile, CsvRow } from './read.ts';

export interface HowToRead extends CsvAnswers {
  mark: Mark | null;
  /** The initiative's. */
  currency: string;
  /** Of amounts that don't say. */
  amountsIn: string;
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
  currency: string,
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
    amountsIn: currencyIn(file.header[columns['amount'] ?? -1] ?? '', currency) ?? currency,
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

/** People write these for nothing. */
export const NOTHING = /^(?:[-–—]+|#?n\/a|n\.a\.|k\.a\.)$/i;

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
  const textOf = (at: string): string | undefined => {
    const text = row.cells[how.columns[at] ?? -1] ?? '';
    return text === '' || NOTHING.test(text) ? undefined : text;
  };
  read.said['currency'] = textOf('currency')?.toUpperCase();
  for (const field of fields) {
    const text = textOf(field.at);
    if (text === undefined) continue;
    attemptRow(read, () => void (read.said[field.at] = valueOf(field, text, how, read.said)));
  }
  return read;
}

/** "1.23457E+14" for a long id, and "#REF!" for a formula that fails. */
const LOST = /^\d(?:[.,]\d+)?E\+\d+$|^#[A-Z\d/]+[!?]$/i;

/** "mailto:ada@uni.example", "Ada <ada@uni.example>" and "uni.example" as the API has them. */
function tidied(at: string, text: string): string {
  if (at === 'email')
    return (/<([^<>]*)>$/.exec(text)?.[1] ?? text).replace(/^mailto:/i, '').trim();
  return at === 'url' ? withScheme(text) : text;
}

/** A day that lost its format, as spreadsheets count them: here from 2000 to 2099. */
function serialDay(text: string): string | null {
  const days = Number(/^(\d{5})(?:[.,]\d+)?$/.exec(text)?.[1] ?? 0);
  return days >= 36_526 && days <= 73_050 ? addDays('1899-12-30', days) : null;
}

/** What may follow an answer. Others, as in "Yes, but without my name" and "Public: no", may turn it round. */
const ADDS_NOTHING =
  /^\s*(?:please|thanks|thank you|of course|not yet|(?:you may )?(?:show|use|publish) (?:my|our|the) names?)?[.!]?$/;

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
    const [word = '', rest = ''] = text.toLowerCase().split(/[,.;:!](.*)/s);
    const isOf = ([, all]: [string, string]) => all.split(' ').includes(word);
    const known = Object.entries(words).find(isOf);
    if (known && ADDS_NOTHING.test(rest)) return known[0];
    const cure = Object.values(words).map((all) => all.split(' ')[0]!);
    throw fieldError(at, refusals.notOneOf(text, cure));
  }
  if (as === undefined) {
    if (LOST.test(text)) throw fieldError(at, refusals.lost(text));
    const tidy = tidied(at, text);
    if (at === 'email' && !z.email().safeParse(tidy).success) {
      throw fieldError(at, refusals.notEmail(text));
    }
    return tidy;
  }
  if (as === 'day') {
    const day = serialDay(text) ?? readDay(text, how.dayOrder);
    if (day === 'unclear') throw fieldError(at, refusals.unclearDay(text));
    if (day === null) throw fieldError(at, refusals.notDay(text));
    return day;
  }
  const given = said['currency'];
  // Hours are in none, and may have three decimals.
  const currency = at === 'gpuHours' ? '' : (given ?? how.amountsIn);
  // Koreans write no space between ten thousands and the won.
  const spaced = text.replace(/(?<=[만억])원$/, ' 원');
  const figure = readFigure(spaced, { mark: how.mark, currency });
  if (figure === null && isNegative(text)) throw fieldError(at, refusals.negative(text));
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
