/** The desk's pages of the initiative, in English. */
import type { Act } from '../../server/domain/audit-trail.ts';
import { grouped, plainAmount } from '../format.ts';
import { desk } from './en-desk.ts';
import type { InitiativeField } from './shapes.ts';
import { setup } from './en-setup.ts';

const setupLabels = setup.fields;

const OWN: Record<string, string> = {
  window: 'Window',
  note: 'Note',
  closed: 'Closed',
  useOldRates: 'Old exchange rates allowed',
  fetchRates: 'Daily updates of exchange rates',
  recipient: 'Recipient',
  'recipient.closedCountries': 'Closed countries',
  'recipient.screenedBy': 'Screened by',
  'recipient.screenedAbove': 'Screened above',
  reason: 'Reason',
  seen: 'Version',
  funding: 'Milestones of money',
  gpus: 'Milestones of GPUs',
};

const OWN_HINTS: Record<string, string> = {
  'recipient.closedCountries': 'Their two-letter codes. Nobody can pay from these countries.',
  'recipient.screenedBy': 'Who checks payments? We tell payers this.',
  'recipient.screenedAbove':
    'Only check payments above this amount, in the initiative’s currency. Leave empty to check all.',
};

/** A field's name for people: the set-up's own, where it asks for the same. */
const label = (field: string): string =>
  OWN[field] ??
  (setupLabels[field] ?? setupLabels[`initiative.${field}`])?.label ??
  milestoneLabel(field) ??
  field;

/** "funding[0].reaches" is the first amount. */
function milestoneLabel(field: string): string | null {
  const [, kind, index, part] = /^(funding|gpus)\[(\d+)\]\.(reaches|label)$/.exec(field) ?? [];
  if (kind === undefined) return null;
  const what = part === 'label' ? 'What for' : kind === 'funding' ? 'Amount' : 'GPUs';
  return `${what} ${Number(index) + 1}`;
}

const listed = (items: string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Floor: "19%", "4.7%"; a share must not claim more than there is. */
function percent(has: bigint, target: bigint): string {
  const tenths = Number((has * 1000n) / target);
  return tenths < 100 ? `${tenths / 10}%` : `${Math.floor(tenths / 10)}%`;
}

export const deskInitiative = {
  label,
  hint: (field: string): string | undefined =>
    OWN_HINTS[field] ?? setupLabels[`initiative.${field}`]?.hint ?? setupLabels[field]?.hint,
  lead: (currency: string): string =>
    `All amounts are counted in ${currency}, under this name: neither is changed once there is a ledger.`,
  none: 'none',
  closed: { yes: 'Yes: nobody can sign, pledge or pay.', no: 'No' },
  money: plainAmount,
  parts: {
    terms: { title: 'What it says', change: 'Change what it says' },
    recipient: { title: 'Recipient', change: 'Change the recipient' },
    milestones: { title: 'Milestones', change: 'Change the milestones' },
  },
  missing: (fields: readonly InitiativeField[]): string =>
    `Payments stay closed until this is complete. Missing: ${listed(fields.map((field) => lowerFirst(label(field))))}.`,
  complete: 'Complete.',
  noMilestones: 'None. They mark on the public page what an amount on the way would be good for.',
  history: {
    title: 'How it changed',
    none: 'Not since the trail began.',
    who: ({ who, by, act }: { who: string | null; by: string; act: Act }): string =>
      `${who ?? (by === 'machine' ? 'This machine' : 'A program')} ${desk.acts[act]}`,
    change: (field: string, text: string | null): string =>
      text === null
        ? `${label(field)}: changed`
        : `${label(field)}: ${field.startsWith('targets.') || field in { funding: 1, gpus: 1 } ? figures(text) : text || 'none'}`,
    because: (reason: string): string => `Reason: ${reason}`,
  },
  forms: {
    terms: {
      title: 'Change what it says',
      text: 'The public sees it at once. Other goals or another window are a new entry of the ledger, which stays there for ever beside the one before.',
      targets: 'What it raises',
      targetsText: 'At least one goal stays. Empty is none.',
      when: 'When',
      page: 'The page',
      fields: {
        note: {
          label: 'Note',
          hint: 'The first line stands out under the call. Use further lines to explain it.',
        },
        closed: {
          label: 'Closed',
          choices: [
            {
              value: 'on',
              text: 'Close the initiative. Then nobody can sign, pledge or pay. You can open it again.',
            },
          ],
        },
      },
    },
    recipient: {
      title: 'Change the recipient',
      text: 'The legal entity that the money goes to. Payments stay closed until all of this is complete. All of it is shown on the public page.',
      payers: 'Who may pay by Stripe',
      payersText: 'It stands beside the button by which one pays.',
    },
    milestones: {
      title: 'Change the milestones',
      text: 'What an amount on the way would be good for. They are marked on the public page and count nothing. At most twelve of each; a row that is empty is left out.',
      funding: (currency: string): string => `Of money, in ${currency}`,
      gpus: 'Of GPUs at once, at one site',
      add: 'Add a row',
      remove: 'Remove',
      drop: (index: number): string => `Remove row ${index + 1}`,
    },
    why: 'Why',
    reason: {
      hint: 'Public: the home page and the ledger tell it with other goals or another window. One sentence.',
    },
    reasonKept: {
      hint: 'It stands in the trail; write it as if the public read it.',
    },
    review: 'Review',
    send: 'Change it for the public',
    save: 'Change it',
    edit: 'Edit it again',
    keep: 'Leave it as it is',
    touch: 'Confirm with your passkey, in another tab',
    touchAgain:
      'Nothing is changed yet: more than five minutes have passed since you touched your passkey. Touch it again, then send this once more.',
  },
  review: {
    title: 'Read it once more',
    text: 'This is what changes. The public sees it within a second.',
    field: '',
    before: 'Now',
    after: 'Then',
    sentence: 'The ledger and the page will say:',
    noEntry: 'This is no entry of the ledger. The trail keeps it with its reason.',
    share: (field: string, has: bigint, before: bigint | null, after: bigint | null): string => {
      const of = (goal: bigint | null) => (goal === null ? 'no goal' : percent(has, goal));
      return `${label(field)}: secured ${of(before)} → ${of(after)} of the goal.`;
    },
  },
};

/** Figures of the trail with their thousands apart. */
const figures = (text: string): string =>
  text.replaceAll(/\d{4,}(\.\d+)?/g, (figure) => grouped(figure).replace(/\.00$/, '')) || 'none';
