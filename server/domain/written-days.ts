/** Days as people write them in spreadsheets: "3/4/2026", "2026. 4. 3", "April 3rd, 2026 2:05 PM". */
import { isDay, type Day } from './day.ts';

/** Whether the day or the month is first. */
export type DayOrder = 'dmy' | 'mdy';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A time may follow, and a zone: the day is the one that is written. */
const REST = String.raw`(?:[T,\s]+\d{1,2}:\d\d\S*(?:\s.*)?)?$`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})\.?${REST}`, 'i');
const YEAR_LAST = new RegExp(
  String.raw`^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d\d)${REST}`,
  'i',
);
const DAY_MONTH = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?[-.\s]+([a-z]{3,9})[-.,\s]+(\d{4}|\d\d)${REST}`,
  'i',
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

const monthIn = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

const MOST_CHARACTERS = 60;

const plain = (text: string): string =>
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
  const [, first = '', mark, second = ''] = YEAR_LAST.exec(plain(text)) ?? [];
  if (mark === undefined || mark === '.' || Number(first) > 31 || Number(second) > 31) return null;
  if (Number(first) > 12) return 'dmy';
  return Number(second) > 12 ? 'mdy' : null;
}

/** A text that may be two days. */
export const UNCLEAR = Symbol('unclear');

/** Null for what is no day, `UNCLEAR` where only the file's `order` could tell. */
export function readDay(text: string, order: DayOrder | null = null): Day | typeof UNCLEAR | null {
  const said = plain(text);
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
  if (order === null) return dmy === null && mdy === null ? null : UNCLEAR;
  return order === 'dmy' ? dmy : mdy;
}
