import { recordOf } from './record-of.ts';
import type { SignatoryKind } from './signatory.ts';

interface ProfileFacts {
  kinds: readonly SignatoryKind[];
  as: 'line' | 'lines' | 'url' | 'select';
  /** In characters. */
  most: number;
  about: string;
}

/** Schema, row, API, CSV, forms and pages follow from this table; its words are in en-sign.ts. */
export const PROFILE = {
  role: { kinds: ['person'], as: 'line', most: 200, about: 'What a person does.' },
  affiliation: {
    kinds: ['person'],
    as: 'line',
    most: 200,
    about: 'Identifies a person. It doesn’t mean the organisation signs.',
  },
  url: { kinds: ['person', 'organisation'], as: 'url', most: 500, about: 'The website.' },
  country: {
    kinds: ['person', 'organisation'],
    as: 'select',
    most: 2,
    about: 'ISO 3166, two capital letters.',
  },
  statement: {
    kinds: ['person', 'organisation'],
    as: 'lines',
    most: 2000,
    about: 'Why they sign. Shown once an admin has reviewed it.',
  },
} as const satisfies Record<string, ProfileFacts>;

export type ProfileField = keyof typeof PROFILE;
export type Profile = Record<ProfileField, string | null>;

export const PROFILE_FIELDS = Object.keys(PROFILE) as readonly ProfileField[];

const factsOf = (name: ProfileField): ProfileFacts => PROFILE[name];

export const perProfileField = <T>(make: (name: ProfileField, facts: ProfileFacts) => T) =>
  recordOf(PROFILE_FIELDS, (name) => make(name, factsOf(name)));

export const profileOf = (of: { [F in ProfileField]?: string | null | undefined }): Profile =>
  perProfileField((name) => of[name] ?? null);

/** On one line beside a name; of one kind of signatory only what is asked of it. */
export const besideName = (profile: Profile, kind?: SignatoryKind): string[] =>
  PROFILE_FIELDS.filter((name) => {
    const { as, kinds } = factsOf(name);
    return (as === 'line' || as === 'select') && (!kind || kinds.includes(kind));
  }).flatMap((name) => profile[name] ?? []);

export const quotesOf = (profile: Profile): string[] =>
  PROFILE_FIELDS.filter((name) => factsOf(name).as === 'lines').flatMap(
    (name) => profile[name] ?? [],
  );
