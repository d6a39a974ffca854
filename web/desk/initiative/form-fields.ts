/** The fields of the forms that change the initiative. An empty field removes what was there. */
import type { FormField } from '../../forms/fields.ts';
import { ifAny, MINUTE, RECIPIENT } from '../../forms/setup.ts';

const free = { autocomplete: 'off' };
const REASON: FormField = { at: 'reason', empty: '', input: free };

export const TERMS_FIELDS = {
  targets: [
    { at: 'targets.funding', as: 'amount', currencyAt: 'currency', empty: null, input: free },
    { at: 'targets.gpus', as: 'whole', empty: null, input: free },
    { at: 'targets.basis', as: 'choice', initial: 'site' },
    { at: 'targets.gpuHours', as: 'hours', empty: null, input: free },
  ],
  when: [
    ...['startsOn', 'endsOn', 'deadlineOn'].map((at) => ({
      at,
      as: at === 'endsOn' ? ('lastDay' as const) : ('day' as const),
      empty: null,
      isOptional: true,
    })),
    { at: 'opensAt', ...MINUTE, empty: null, isOptional: true },
  ],
  page: [
    { at: 'name', empty: '', input: free },
    { at: 'call', empty: '', input: free },
    { at: 'note', as: 'lines', empty: null, isOptional: true },
    { at: 'reply', empty: null, isOptional: true, input: free },
  ],
  end: [
    { at: 'closed', as: 'tick', empty: false },
    { at: 'closing', as: 'lines', empty: null, isOptional: true },
  ],
  why: [REASON],
} satisfies Record<string, readonly FormField[]>;

const milestones = (at: string, figure: Partial<FormField>): FormField => ({
  at,
  isOptional: true,
  rows: {
    initial: 1,
    fields: [
      { at: 'reaches', ...figure, empty: '', input: { size: 16, ...free } },
      { at: 'label', empty: '', input: free },
    ],
  },
});

export const MILESTONE_FIELDS = {
  funding: milestones('funding', { as: 'amount', currencyAt: 'currency' }),
  gpus: milestones('gpus', { as: 'whole' }),
};

/** "NO, se" as a list: NO and SE. */
const codesIn = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);

const PAYERS: readonly FormField[] = [
  { at: 'recipient.closedCountries', read: codesIn, input: { spellcheck: false } },
  { at: 'recipient.screenedBy' },
  { at: 'recipient.screenedAbove', as: 'amount', currencyAt: 'currency' },
  { at: 'recipient.receiptText', as: 'lines' },
];
const SPONSOR: readonly FormField[] = [
  { at: 'recipient.sponsorOf' },
  { at: 'recipient.sponsorFee' },
];
const EARLIER: FormField = {
  at: 'recipient.earlier',
  isOptional: true,
  rows: {
    initial: 1,
    fields: [
      { at: 'name', empty: '', input: free },
      { at: 'registration', input: free },
      { at: 'lastOn', as: 'day', empty: '' },
    ],
  },
};
const ifThere = ifAny([...RECIPIENT, ...SPONSOR, ...PAYERS]);

export const RECIPIENT_FIELDS = {
  recipient: RECIPIENT.map((field) => ({ ...field, if: ifThere })),
  sponsor: SPONSOR.map((field) => ({ ...field, if: ifThere, isOptional: true, input: free })),
  earlier: [{ ...EARLIER, if: ifThere }],
  payers: PAYERS.map((field) => ({
    ...field,
    if: ifThere,
    isOptional: true,
    input: { autocomplete: 'off', ...field.input },
  })),
  why: [REASON],
} satisfies Record<string, readonly FormField[]>;
