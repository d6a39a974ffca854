/** Anonymous pledges are accepted once so many givers wait: fewer would hide nobody. */
export const LEAST_GIVERS = 5;
export const READY_DAYS = 7;

export const dueAt = (readyAt: Date): Date =>
  new Date(readyAt.getTime() + READY_DAYS * 24 * 3_600_000);
