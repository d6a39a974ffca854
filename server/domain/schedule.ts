import type { Instalment } from './pledge-book.ts';
import { isDay, type Day } from './day.ts';
import { fieldError } from './errors.ts';
import { addsAfter } from './terms-change.ts';

/** More are refused: a weekly schedule over four years has as many. */
export const MAX_INSTALMENTS = 200;

export type Every = 'month' | 'quarter';

/** Equal parts at equal distances; the last takes what does not divide. */
export interface Schedule {
  every: Every;
  times: number;
  firstOn: Day;
}

/**
 * A quantity in `times` parts: the floor for each, and the rest to the last, so that 100.00 in three
 * is 33.33, 33.33 and 33.34. Throws `invalid-input` where a part would be nothing.
 */
export function splitEvenly(quantity: bigint, times: number): bigint[] {
  const part = quantity / BigInt(times);
  if (part === 0n) throw fieldError('schedule.times', 'is more than the amount can be divided by');
  const parts = Array.from({ length: times }, () => part);
  parts[times - 1] = quantity - part * BigInt(times - 1);
  return parts;
}

const MONTHS: Record<Every, number> = { month: 1, quarter: 3 };

/**
 * The days of a schedule: the same day of the month as the first, or the month's last where it is
 * shorter. Each is counted from the first day: after 28 February comes 31 March again.
 */
export function scheduleDays(firstOn: Day, every: Every, times: number): Day[] {
  const [year, month, day] = firstOn.split('-').map(Number) as [number, number, number];
  return Array.from({ length: times }, (_, index) => {
    const monthIndex = month - 1 + index * MONTHS[every];
    const last = new Date(Date.UTC(year, monthIndex + 1, 0)).getUTCDate();
    return new Date(Date.UTC(year, monthIndex, Math.min(day, last))).toISOString().slice(0, 10);
  });
}

/** The instalments of a quantity by a schedule. Throws `invalid-input` as `splitEvenly`, and past 2099. */
export function instalmentsOf(quantity: bigint, { every, times, firstOn }: Schedule): Instalment[] {
  const days = scheduleDays(firstOn, every, times);
  if (!isDay(days.at(-1)!)) throw fieldError('schedule.times', 'go on after 2099');
  const parts = splitEvenly(quantity, times);
  return days.map((dueOn, index) => ({ dueOn, quantity: parts[index]! }));
}

/** An instalment, and how much of it has come and is still expected. */
export interface FilledInstalment extends Instalment {
  received: bigint;
  outstanding: bigint;
}

const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/**
 * Instalments in the order of their days, laid end to end: what is received covers their beginning,
 * what is outstanding the stretch after it, and what is left is no longer expected. (The CSV says the
 * same in SQL: exports/instalments.ts.)
 */
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

export const sumOf = (instalments: readonly Instalment[]): bigint =>
  instalments.reduce((sum, { quantity }) => sum + quantity, 0n);

/** The instalments of which something has come, and those of which nothing has: these may change. */
export function openInstalments(filled: readonly FilledInstalment[]): {
  paid: Instalment[];
  open: FilledInstalment[];
} {
  return {
    paid: filled.filter(({ received }) => received > 0n).map(plain),
    open: filled.filter(({ received }) => received === 0n),
  };
}

/**
 * What was paid stays the oldest: `further` ones come after it. Throws `invalid-input` for one that
 * is due before, and for more than 200 in all.
 */
export function withFurther(
  paid: readonly Instalment[],
  rest: readonly Instalment[],
  further: readonly Instalment[],
): Instalment[] {
  const last = paid.at(-1)?.dueOn;
  const early = further.findIndex(({ dueOn }) => last !== undefined && dueOn < last);
  if (early >= 0) {
    throw fieldError(
      `instalments[${early}].dueOn`,
      `is before ${last}, an instalment of which something has come`,
    );
  }
  const all = [...paid, ...rest, ...further];
  if (all.length > MAX_INSTALMENTS) {
    throw fieldError('instalments', `would be more than ${MAX_INSTALMENTS} in all`);
  }
  return all;
}

/** Throws `invalid-input` for a further instalment that is due before the last agreed one. */
function checkAfter(agreed: readonly Instalment[], further: readonly Instalment[]): void {
  const early = further.findIndex((part) => !addsAfter(agreed, [...agreed, part]));
  if (early < 0) return;
  throw fieldError(
    `instalments[${early}].dueOn`,
    `must be ${agreed.at(-1)!.dueOn} or later: that is the last agreed instalment. To give sooner, make another pledge`,
  );
}

/**
 * The instalments of a pledge that grows by `added`: with `further` ones for it, or by the last that
 * is due on or after the day `on`. Agreed ones never grow, and what is added is due after them. Throws `invalid-input` where further ones are
 * needed and none is named.
 */
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
    if (last === undefined) throw fieldError('instalments', 'this pledge has none to add to');
    if (isAgreed) checkAfter([...all, last], further);
    return withFurther(paid, open, further);
  }
  if (last === undefined) return [];
  if (isAgreed) {
    throw fieldError(
      'instalments',
      'is missing: the instalments are agreed in writing, so say when the added amount is due',
    );
  }
  if (last.dueOn < on) {
    throw fieldError(
      'instalments',
      'is missing: all instalments were due before today, so say when the added amount is due',
    );
  }
  return [...all, { dueOn: last.dueOn, quantity: last.quantity + added }];
}

/** The schedule of which a quantity's instalments are the equal parts; null where they are others. */
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
