/** How Slurm writes times, durations and trackable resources (sacct's manual page, "FORMAT"). */

/** Two years. Slurm has missed the end of a longer run. */
export const MAX_SECONDS = 2 * 366 * 86_400;
const MAX_GPUS = 1_000_000;
/** Slurm began in 2002. */
const MIN_INSTANT = Date.UTC(2000, 0);
const MAX_INSTANT = Date.UTC(2100, 0);

const NONE = new Set(['', 'unknown', 'none', 'invalid', 'unlimited', 'partition_limit', 'n/a']);

/** Nearly all other cells begin with a digit. */
export const isNone = (text: string): boolean =>
  !isDigit(text.charCodeAt(0)) && NONE.has(text.toLowerCase());

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whole seconds of `D-HH:MM:SS`, `HH:MM:SS`, `MM:SS.mmm`, or a number; null for anything else. */
export function durationOf(text: string): number | null {
  const plain = text.length > 0 && text.length <= 10 ? digitsAt(text, 0, text.length) : NaN;
  if (plain <= MAX_SECONDS) return plain;
  const match = /^(?:(?:(\d{1,5})-)?(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:\.\d+)?$/.exec(text);
  const seconds = match
    ? [86_400, 3600, 60, 1].reduce((sum, unit, at) => sum + unit * Number(match[at + 1] ?? 0), 0)
    : /^\d{1,10}$/.test(text)
      ? Number(text)
      : NaN;
  return seconds <= MAX_SECONDS ? seconds : null;
}

export type Told = { instant: number } | { wall: number };

const TIME = /^(20\d\d)-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|([+-])(\d\d):?(\d\d))?$/;

const WALL_CHARACTERS = 'YYYY-MM-DDTHH:MM:SS'.length;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** NaN where one is no digit. */
function digitsAt(text: string, at: number, count: number): number {
  let number = 0;
  for (let index = at; index < at + count; index++) {
    const code = text.charCodeAt(index);
    if (!isDigit(code)) return NaN;
    number = number * 10 + code - 48;
  }
  return number;
}

/** In milliseconds. A file has few. */
const dayStarts = new Map<number, number>();
const MAX_DAYS = 100_000;

/** Of a day as 20250331; null for 31 June, which Date would read as 1 July. */
function startOfDay(day: number): number | null {
  let start = dayStarts.get(day);
  if (start === undefined) {
    const [year, month, date] = [Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100];
    start = Date.UTC(year, month - 1, date);
    const read = new Date(start);
    if (read.getUTCMonth() + 1 !== month || read.getUTCDate() !== date) return null;
    if (dayStarts.size >= MAX_DAYS) dayStarts.clear();
    dayStarts.set(day, start);
  }
  return start;
}

/** `YYYY-MM-DDTHH:MM:SS`, as nearly all rows have it, without an expression's arrays; else null. */
function plainWall(text: string): number | null {
  if (text.length !== WALL_CHARACTERS) return null;
  const year = digitsAt(text, 0, 4);
  const day = year * 10_000 + digitsAt(text, 5, 2) * 100 + digitsAt(text, 8, 2);
  const ms =
    digitsAt(text, 11, 2) * HOUR_MS +
    digitsAt(text, 14, 2) * MINUTE_MS +
    digitsAt(text, 17, 2) * 1000;
  const isMarked = text[4] === '-' && text[7] === '-' && text[13] === ':' && text[16] === ':';
  const isTime = year >= 2000 && year < 2100 && ms < DAY_MS && day > 0;
  if (!isMarked || !isTime || text[10] !== 'T') return null;
  const start = startOfDay(day);
  return start === null ? null : start + ms;
}

/** Milliseconds of `YYYY-MM-DDTHH:MM:SS`, with or without offset, or of epoch seconds; else null. */
export function timeOf(text: string): Told | null {
  const plain = plainWall(text);
  if (plain !== null) return { wall: plain };
  if (/^\d{9,10}$/.test(text)) {
    const instant = Number(text) * 1000;
    return instant >= MIN_INSTANT && instant < MAX_INSTANT ? { instant } : null;
  }
  const match = TIME.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  if (startOfDay(year! * 10_000 + month! * 100 + day!) === null || hour! > 23) return null;
  const wall = Date.UTC(year!, month! - 1, day, hour, minute, second);
  const [, , , , , , , zone, sign, hours, minutes] = match;
  if (zone === undefined) return { wall };
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return { instant: sign === '-' ? wall + offset : wall - offset };
}

/** A type of GPU as a cluster or NVML names it, without control characters, which terminals obey. */
export const isType = (text: string): boolean => /^[\w.:+-]{1,64}$/.test(text);

/** Where some have no type, an empty one has all of them. */
export type Gpus = readonly (readonly [type: string, gpus: number])[];

/** In `cpu=32,gres/gpu:a100=4,gres/gpu=4` the figure without a type is the number. Null where a part is invalid. */
export function gpusOf(tres: string): Gpus | null {
  let total: number | null = null;
  const typed = new Map<string, number>();
  for (const one of tres.split(',')) {
    const match = /^gres\/gpu(?::([^=]*))?=(.*)$/is.exec(one);
    if (!match) continue;
    const [, said, figure = ''] = match;
    const gpus = /^\d{1,7}$/.test(figure) ? Number(figure) : Infinity;
    if (gpus > MAX_GPUS) return null;
    const type = said?.toLowerCase();
    if (type === undefined) total = gpus;
    else if (!isType(type) || typed.has(type)) return null;
    else typed.set(type, gpus);
  }
  let rest = total ?? Infinity;
  const parts = [...typed].map(([type, gpus]): [string, number] => {
    const part = Math.min(gpus, rest);
    rest -= part;
    return [type, part];
  });
  if (total !== null && rest > 0) parts.push(['', total]);
  return parts.filter(([, gpus]) => gpus > 0);
}
