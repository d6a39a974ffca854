import type { Counts, Step } from './capacity.ts';
import { dayNumber, type Day } from '../day.ts';

/** The part of a curve on the half-open [from, to): the step that holds at `from` begins there. */
export function cutCurve<T>(
  steps: readonly T[],
  { from, to }: { from?: Day | undefined; to?: Day | undefined },
  onOf: (step: T) => Day,
  startingOn: (step: T, on: Day) => T,
): T[] {
  const until = to === undefined ? steps : steps.filter((step) => onOf(step) < to);
  if (from === undefined) return [...until];
  const before = until.findLast((step) => onOf(step) <= from);
  const after = until.filter((step) => onOf(step) > from);
  return before && (to === undefined || from < to) ? [startingOn(before, from), ...after] : after;
}

/** On how many days at least `target` GPUs are secured, at all sites or at one, and the first such day. */
export function daysAtTarget(
  steps: readonly Step[],
  target: number,
  measure: keyof Pick<Counts, 'secured' | 'largestSite'>,
): { days: number; firstOn: Day | null } {
  let days = 0;
  let firstOn: Day | null = null;
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1];
    if (!next || step[measure] < target) continue;
    days += dayNumber(next.on) - dayNumber(step.on);
    firstOn ??= step.on;
  }
  return { days, firstOn };
}
