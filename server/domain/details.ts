import type { Kind } from './asset.ts';
import { recordOf } from './record-of.ts';

/** Optional text of a pledge beside its terms: in no leaf, because it is free text. */
interface DetailFacts {
  kinds: readonly Kind[];
  column: string;
  /** In characters. */
  most: number;
  /** Whether the public reads it where the pledge shows its giver. Else only admins do. */
  isPublic: boolean;
  hasLines: boolean;
  about: string;
}

/** Schema, row, API, CSV, forms and pages follow from this table; its words are in en-pledge-form.ts. */
export const DETAILS = {
  provider: {
    kinds: ['compute'],
    column: 'provider',
    most: 200,
    isPublic: true,
    hasLines: false,
    about: 'Who runs the GPUs.',
  },
  purchaseOrder: {
    kinds: ['funding'],
    column: 'purchase_order',
    most: 100,
    isPublic: false,
    hasLines: false,
    about: 'A number your invoices must show. Never public.',
  },
  restrictedTo: {
    kinds: ['funding'],
    column: 'restricted_to',
    most: 200,
    isPublic: true,
    hasLines: false,
    about: 'What the giver restricts the money to.',
  },
  note: {
    kinds: ['funding', 'compute'],
    column: 'note',
    most: 2000,
    isPublic: false,
    hasLines: true,
    about: 'For the admins. Never public.',
  },
} as const satisfies Record<string, DetailFacts>;

export type Detail = keyof typeof DETAILS;
export type DetailOf<K extends Kind> = {
  [D in Detail]: K extends (typeof DETAILS)[D]['kinds'][number] ? D : never;
}[Detail];
export type Details = Record<Detail, string | null>;

const NAMES = Object.keys(DETAILS) as Detail[];
const factsOf = (name: Detail): DetailFacts => DETAILS[name];

export const perDetail = <T>(make: (facts: DetailFacts, name: Detail) => T): Record<Detail, T> =>
  recordOf(NAMES, (name) => make(factsOf(name), name));

export const detailsOf = (of: { [D in Detail]?: string | null | undefined }): Details =>
  perDetail((_, name) => of[name] ?? null);

/** All, or only those that are public (or not) and that one kind of pledge has. */
export const detailNames = (isPublic?: boolean, kind?: Kind): Detail[] =>
  NAMES.filter((name) => {
    const facts = factsOf(name);
    return (isPublic ?? facts.isPublic) === facts.isPublic && (!kind || facts.kinds.includes(kind));
  });

export const publicDetails = (of: Partial<Details>, isGiverShown: boolean): Details =>
  perDetail(({ isPublic }, name) => (isPublic && isGiverShown ? (of[name] ?? null) : null));
