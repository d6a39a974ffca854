/** Where a signature stands. */
export const SIGNATORY_STATUSES = ['pending', 'published', 'rejected', 'withdrawn'] as const;

/** With that of somebody who has given without signing (payments/follow/gift.ts). */
export const GIVER_STATUSES = [...SIGNATORY_STATUSES, 'giver'] as const;
export type GiverStatus = (typeof GIVER_STATUSES)[number];

/** Whether a row is of somebody who has signed. */
export const hasSigned = <T extends { status: GiverStatus }>(
  row: T,
): row is T & { status: Exclude<T['status'], 'giver'> } => row.status !== 'giver';

export const STATEMENT_STATUSES = ['shown', 'waiting', 'hidden'] as const;

/** Whether the public sees a signatory's statement; null where there is none. */
export function statementStatus(row: {
  statement: string | null;
  statementWaitsSince: Date | null;
  statementHidden: boolean | null;
}): (typeof STATEMENT_STATUSES)[number] | null {
  if (row.statement === null) return null;
  if (row.statementHidden) return 'hidden';
  return row.statementWaitsSince === null ? 'shown' : 'waiting';
}

/** Why a confirmed signature waits for an admin. */
export const REVIEW_REASONS = [
  'policy',
  'held',
  'disposable-address',
  'unproved-organisation',
  'same-name',
  'look-alike',
  'known-organisation',
  'organisation-name',
  'unsigned-role',
  'mixed-scripts',
  'rejected-before',
  'busy-domain',
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/**
 * What is done to many signatures at once: those that wait are accepted or rejected, statements are shown, published
 * signatures are hidden.
 */
export const BULK_KINDS = ['accept', 'reject', 'show', 'hide'] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** The version of the privacy notice that a sign-up consents to: web/messages/en-sign.ts has its words. */
export const NOTICE_VERSION = '2026-12';
