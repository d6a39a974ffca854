import { addDays, type Day } from '../../server/domain/day.ts';
import type { Stage } from '../../server/domain/stage.ts';
import { percentageOf } from '../../server/domain/typed-numbers.ts';
import { extentOf, type Window } from '../../server/domain/window.ts';
import { count, exactAmount, fullDay, fullAmount, gpuHours, monthOf } from '../format.ts';
import type { PledgeCondition, PledgeLine, PledgePage } from '../data/pages.ts';
import { gpusOver } from './en-changes.ts';
import { listed } from './en-shared.ts';

export const together =
  'We accept anonymous pledges together, once a day, when five givers are waiting. We’ll email you when yours is accepted.';

/** A quantity as a sentence has it: "$1.5M", "1,251,068.80 GPU-hours". */
export const quantityOf = (asset: string, kind: PledgeLine['kind'], quantity: bigint): string =>
  kind === 'funding' ? exactAmount(quantity, asset) : `${gpuHours(quantity)} GPU-hours`;

export const stageWords: Record<Stage, { funding: string; compute: string }> = {
  received: { funding: 'received', compute: 'delivered' },
  committed: { funding: 'agreed in writing', compute: 'agreed in writing' },
  pledged: { funding: 'promised', compute: 'promised' },
  waiting: { funding: 'conditional', compute: 'conditional' },
  disputed: { funding: 'contested', compute: 'contested' },
  refunded: { funding: 'refunded', compute: 'refunded' },
  withdrawn: { funding: 'withdrawn', compute: 'withdrawn' },
  lapsed: { funding: 'no longer expected', compute: 'no longer expected' },
};

/** "512 H100-SXM for a year at Oslo", "$2M", "250,000 H100-SXM GPU-hours". */
export function subjectOf({
  kind,
  asset,
  windows,
  total,
  site,
}: Pick<PledgeLine, 'kind' | 'asset' | 'windows' | 'total' | 'site'>): string {
  if (kind === 'funding') return exactAmount(total, asset);
  const where = site ? ` at ${site}` : '';
  const extent = extentOf(windows);
  if (!extent) return `${gpuHours(total)} ${asset} GPU-hours${where}`;
  return `${gpusOver(asset, extent)}${where}`;
}

export interface PledgeHeadline {
  lead: string;
  after: string;
}

const PLACED: Record<'secured' | 'expected' | 'gone', Stage[]> = {
  secured: ['received', 'committed'],
  expected: ['pledged', 'waiting'],
  gone: ['disputed', 'refunded', 'withdrawn', 'lapsed'],
};

/** What is secured comes first: "$3.8M secured: $1.3M received, …". What isn't counted is a sentence of its own. */
export function standingSentence({ kind, asset, stages }: PledgeLine): PledgeHeadline {
  const heldOf = (place: keyof typeof PLACED) =>
    PLACED[place].filter((stage) => stages[stage] > 0n);
  /** The unit of hours is said once in each sentence. */
  const said = (held: readonly Stage[], isBegun = false, verb = ''): string[] =>
    held.map((stage, index) => {
      const isFirst = index === 0 && !isBegun;
      const quantity = stages[stage];
      const figure =
        isFirst || kind === 'funding' ? quantityOf(asset, kind, quantity) : gpuHours(quantity);
      return `${figure} ${verb}${stageWords[stage][kind]}`;
    });
  const [secured, expected, gone] = [heldOf('secured'), heldOf('expected'), heldOf('gone')];
  const [first, ...rest] =
    secured.length > 0 ? said(secured, secured.length > 1) : said([...expected, ...gone]);
  if (secured.length === 0) {
    return {
      lead: first ?? 'Nothing on record',
      after: rest.length > 0 ? `, ${rest.join(', ')}.` : '.',
    };
  }
  const is = kind === 'funding' ? 'is ' : 'are ';
  const others = [
    expected.length > 0 ? `Another ${said(expected, false, is).join(' and ')}, not counted.` : '',
    gone.length > 0 ? `${said(gone, false, is).join(', ')}.` : '',
  ].filter(Boolean);
  const sum = quantityOf(asset, kind, stages.received + stages.committed);
  const counted = rest.length > 0 ? `: ${[first, ...rest].join(', ')}` : '';
  return {
    lead: rest.length > 0 ? `${sum} secured` : first!,
    after: [`${counted}.`, ...others].join(' '),
  };
}

export function standingText(pledge: PledgeLine): string {
  const { lead, after } = standingSentence(pledge);
  return lead + after;
}

function conditionSentence(condition: PledgeCondition, currency: string): string {
  const { metric, counts, reaches, by } = condition;
  const firmly =
    counts === 'committed' ? 'agreed in writing or received' : 'promised, agreed or received';
  const figures = {
    funding: `${exactAmount(reaches, currency)} is ${firmly}`,
    gpuHours: `${gpuHours(reaches)} H100-equivalent GPU-hours are ${firmly}`,
    organisations: `${count(reaches)} organisations have signed`,
  };
  return `Counts once ${figures[metric]}${by ? `, by ${fullDay(by)} at the latest` : ''}.`;
}

const sources: Record<string, string> = {
  ECB: 'European Central Bank',
  ADMIN: 'entered by an admin',
};

/** "1 GBP = 1.1684 ÷ 0.87058 USD (European Central Bank, 2 Mar 2026)." */
function rateSentence({ rate, asset, kind }: PledgePage['pledge'], currency: string): string {
  const { num, den, on, source } = rate;
  if (kind === 'compute') {
    const value = num === den ? '1' : `${num} ÷ ${den}`;
    const since = on === null ? '' : `, the factor since ${fullDay(on)}`;
    return `1 ${asset} hour = ${value} H100-equivalent hours, by dense BF16 peak${since}.`;
  }
  const value = den === '1' ? num : `${num} ÷ ${den}`;
  const from = [sources[source] ?? source, on && fullDay(on)].filter(Boolean).join(', ');
  return `1 ${asset} = ${value} ${currency} (${from}).`;
}

const windowSentence = (asset: string, { gpus, from, to, availability }: Window): string => {
  const last = fullDay(addDays(to, -1));
  const share =
    availability === '1' ? '' : `, available ${percentageOf(availability)}% of the time`;
  return `${count(gpus)} ${asset}, ${fullDay(from)} to ${last}${share}`;
};

export const pledges = {
  title: 'Pledges',
  lead: 'Every accepted pledge, and how much of it is secured.',
  found: (found: number, isFiltered: boolean, closed: boolean): string => {
    if (found === 0 && isFiltered) return 'No pledge matches.';
    if (found === 0) return closed ? 'No pledge is on record.' : 'No pledges yet.';
    return `${count(found)} ${found === 1 ? 'pledge' : 'pledges'}`;
  },
  kinds: { all: 'All', funding: 'Money', compute: 'Compute' },
  stage: 'Stage',
  anyStage: 'any stage',
  asset: { all: 'Asset', funding: 'Currency', compute: 'GPU' },
  anyAsset: 'any',
  sort: 'Sort by',
  sorts: {
    newest: 'newest first',
    changed: 'latest change first',
    amount: 'largest first',
    secured: 'most secured first',
  },
  unnamed: 'Giver not shown',
  together: (members: string[]): string => `together with ${listed(members)}`,
  scale: (kinds: number): string =>
    `The bars ${kinds > 1 ? 'of one colour' : 'of this page'} are on one scale.`,
  accepted: (on: Day, base: string | null): string =>
    `Accepted on ${fullDay(on)}${base === null ? '' : ` at ${base}`}.`,
  h100e: (hours: string): string => `${hours} H100-equivalent hours`,
};

export const pledge = {
  by: (subject: string, who: string | null): string =>
    who ? `${subject} from ${who}` : `${subject}, giver not shown`,
  standingSentence,
  flow: 'Stages over time',
  flowSummary: (from: Day, to: Day): string =>
    `The amount in each stage from ${fullDay(from)} to ${fullDay(to)}.`,
  day: 'Day',
  terms: 'Terms',
  together: 'Together with',
  listed,
  giver: 'Giver',
  reference: 'Reference',
  accepted: 'Accepted',
  total: 'Total amount',
  windows: 'GPUs',
  window: windowSentence,
  grant: (from: Day, to: Day): string => `between ${fullDay(from)} and ${fullDay(addDays(to, -1))}`,
  where: 'Where',
  paidThrough: {
    fund: 'Paid through a fund',
    agency: 'Paid through an agency',
    employer: 'Matched by an employer',
  },
  measured: 'Counted as delivered',
  measuredBy: {
    jobs: 'The GPU-hours that jobs have used.',
    reservation: 'The GPU-hours kept available, used or not.',
  },
  expected: 'Expected until',
  months: {
    title: 'Agreed and delivered',
    lead: 'In GPU-hours. GPUs are due on their days. A grant of hours is due evenly over its days. A delivery counts on the day it happened.',
    used: '“Used” is how many of the available hours jobs took up. “Delivered” doesn’t include it.',
    summary: (months: number): string => `${count(months)} months`,
    month: 'Month',
    columns: {
      agreed: 'agreed',
      delivered: 'delivered',
      used: 'used',
      open: 'still missing',
    },
    name: (month: string): string => monthOf(`${month}-01`),
    hours: gpuHours,
  },
  source: 'Source',
  bought:
    'Bought with the initiative’s own money. It counts in GPUs at once, not as a contribution.',
  condition: 'Condition',
  conditionSentence,
  firm: 'This is already agreed in writing. It is secured once the condition is met.',
  rate: 'Reference rate',
  rateSentence,
  staleRate: 'This rate was more than ten days old when the pledge was accepted.',
  schedule: 'Schedule',
  dueOn: 'Due',
  amount: 'Amount',
  received: 'Received',
  open: 'Outstanding',
  late: 'overdue',
  notExpected: 'no longer expected',
  beyond: 'beyond the promise',
  values: 'Value at different exchange rates',
  atReference: 'At the reference rate',
  valued: 'At the exchange rate',
  difference: 'Difference',
  receivedInAll: 'Total received',
  rateOn: (on: Day): string => `at the rate of ${fullDay(on)}`,
  settled: 'at the rate of each payment’s day',
  /** A gain or a loss, to the last minor unit. */
  signed: (minor: bigint, currency: string): string =>
    `${minor > 0n ? '+' : ''}${fullAmount(minor, currency)}`,
  noRate: 'no rate',
  evidence: 'Evidence',
  entry: (seq: number): string => `entry ${count(seq)}`,
  more: 'Earlier changes (JSON)',
};
