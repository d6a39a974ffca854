import { dayNumber, type Day } from './day.ts';

/** An older rate is shown with its age. */
export const OLD_AFTER_DAYS = 10;
/** An older rate needs an admin's agreement before a new promise counts at it. */
export const TOO_OLD_AFTER_DAYS = 30;

export interface RateAge {
  on: Day;
  days: number;
  is: 'fresh' | 'old' | 'too-old';
}

export interface RatesState {
  /** The European Central Bank's newest. */
  newest: RateAge | null;
  /** By RATES_URL; null where it isn't set. */
  override: 'on' | 'off' | null;
}

export function rateAge(on: Day, usedOn: Day): RateAge {
  const days = dayNumber(usedOn) - dayNumber(on);
  if (days > TOO_OLD_AFTER_DAYS) return { on, days, is: 'too-old' };
  return { on, days, is: days > OLD_AFTER_DAYS ? 'old' : 'fresh' };
}
