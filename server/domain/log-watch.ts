import { DomainError } from './errors.ts';
import { say } from './say.ts';

/** What a server has shown of its log, which the database must still hold. */
export interface LogWatch {
  shownSize: bigint;
  keptSeal: { n: bigint; head: string } | null;
  /** Why the server takes no writes; null while it does. */
  stopped: string | null;
}

export const newWatch = (): LogWatch => ({
  shownSize: 0n,
  keptSeal: null,
  stopped: null,
});

const refusal = (why: string): DomainError =>
  new DomainError('log-rolled-back', say().domain.rolledBack(why));

export function checkWritable({ stopped }: LogWatch): void {
  if (stopped !== null) throw refusal(stopped);
}

/** At each append, from entry `first` on: a look each second would let a second of writes through. */
export function checkNotRolledBack({ shownSize }: LogWatch, first: bigint): void {
  if (first >= shownSize) return;
  throw refusal(say().domain.fewerThanShown(shownSize, first));
}
