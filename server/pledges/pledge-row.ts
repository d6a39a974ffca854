import type * as schema from '../db/schema.ts';
import type { Terms } from '../domain/pledge-book.ts';
import { conflict } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { fixedRate, termsOf } from '../ledger/terms.ts';

export type PledgeRow = typeof schema.pledge.$inferSelect;

/** At the rate fixed on acceptance. Throws `conflict` unless the pledge is accepted. */
export function acceptedTerms(row: PledgeRow, currency: string): Terms {
  const fixed = row.status === 'accepted' ? fixedRate(row) : null;
  if (!fixed) throw conflict(say().pledges.notAccepted(row.ref, row.status));
  return termsOf(row, currency, fixed);
}

/** Whether it ever was: a reversal leaves the rate. */
export const wasAccepted = ({ rateNum }: Pick<PledgeRow, 'rateNum'>): boolean => rateNum !== null;

/** Accepted alone, its place in the ledger could identify its giver. Accepted before, it has nothing left to hide. */
export const isHeldBack = (row: Pick<PledgeRow, 'visibility' | 'rateNum'>): boolean =>
  row.visibility === 'anonymous' && !wasAccepted(row);

/** An admin entered it, and its giver hasn't confirmed it. */
export const isUnconfirmed = ({
  enteredFrom,
  giverConfirmedAt,
}: Pick<PledgeRow, 'enteredFrom' | 'giverConfirmedAt'>): boolean =>
  enteredFrom !== null && giverConfirmedAt === null;

export const shownStatus = ({ status, readyAt }: Pick<PledgeRow, 'status' | 'readyAt'>) =>
  readyAt === null ? status : 'ready';

/** For payers and banks. Unless the pledge is public, nobody who sees a payment finds it in the ledger. */
export const paymentRefOf = ({
  visibility,
  ref,
  paymentRef,
}: Pick<PledgeRow, 'visibility' | 'ref' | 'paymentRef'>): string =>
  visibility === 'public' ? ref : paymentRef;

/** Site, payer and reasons follow the same rule, because they often tell the name. In SQL: IS_SHOWN (db/standing.ts). */
export const shownGiver = (pledge: {
  visibility: PledgeRow['visibility'];
  name: string;
  isPublic: boolean;
  status: string;
}): string | null =>
  pledge.visibility === 'public' && pledge.isPublic && pledge.status === 'published'
    ? pledge.name
    : null;
