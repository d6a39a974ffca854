import type { Condition, FormField } from './fields.ts';
import { CURRENCY } from './setup.ts';

const free = { autocomplete: 'off' };
const decimal = { size: 12, ...free };

const SOURCE: FormField[] = [
  { at: 'source', empty: '', input: free },
  { at: 'url', as: 'url', isOptional: true, input: free },
];

export const RATE_FIELDS: readonly FormField[] = [
  { at: 'currency', ...CURRENCY, empty: '' },
  { at: 'ratedOn', as: 'day', empty: '' },
  { at: 'perUnit', as: 'amount', isOptional: true, input: decimal },
  { at: 'unitsPer', as: 'amount', isOptional: true, input: decimal },
  ...SOURCE,
];

export const FACTOR_FIELDS: readonly FormField[] = [
  { at: 'model', as: 'select', empty: '' },
  { at: 'tflops', as: 'amount', empty: '', input: decimal },
  { at: 'basis', as: 'select', empty: '' },
  { at: 'holdsFrom', as: 'day', empty: '' },
  ...SOURCE,
];

export const PRICE_FIELDS: readonly FormField[] = [
  { at: 'perHour', as: 'amount', empty: '', input: decimal },
  { at: 'pricedOn', as: 'day', empty: '' },
  ...SOURCE,
];

export const OFFERED_FIELDS: readonly FormField[] = [
  { at: 'name', empty: '', input: free },
  { at: 'role', isOptional: true, input: free },
  { at: 'affiliation', isOptional: true, input: free },
  { at: 'what', isOptional: true, input: free },
  { at: 'value', isOptional: true, input: free },
  { at: 'expiresOn', as: 'day', isOptional: true },
  { at: 'source', empty: '', input: free },
  { at: 'reportedOn', as: 'day', isOptional: true },
];

export const OFFER_PLEDGE_FIELDS: readonly FormField[] = [
  { at: 'is', as: 'choice' },
  { at: 'pledge', isOptional: true, input: { ...free, size: 14, spellcheck: false } },
];

export const EXTEND_FIELDS: readonly FormField[] = [
  { at: 'until', as: 'day', empty: null, isOptional: true },
  { at: 'reason', empty: '', input: free },
];

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const LOOK_FIELDS: readonly FormField[] = [
  { at: 'accent', empty: null, isOptional: true, input: { ...free, size: 10, spellcheck: false } },
  { at: 'about', as: 'lines', empty: null, isOptional: true },
  { at: 'links', as: 'lines', read: linesOf, empty: null, isOptional: true },
];

export const REVIEW_FIELDS = {
  /** A switch that is disabled sends nothing. */
  hold: { at: 'hold', as: 'choice', read: (text) => text === 'yes' },
  dailyCap: {
    at: 'dailyCap',
    as: 'amount',
    currencyAt: 'currency',
    empty: null,
    isOptional: true,
    input: { size: 16, ...free },
  },
  organisations: { at: 'organisations', as: 'lines', read: linesOf, empty: null, isOptional: true },
  seen: { at: 'seen', as: 'hidden', read: Number },
} satisfies Record<string, FormField>;

const ifPart: Condition = { holds: (read) => read('how') === 'part', hidden: 'if-part' };

export const REFUND_FIELDS: readonly FormField[] = [
  { at: 'how', as: 'choice', initial: 'all' },
  { at: 'amount', as: 'amount', currencyAt: 'currency', empty: '', if: ifPart, input: free },
  { at: 'reason', as: 'lines', empty: '' },
];

const typed = { ...free, spellcheck: false, size: 30 };

export const METERING_FIELDS: readonly FormField[] = [
  { at: 'cluster', input: { ...typed, size: 18 } },
  { at: 'zone', input: typed },
  { at: 'gpu', input: typed },
  { at: 'untyped', as: 'select' },
];

/** Of a file without a header, or with another delimiter. */
export const UNUSUAL_FIELDS: readonly FormField[] = [
  { at: 'fields', isOptional: true, input: typed },
  { at: 'delimiter', isOptional: true, input: { ...typed, size: 4 } },
];

const number = { ...typed, autocapitalize: 'characters' } as const;

/** Of a bank account. Where there was one before, `UNTIL_FIELDS` follow. */
export const ACCOUNT_FIELDS: readonly FormField[] = [
  { at: 'currency', ...CURRENCY, empty: '' },
  { at: 'holder', empty: '', input: free },
  { at: 'iban', empty: null, isOptional: true, input: number },
  { at: 'account', empty: null, isOptional: true, input: number },
  { at: 'routing', empty: null, isOptional: true, input: { ...number, size: 14 } },
  { at: 'bic', empty: null, isOptional: true, input: { ...number, size: 14 } },
  { at: 'bank', empty: null, isOptional: true, input: free },
  { at: 'note', as: 'lines', empty: null, isOptional: true },
];
export const UNTIL_FIELDS: readonly FormField[] = [{ at: 'until', as: 'choice', initial: 'old' }];
