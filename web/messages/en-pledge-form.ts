/** The form of a pledge, in English. */
import type { Choice } from './shapes.ts';
import type { PledgeKind } from '../model-forms.ts';

const visibility: Choice[] = [
  { value: 'public', text: 'Your name and the amount' },
  {
    value: 'anonymous',
    text: 'Only the amount',
    hint: 'Your amount will be public without your name; someone may guess. We accept anonymous pledges together, once a day, when five givers are waiting.',
  },
];

const how: Choice[] = [
  { value: 'once', text: 'In one sum' },
  { value: 'month', text: 'Monthly' },
  { value: 'quarter', text: 'Quarterly' },
  { value: 'free', text: 'In instalments that you name' },
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

const labels: Record<string, string> = {
  asset: 'Currency',
  amount: 'Amount in all',
  how: 'How it comes',
  firstOn: 'First day',
  times: 'How many times',
  instalments: 'Instalments',
  'instalments.dueOn': 'Day',
  'instalments.amount': 'Amount',
  visibility: 'What should the public see?',
  note: 'Note',
  purchaseOrder: 'Purchase-order number',
  'paidThrough.kind': 'Paid through',
  'paidThrough.name': 'Its name',
  site: 'Site',
  provider: 'Provider',
  by: 'How it is stated',
  windows: 'The GPUs',
  'windows.gpus': 'GPUs',
  'windows.from': 'From',
  'windows.to': 'First day without',
  'windows.availability': 'Available, %',
  'grant.gpuHours': 'GPU-hours',
  'grant.from': 'From',
  'grant.to': 'First day without',
  measuredBy: 'How delivery is measured',
};

/** The label of a field, by its name; null for one that no form has. */
function labelOf(name: string, kind: PledgeKind): string | null {
  if (!name.startsWith('pledge.')) return null;
  const [, list, row, column] = /^pledge\.(\w+)\.(\d+)\.(\w+)$/.exec(name) ?? [];
  if (list && column) return `${labels[`${list}.${column}`]}, row ${Number(row) + 1},`;
  const own = name.slice('pledge.'.length);
  return own === 'asset' && kind === 'compute' ? 'GPU' : (labels[own] ?? null);
}

export const pledgeForm = {
  title: { funding: 'Pledge money', compute: 'Pledge GPUs' } satisfies Record<PledgeKind, string>,
  text: {
    funding: 'What you mean to give, and when. No payment is made here.',
    compute: 'Which GPUs you mean to give time on, where, and when.',
  } satisfies Record<PledgeKind, string>,
  sections: { what: 'What', when: 'When and how', shown: 'What is shown', more: 'For the admins' },
  labels,
  labelOf,
  hints: {
    amount: 'Such as 1,200.00.',
    firstOn: 'Of the first payment. For one sum it may be left empty.',
    times: 'Such as 12. The amount is split evenly; what is left over goes to the last instalment.',
    instalments: 'They add up to the amount. Empty rows are left out.',
    site: 'One location with one interconnect. Needed unless it is stated by hours.',
    provider: 'Who runs the GPUs, if that is somebody else.',
    windows:
      'A ramp is several rows. The first day without is the day after the last one. Rows whose days overlap add up. Empty rows are left out.',
    'grant.to': 'The day after the last one.',
    'paidThrough.kind': 'Shown with the pledge, where your name is. An admin looks at it first.',
    'paidThrough.name': 'Of the fund, the agency or the employer.',
    purchaseOrder: 'Never shown.',
    note: 'What the admins should know. Never shown.',
  },
  row: (number: number): string => `Row ${number}`,
  addRow: 'Add a row',
  visibility,
  payNow: 'Do you want to pay now?',
  give: 'Give now, without a pledge and without your name',
  how,
  paidThrough,
  by,
  measuredBy,
  otherCurrency: 'Other currencies count at the reference rate of the day of acceptance.',
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
