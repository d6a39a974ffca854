/** The form of the first run. A field's name is its place in the initiative file. */
import { fieldNames, readFields, type Condition, type FormField, type Typed } from './fields.ts';

const free = { autocomplete: 'off' };
const url: Pick<FormField, 'as' | 'input'> = { as: 'url', input: { autocomplete: 'url' } };

export const CURRENCY: Omit<FormField, 'at'> = {
  read: (text) => text.toUpperCase(),
  input: { size: 5, ...free, autocapitalize: 'characters', spellcheck: false },
};

/** "2027-01-15 09:00" in UTC. */
export const MINUTE: Omit<FormField, 'at'> = {
  read: (text) => text.replace(/^(\S+) (\d\d:\d\d)$/, '$1T$2Z'),
  input: { size: 18, ...free },
};

export const ifAny = (fields: readonly FormField[]): Condition => ({
  holds: (read) => fields.some(({ at }) => read(at)),
});

export const RECIPIENT: readonly FormField[] = [
  { at: 'recipient.name', input: { autocomplete: 'organization' } },
  { at: 'recipient.registration', input: free },
  { at: 'recipient.country', input: { autocomplete: 'country-name' } },
  { at: 'recipient.taxStatus', input: free },
  { at: 'recipient.refundPolicy', ...url },
  { at: 'recipient.privacyNotice', ...url },
  { at: 'recipient.contact', input: { inputMode: 'email', autocomplete: 'email' } },
];

export const FETCH_RATES = 'initiative.fetchRates';

/** Each list is a step of its own. */
export const SETUP_FIELDS = {
  initiative: [
    { at: 'initiative.name', input: free },
    { at: 'initiative.call', input: free },
  ],
  targets: [
    { at: 'initiative.currency', ...CURRENCY },
    {
      at: 'initiative.targets.funding',
      as: 'amount',
      currencyAt: 'initiative.currency',
      isOptional: true,
      input: free,
    },
    { at: 'initiative.targets.gpus', as: 'whole', isOptional: true, input: free },
    { at: 'initiative.targets.basis', as: 'choice', initial: 'site' },
    { at: 'initiative.targets.gpuHours', as: 'hours', isOptional: true, input: free },
  ],
  window: [
    { at: 'initiative.startsOn', as: 'day', isOptional: true },
    { at: 'initiative.endsOn', as: 'lastDay', isOptional: true },
    { at: 'initiative.deadlineOn', as: 'day', isOptional: true },
    { at: 'initiative.opensAt', ...MINUTE, isOptional: true },
  ],
  recipient: RECIPIENT.map((field) => ({ ...field, isOptional: true, if: ifAny(RECIPIENT) })),
  rates: [
    {
      at: FETCH_RATES,
      as: 'choice',
      read: (text) => (text === 'yes' ? true : text === 'no' ? false : text),
    },
  ],
} satisfies Record<string, readonly FormField[]>;

export type SetupStep = keyof typeof SETUP_FIELDS;
export const SETUP_STEPS = Object.keys(SETUP_FIELDS) as SetupStep[];

export const namesOfStep = (step: SetupStep): string[] => fieldNames(SETUP_FIELDS[step]);

const setupFields: readonly FormField[] = Object.values(SETUP_FIELDS).flat();
export const setupNames = fieldNames(setupFields);

export const initiativeOf = (typed: Typed): unknown => readFields(setupFields, typed).input;
