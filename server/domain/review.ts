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
