import type { Instalment } from './pledge-book.ts';
import type { Day } from './day.ts';

export interface DaySpan {
  first: Day;
  last: Day;
}

/** Without the instalments that both schedules have. */
export type ScheduleChange =
  | { kind: 'added'; count: number; to: DaySpan }
  | { kind: 'moved'; count: number; from: DaySpan; to: DaySpan }
  | { kind: 'replaced'; count: number; from: DaySpan; by: number; to: DaySpan }
  | { kind: 'amounts'; count: number; from: DaySpan };

export interface Scheduled {
  quantity: bigint;
  instalments: readonly Instalment[];
}

export interface TermsDifference {
  before: bigint;
  after: bigint;
  /** The amount of the instalments that changed, as they were; or of those that were added. */
  changed: bigint;
  schedule: ScheduleChange | null;
}

const keyOf = ({ dueOn, quantity }: Instalment): string => `${dueOn} ${quantity}`;

/** Each as often as `others` lacks it. */
function without(all: readonly Instalment[], others: readonly Instalment[]): Instalment[] {
  const left = new Map<string, number>();
  for (const part of others) left.set(keyOf(part), (left.get(keyOf(part)) ?? 0) + 1);
  return all.filter((part) => {
    const times = left.get(keyOf(part)) ?? 0;
    if (times > 0) left.set(keyOf(part), times - 1);
    return times === 0;
  });
}

export const changedInstalments = (
  before: readonly Instalment[],
  after: readonly Instalment[],
): { gone: Instalment[]; come: Instalment[] } => ({
  gone: without(before, after),
  come: without(after, before),
});

const daysOf = (parts: readonly Instalment[]): Day[] => parts.map(({ dueOn }) => dueOn).toSorted();

/** Whether nothing goes and the added are due last: an earlier one would take the place of what is agreed. */
export function addsAfter(before: readonly Instalment[], after: readonly Instalment[]): boolean {
  const { gone, come } = changedInstalments(before, after);
  const last = daysOf(before).at(-1);
  return gone.length === 0 && come.every(({ dueOn }) => last === undefined || dueOn >= last);
}

function spanOf(parts: readonly Instalment[]): DaySpan {
  const days = daysOf(parts);
  return { first: days[0]!, last: days.at(-1)! };
}

function scheduleChange(gone: Instalment[], come: Instalment[]): ScheduleChange | null {
  if (come.length === 0) return null;
  const to = spanOf(come);
  if (gone.length === 0) return { kind: 'added', count: come.length, to };
  const [count, from] = [gone.length, spanOf(gone)];
  if (count !== come.length) return { kind: 'replaced', count, from, by: come.length, to };
  if (daysOf(gone).join() === daysOf(come).join()) return { kind: 'amounts', count, from };
  return { kind: 'moved', count, from, to };
}

const sumOf = (parts: readonly Instalment[]): bigint =>
  parts.reduce((sum, { quantity }) => sum + quantity, 0n);

export function termsDifference(before: Scheduled, after: Scheduled): TermsDifference | null {
  const { gone, come } = changedInstalments(before.instalments, after.instalments);
  const schedule = scheduleChange(gone, come);
  if (schedule === null && before.quantity === after.quantity) return null;
  return {
    before: before.quantity,
    after: after.quantity,
    changed: sumOf(gone.length > 0 ? gone : come),
    schedule,
  };
}

const dueBy = (parts: readonly Instalment[], day: Day): bigint =>
  sumOf(parts.filter(({ dueOn }) => dueOn <= day));

export const isLater = (before: readonly Instalment[], after: readonly Instalment[]): boolean =>
  daysOf(before).some((day) => dueBy(after, day) < dueBy(before, day));
