import type { FormField } from './fields.ts';
import type { OwnPledgeForm } from '../data/me.ts';
import { INSTALMENTS, MONEY } from './pledge.ts';

const FIGURES: FormField[] = [MONEY, { at: 'gpuHours', as: 'hours' }];
/** An empty reason is refused like a missing one. */
const WHY: FormField = { at: 'text', as: 'lines', empty: '' };

export const OWN_PLEDGE_FIELDS: Record<OwnPledgeForm, readonly FormField[]> = {
  increase: [MONEY, { at: 'dueOn', as: 'day' }],
  withdraw: FIGURES.map((field) => ({ ...field, isOptional: true })),
  instalments: [INSTALMENTS],
  postpone: [INSTALMENTS, WHY],
  reduce: [...FIGURES, WHY],
  release: [WHY],
};
