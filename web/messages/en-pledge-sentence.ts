/** A pledge read back to its giver, in one English sentence. */
import type { Rate } from '../../server/domain/quantity.ts';
import type { Every } from '../../server/domain/schedule.ts';
import { percentageOf } from '../../server/domain/typed-numbers.ts';
import { extentOf, type Window } from '../../server/domain/window.ts';
import { addDays, type Day } from '../../server/domain/day.ts';
import { count, dayAndMonthOf, fullAmount, longDay } from '../format.ts';
import { listed } from './en-lists.ts';
import type { PledgeReading } from '../data/forms.ts';
import { hoursText } from './gpu-hours-preview.ts';

const EVERY: Record<Every, string> = { month: 'monthly', quarter: 'quarterly' };

/** Half-open days by their first and last: the year stands once where it is the same. */
function daysOf(from: Day, to: Day): string {
  const last = addDays(to, -1);
  if (from === last) return `on ${longDay(from)}`;
  const first = from.slice(0, 4) === last.slice(0, 4) ? dayAndMonthOf(from) : longDay(from);
  return `from ${first} to ${longDay(last)}`;
}

/** "in 12 monthly instalments of $100.00 from 1 March 2027" */
function partsOf({ asset, every, instalments }: PledgeReading): string {
  const [first, ...rest] = instalments;
  const last = rest.at(-1);
  if (!first) return 'in one sum';
  if (!last) return `in one sum on ${longDay(first.dueOn)}`;
  const amount = (quantity: bigint): string => fullAmount(quantity, asset);
  if (every === null) {
    const parts = instalments.map((part) => `${amount(part.quantity)} on ${longDay(part.dueOn)}`);
    return `in ${count(instalments.length)} instalments, ${listed(parts)}`;
  }
  const parts = `in ${count(instalments.length)} ${EVERY[every]} instalments of ${amount(first.quantity)}`;
  const odd = last.quantity === first.quantity ? '' : ` (the last of ${amount(last.quantity)})`;
  return `${parts}${odd} from ${longDay(first.dueOn)}`;
}

/** "95% of the time" of 0.95; nothing where it is all of it. */
const timeOf = ({ availability }: Window): string =>
  availability === '1' ? '' : `, ${percentageOf(availability)}% of the time`;

function computeOf(pledge: PledgeReading, rate: Rate): string {
  const { asset, quantity, windows, grant, site } = pledge;
  const where = site === null ? '' : ` at ${site}`;
  const hours = hoursText(quantity, rate);
  if (grant) return `time on ${asset}${where} ${daysOf(grant.from, grant.to)}: ${hours}`;
  const parts = windows.map((window, index) => {
    const gpus = index === 0 ? `${count(window.gpus)} ${asset}${where}` : count(window.gpus);
    return `${gpus} ${daysOf(window.from, window.to)}${timeOf(window)}`;
  });
  const peak = Math.max(...(extentOf(windows)?.levels ?? [0]));
  const most = windows.some(({ gpus }) => gpus >= peak) ? '' : `; up to ${count(peak)} at once`;
  return `${parts.join('; ')}${most}: ${windows.length > 1 ? 'in all ' : ''}${hours}`;
}

const SHOWN: Record<PledgeReading['visibility'], string> = {
  public: 'shown with your name',
  anonymous: 'shown without your name',
};

function shownOf({ visibility, isGiverShown }: PledgeReading): string {
  if (isGiverShown) return SHOWN[visibility];
  return 'shown without your name, as your signature is not public';
}

/** What a pledge gives: "$1,200.00 in 12 monthly instalments of $100.00 from 1 March 2027". */
export const pledgeGift = (pledge: PledgeReading): string =>
  pledge.h100Rate === null
    ? `${fullAmount(pledge.quantity, pledge.asset)} ${partsOf(pledge)}`
    : computeOf(pledge, pledge.h100Rate);

/** "You mean to give $1,200.00 in 12 monthly instalments of $100.00 from 1 March 2027, shown with your name." */
export const pledgeSentence = (pledge: PledgeReading): string =>
  `You mean to give ${pledgeGift(pledge)}${pledge.kind === 'funding' ? ',' : ';'} ${shownOf(pledge)}.`;
