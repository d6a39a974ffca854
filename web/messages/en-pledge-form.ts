import { detailNames, type Detail, type Details } from '../../server/domain/details.ts';
import { addDays, type Day } from '../../server/domain/day.ts';
import type { Rate } from '../../server/domain/quantity.ts';
import type { Every } from '../../server/domain/schedule.ts';
import { percentageOf } from '../../server/domain/typed-numbers.ts';
import { extentOf, gapsOf, type Window } from '../../server/domain/window.ts';
import type { PledgeKind, PledgeReading } from '../data/forms.ts';
import { count, dayAndMonthOf, fullAmount, longDay } from '../format.ts';
import { hoursText } from './en-gpu-hours.ts';
import { listed } from './en-shared.ts';
import type { Choice, FieldWords } from './shapes.ts';

const visibilities: Choice[] = [
  { value: 'public', text: 'Your name and the amount' },
  {
    value: 'anonymous',
    text: 'Only the amount',
    hint: 'Your amount will be public without your name; someone may guess who gave. We accept anonymous pledges together, once a day, when five givers are waiting.',
  },
];

const schedules: Choice[] = [
  { value: 'once', text: 'One payment' },
  { value: 'month', text: 'Monthly' },
  { value: 'quarter', text: 'Quarterly' },
  { value: 'free', text: 'In instalments you choose' },
];

const paidThrough: Choice[] = [
  { value: 'none', text: 'Directly' },
  { value: 'fund', text: 'A donor-advised or other fund' },
  { value: 'agency', text: 'A funding agency' },
  { value: 'employer', text: 'A matching employer' },
];

const by: Choice[] = [
  {
    value: 'windows',
    text: 'Reserved for us',
    hint: 'A number of GPUs, from a first day to a last day.',
  },
  {
    value: 'hours',
    text: 'Only when idle, or by hours',
    hint: 'For GPUs that nobody else needs at the time, and for a grant without a fixed number. It counts in GPU-hours and never in GPUs at once.',
  },
];

const measuredBy: Choice[] = [
  {
    value: 'jobs',
    text: 'By the hours that jobs use',
    hint: 'Only the hours that jobs use count as delivered.',
  },
  {
    value: 'reservation',
    text: 'By the hours kept available',
    hint: 'The hours that you keep available count as delivered, used or not.',
  },
];

const ofBoth = {
  visibility: { label: 'What should the public see?', choices: visibilities },
  provider: { label: 'Provider', hint: 'Who runs the GPUs, if you don’t.' },
  purchaseOrder: { label: 'Purchase order number', hint: 'We never show this.' },
  restrictedTo: {
    label: 'Restricted to',
    hint: 'What may we use the money for? Leave empty if you don’t mind. We show this with your pledge if we show your name. An admin reviews it first.',
  },
  note: { label: 'Note', hint: 'What should the admins know? We never show this.' },
} satisfies Record<Detail, FieldWords> & Record<string, FieldWords>;

const ofMoney = {
  ...ofBoth,
  asset: {
    label: 'Currency',
    hint: 'We convert other currencies at the reference rate of the day we accept your pledge.',
  },
  amount: { label: 'Total amount', hint: 'For example: 1,200.00.' },
  'schedule.every': { label: 'Payment schedule', choices: schedules },
  'schedule.firstOn': {
    label: 'First day',
    hint: 'The day of the first payment. If you make only one payment, you can leave this empty.',
  },
  'schedule.times': {
    label: 'Number of payments',
    hint: 'For example: 12. We split the amount evenly and add the remainder to the last payment.',
  },
  instalments: {
    label: 'Instalments',
    hint: 'They must add up to the total amount. Leave a row empty if you don’t need it.',
  },
  'instalments.dueOn': { label: 'Day' },
  'instalments.amount': { label: 'Amount' },
  'paidThrough.kind': {
    label: 'Paid through',
    hint: 'We show this with your pledge if we show your name. An admin reviews it first.',
    choices: paidThrough,
  },
  'paidThrough.name': { label: 'Name of the fund, agency or employer' },
} satisfies Record<string, FieldWords>;

const ofCompute = {
  ...ofBoth,
  asset: { label: 'GPU' },
  site: {
    label: 'Site',
    hint: 'One location with one interconnect. If you count by hours, you can leave this empty.',
  },
  by: { label: 'How do you count the GPUs?', choices: by },
  windows: {
    label: 'GPUs',
    hint: 'Use several rows for a ramp. Rows whose days overlap add up. Leave a row empty if you don’t need it.',
  },
  'windows.gpus': { label: 'GPUs' },
  'windows.from': { label: 'First day' },
  'windows.to': { label: 'Last day' },
  'windows.availability': { label: 'Available, %' },
  'windows.gpuHours': { label: 'GPU-hours' },
  measuredBy: { label: 'How is delivery measured?', choices: measuredBy },
} satisfies Record<string, FieldWords>;

/** Each detail that is given, after its label. `isPublic`: only those that the public reads, or only the others. */
const said = (details: Partial<Details>, isPublic?: boolean): [label: string, text: string][] =>
  detailNames(isPublic).flatMap((name): [string, string][] => {
    const text = details[name];
    return text ? [[ofBoth[name].label, text]] : [];
  });

export const pledgeForm = {
  title: { funding: 'Pledge money', compute: 'Pledge GPUs' } satisfies Record<PledgeKind, string>,
  text: {
    funding: 'Tell us how much you’ll give, and when. You don’t pay here.',
    compute: 'Tell us which GPUs you’ll provide, where, and when.',
  } satisfies Record<PledgeKind, string>,
  sections: {
    what: 'Your pledge',
    when: 'When and how',
    shown: 'What the public sees',
    more: 'For the admins',
  },
  fields: { funding: ofMoney, compute: ofCompute },
  said,
  restricted: (amount: string): string =>
    `${amount} of this is restricted, according to the givers.`,
  payNow: 'Do you want to pay now?',
  give: 'Give now, without a pledge and without your name',
  editing: { title: 'Edit your pledge', submit: 'Save' },
  steps: {
    pledge: { title: 'Your pledge' },
    review: { title: 'Check your pledge' },
    accepted: {
      funding: {
        title: 'Accepted',
        who: 'at once, or by an admin; if anonymous, together with others',
      },
      compute: { title: 'Accepted', who: 'by an admin; if anonymous, together with others' },
    } satisfies Record<PledgeKind, unknown>,
  },
  review: {
    title: 'Check your pledge',
    text: 'You haven’t sent anything yet.',
    pledge: 'Your pledge',
    binding:
      'A pledge is a statement of intent, not a contract. It binds only under a separate signed agreement.',
    change: 'Edit your pledge',
    send: 'Pledge',
  },
};

const EVERY: Record<Every, string> = { month: 'monthly', quarter: 'quarterly' };

/** Half-open days, by the first and the last. One year is said once. */
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
  if (!first) return 'in one payment';
  if (!last) return `in one payment on ${longDay(first.dueOn)}`;
  const amount = (quantity: bigint): string => fullAmount(quantity, asset);
  if (every === null) {
    const parts = instalments.map((part) => `${amount(part.quantity)} on ${longDay(part.dueOn)}`);
    return `in ${count(instalments.length)} instalments, ${listed(parts)}`;
  }
  const parts = `in ${count(instalments.length)} ${EVERY[every]} instalments of ${amount(first.quantity)}`;
  const odd = last.quantity === first.quantity ? '' : ` (the last of ${amount(last.quantity)})`;
  return `${parts}${odd} from ${longDay(first.dueOn)}`;
}

/** 0.95 → "95% of the time"; nothing for all of it. */
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
  const gaps = gapsOf(windows).map(({ from, to }) => `; no GPUs ${daysOf(from, to)}`);
  return `${parts.join('; ')}${most}${gaps.join('')}: ${windows.length > 1 ? 'in total ' : ''}${hours}`;
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

export const pledgeSentence = (pledge: PledgeReading): string =>
  `You plan to give ${pledgeGift(pledge)}${pledge.kind === 'funding' ? ',' : ';'} ${shownOf(pledge)}.`;
