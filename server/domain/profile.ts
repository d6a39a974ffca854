import type { SignatoryKind } from './signatory.ts';

interface ProfileFacts {
  kinds: readonly SignatoryKind[];
  /** How it is asked for. Of the `select` the API has a country's code. */
  as: 'line' | 'lines' | 'url' | 'select';
  /** In characters. */
  most: number;
  /** For the API's document. */
  about: string;
}

/**
 * What a signature may say beside its name, and the public reads: schema, row, API, CSV, forms and pages follow from
 * this table. Each has a column of its name; its words are in en-sign.ts. Only a statement waits for an admin's review.
 */
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

const ALL = Object.entries(PROFILE) as [ProfileField, ProfileFacts][];

export const PROFILE_FIELDS: readonly ProfileField[] = ALL.map(([name]) => name);

/** Something made of each field, by its name. */
export const perProfileField = <T>(
  make: (name: ProfileField, facts: ProfileFacts) => T,
): Record<ProfileField, T> =>
  Object.fromEntries(ALL.map(([name, facts]) => [name, make(name, facts)])) as Record<
    ProfileField,
    T
  >;

/** The profile of a row or an input; null for what it lacks. */
export const profileOf = (of: { [F in ProfileField]?: string | null | undefined }): Profile =>
  perProfileField((name) => of[name] ?? null);

/** What is shown on one line beside a name; of one kind of signatory only what is asked of it. */
export const besideName = (profile: Profile, kind?: SignatoryKind): string[] =>
  ALL.filter(
    ([, { as, kinds }]) =>
      (as === 'line' || as === 'select') && (kind === undefined || kinds.includes(kind)),
  ).flatMap(([name]) => profile[name] ?? []);

/** What is quoted below a name. */
export const quotesOf = (profile: Profile): string[] =>
  ALL.filter(([, { as }]) => as === 'lines').flatMap(([name]) => profile[name] ?? []);
