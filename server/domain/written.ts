/** Amounts and days as people write them in spreadsheets: "1.234,56", "₩1,400,000,000", "$3.0M"; "3/4/2026", "April 3rd, 2026". */
import { digitsOf, isCurrency } from './asset.ts';
import { isDay, type Day } from './day.ts';
import { currencyOf, MOST_CHARACTERS, partsOf } from './typed-money.ts';
import { ungrouped } from './typed-numbers.ts';

/** What is before the decimals. */
export type Mark = '.' | ',';

const SIGN = String.raw`(?:[A-Z]{3}|[A-Z]{0,2}\p{Sc})`;

/** Where a column's name may say a currency: in brackets, or at the end: "Amount (EUR)", "Amount in USD/EUR". */
export const NAMED_CURRENCY = new RegExp(
  String.raw`(?:\bin\s)?(?<![\p{L}\p{N}])${SIGN}(?:(?:\s?[/,&|]\s?|\s\p{Ll}{2,4}\s)${SIGN}){0,3}(?=[^()[\]]*[)\]]|[^\p{L}\p{N}]{0,3}(?:[([]|$))`,
  'gu',
);

/** What a column's name says of its amounts; null where it says nothing, or several. */
export function currencyIn(header: string, given: string): string | null {
  const named = header.match(NAMED_CURRENCY)?.join(' ') ?? '';
  const different = new Set(
    (named.match(new RegExp(SIGN, 'gu')) ?? []).flatMap((sign) => currencyOf(sign, given) ?? []),
  );
  return different.size === 1 ? [...different][0]! : null;
}

/** A mark that is there once, with three digits behind it: thousands, or three decimals. */
const ONE_MARK = /^(?!0)\d{1,3}[.,]\d{3}$/;

/** In groups of three; in India of two, and of three at the end. */
const GROUPED = /^\d{1,3}(?:(?:,\d{2,3})*,\d{3}|(?:\.\d{2,3})*\.\d{3})$/;

/** Which mark is before the decimals, where the text itself says so. */
export function markIn(text: string): Mark | null {
  const number = partsOf(text)?.number;
  if (number === undefined || !/[.,]/.test(number) || ONE_MARK.test(number)) return null;
  const last = number.lastIndexOf('.') > number.lastIndexOf(',') ? '.' : ',';
  const other = last === '.' ? ',' : '.';
  return number.indexOf(last) === number.lastIndexOf(last) ? last : other;
}

/** What all texts that tell it tell; null where none does, or where they differ. */
export function agreed<T>(told: readonly (T | null)[]): T | null {
  const different = new Set(told.filter((each) => each !== null));
  return different.size === 1 ? [...different][0]! : null;
}

export interface Figure {
  /** "1234.56" */
  decimal: string;
  currency: string;
}

/**
 * Null for what is no figure, `unclear` where only other figures' `mark` could tell. "1,234" is a thousand, because
 * money has two decimals at most; "1,234M", and in a currency with three, may be either.
 */
export function readFigure(
  text: string,
  { mark, currency: given }: { mark: Mark | null; currency: string },
): Figure | 'unclear' | null {
  const parts = partsOf(text);
  if (parts === null) return null;
  const { number, scale, signs } = parts;
  const named = new Set(signs.map((sign) => currencyOf(sign, given)));
  const [currency = given] = named;
  if (currency === null || named.size > 1) return null;
  const hasOne = ONE_MARK.test(number);
  const isClear = scale === '' && isCurrency(currency) && digitsOf(currency) < 3;
  if (hasOne && mark === null && !isClear) return 'unclear';
  const point = hasOne ? mark : markIn(text);
  const at = point === null ? -1 : number.indexOf(point);
  const [whole, part] = at < 0 ? [number, ''] : [number.slice(0, at), number.slice(at + 1)];
  if (/\D/.test(part) || (/\D/.test(whole) && !GROUPED.test(whole))) return null;
  const digits = whole.replaceAll(/\D/g, '').replace(/^0+(?=\d)/, '');
  const decimals = part.replace(/0+$/, '');
  return { decimal: ungrouped(digits + (decimals && `.${decimals}`) + scale), currency };
}

/** "(1,000)", "-$5" and "5-", with any sign of a currency. */
export const isNegative = (text: string): boolean =>
  /^\D*[-−(]\D*\d|^\D*\d[\d.,]*-$/.test(text.slice(0, MOST_CHARACTERS));

/** Whether the day or the month is first. */
export type DayOrder = 'dmy' | 'mdy';

const unmarked = (word: string): string =>
  word
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[\p{M}.]/gu, '');

/** By their names, long and short, from the 1st. */
const MONTHS = new Map(
  ['en', 'de', 'fr'].flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      const words = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, index): [string, number] => [
        unmarked(words.format(Date.UTC(2026, index, 1))),
        index + 1,
      ]);
    }),
  ),
);

/** A time may follow, and a zone: the day is the one that is written. */
const REST = String.raw`(?:[T,\s]+(?:오전|오후)?\s*\d{1,2}:\d\d\S*(?:\s.*)?)?$`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})\.?${REST}`, 'i');
const YEAR_LAST = new RegExp(
  String.raw`^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d\d)${REST}`,
  'i',
);
const DAY_MONTH = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|er)?[-.\s]+(\p{L}{3,9})[-.,\s]+(\d{4}|\d\d)${REST}`,
  'iu',
);
const MONTH_DAY = new RegExp(
  String.raw`^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${REST}`,
  'i',
);

function dayIn(year: string, month: number | string, day: string): Day | null {
  const full = year.length === 2 ? `20${year}` : year;
  const text = `${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

/** 0 for none. "Sept" is one by its first letters. */
const monthIn = (word: string): number =>
  MONTHS.get(unmarked(word)) ?? MONTHS.get(unmarked(word).slice(0, 3)) ?? 0;

const plainDay = (text: string): string =>
  text
    .slice(0, MOST_CHARACTERS)
    .normalize('NFKC')
    .trim()
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, '')
    .replace(/^(\d{4})년\s*(\d{1,2})월\s*(\d{1,2})일/, '$1-$2-$3')
    .replace(/^(\d{4})年(\d{1,2})月(\d{1,2})日/, '$1-$2-$3')
    .replace(/^(\d{4})(\d\d)(\d\d)(?=$|\s)/, '$1-$2-$3');

/** Which comes first, where the text itself says so. Between points it is always the day. */
export function orderIn(text: string): DayOrder | null {
  const [, first = '', mark, second = ''] = YEAR_LAST.exec(plainDay(text)) ?? [];
  if (mark === undefined || mark === '.' || Number(first) > 31 || Number(second) > 31) return null;
  if (Number(first) > 12) return 'dmy';
  return Number(second) > 12 ? 'mdy' : null;
}

/** A day, null for what is none, `unclear` where only the file's `order` could tell which of two it is. */
export function readDay(text: string, order: DayOrder | null = null): string | null {
  const said = plainDay(text);
  const [, year, , month, day] = YEAR_FIRST.exec(said) ?? [];
  if (year !== undefined) return dayIn(year, month!, day!);
  const [, date, word = '', inYear] = DAY_MONTH.exec(said) ?? [];
  if (date !== undefined) return dayIn(inYear!, monthIn(word), date);
  const [, name = '', of, its] = MONTH_DAY.exec(said) ?? [];
  if (of !== undefined) return dayIn(its!, monthIn(name), of);
  const [, first = '', mark, second = '', last = ''] = YEAR_LAST.exec(said) ?? [];
  if (mark === undefined) return null;
  const dmy = dayIn(last, second, first);
  const mdy = dayIn(last, first, second);
  if (mark === '.' || dmy === mdy) return dmy;
  const own = orderIn(said);
  if (own !== null) return own === 'dmy' ? dmy : mdy;
  if (order === null) return dmy === null && mdy === null ? null : 'unclear';
  return order === 'dmy' ? dmy : mdy;
}
