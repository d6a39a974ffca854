/** So many givers must be waiting before their anonymous pledges are accepted: fewer hide nobody. */
export const LEAST_GIVERS = 5;

/** After so many days of waiting an admin decides. */
export const READY_DAYS = 7;

export const dueAt = (readyAt: Date): Date =>
  new Date(readyAt.getTime() + READY_DAYS * 24 * 3_600_000);
