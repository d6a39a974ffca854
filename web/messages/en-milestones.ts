/** The milestones under a bar, in English. */
import { count, plainAmount, roundedAmount } from '../format.ts';

/** How amounts of one kind are said. */
export interface MilestoneWords {
  amount: (quantity: bigint) => string;
  /** What is still missing. */
  rest: (reaches: bigint, has: bigint) => string;
}

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
  label: 'What for',
  state: 'How far',
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
