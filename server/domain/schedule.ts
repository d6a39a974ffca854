import type { Instalment } from './pledge-book.ts';
import { isDay, type Day } from './day.ts';
import { fieldError } from './errors.ts';
import { say } from './say.ts';
import { addsAfter } from './terms-change.ts';

/** About a weekly schedule over four years. */
export const MAX_INSTALMENTS = 200;

export type Every = 'month' | 'quarter';

export interface Schedule {
  every: Every;
  times: number;
  firstOn: Day;
}

/** Equal parts, and the rest to the last: 33.33, 33.33 and 33.34. Throws `invalid-input` where a part would be nothing. */
export function splitEvenly(quantity: bigint, times: number): bigint[] {
  const part = quantity / BigInt(times);
  if (part === 0n) throw fieldError('schedule.times', say().domain.tooManyTimes);
  const parts = Array.from({ length: times }, () => part);
  parts[times - 1] = quantity - part * BigInt(times - 1);
  return parts;
}

const MONTHS: Record<Every, number> = { month: 1, quarter: 3 };

/** The same day of each month as the first, or the month's last: after 28 February comes 31 March again. */
export function scheduleDays(firstOn: Day, every: Every, times: number): Day[] {
  const [year, month, day] = firstOn.split('-').map(Number) as [number, number, number];
  return Array.from({ length: times }, (_, index) => {
    const monthIndex = month - 1 + index * MONTHS[every];
    const last = new Date(Date.UTC(year, monthIndex + 1, 0)).getUTCDate();
    return new Date(Date.UTC(year, monthIndex, Math.min(day, last))).toISOString().slice(0, 10);
  });
}

export function instalmentsOf(quantity: bigint, { every, times, firstOn }: Schedule): Instalment[] {
  const days = scheduleDays(firstOn, every, times);
  if (!isDay(days.at(-1)!)) throw fieldError('schedule.times', say().domain.pastEnd);
  const parts = splitEvenly(quantity, times);
  return days.map((dueOn, index) => ({ dueOn, quantity: parts[index]! }));
}

export interface FilledInstalment extends Instalment {
  received: bigint;
  outstanding: bigint;
}

const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** Fills the oldest first, with what is received, then what is outstanding. db/instalment-rows.ts does it in SQL. */
export function fillInstalments(
  instalments: readonly Instalment[],
  { received, outstanding }: { received: bigint; outstanding: bigint },
): FilledInstalment[] {
  const rest = { received, outstanding };
  const take = (from: keyof typeof rest, limit: bigint): bigint => {
    const taken = lesser(rest[from], limit);
    rest[from] -= taken;
    return taken;
  };
  return instalments
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .map(({ dueOn, quantity }) => {
      const came = take('received', quantity);
      return { dueOn, quantity, received: came, outstanding: take('outstanding', quantity - came) };
    });
}

const plain = ({ dueOn, quantity }: Instalment): Instalment => ({ dueOn, quantity });

export const sumOf = (instalments: readonly Pick<Instalment, 'quantity'>[]): bigint =>
  instalments.reduce((sum, { quantity }) => sum + quantity, 0n);

/** Paid: something was received. Open: may change. */
export function openInstalments(filled: readonly FilledInstalment[]): {
  paid: Instalment[];
  open: FilledInstalment[];
} {
  return {
    paid: filled.filter(({ received }) => received > 0n).map(plain),
    open: filled.filter(({ received }) => received === 0n),
  };
}

export function withFurther(
  paid: readonly Instalment[],
  rest: readonly Instalment[],
  further: readonly Instalment[],
): Instalment[] {
  const last = paid.at(-1)?.dueOn;
  const early = further.findIndex(({ dueOn }) => last !== undefined && dueOn < last);
  if (early >= 0) throw fieldError(`instalments[${early}].dueOn`, say().domain.beforePaid(last!));
  const all = [...paid, ...rest, ...further];
  if (all.length > MAX_INSTALMENTS) {
    throw fieldError('instalments', say().domain.tooManyInstalments(MAX_INSTALMENTS));
  }
  return all;
}

function checkAfter(agreed: readonly Instalment[], further: readonly Instalment[]): void {
  const early = further.findIndex((part) => !addsAfter(agreed, [...agreed, part]));
  if (early < 0) return;
  throw fieldError(`instalments[${early}].dueOn`, say().domain.beforeAgreed(agreed.at(-1)!.dueOn));
}

/** Further instalments, or more in the last one if it is due by `on`. Agreed ones never grow. */
export function grownInstalments(
  filled: readonly FilledInstalment[],
  added: bigint,
  further: readonly Instalment[],
  { on, isAgreed }: { on: Day; isAgreed: boolean },
): Instalment[] {
  const { paid, open: filledOpen } = openInstalments(filled);
  const open = filledOpen.map(plain);
  const all = [...paid, ...open];
  const last = all.pop();
  if (further.length > 0) {
    if (last === undefined) throw fieldError('instalments', say().domain.noInstalments);
    if (isAgreed) checkAfter([...all, last], further);
    return withFurther(paid, open, further);
  }
  if (last === undefined) return [];
  if (isAgreed) throw fieldError('instalments', say().domain.agreedInstalmentsMissing);
  if (last.dueOn < on) throw fieldError('instalments', say().domain.pastInstalmentsMissing);
  return [...all, { dueOn: last.dueOn, quantity: last.quantity + added }];
}

/** The schedule that makes just these instalments; null where none does. */
export function scheduleOf(quantity: bigint, instalments: readonly Instalment[]): Schedule | null {
  const [first, second] = instalments;
  if (!first || !second) return null;
  const times = instalments.length;
  const quantities = splitEvenly(quantity, times);
  if (instalments.some((part, index) => part.quantity !== quantities[index])) return null;
  const tried = (['month', 'quarter'] as const).map((every) => ({
    every,
    times,
    firstOn: first.dueOn,
  }));
  const isOn = ({ firstOn, every }: Schedule): boolean =>
    scheduleDays(firstOn, every, times).every(
      (dueOn, index) => dueOn === instalments[index]!.dueOn,
    );
  return tried.find(isOn) ?? null;
}
