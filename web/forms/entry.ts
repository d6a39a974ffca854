/** What admins enter for somebody else. */
import type { SignatoryKind } from '../../server/domain/signatory.ts';
import { fieldNames, type Condition, type FormField } from './fields.ts';
import { SIGN_FIELDS } from './sign.ts';

/** A browser would fill in the admin's own name. */
const free = { autocomplete: 'off' };
const notOwn = (field: FormField): FormField => ({ ...field, input: { ...field.input, ...free } });

const organisation: Condition = {
  holds: (read) => read('kind') === 'organisation',
  hidden: 'if-organisation',
};

/** Where it came from, and whether to ask the giver by email. */
export const SOURCE_FIELDS: readonly FormField[] = [
  { at: 'from', empty: '', input: free },
  { at: 'invite', as: 'tick', empty: false },
];

const CONTACT: readonly FormField[] = [
  { at: 'contactName', isOptional: true, if: organisation, input: free },
  { at: 'contactEmail', as: 'email', isOptional: true, if: organisation, input: free },
];

export const ENTER_FIELDS: readonly FormField[] = [
  ...SIGN_FIELDS.who.map((field) =>
    notOwn(field.at === 'email' ? { ...field, isOptional: true } : field),
  ),
  ...CONTACT,
  ...SIGN_FIELDS.more.filter(({ at }) => at !== 'gives').map(notOwn),
  ...SOURCE_FIELDS,
];

export const NOTE_FIELDS: readonly FormField[] = [
  { at: 'note', as: 'lines', empty: null, isOptional: true },
  { at: 'seen', as: 'hidden', empty: '' },
];

const kept = (at: string, as?: FormField['as']): FormField => ({
  at,
  empty: null,
  isOptional: true,
  input: free,
  ...(as && { as }),
});

const ALL: readonly FormField[] = [
  { at: 'name', input: free },
  kept('role'),
  kept('affiliation'),
  kept('email', 'email'),
  kept('contactName'),
  kept('contactEmail', 'email'),
  { at: 'checked', as: 'tick', empty: false },
];

const NOT_OF: Record<SignatoryKind, RegExp> = {
  person: /^contact/,
  organisation: /^(role|affiliation)$/,
};

/** An empty field removes what was there. */
export const correctFields = (kind: SignatoryKind): FormField[] =>
  ALL.filter(({ at }) => !NOT_OF[kind].test(at));

export const correctNames = fieldNames(ALL);

export const JOIN_FIELDS: readonly FormField[] = [{ at: 'other', empty: '', input: free }];

const ID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/;

/** A name, or the address of a page of the desk, on each line. */
export const MEMBER_FIELDS: readonly FormField[] = [
  {
    at: 'members',
    as: 'lines',
    isOptional: true,
    empty: [],
    read: (text) =>
      text
        .split('\n')
        .map((line) => ID.exec(line)?.[0] ?? line.trim())
        .filter((line) => line !== ''),
  },
];
