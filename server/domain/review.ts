/** Why a confirmed signature waits for an admin. */
export const REVIEW_REASONS = [
  'policy',
  'disposable-address',
  'unproved-organisation',
  'same-name',
  'mixed-scripts',
  'rejected-before',
  'busy-domain',
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];
