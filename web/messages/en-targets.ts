/** What the initiative aims at, and how that changed, as English sentences. */
import { dayNumber, dayOf, type Day } from '../../server/domain/day.ts';
import { count, fullDay, gpuHours, plainAmount } from '../format.ts';
import type { InitiativeLine, TargetChange } from '../model.ts';

/** Half-open days as people say them: the last one is named. */
export function windowText(from: Day | null, to: Day | null): string | null {
  const last = to && fullDay(dayOf(dayNumber(to) - 1));
  if (from === null) return last && `until ${last}`;
  return last === null ? `from ${fullDay(from)}` : `${fullDay(from)} to ${last}`;
}

/** Each thing that an entry of the initiative tells, by its name. */
const PARTS: readonly [name: string, text: (line: InitiativeLine) => string | null][] = [
  [
    'the funding goal',
    ({ funding, currency }) => (funding === null ? null : plainAmount(funding, currency)),
  ],
  ['the goal of GPUs at once', ({ gpus }) => (gpus === null ? null : count(gpus))],
  [
    'the goal of GPU-hours',
    ({ gpuSeconds }) => (gpuSeconds === null ? null : gpuHours(gpuSeconds)),
  ],
  ['the window', ({ from, to }) => windowText(from, to)],
];

function clauseOf(name: string, was: string | null, is: string | null): string {
  if (is === null) return `${name} of ${was} is dropped`;
  return was === null ? `${name} is now ${is}` : `${name} is now ${is} (was ${was})`;
}

/** "the funding goal is now $120M (was $100M)", without its reason. */
export const targetClause = ({ before, after }: TargetChange): string =>
  PARTS.map(([name, text]) => [name, text(before), text(after)] as const)
    .filter(([, was, is]) => was !== is)
    .map((clause) => clauseOf(...clause))
    .join(', ');
