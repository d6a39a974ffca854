/** The form of a pledge, in English. */
import { detailNames, type Detail, type Details } from '../../server/domain/details.ts';
import type { Choice, FieldWords } from './shapes.ts';
import type { PledgeKind } from '../data/forms.ts';

const visibility: Choice[] = [
  { value: 'public', text: 'Your name and the amount' },
  {
    value: 'anonymous',
    text: 'Only the amount',
    hint: 'Your amount will be public without your name; someone may guess. We accept anonymous pledges together, once a day, when five givers are waiting.',
  },
];

const every: Choice[] = [
  { value: 'once', text: 'One payment' },
  { value: 'month', text: 'Monthly' },
  { value: 'quarter', text: 'Quarterly' },
  { value: 'free', text: 'In instalments of your own' },
];

const paidThrough: Choice[] = [
  { value: 'none', text: 'Directly' },
  { value: 'fund', text: 'A donor-advised or other fund' },
  { value: 'agency', text: 'A funding agency' },
  { value: 'employer', text: 'A matching employer' },
];

const by: Choice[] = [
  { value: 'windows', text: 'By GPUs and days' },
  { value: 'hours', text: 'By hours', hint: 'For a grant that names no GPUs at once.' },
];

const measuredBy: Choice[] = [
  {
    value: 'jobs',
    text: 'By the jobs that ran',
    hint: 'Only the hours that were used count as delivered.',
  },
  {
    value: 'reservation',
    text: 'By what was set aside',
    hint: 'Hours that were made available count as delivered, used or not.',
  },
];

const ofBoth = {
  visibility: { label: 'What should the public see?', choices: visibility },
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
    hint: 'Other currencies count at the reference rate of the day of acceptance.',
  },
  amount: { label: 'Total amount', hint: 'Such as 1,200.00.' },
  'schedule.every': { label: 'Payment schedule', choices: every },
  'schedule.firstOn': {
    label: 'First day',
    hint: 'The day of the first payment. For one payment you can leave it empty.',
  },
  'schedule.times': {
    label: 'Number of payments',
    hint: 'Such as 12. We split the amount evenly. The last payment takes what is left over.',
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
    hint: 'One location with one interconnect. You can leave it empty if you count by hours.',
  },
  by: { label: 'How do you count the GPUs?', choices: by },
  windows: {
    label: 'GPUs',
    hint: 'Use several rows for a ramp. Rows whose days overlap add up. The first day without is the day after the last one. Leave a row empty if you don’t need it.',
  },
  'windows.gpus': { label: 'GPUs' },
  'windows.from': { label: 'From' },
  'windows.to': { label: 'First day without', hint: 'The day after the last one.' },
  'windows.availability': { label: 'Available, %' },
  'windows.gpuHours': { label: 'GPU-hours' },
  measuredBy: { label: 'How is delivery measured?', choices: measuredBy },
} satisfies Record<string, FieldWords>;

/** The details that say something, each after its label: all, or those that the public reads or not. */
const said = (details: Partial<Details>, isPublic?: boolean): [label: string, text: string][] =>
  detailNames(isPublic).flatMap((name): [string, string][] => {
    const text = details[name];
    return text ? [[ofBoth[name].label, text]] : [];
  });

export const pledgeForm = {
  title: { funding: 'Pledge money', compute: 'Pledge GPUs' } satisfies Record<PledgeKind, string>,
  text: {
    funding: 'Tell us how much you mean to give, and when. You don’t pay here.',
    compute: 'Tell us which GPUs you mean to give time on, where, and when.',
  } satisfies Record<PledgeKind, string>,
  sections: {
    what: 'Your pledge',
    when: 'When and how',
    shown: 'What the public sees',
    more: 'For the admins',
  },
  fields: { funding: ofMoney, compute: ofCompute },
  said,
  /** Under *What counts?*, of what is secured. */
  restricted: (amount: string): string =>
    `${amount} of this is restricted, according to the givers.`,
  payNow: 'Do you want to pay now?',
  give: 'Give now, without a pledge and without your name',
  editing: { title: 'Edit your pledge', submit: 'Save' },
  steps: {
    pledge: { title: 'Your pledge' },
    review: { title: 'Read it through' },
    accepted: {
      funding: {
        title: 'Accepted',
        who: 'at once, or by an admin; if anonymous, together with others',
      },
      compute: { title: 'Accepted', who: 'by an admin; if anonymous, together with others' },
    } satisfies Record<PledgeKind, unknown>,
  },
  review: {
    title: 'Read it through',
    text: 'Nothing has been sent yet.',
    pledge: 'Your pledge',
    binding:
      'A statement of intent, not a contract. It binds only under a separate signed agreement.',
    change: 'Change the pledge',
    send: 'Send',
  },
};
