import type { Visibility } from './schemas.ts';

/**
 * The giver as the public may see it beside an amount: only a `public` pledge of a published
 * signatory who shows its name links the two. The site, the provider and reasons often tell the name too, and are
 * shown under the same rule.
 */
export const shownGiver = (pledge: {
  visibility: Visibility;
  name: string;
  isPublic: boolean;
  status: string;
}): string | null =>
  pledge.visibility === 'public' && pledge.isPublic && pledge.status === 'published'
    ? pledge.name
    : null;
