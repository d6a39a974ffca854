import type { Kind } from '../../server/domain/asset.ts';
import { detailNames, DETAILS } from '../../server/domain/details.ts';
import {
  fieldNames,
  readFields,
  type Condition,
  type FormField,
  type Read,
  type Typed,
  type TypedInput,
} from './fields.ts';

export const PLEDGE = 'pledge.';

const every = (read: Read) => read('schedule.every');
const isRegular = (read: Read): boolean => ['month', 'quarter'].includes(every(read) ?? '');
const isFree = (read: Read): boolean => every(read) === 'free';
const isByHours = (read: Read): boolean => read('by') === 'hours';
const hasPayer = (read: Read): boolean => (read('paidThrough.kind') ?? 'none') !== 'none';

const regular: Condition = { holds: isRegular, hidden: 'if-regular' };
const free: Condition = { holds: isFree, hidden: 'if-free' };
const unlessFree: Condition = { holds: (read) => !isFree(read), hidden: 'unless-free' };
const byHours: Condition = { holds: isByHours, hidden: 'if-hours' };
const byWindows: Condition = { holds: (read) => !isByHours(read), hidden: 'unless-hours' };
const through: Condition = { holds: hasPayer, hidden: 'if-through' };

export const MONEY: FormField = { at: 'amount', as: 'amount', currencyAt: 'asset' };

export const INSTALMENTS: FormField = {
  at: 'instalments',
  rows: {
    initial: 2,
    fields: [{ at: 'dueOn', as: 'day' }, MONEY],
  },
};

const details = (kind: Kind, isPublic: boolean): FormField[] =>
  detailNames(isPublic, kind).map((at) => ({
    at,
    as: DETAILS[at].hasLines ? 'lines' : 'line',
    isOptional: true,
  }));

const visibility: FormField = { at: 'visibility', as: 'choice', initial: 'public' };

type Section = 'what' | 'when' | 'shown' | 'more';

export const PLEDGE_FIELDS: Record<Kind, Record<Section, readonly FormField[]>> = {
  funding: {
    what: [{ at: 'asset', as: 'select' }, MONEY, ...details('funding', true)],
    when: [
      { at: 'schedule.every', as: 'choice', initial: 'once' },
      { at: 'schedule.firstOn', as: 'day', if: unlessFree },
      { at: 'schedule.times', as: 'whole', if: regular },
      { ...INSTALMENTS, if: free },
      { at: 'paidThrough.kind', as: 'choice', initial: 'none', if: { holds: hasPayer } },
      { at: 'paidThrough.name', if: through },
    ],
    shown: [visibility],
    more: details('funding', false),
  },
  compute: {
    what: [
      { at: 'asset', as: 'select', initial: 'H100-SXM' },
      { at: 'site' },
      ...details('compute', true),
    ],
    when: [
      { at: 'by', as: 'choice', initial: 'windows' },
      {
        at: 'windows',
        if: byWindows,
        rows: {
          initial: 1,
          fields: [
            { at: 'gpus', as: 'whole' },
            { at: 'from', as: 'day' },
            { at: 'to', as: 'lastDay' },
            { at: 'availability', as: 'percent', initial: '100' },
          ],
        },
      },
      { at: 'windows.gpuHours', as: 'hours', if: byHours },
      { at: 'windows.from', as: 'day', if: byHours },
      { at: 'windows.to', as: 'lastDay', if: byHours },
      { at: 'measuredBy', as: 'choice', initial: 'jobs' },
    ],
    shown: [visibility],
    more: details('compute', false),
  },
};

export const pledgeFields = (kind: Kind): FormField[] => Object.values(PLEDGE_FIELDS[kind]).flat();

export const pledgeNames = (...kinds: Kind[]): string[] => [
  ...new Set(kinds.flatMap((kind) => fieldNames(pledgeFields(kind), PLEDGE))),
];

/** The API's JSON of a new pledge. Money in one sum has no schedule; a day makes it one instalment. */
export function typedPledge(typed: Typed, kind: Kind): TypedInput {
  const { input, fieldOf } = readFields(pledgeFields(kind), typed, PLEDGE);
  if (kind === 'compute') {
    const { by: _, ...stated } = input;
    return { input: { kind, ...stated }, fieldOf };
  }
  const { schedule, ...rest } = input;
  const how = schedule as { every?: string; firstOn?: string };
  if (how.every === 'month' || how.every === 'quarter') {
    return {
      input: { kind, ...input },
      fieldOf: (place) => fieldOf(place === 'schedule' ? 'schedule.every' : place),
    };
  }
  if (how.every === 'free') return { input: { kind, ...rest }, fieldOf };
  const { firstOn: dueOn } = how;
  const { amount } = input;
  return {
    input: { kind, ...rest, ...(dueOn && { instalments: [{ dueOn, amount }] }) },
    fieldOf: (place) =>
      fieldOf(
        place
          .replace('instalments[0].dueOn', 'schedule.firstOn')
          .replace(/^instalments\[0\]\./, ''),
      ),
  };
}
