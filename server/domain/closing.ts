export interface Closing {
  closed: boolean;
  /** When its campaign ended; what was begun before goes on. */
  closedAt?: Date | null;
}

/** Closed without a time: a record of others, or a stop of everything. */
export const isShut = ({ closed, closedAt }: Closing): boolean => closed && !closedAt;
