import type { FormField } from '../../forms/fields.ts';
import { CURRENCY } from '../../forms/setup.ts';
import type { DeskVerb } from '../../data/desk.ts';

const free = { autocomplete: 'off' };

const HOW: FormField = { at: 'how', as: 'choice', initial: 'all' };
export const WINDOWS: FormField = {
  at: 'windows',
  rows: {
    initial: 0,
    fields: [
      { at: 'gpus', as: 'whole' },
      { at: 'from', as: 'hidden' },
      { at: 'to', as: 'hidden' },
      { at: 'availability', as: 'hidden' },
    ],
  },
};
/** In the pledge's currency. */
const MONEY = { as: 'amount', currencyAt: 'currency', input: free } as const;
const AMOUNT: FormField = { at: 'amount', ...MONEY };
const FIGURES: FormField[] = [HOW, AMOUNT, { at: 'gpuHours', as: 'hours', input: free }];
const PART = [HOW, WINDOWS, ...FIGURES.slice(1)];
const OCCURRED: FormField = { at: 'occurredOn', as: 'day' };
const REFERENCE: FormField = { at: 'evidence.reference', input: free };
const BANK: FormField = { ...REFERENCE, isOptional: true };
const SOURCE: FormField[] = [
  { at: 'evidence.grade', as: 'select' },
  { at: 'evidence.url', as: 'url', isOptional: true, input: free },
];
const WHY: FormField = { at: 'evidence.note', as: 'lines' };
const NOTE: FormField = { ...WHY, isOptional: true };
const REASON: FormField = { at: 'reason', as: 'lines' };

const wentBack = (why: FormField) => [...FIGURES, OCCURRED, BANK, ...SOURCE, why];

export const MOVEMENT_FIELDS: Record<DeskVerb, readonly FormField[]> = {
  commit: [...PART, OCCURRED, REFERENCE, ...SOURCE, NOTE],
  receive: [
    ...FIGURES,
    { at: 'excess', as: 'tick' },
    OCCURRED,
    BANK,
    { at: 'evidence.fee', ...MONEY, isOptional: true },
    { at: 'evidence.creditedCurrency', ...CURRENCY, isOptional: true },
    {
      at: 'evidence.creditedAmount',
      ...MONEY,
      currencyAt: 'evidence.creditedCurrency',
      isOptional: true,
    },
    { at: 'evidence.creditedRate', isOptional: true, input: { ...free, size: 12 } },
    ...SOURCE,
    NOTE,
  ],
  lapse: [...PART, OCCURRED, ...SOURCE, WHY],
  dispute: wentBack(WHY),
  win: wentBack(NOTE),
  lose: wentBack(WHY),
  refund: wentBack(WHY),
  reinstate: [...PART, OCCURRED, ...SOURCE, NOTE],
  withdraw: [...PART, REASON],
  increase: [
    AMOUNT,
    { at: 'dueOn', as: 'day', isOptional: true },
    { at: 'useRateOf', as: 'hidden' },
  ],
  reverse: [REASON],
};
