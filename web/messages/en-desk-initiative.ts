import { exactAmount, grouped, percentage } from '../format.ts';
import { deskLook } from './en-look.ts';
import type { InitiativeField } from './shapes.ts';
import { setup } from './en-setup.ts';

const setupLabels = setup.fields;

const OWN: Record<string, string> = {
  window: 'First day and end',
  note: 'Note',
  logo: 'Logo',
  ...Object.fromEntries(Object.entries(deskLook.fields).map(([at, words]) => [at, words.label])),
  reply: 'Your comment on corrections',
  closed: 'Closed',
  closing: 'Closing statement',
  useOldRates: 'Old exchange rates allowed',
  fetchRates: 'Daily updates of exchange rates',
  recipient: 'Recipient',
  'recipient.sponsorOf': 'Fiscal sponsor of',
  'recipient.sponsorFee': 'Its fee',
  'recipient.earlier': 'Earlier recipients',
  'recipient.earlier.name': 'Name',
  'recipient.earlier.registration': 'Registration',
  'recipient.earlier.lastOn': 'Last day',
  'recipient.closedCountries': 'Closed countries',
  'recipient.screenedBy': 'Screened by',
  'recipient.screenedAbove': 'Screened above',
  'recipient.receiptText': 'Text on payment confirmations',
  reason: 'Reason',
  seen: 'Version',
  funding: 'Funding milestones',
  gpus: 'GPU milestones',
};

const OWN_HINTS: Record<string, string> = {
  'recipient.sponsorOf':
    'If the recipient receives money for a project without a legal form: which project?',
  'recipient.sponsorFee': 'For example, “5% of each payment”.',
  'recipient.earlier':
    'If the recipient changes, add the old one with the last day on which it received money. Confirmations of its payments keep its name.',
  'recipient.closedCountries': 'Enter their two-letter codes. Nobody can pay from these countries.',
  'recipient.screenedBy': 'Who checks payments? We tell payers this.',
  'recipient.screenedAbove':
    'Only check payments above this amount, in the initiative’s currency. Leave empty to check all.',
  'recipient.receiptText':
    'For example that the confirmation is a tax receipt. If empty, we say that it isn’t one.',
};

/** A field's label: that of the set-up, where it asks for the same. */
const label = (field: string): string =>
  OWN[field.replace(/\.\d+\./, '.')] ??
  (setupLabels[field] ?? setupLabels[`initiative.${field}`])?.label ??
  milestoneLabel(field) ??
  field;

/** The history has the day after the last one. */
const pastLabel = (field: string): string => (field === 'endsOn' ? 'Ends before' : label(field));

/** "funding.0.reaches" is the first amount. */
function milestoneLabel(field: string): string | null {
  const [, kind, index, part] = /^(funding|gpus)\.(\d+)\.(reaches|label)$/.exec(field) ?? [];
  if (kind === undefined) return null;
  const what = part === 'label' ? 'Purpose' : kind === 'funding' ? 'Amount' : 'GPUs';
  return `${what} ${Number(index) + 1}`;
}

const listed = (items: string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

export const deskInitiative = {
  label,
  hint: (field: string): string | undefined =>
    OWN_HINTS[field] ?? setupLabels[`initiative.${field}`]?.hint ?? setupLabels[field]?.hint,
  lead: (currency: string): string =>
    `All totals are in ${currency}. The currency can no longer change.`,
  none: 'none',
  closed: { yes: 'Yes: nobody can sign, pledge or pay.', no: 'No' },
  money: exactAmount,
  parts: {
    terms: { title: 'Goals, dates and text', change: 'Edit goals, dates and text' },
    recipient: { title: 'Recipient', change: 'Edit the recipient' },
    milestones: { title: 'Milestones', change: 'Edit the milestones' },
    look: { title: 'Look', change: 'Edit the look' },
  },
  missing: (fields: readonly InitiativeField[]): string =>
    `Payments stay closed until this is complete. Missing: ${listed(fields.map((field) => lowerFirst(label(field))))}.`,
  complete: 'All details are filled in.',
  noMilestones:
    'None yet. A milestone tells the public what part of the goal already makes possible.',
  invitation: {
    title: 'Invite the first signatories',
    text: 'Whoever has the link can sign before the initiative is public. A new link replaces the earlier one.',
    submit: 'Make a link',
    shown:
      'Send this link to those who should sign first. We show it only now, and it works until the initiative is public.',
    back: 'Back to the initiative',
  },
  history: {
    change: (field: string, text: string | null): string =>
      text === null
        ? `${pastLabel(field)}: changed`
        : `${pastLabel(field)}: ${field.startsWith('targets.') || field in { funding: 1, gpus: 1 } ? figures(text) : text || 'none'}`,
    because: (reason: string): string => `Reason: ${reason}`,
  },
  forms: {
    terms: {
      title: 'Edit goals, dates and text',
      text: 'The public sees the change at once. New goals or days become a new entry of the ledger. The old entry stays too.',
      targets: 'Goals',
      targetsText: 'Keep at least one goal. Leave the others empty if you don’t need them.',
      when: 'Dates',
      page: 'Public page',
      end: 'End of the campaign',
      fields: {
        'targets.basis': setupLabels['initiative.targets.basis']!,
        note: {
          label: 'Note',
          hint: 'The first line stands out under the call. Use further lines to explain it.',
        },
        reply: {
          label: 'Your comment on corrections',
          hint: 'Write one sentence. “How we know” shows it with what was corrected, withdrawn or contested.',
        },
        closing: {
          label: 'Closing statement',
          hint: 'Plain text. With a statement the campaign has ended. The home page shows the day and the statement, and payments and deliveries go on. Without one everything stops, payments too.',
        },
        closed: {
          label: 'Closed',
          choices: [
            {
              value: 'on',
              text: 'Close the initiative: nobody can sign or pledge. Remove the tick to open it again.',
            },
          ],
        },
      },
    },
    recipient: {
      title: 'Edit the recipient',
      text: 'The legal entity that receives the money. Payments stay closed until all of this is filled in. The public page shows all of it.',
      sponsor: 'Fiscal sponsor',
      earlier: 'Who received the money before?',
      fields: Object.fromEntries(
        ['name', 'registration', 'lastOn'].map((name) => {
          const field = `recipient.earlier.${name}`;
          return [field, { label: label(field) }];
        }),
      ),
      payers: 'Who can pay through Stripe?',
      payersText: 'We show the first three next to the payment button.',
    },
    milestones: {
      title: 'Edit the milestones',
      text: 'What is a part of the goal already enough for? The public page shows each milestone; it is in no total. You can have twelve of each. We leave out empty rows.',
      funding: (currency: string): string => `Money, in ${currency}`,
      gpus: 'GPUs at once',
      remove: 'Remove',
      drop: (index: number): string => `Remove row ${index + 1}`,
    },
    why: 'Why are you making this change?',
    reason: {
      hint: 'Write one sentence. If you change goals or days, the home page and the ledger show it.',
    },
    reasonKept: {
      hint: 'We keep it in the history. Write it so that anyone may read it.',
    },
    review: 'Review',
    send: 'Publish the change',
    save: 'Save the milestones',
    edit: 'Edit again',
    touch: 'Confirm with your passkey in another tab',
    touchAgain:
      'Nothing has changed yet, because you last used your passkey more than five minutes ago. Use it again, then send this form again.',
  },
  review: {
    title: 'Check your change',
    text: 'The public sees the change within a second.',
    sentence: 'The ledger and the public page will say:',
    noEntry: 'This makes no ledger entry. We keep your reason in the history:',
    share: (field: string, has: bigint, before: bigint | null, after: bigint | null): string => {
      const of = (goal: bigint | null) => (goal === null ? 'no goal' : percentage(has, goal));
      return `${label(field)}: secured ${of(before)} → ${of(after)} of the goal.`;
    },
  },
};

const figures = (text: string): string =>
  text.replaceAll(/\d{4,}(\.\d+)?/g, (figure) => grouped(figure).replace(/\.00$/, '')) || 'none';
