import type { Kind } from '../../server/domain/asset.ts';
import { PROFILE, PROFILE_FIELDS, type ProfileField } from '../../server/domain/profile.ts';
import {
  fieldNames,
  readFields,
  TRAP,
  type Condition,
  type FormField,
  type Input,
  type Typed,
  type TypedInput,
} from './fields.ts';
import { PLEDGE, pledgeNames, typedPledge } from './pledge.ts';

/** "example.org" is typed for https://example.org. */
export const withScheme = (address: string): string =>
  /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#]|$)/u.test(address) ? `https://${address}` : address;

const isYes = (text: string): boolean => text === 'yes';

const person: Condition = {
  holds: (read) => read('kind') !== 'organisation',
  hidden: 'if-person',
};

const INPUTS: Partial<Record<ProfileField, Input>> = {
  role: { autocomplete: 'organization-title' },
  affiliation: { autocomplete: 'organization' },
  url: { autocomplete: 'url' },
};

const profileFields = (isOfPersons: boolean): FormField[] =>
  PROFILE_FIELDS.filter((at) => isOfPersons === (PROFILE[at].kinds.length === 1)).map((at) => ({
    at,
    as: PROFILE[at].as,
    isOptional: true,
    input: INPUTS[at] ?? {},
    ...(isOfPersons && { if: person }),
    ...(at === 'url' && { read: withScheme }),
  }));

export const SIGN_FIELDS = {
  who: [
    { at: 'kind', as: 'choice', initial: 'person' },
    { at: 'name', input: { autocomplete: 'name' } },
    { at: 'email', as: 'email', input: { autocomplete: 'email' } },
    ...profileFields(true),
  ],
  more: [
    ...profileFields(false),
    { at: 'public', as: 'choice', read: isYes, initial: 'yes' },
    { at: 'gives', as: 'choice' },
  ],
  consent: [
    { at: 'adult', as: 'tick', read: isYes },
    { at: 'notice', as: 'tick', read: String },
    { at: 'news', as: 'tick', isOptional: true },
  ],
} satisfies Record<string, readonly FormField[]>;

/** An empty field removes what was there. */
export const EDIT_FIELDS: readonly FormField[] = [
  ...[...profileFields(true), ...profileFields(false)].map((field) => ({ ...field, empty: null })),
  { at: 'public', as: 'tick', empty: false },
  { at: 'news', as: 'tick', empty: false },
];

const signFields: readonly FormField[] = Object.values(SIGN_FIELDS).flat();
export const youNames = fieldNames(signFields);
export const signNames = [...youNames, TRAP, ...pledgeNames('funding', 'compute')];

export function givesOf(typed: Typed): Kind | null {
  const gives = typed.get('gives');
  return gives === 'funding' || gives === 'compute' ? gives : null;
}

export function typedSignUp(typed: Typed, kind: Kind | null): TypedInput {
  const { gives: _, ...signature } = readFields(signFields, typed).input;
  const pledge = kind && typedPledge(typed, kind);
  return {
    input: { ...signature, ...(pledge && { pledge: pledge.input }) },
    fieldOf: (place) =>
      pledge && place.startsWith(PLEDGE) ? pledge.fieldOf(place.slice(PLEDGE.length)) : place,
  };
}
