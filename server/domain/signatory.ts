/** Where a signature stands. */
export const SIGNATORY_STATUSES = ['pending', 'published', 'rejected', 'withdrawn'] as const;

/** With that of somebody who has given without signing (payments/gift.ts). */
export const GIVER_STATUSES = [...SIGNATORY_STATUSES, 'giver'] as const;
export type GiverStatus = (typeof GIVER_STATUSES)[number];

/** Whether a row is of somebody who has signed. */
export const hasSigned = <T extends { status: GiverStatus }>(
  row: T,
): row is T & { status: Exclude<T['status'], 'giver'> } => row.status !== 'giver';
