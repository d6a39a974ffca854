import type { Basis } from '../../server/domain/totals.ts';
import { addDays, type Day } from '../../server/domain/day.ts';
import {
  count,
  exactAmount,
  fullDay,
  gpuHours,
  moneyFigures,
  monthOf,
  percentage,
  type MoneyFigures,
  roundedAmount,
  shortHours,
} from '../format.ts';
import type { Headline, MilestoneWords } from './shapes.ts';
import type { Concurrency, HomePage, Money, Volume } from '../data/home.ts';

/** `shown`: the total as the page writes it, in minor units. */
const ofMoney = (currency: string, shown: bigint): MilestoneWords => ({
  amount: (quantity) => exactAmount(quantity, currency),
  rest: (reaches, has) => roundedAmount(reaches - (shown < reaches ? shown : has), currency),
});

const ofGpus = (basis: Basis): MilestoneWords => ({
  amount: (quantity) => gpusOf(Number(quantity), basis),
  rest: (reaches, has) => count(reaches - has),
});

const toGo = (rest: string): string => `${rest} to go`;

export const milestones = {
  title: 'Milestone',
  label: 'Purpose',
  state: 'Progress',
  next: 'Next:',
  /** After "$30M": what for, and how far. */
  afterNext: (label: string, rest: string): string => `, “${label}”; ${toGo(rest)}.`,
  reached: (reached: number, all: number): string =>
    all === 1 && reached === 1 ? 'Milestone reached' : `${reached} of ${all} milestones reached`,
  isReached: 'reached',
  toGo,
  ofMoney,
  ofGpus,
};

/** The lead is the figure, as large as the page has it. */
const headline = (lead: string, after: string): Headline => ({ before: '', lead, after });

const ofGoal = (part: bigint, whole: bigint, goal: string): string =>
  part === 0n ? `, of ${goal}` : `, ${percentage(part, whole)} of ${goal}`;

export function moneyHeadline(money: Money, figures: MoneyFigures, closed: boolean): Headline {
  const { target, currency, stages } = money;
  const secured = stages.received + stages.committed;
  if (secured === 0n && closed) {
    // A closed record cannot know that there is nothing.
    return headline(
      '',
      stages.pledged + stages.waiting > 0n ? 'No money secured' : 'No money on record',
    );
  }
  const goal = target === null ? '' : ofGoal(secured, target, exactAmount(target, currency));
  return headline(figures.secured, `secured${secured === 0n ? ' so far' : ''}${goal}`);
}

const places: Record<Basis, string> = { site: 'at one site', all: 'across all sites' };

export const countAt = (gpus: number, basis: Basis): string => `${count(gpus)} ${places[basis]}`;

export const gpusOf = (gpus: number, basis: Basis): string =>
  `${count(gpus)} ${gpus === 1 ? 'GPU' : 'GPUs'} ${places[basis]}`;

export function gpuHeadline(concurrency: Concurrency, closed: boolean, day = 'today'): Headline {
  const { target, basis, held, pledged } = concurrency;
  const { gpus, from, endedOn, now } = held[basis];
  if (gpus === 0 && closed) {
    return headline('', pledged > 0 ? 'No GPUs secured' : 'No GPUs on record');
  }
  const goal = target === null ? '' : ofGoal(BigInt(gpus), BigInt(target), count(target));
  const when = from && endedOn ? ` ${monthsOf(from, endedOn)}` : '';
  return headline(
    `${count(gpus)} ${gpus === 1 ? 'GPU' : 'GPUs'}`,
    `${places[basis]}${when}${goal}${when && `; ${count(now)} ${day}`}`,
  );
}

/** Beneath the bar: the other way of counting. */
export function gpusBeside({ basis, held, secured, site }: Concurrency): Beside | null {
  if (held.all.gpus === 0) return null;
  if (held.all.gpus === held.site.gpus) return [`all at ${site ?? 'one site'}`];
  return basis === 'site'
    ? [
        site === null ? 'largest site; ' : `largest site, ${site}; `,
        count(held.all.gpus),
        ` ${places.all}`,
      ]
    : ['', count(secured.largestSite), ' at the largest site'];
}

type Beside = [before: string, figure?: string, after?: string];

/** "from August to September 2026": a past peak must not read as the present. */
function monthsOf(from: Day, endedOn: Day): string {
  const first = monthOf(from);
  const last = monthOf(addDays(endedOn, -1));
  return first === last ? `in ${first}` : `from ${first} to ${last}`;
}

export function hoursHeadline(volume: Volume, closed: boolean): Headline {
  const { target, delivered, committed } = volume;
  const agreed = delivered + committed;
  if (agreed === 0n && closed) return headline('', 'No GPU-hours secured');
  const goal = target === null ? '' : ofGoal(agreed, target, shortHours(target));
  const secured = delivered === agreed ? 'delivered' : 'agreed in writing or delivered';
  return headline(
    `${shortHours(agreed)} GPU-hours`,
    agreed === 0n ? `secured so far${goal}` : `${secured}${goal}`,
  );
}

export function hoursLine({ delivered, committed, pledged }: Volume): string {
  const agreed = delivered + committed;
  const promised = pledged > 0n ? `${gpuHours(pledged)} promised, not counted` : '';
  if (agreed === 0n) return promised && `In GPU-hours: ${promised}.`;
  const firm = `${gpuHours(delivered)} delivered of ${gpuHours(agreed)} agreed in writing`;
  return `In GPU-hours: ${firm}${promised && `; ${promised}`}.`;
}

/** "$11.5M promised, $12.9M conditional": what no total has; empty where there is nothing. */
export function uncounted({ money, concurrency, volume }: FrontFigures): string {
  const figures = money && moneyFigures(money.stages, money.currency, money.target);
  const { pledged = 0n, waiting = 0n, disputed = 0n } = money?.stages ?? {};
  const gpus = concurrency?.pledged ?? 0;
  const hours = concurrency ? 0n : (volume?.pledged ?? 0n);
  const parts = [
    pledged > 0n && `${figures!.pledged} promised`,
    waiting > 0n && `${figures!.waiting} conditional`,
    disputed > 0n && `${figures!.disputed} contested by its payer`,
    gpus > 0 && `${count(gpus)} GPUs promised`,
    hours > 0n && `${shortHours(hours)} GPU-hours promised`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? `Not counted: ${parts.join(', ')}.` : '';
}

/** After "Late:"; empty where nothing is. */
export function late({ late: { money: owed, hours }, money }: FrontFigures): string {
  const parts = [
    // Less than half an hour would read as none.
    hours.missing >= 1_800n &&
      `${shortHours(hours.missing)} of the ${shortHours(hours.due)} GPU-hours due by ${fullDay(hours.by)}`,
    owed.amount > 0n &&
      money !== null &&
      `${roundedAmount(owed.amount, money.currency)} from ${owed.pledges === 1 ? 'one pledge' : `${count(owed.pledges)} pledges`}`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? `${parts.join('; ')}.` : '';
}

type FrontFigures = Pick<HomePage, 'money' | 'concurrency' | 'volume' | 'late'>;

/** "+$1.2M received", "−$300,000 secured"; empty without a change. */
const changed = (minor: bigint, currency: string, word: string): string => {
  const amount = roundedAmount(minor < 0n ? -minor : minor, currency);
  return minor === 0n ? '' : `${minor < 0n ? '−' : '+'}${amount} ${word}`;
};

const FEW: Readonly<Record<number, string>> = { 3: 'three', 4: 'four', 5: 'five', 6: 'six' };

/** The lines below the home page's charts. */
export const chartNews = {
  moneyChange: (day: Day, secured: bigint, received: bigint, currency: string): string => {
    const parts = [changed(secured, currency, 'secured'), changed(received, currency, 'received')];
    return `${parts.filter(Boolean).join(', ') || 'Nothing changed'} in ${monthOf(day).split(' ')[0]}.`;
  },
  outlook: ({ over, reaches }: { over: number; reaches: string | null }): string => {
    const pace = `At the pace of the last ${FEW[over]} months`;
    return reaches === null
      ? `${pace} the goal would be more than ten years away.`
      : `${pace} the goal would be reached in ${monthOf(reaches)} (arithmetic, not a promise).`;
  },
  gpusChange: (now: number, before: number, then: Day, next: Day | null): string => {
    if (now + before === 0) return next === null ? '' : `GPUs start on ${fullDay(next)}.`;
    const more = count(Math.abs(now - before));
    const change = now === before ? 'as' : `${more} ${now > before ? 'more' : 'fewer'} than`;
    return `${count(now)} GPUs at once today, ${change} on ${fullDay(then)}.`;
  },
};
