import type { Day } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { ageOf, type Aged } from './reference.ts';

interface Use {
  asset: string;
  on: Day;
  useRateOf: Day | undefined;
  /** Its pledge keeps its rate, so newer rates don't help. */
  isFixed?: boolean;
}

/** Throws `rate-too-old`, unless an admin has agreed to that rate. */
export function checkRateAge(rate: Aged, { asset, on, useRateOf, isFixed = false }: Use): void {
  const age = ageOf(rate, on);
  if (age?.is !== 'too-old' || useRateOf === age.on) return;
  const { on: rateOn, days } = age;
  const { tooOldForIncrease, tooOldToAccept } = say().rates;
  const text = isFixed ? tooOldForIncrease : tooOldToAccept;
  throw new DomainError('rate-too-old', text({ asset, on, rateOn, days }), { useRateOf: rateOn });
}

/** Older than 10 days on the pledges' days. */
export interface OldRate {
  currency: string;
  rateOn: Day;
  pledges: number;
  /** Of their acceptances. */
  from: Day;
  to: Day;
  tooOld: boolean;
}

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

/** "KRW: 14 pledges from 2026-05-12 to 2026-11-02 take the rate of 2026-04-30" */
export function oldRatesText(rates: readonly OldRate[]): string[] {
  const lines = rates.slice(0, NAMED).map(({ currency, pledges, from, to, rateOn }) => {
    const when = from === to ? `of ${from}` : `from ${from} to ${to}`;
    return pledges === 1
      ? `${currency}: 1 pledge ${when} takes the rate of ${rateOn}`
      : `${currency}: ${pledges} pledges ${when} take the rate of ${rateOn}`;
  });
  return rates.length > NAMED ? [...lines, `and ${rates.length - NAMED} more rates`] : lines;
}

/** Throws `rate-too-old`, naming each. */
export function checkOldRates(rates: readonly OldRate[], useOldRates: boolean): void {
  const tooOld = rates.filter((rate) => rate.tooOld);
  if (useOldRates || tooOld.length === 0) return;
  const { tooOldForFile } = say().rates;
  throw new DomainError('rate-too-old', tooOldForFile(oldRatesText(tooOld).join('; ')), {
    oldRates: tooOld,
  });
}
