import { addDays, type Day } from '../../server/domain/day.ts';
import type { Grade } from '../../server/domain/evidence.ts';
import type { Verb } from '../../server/domain/stage.ts';
import type { DaySpan, ScheduleChange, TermsDifference } from '../../server/domain/terms-change.ts';
import type { Extent } from '../../server/domain/window.ts';
import { count, exactAmount, fullDay, gpuHours, monthOf } from '../format.ts';
import { countAt } from './en-headlines.ts';
import type { AnyChange, Change, InitiativeLine, TargetChange } from '../data/home.ts';

export const grades: Record<Grade, string> = {
  'self-asserted': 'word only',
  'domain-verified': 'word, email domain confirmed',
  'signed-agreement': 'signed agreement',
  'provider-statement': 'provider’s statement',
  payment: 'payment',
  metered: 'metered jobs',
};

const someone = (who: string | null): string => who ?? 'someone';

function sentenceOf(change: AnyChange): string {
  if (change.kind === 'initiative') return withReason(change, targetClause(change));
  if (change.kind === 'terms') {
    return `${termsClause(someone(change.who), change.asset, change.difference)}.`;
  }
  return withReason(change, clauseOf(change));
}

export function changeSentence(change: AnyChange): string {
  const sentence = sentenceOf(change);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

interface Words {
  change: Change;
  who: string;
  /** "by" and "from" the giver, with a space in front; empty for someone unnamed. */
  by: string;
  from: string;
  what: string;
}

function clauseOf(change: Change): string {
  const { who } = change;
  return CLAUSES[change.verb]({
    change,
    who: someone(who),
    by: who ? ` by ${who}` : '',
    from: who ? ` from ${who}` : '',
    what: whatOf(change),
  });
}

const CLAUSES: Record<Verb, (words: Words) => string> = {
  pledge: ({ change, who, what }) =>
    `${who} promised ${what}${change.more ? ` more${addedText(change.more)}` : ''}${change.waits ? ', on a condition' : ''}`,
  trigger: ({ what, from }) => `the condition for ${what}${from} is met`,
  commit: ({ change: { kind }, who, what }) =>
    `${who} agreed in writing to ${kind === 'funding' ? 'give' : 'provide'} ${what}`,
  receive: ({ change, who }) => receipt(change, who),
  withdraw: ({ change, who }) => `${who} withdrew ${partOf(change)}`,
  lapse: ({ change, by, what }) =>
    `${isPart(change) ? partOf(change) : `a pledge of ${what}`}${by} is no longer expected`,
  dispute: ({ what, by }) => `a payment of ${what}${by} is contested`,
  win: ({ what, by }) => `the contested payment of ${what}${by} counts again`,
  lose: ({ what, by }) => `the contested payment of ${what}${by} was refunded`,
  refund: ({ change, what }) => `${what} was refunded${change.who ? ` to ${change.who}` : ''}`,
  reinstate: ({ change, what, from }) =>
    `${isPart(change) ? partOf(change) : `a pledge of ${what}`}${from} is expected after all`,
  reverse: ({ what, from }) => `correction: an entry of ${what}${from} is undone`,
};

function receipt(change: Change, who: string): string {
  const did = change.kind === 'funding' ? 'paid' : 'delivered';
  const { days } = change;
  const when = days ? ` from ${fullDay(days.first)} to ${fullDay(days.last)}` : '';
  const quantity = quantityOf(change, change.quantity) + when;
  if (change.beyond === change.quantity) return `${who} ${did} ${quantity}, not promised before`;
  if (change.beyond > 0n) {
    const beyond = quantityOf(change, change.beyond);
    return `${who} ${did} ${quantity}, including ${beyond} beyond a pledge of ${totalOf(change)}`;
  }
  return `${who} ${did} ${change.kind === 'funding' ? partOf(change) : quantity}`;
}

const isPart = ({ quantity, total }: Change): boolean => quantity < total;

/** "$500,000 of a $2M pledge"; just the quantity when it is the whole. */
const partOf = (change: Change): string =>
  isPart(change)
    ? `${quantityOf(change, change.quantity)} of a pledge of ${totalOf(change)}`
    : whatOf(change);

const quantityOf = ({ kind, asset }: Change, quantity: bigint): string =>
  kind === 'funding' ? exactAmount(quantity, asset) : `${gpuHours(quantity)} ${asset} GPU-hours`;

const totalOf = ({ kind, asset, total }: Change): string =>
  kind === 'funding' ? exactAmount(total, asset) : gpuHours(total);

/** "512 H100-SXM for a year at Oslo"; hours where the grant names no GPUs. */
function whatOf(change: Change): string {
  const { extent, asset, site } = change;
  if (extent === null) return quantityOf(change, change.quantity);
  return `${gpusOver(asset, extent)}${site ? ` at ${site}` : ''}`;
}

/** "512 H100-SXM for a year", "256, then 1,024 H100-SXM, 6 months": one count is not said of all days. */
export function gpusOver(asset: string, { levels, from, to }: Extent): string {
  const days = span(from, to);
  const [first = 0, second] = levels;
  if (second === undefined) return `${count(first)} ${asset} ${days}`;
  const gpus =
    levels.length === 2
      ? `${count(first)}, then ${count(second)}`
      : `up to ${count(Math.max(...levels))}`;
  return `${gpus} ${asset}, ${days.replace(/^(for|from) /, '')}`;
}

/** Half-open days in words: whole years and months by their length, others by their ends. */
function span(from: Day, to: Day): string {
  const apart =
    12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) +
    (Number(to.slice(5, 7)) - Number(from.slice(5, 7)));
  if (apart <= 0 || from.slice(8) !== to.slice(8)) {
    return `from ${fullDay(from)} to ${fullDay(addDays(to, -1))}`;
  }
  const [length, unit] = apart % 12 === 0 ? [apart / 12, 'year'] : [apart, 'month'];
  return length === 1 ? `for a ${unit}` : `for ${length} ${unit}s`;
}

function withReason({ reason }: Pick<Change, 'reason'>, sentence: string): string {
  const why = reason?.trim().replace(/[.\s]+$/, '');
  return why ? `${sentence}: ${why}.` : `${sentence}.`;
}

/** Half-open days as people say them: the last one is named. */
export function windowText(from: Day | null, to: Day | null): string | null {
  const last = to && fullDay(addDays(to, -1));
  if (from === null) return last && `until ${last}`;
  return last === null ? `from ${fullDay(from)}` : `${fullDay(from)} to ${last}`;
}

const PARTS: readonly [name: string, text: (line: InitiativeLine) => string | null][] = [
  [
    'the funding goal',
    ({ funding, currency }) => (funding === null ? null : exactAmount(funding, currency)),
  ],
  ['the GPU goal', ({ gpus, basis }) => (gpus === null ? null : countAt(gpus, basis))],
  [
    'the goal for GPU-hours',
    ({ gpuSeconds }) => (gpuSeconds === null ? null : gpuHours(gpuSeconds)),
  ],
  ['the window', ({ from, to }) => windowText(from, to)],
];

function targetPart(name: string, was: string | null, is: string | null): string {
  if (is === null) return `${name} of ${was} is dropped`;
  return was === null ? `${name} is now ${is}` : `${name} is now ${is} (was ${was})`;
}

/** "the funding goal is now $120M (was $100M)", without its reason. */
export const targetClause = ({ before, after }: TargetChange): string =>
  PARTS.map(([name, text]) => [name, text(before), text(after)] as const)
    .filter(([, was, is]) => was !== is)
    .map((clause) => targetPart(...clause))
    .join(', ');

const yearOf = (day: string): string => day.slice(0, 4);

function years({ first, last }: DaySpan): string {
  const [from, to] = [yearOf(first), yearOf(last)];
  if (from === to) return from;
  return `${from}–${from.slice(0, 2) === to.slice(0, 2) ? to.slice(2) : to}`;
}

function months({ first, last }: DaySpan): string {
  const [from, to] = [monthOf(first), monthOf(last)];
  if (from === to) return from;
  return `${yearOf(first) === yearOf(last) ? from.replace(/ \d+$/, '') : from}–${to}`;
}

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
  past: { added: 'scheduled', moved: 'moved', replaced: 'replaced', amounts: 'changed' },
  wish: { added: 'schedule', moved: 'move', replaced: 'replace', amounts: 'change' },
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

/** "Example Foundation moved 3 instalments from 2027 to 2030–32: $1.5M of a pledge of $2M" */
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
