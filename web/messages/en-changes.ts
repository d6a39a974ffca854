/** The changes of the ledger as English sentences. */
import { dayNumber, dayOf, type Day } from '../../server/domain/day.ts';
import type { Grade } from '../../server/domain/evidence.ts';
import type { Verb } from '../../server/domain/stage.ts';
import type { Extent } from '../../server/domain/window.ts';
import { count, exactAmount, fullDay, gpuHours } from '../format.ts';
import type { AnyChange, Change } from '../data/home.ts';
import { targetClause, addedText, termsClause } from './en-terms.ts';

export const grades: Record<Grade, string> = {
  'self-asserted': 'stated by the giver',
  'domain-verified': 'domain verified',
  'signed-agreement': 'signed agreement',
  'provider-statement': 'provider’s statement',
  payment: 'payment',
  metered: 'metered',
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
  /** The giver, or "someone". */
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
    `${who} promised ${what}${change.more ? ` more${addedText(change.more)}` : ''}${change.waits ? ', waiting for a condition' : ''}`,
  trigger: ({ what, from }) => `the condition for ${what}${from} is met`,
  commit: ({ who, what }) => `${who} agreed in writing to ${what}`,
  receive: ({ change, who }) => receipt(change, who),
  withdraw: ({ change, who }) => `${who} withdrew ${partOf(change)}`,
  lapse: ({ change, by, what }) =>
    `${isPart(change) ? partOf(change) : `a pledge of ${what}`}${by} is no longer expected`,
  dispute: ({ what, by }) => `a payment of ${what}${by} is contested`,
  win: ({ what, by }) => `the contested payment of ${what}${by} stands`,
  lose: ({ what, by }) => `the contested payment of ${what}${by} was refunded`,
  refund: ({ change, what }) => `${what} was refunded${change.who ? ` to ${change.who}` : ''}`,
  reinstate: ({ change, what, from }) =>
    `${isPart(change) ? partOf(change) : `a pledge of ${what}`}${from} is expected after all`,
  reverse: ({ what, from }) => `correction: an entry of ${what}${from} is taken back`,
};

function receipt(change: Change, who: string): string {
  const did = change.kind === 'funding' ? 'paid' : 'delivered';
  const { days } = change;
  const when = days ? ` from ${fullDay(days.first)} to ${fullDay(days.last)}` : '';
  const quantity = quantityOf(change, change.quantity) + when;
  if (change.beyond === change.quantity) return `${who} ${did} ${quantity}, not promised before`;
  if (change.beyond > 0n) {
    const beyond = quantityOf(change, change.beyond);
    return `${who} ${did} ${quantity}, of which ${beyond} beyond a pledge of ${totalOf(change)}`;
  }
  return `${who} ${did} ${change.kind === 'funding' ? partOf(change) : quantity}`;
}

const isPart = ({ quantity, total }: Change): boolean => quantity < total;

/** "$500,000 of a $2.0M pledge"; just the quantity when it is the whole. */
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
  const months =
    12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) +
    (Number(to.slice(5, 7)) - Number(from.slice(5, 7)));
  if (months <= 0 || from.slice(8) !== to.slice(8)) {
    return `from ${fullDay(from)} to ${fullDay(dayOf(dayNumber(to) - 1))}`;
  }
  const [length, unit] = months % 12 === 0 ? [months / 12, 'year'] : [months, 'month'];
  return length === 1 ? `for a ${unit}` : `for ${length} ${unit}s`;
}

function withReason({ reason }: Pick<Change, 'reason'>, sentence: string): string {
  const why = reason?.trim().replace(/[.\s]+$/, '');
  return why ? `${sentence}: ${why}.` : `${sentence}.`;
}
