/** How the terms of a pledge changed, in English. */
import type { DaySpan, ScheduleChange, TermsDifference } from '../../server/domain/terms-change.ts';
import { count, exactAmount, fullDay, monthOf, gpuHours, plainAmount } from '../format.ts';
import { dayNumber, dayOf, type Day } from '../../server/domain/day.ts';
import type { InitiativeLine, TargetChange } from '../data/home.ts';

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

const yearOf = (day: string): string => day.slice(0, 4);

/** "2027", "2030–32" */
function years({ first, last }: DaySpan): string {
  const [from, to] = [yearOf(first), yearOf(last)];
  if (from === to) return from;
  return `${from}–${from.slice(0, 2) === to.slice(0, 2) ? to.slice(2) : to}`;
}

/** "March 2027", "March–June 2027", "March 2027–January 2028" */
function months({ first, last }: DaySpan): string {
  const [from, to] = [monthOf(first), monthOf(last)];
  if (from === to) return from;
  return `${yearOf(first) === yearOf(last) ? from.replace(/ \d+$/, '') : from}–${to}`;
}

/** "3 Mar 2027", "3 Mar 2027–17 Mar 2027" */
const days = ({ first, last }: DaySpan): string =>
  first === last ? fullDay(first) : `${fullDay(first)}–${fullDay(last)}`;

/** From when to when, in the coarsest words that tell the two apart. */
function move(from: DaySpan, to: DaySpan): string {
  const write = [years, months, days].find((words) => words(from) !== words(to));
  return write ? `from ${write(from)} to ${write(to)}` : `to other days in ${years(to)}`;
}

const instalments = (number: number): string =>
  `${count(number)} ${number === 1 ? 'instalment' : 'instalments'}`;

const TENSES = {
  past: { added: 'set', moved: 'moved', replaced: 'replaced', amounts: 'changed' },
  wish: { added: 'set', moved: 'move', replaced: 'replace', amounts: 'change' },
};

/** "moved 3 instalments from 2027 to 2030–32": what somebody did, or wishes to do. */
export function scheduleText(change: ScheduleChange, tense: keyof typeof TENSES = 'past'): string {
  const verb = TENSES[tense][change.kind];
  const some = instalments(change.count);
  if (change.kind === 'added') return `${verb} ${some} in ${years(change.to)}`;
  if (change.kind === 'moved') return `${verb} ${some} ${move(change.from, change.to)}`;
  if (change.kind === 'replaced') {
    const others = `${count(change.by)} in ${years(change.to)}`;
    return `${verb} ${some} in ${years(change.from)} with ${others}`;
  }
  const amounts = change.count === 1 ? 'amount' : 'amounts';
  return `${verb} the ${amounts} of ${some} in ${years(change.from)}`;
}

/** ", in 1 instalment in 2027": of an increase that has instalments of its own. */
export const addedText = ({ schedule }: TermsDifference): string =>
  schedule?.kind === 'added' ? `, in ${instalments(schedule.count)} in ${years(schedule.to)}` : '';

/** "Example Foundation moved 3 instalments from 2027 to 2030–32: $1.5M of a pledge of $2.0M" */
export function termsClause(who: string, asset: string, difference: TermsDifference): string {
  const { before, after, changed, schedule } = difference;
  const total = `a pledge of ${exactAmount(after, asset)}`;
  if (after !== before || schedule === null) {
    const raised = `${who} raised a pledge from ${exactAmount(before, asset)} to ${exactAmount(after, asset)}`;
    if (schedule?.kind !== 'added') return raised;
    return `${raised} and added ${instalments(schedule.count)} in ${years(schedule.to)}`;
  }
  const what = changed === after ? total : `${exactAmount(changed, asset)} of ${total}`;
  return `${who} ${scheduleText(schedule)}: ${what}`;
}
