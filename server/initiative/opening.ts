import type { Initiative } from './read.ts';

export const isBeforeOpening = ({ opensAt }: Pick<Initiative, 'opensAt'>, now: Date): boolean =>
  opensAt !== null && now < opensAt;

/** "2027-01-15T09:00Z" */
export const minuteOf = (at: Date): string => `${at.toISOString().slice(0, 16)}Z`;
