import pLimit from 'p-limit';
import { DomainError } from '../domain/errors.ts';

export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Lets so many works run at once and so many more wait; others are refused (`busy`). What a stranger
 * may ask the database for goes by turns, so that its other connections stay free for writes,
 * admins and checkpoints however many ask.
 */
export function takeTurns(atOnce: number, waiting: number): Turns {
  const limit = pLimit(atOnce);
  return async (work) => {
    if (limit.pendingCount >= waiting) {
      throw new DomainError(
        'busy',
        'Others are being answered at this moment; try again in a few seconds.',
      );
    }
    return limit(work);
  };
}
