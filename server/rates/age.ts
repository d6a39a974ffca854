import type { Day } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { ageOf, type ReferenceRate } from './reference.ts';

type Aged = Pick<ReferenceRate, 'rateOn' | 'rateSource'>;

interface Use {
  asset: string;
  /** The day of the acceptance. */
  on: Day;
  /** The day of the rate that an admin has agreed to, as they saw it. */
  useRateOf: Day | undefined;
  /** An increase: its pledge has one rate, and a newer one does not help. */
  isFixed?: boolean;
}

/** What to do about old rates. */
export const OLD_RATES_CURE =
  'Get newer rates (npm run rates -- FILE, or daily updates at /admin/initiative), or give a rate of your own.';

/** Throws `rate-too-old` for a rate older than 30 days, unless an admin has agreed to use just that one. */
export function checkRateAge(rate: Aged, { asset, on, useRateOf, isFixed = false }: Use): void {
  const age = ageOf(rate, on);
  if (age?.is !== 'too-old' || useRateOf === age.on) return;
  const { on: rateOn, days } = age;
  const what = isFixed
    ? `This pledge counts at the ${asset} rate of ${rateOn}, ${days} days before ${on}. Log another pledge to count the new amount at a newer rate.`
    : `The newest rate for ${asset} is of ${rateOn}, ${days} days before ${on}. ${OLD_RATES_CURE}`;
  throw new DomainError(
    'rate-too-old',
    `${what} To use the old rate anyway, send "useRateOf": "${rateOn}".`,
    { useRateOf: rateOn },
  );
}

/** Pledges of a file that take one rate which is older than 10 days on their days. */
export interface OldRate {
  currency: string;
  rateOn: Day;
  pledges: number;
  /** The first and the last day of their acceptances. */
  from: Day;
  to: Day;
  /** Whether it is older than 30 days on one of them. */
  tooOld: boolean;
}

/** The old rates that acceptances take, by currency and the rate's day. */
export function oldRatesOf(uses: readonly ({ asset: string; on: Day } & Aged)[]): OldRate[] {
  const found = new Map<string, OldRate>();
  for (const { asset: currency, on, ...rate } of uses) {
    const age = ageOf(rate, on);
    if (age === null || age.is === 'fresh') continue;
    const key = `${currency} ${age.on}`;
    const { pledges = 0, from = on, to = on, tooOld = false } = found.get(key) ?? {};
    found.set(key, {
      currency,
      rateOn: age.on,
      pledges: pledges + 1,
      from: on < from ? on : from,
      to: on > to ? on : to,
      tooOld: tooOld || age.is === 'too-old',
    });
  }
  return [...found.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, rate]) => rate);
}

const NAMED = 10;

/** "KRW: 14 pledges from 2026-05-12 to 2026-11-02 take the rate of 2026-04-30", a line each. */
export function oldRatesText(rates: readonly OldRate[]): string[] {
  const lines = rates.slice(0, NAMED).map(({ currency, pledges, from, to, rateOn }) => {
    const when = from === to ? `of ${from}` : `from ${from} to ${to}`;
    return pledges === 1
      ? `${currency}: 1 pledge ${when} takes the rate of ${rateOn}`
      : `${currency}: ${pledges} pledges ${when} take the rate of ${rateOn}`;
  });
  return rates.length > NAMED ? [...lines, `and ${rates.length - NAMED} more rates`] : lines;
}

/** Throws `rate-too-old` that names each rate older than 30 days which a file would use. */
export function checkOldRates(rates: readonly OldRate[], useOldRates: boolean): void {
  const tooOld = rates.filter((rate) => rate.tooOld);
  if (useOldRates || tooOld.length === 0) return;
  throw new DomainError(
    'rate-too-old',
    `Some rates are more than 30 days older than the pledges that would take them. ${oldRatesText(tooOld).join('; ')}. ${OLD_RATES_CURE} To use the old rates anyway, import with --use-old-rates (over HTTP ?useOldRates=true).`,
    { oldRates: tooOld },
  );
}
