import { fieldError } from './errors.ts';
import { say } from './say.ts';

/** A day in the real world, `YYYY-MM-DD`. Days compare as strings do. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

/** Days since 1970-01-01. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;

export const dayOf = (number: number): Day =>
  new Date(number * MS_PER_DAY).toISOString().slice(0, 10);

export const isDay = (text: string): boolean => {
  if (!/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text)) return false;
  if (text.slice(8) <= '28') return true;
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
};

/** The day at UTC: what a movement without `occurredOn` gets. */
export const today = (now: Date): Day => now.toISOString().slice(0, 10);

/** Refuses a day that has not begun anywhere on earth: after today at UTC+14. */
export function checkNotInFuture(day: Day, now: Date, field = 'occurredOn'): void {
  if (Date.parse(day) > now.getTime() + 14 * 3_600_000)
    throw fieldError(field, say().domain.inFuture(day));
}

export const addDays = (day: Day, days: number): Day => dayOf(dayNumber(day) + days);
