/** How Slurm writes times, durations and trackable resources (sacct's manual page, "FORMAT"). */

/** Two years: for a longer run, Slurm has missed the end. */
export const MAX_SECONDS = 2 * 366 * 86_400;
const MAX_GPUS = 1_000_000;
/** Slurm began in 2002. */
const MIN_INSTANT = Date.UTC(2000, 0);
const MAX_INSTANT = Date.UTC(2100, 0);

const NONE = new Set(['', 'unknown', 'none', 'invalid', 'unlimited', 'partition_limit', 'n/a']);

export const isNone = (text: string): boolean => NONE.has(text.toLowerCase());

/** Whole seconds of `D-HH:MM:SS`, `HH:MM:SS`, `MM:SS.mmm`, or a number; null for anything else. */
export function durationOf(text: string): number | null {
  const match = /^(?:(?:(\d{1,5})-)?(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:\.\d+)?$/.exec(text);
  const seconds = match
    ? [86_400, 3600, 60, 1].reduce((sum, unit, at) => sum + unit * Number(match[at + 1] ?? 0), 0)
    : /^\d{1,10}$/.test(text)
      ? Number(text)
      : NaN;
  return seconds <= MAX_SECONDS ? seconds : null;
}

/** An instant, or a wall clock in a zone it doesn't name. */
export type Told = { instant: number } | { wall: number };

const TIME = /^(20\d\d)-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|([+-])(\d\d):?(\d\d))?$/;

/**
 * Milliseconds of `YYYY-MM-DDTHH:MM:SS`, with or without offset, or of epoch seconds; null for anything else or
 * another century.
 */
export function timeOf(text: string): Told | null {
  if (/^\d{9,10}$/.test(text)) {
    const instant = Number(text) * 1000;
    return instant >= MIN_INSTANT && instant < MAX_INSTANT ? { instant } : null;
  }
  const match = TIME.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const wall = Date.UTC(year!, month! - 1, day, hour, minute, second);
  // Refuses 31 June, which would be read as 1 July.
  const read = new Date(wall);
  if (read.getUTCMonth() + 1 !== month || read.getUTCDate() !== day) return null;
  const [, , , , , , , zone, sign, hours, minutes] = match;
  if (zone === undefined) return { wall };
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return { instant: sign === '-' ? wall + offset : wall - offset };
}

/** A type of GPU as a cluster or NVML names it. Control characters would reach terminals. */
export const isType = (text: string): boolean => /^[\w.:+-]{1,64}$/.test(text);

/** By type; an empty type has all of them where some have none. */
export type Gpus = readonly (readonly [type: string, gpus: number])[];

/**
 * The GPUs in `cpu=32,gres/gpu:a100=4,gres/gpu=4`. The generic figure is their number; typed ones give the type. Null
 * where a part is invalid or repeated.
 */
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
