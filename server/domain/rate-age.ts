import { dayNumber, type Day } from './day.ts';

/** A reference rate older than this on the day it is used for is shown with its age. */
export const OLD_AFTER_DAYS = 10;
/** A rate older than this counts for a new promise only once an admin has agreed to it. */
export const TOO_OLD_AFTER_DAYS = 30;

export interface RateAge {
  /** The rate's day. */
  on: Day;
  days: number;
  is: 'fresh' | 'old' | 'too-old';
}

/** What the set-up and the desk say of the rates that there are. */
export interface RatesState {
  /** The European Central Bank's newest; null while there are none. */
  newest: RateAge | null;
  /** What RATES_URL decides of daily updates; null where it is not set. */
  override: 'on' | 'off' | null;
}

/** How old the rate of a day is on the day it is used for. */
export function rateAge(on: Day, usedOn: Day): RateAge {
  const days = dayNumber(usedOn) - dayNumber(on);
  if (days > TOO_OLD_AFTER_DAYS) return { on, days, is: 'too-old' };
  return { on, days, is: days > OLD_AFTER_DAYS ? 'old' : 'fresh' };
}
