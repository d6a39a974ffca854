export const SIGNATORY_KINDS = ['person', 'organisation'] as const;
export type SignatoryKind = (typeof SIGNATORY_KINDS)[number];

export const SIGNATORY_STATUSES = ['pending', 'published', 'rejected', 'withdrawn'] as const;

/** Also of somebody who gave without signing (payments/follow/gift.ts). */
export const GIVER_STATUSES = [...SIGNATORY_STATUSES, 'giver'] as const;
export type GiverStatus = (typeof GIVER_STATUSES)[number];

export const hasSigned = <T extends { status: GiverStatus }>(
  row: T,
): row is T & { status: Exclude<T['status'], 'giver'> } => row.status !== 'giver';

export const STATEMENT_STATUSES = ['shown', 'waiting', 'hidden'] as const;

/** Null where there is no statement. */
export function statementStatus(row: {
  statement: string | null;
  statementWaitsSince: Date | null;
  statementHidden: boolean | null;
}): (typeof STATEMENT_STATUSES)[number] | null {
  if (row.statement === null) return null;
  if (row.statementHidden) return 'hidden';
  return row.statementWaitsSince === null ? 'shown' : 'waiting';
}

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

/** For many signatures at once: accept or reject pending ones, show their statements, hide published ones. */
export const BULK_KINDS = ['accept', 'reject', 'show', 'hide'] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** The version of the privacy notice that a sign-up consents to: web/messages/en-sign.ts has its words. */
export const NOTICE_VERSION = '2026-12b';
