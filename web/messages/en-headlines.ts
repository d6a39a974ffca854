import { addDays, type Day } from '../../server/domain/day.ts';
import {
  count,
  gpuHours,
  monthOf,
  plainAmount,
  type MoneyFigures,
  roundedAmount,
} from '../format.ts';
import type { Headline, MilestoneWords } from './shapes.ts';
import type { Concurrency, Money, Volume } from '../data/home.ts';

/** `shown`: the total as the page writes it, in minor units. */
const ofMoney = (currency: string, shown: bigint): MilestoneWords => ({
  amount: (quantity) => plainAmount(quantity, currency),
  rest: (reaches, has) => roundedAmount(reaches - (shown < reaches ? shown : has), currency),
});

const ofGpus: MilestoneWords = {
  amount: (quantity) => `${count(quantity)} GPUs at one site`,
  rest: (reaches, has) => count(reaches - has),
};

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

const headline = (lead: string, after: string): Headline => ({ before: '', lead, after });

export function moneyHeadline(money: Money, figures: MoneyFigures, closed: boolean): Headline {
  const { target, currency, stages } = money;
  const goal = target === null ? null : plainAmount(target, currency);
  const secured = stages.received + stages.committed;
  if (secured === 0n) {
    const known = stages.pledged + stages.waiting > 0n ? 'Nothing secured' : 'No money on record';
    return nothingOf(closed ? known : 'Nothing secured yet', goal && `at least ${goal}`, closed);
  }
  const parts = moneyParts(stages, figures);
  const lead = `${figures.secured} secured`;
  if (target === null) return headline(lead, `${parts}.`);
  if (secured < target) return headline(lead, ` of at least ${goal}${parts}.`);
  const met = secured === target ? 'which reaches' : 'more than';
  return headline(lead, `, ${met} the goal of ${goal}${parts}.`);
}

/** A closed record cannot know that there is nothing, and has no goal of its own. */
const nothingOf = (lead: string, goal: string | null, closed: boolean): Headline =>
  headline(`${lead}.`, goal ? ` ${closed ? 'Called for' : 'Goal'}: ${goal}.` : '');

function moneyParts(stages: Money['stages'], figures: MoneyFigures): string {
  if (stages.committed === 0n) return ', all of it received';
  if (stages.received === 0n) return ', all of it agreed in writing';
  return `: ${figures.received} received, ${figures.committed} agreed in writing`;
}

export function gpuHeadline(concurrency: Concurrency, closed: boolean): Headline {
  const { target, secured, pledged, endedOn, now } = concurrency;
  const { allSites, largestSite, from } = secured;
  if (allSites === 0) {
    const known = pledged > 0 ? 'No GPUs secured' : 'No GPUs on record';
    if (closed) return nothingOf(known, target === null ? null : count(target), closed);
    const goal = target === null ? null : `${count(target)} in one place`;
    return nothingOf('No GPUs secured yet', goal, closed);
  }
  const since = from ? ` ${endedOn ? monthsOf(from, endedOn) : `from ${monthOf(from)}`}` : '';
  const where = largestSite === allSites ? 'all at one site' : `${count(largestSite)} at one site`;
  return headline(
    `${count(allSites)} GPUs secured at once`,
    `${since}, ${where}${endedOn ? `; ${count(now)} today` : ''}${
      target === null ? '.' : goalOfGpus(target, allSites, largestSite)
    }`,
  );
}

/** "from August to September 2026": a past peak must not read as the present. */
function monthsOf(from: Day, endedOn: Day): string {
  const first = monthOf(from);
  const last = monthOf(addDays(endedOn, -1));
  return first === last ? `in ${first}` : `from ${first} to ${last}`;
}

/** The goal is GPUs in one place, which many sites together don't reach. */
function goalOfGpus(target: number, allSites: number, largestSite: number): string {
  if (largestSite >= target) {
    return `. The goal of ${count(target)} is ${largestSite > target ? 'passed' : 'reached'}.`;
  }
  return `. Goal: ${count(target)}${allSites >= target ? ' in one place' : ''}.`;
}

export function hoursHeadline(volume: Volume, closed: boolean): Headline {
  const { target, delivered, committed, pledged } = volume;
  const goal = target === null ? '' : ` Goal: ${gpuHours(target)}.`;
  const agreed = delivered + committed;
  if (delivered > 0n) {
    const of = committed > 0n ? ` of ${gpuHours(agreed)} agreed in writing.` : '.';
    return headline(`${gpuHours(delivered)} GPU-hours delivered`, of + goal);
  }
  if (agreed > 0n) {
    const none = closed ? ', none delivered.' : ', none delivered yet.';
    return headline(`${gpuHours(agreed)} GPU-hours agreed in writing`, none + goal);
  }
  if (pledged > 0n) {
    return headline(`${gpuHours(pledged)} GPU-hours promised`, `, none agreed in writing.${goal}`);
  }
  return headline(closed ? 'No GPU-hours on record.' : 'No GPU-hours yet.', goal);
}

export function hoursLine({ delivered, committed, pledged }: Volume): string {
  const agreed = delivered + committed;
  const promised = pledged > 0n ? `${gpuHours(pledged)} promised, not counted` : '';
  if (agreed === 0n) return promised && `In GPU-hours: ${promised}.`;
  const firm = `${gpuHours(delivered)} delivered of ${gpuHours(agreed)} agreed in writing`;
  return `In GPU-hours: ${firm}${promised && `; ${promised}`}.`;
}
