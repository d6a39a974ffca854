import type { Visibility } from './schemas.ts';
import type { PledgeRow } from './terms.ts';

/**
 * What payers, banks and Stripe know a pledge by: its reference, or a random one where the pledge isn't
 * public, so that nobody who sees a payment finds the pledge in the ledger.
 */
export const paymentRefOf = ({
  visibility,
  ref,
  paymentRef,
}: Pick<PledgeRow, 'visibility' | 'ref' | 'paymentRef'>): string =>
  visibility === 'public' ? ref : paymentRef;

/**
 * The giver as the public may see it beside an amount: only a `public` pledge of a published
 * signatory who shows its name links the two. For files and sums in SQL the rule is IS_SHOWN in db/standing.ts. The site, the provider and reasons often tell the name too, and are
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
