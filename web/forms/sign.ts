/** The form for signing: who signs, and whether a pledge goes with it. */
import type { Kind } from '../../server/domain/asset.ts';
import {
  fieldNames,
  readFields,
  TRAP,
  type Condition,
  type FormField,
  type Typed,
  type TypedInput,
} from './fields.ts';
import { PLEDGE, pledgeNames, typedPledge } from './pledge.ts';

/** "example.org" is typed for https://example.org. */
const withScheme = (address: string): string =>
  /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#]|$)/u.test(address) ? `https://${address}` : address;

const isYes = (text: string): boolean => text === 'yes';

const person: Condition = {
  holds: (read) => read('kind') !== 'organisation',
  hidden: 'if-person',
};

export const SIGN_FIELDS = {
  who: [
    { at: 'kind', as: 'choice', initial: 'person' },
    { at: 'name', input: { autocomplete: 'name' } },
    { at: 'email', as: 'email', input: { autocomplete: 'email' } },
    { at: 'role', if: person, isOptional: true, input: { autocomplete: 'organization-title' } },
    { at: 'affiliation', if: person, isOptional: true, input: { autocomplete: 'organization' } },
  ],
  more: [
    { at: 'url', as: 'url', read: withScheme, isOptional: true, input: { autocomplete: 'url' } },
    { at: 'country', as: 'select', isOptional: true },
    { at: 'statement', as: 'lines', isOptional: true },
    { at: 'public', as: 'choice', read: isYes, initial: 'yes' },
    { at: 'gives', as: 'choice' },
  ],
  consent: [
    { at: 'adult', as: 'tick', read: isYes },
    { at: 'notice', as: 'tick', read: String },
  ],
} satisfies Record<string, readonly FormField[]>;

/** What a signatory changes of its own signature; an empty field takes away what was there. */
export const EDIT_FIELDS: readonly FormField[] = [
  ...[...SIGN_FIELDS.who, ...SIGN_FIELDS.more]
    .filter((field) => 'isOptional' in field)
    .map((field) => ({ ...field, empty: null })),
  { at: 'public', as: 'tick', empty: false },
];

const signFields: readonly FormField[] = Object.values(SIGN_FIELDS).flat();
export const youNames = fieldNames(signFields);
export const signNames = [...youNames, TRAP, ...pledgeNames('funding', 'compute')];

/** The kind of pledge that goes with the signature; null for none. */
export function givesOf(typed: Typed): Kind | null {
  const gives = typed.get('gives');
  return gives === 'funding' || gives === 'compute' ? gives : null;
}

/** What was typed as the API's JSON of a sign-up, with the pledge of a kind or none. */
export function typedSignUp(typed: Typed, kind: Kind | null): TypedInput {
  const { gives: _, ...signature } = readFields(signFields, typed).input;
  const pledge = kind && typedPledge(typed, kind);
  return {
    input: { ...signature, ...(pledge && { pledge: pledge.input }) },
    fieldOf: (place) =>
      pledge && place.startsWith(PLEDGE) ? pledge.fieldOf(place.slice(PLEDGE.length)) : place,
  };
}
