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
