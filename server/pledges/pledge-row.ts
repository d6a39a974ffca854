import type * as schema from '../db/schema.ts';
import type { Terms } from '../domain/pledge-book.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { fixedRate, termsOf } from '../ledger/terms.ts';

export type PledgeRow = typeof schema.pledge.$inferSelect;

/** An accepted pledge's terms, at the rate fixed on acceptance. Throws `conflict` for any other. */
export function acceptedTerms(row: PledgeRow, currency: string): Terms {
  const fixed = row.status === 'accepted' ? fixedRate(row) : null;
  if (fixed) return termsOf(row, currency, fixed);
  throw new DomainError('conflict', say().pledges.notAccepted(row.ref, row.status));
}

/** Whether a pledge was ever accepted. Its rate stays fixed even if the acceptance is reversed. */
export const wasAccepted = ({ rateNum }: Pick<PledgeRow, 'rateNum'>): boolean => rateNum !== null;

/**
 * A new anonymous pledge must be accepted together with others, or its place in the ledger could identify
 * its giver. Once its reference is public there is nothing left to hide.
 */
export const isHeldBack = (row: Pick<PledgeRow, 'visibility' | 'rateNum'>): boolean =>
  row.visibility === 'anonymous' && !wasAccepted(row);

/** The status that givers and programs see: a pending pledge can be `ready`. */
export const shownStatus = ({ status, readyAt }: Pick<PledgeRow, 'status' | 'readyAt'>) =>
  readyAt === null ? status : 'ready';

/**
 * For payers, banks and Stripe. Random unless the pledge is public, so that nobody who sees a payment finds
 * the pledge in the ledger.
 */
export const paymentRefOf = ({
  visibility,
  ref,
  paymentRef,
}: Pick<PledgeRow, 'visibility' | 'ref' | 'paymentRef'>): string =>
  visibility === 'public' ? ref : paymentRef;

/**
 * The giver's name as the public sees it next to an amount. Site, payer and reasons follow the same rule,
 * because they often tell the name. In SQL the rule is IS_SHOWN (db/standing.ts).
 */
export const shownGiver = (pledge: {
  visibility: PledgeRow['visibility'];
  name: string;
  isPublic: boolean;
  status: string;
}): string | null =>
  pledge.visibility === 'public' && pledge.isPublic && pledge.status === 'published'
    ? pledge.name
    : null;
