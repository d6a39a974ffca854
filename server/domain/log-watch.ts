import { DomainError } from './errors.ts';

/** What a server knows of its log: it has shown a checkpoint, and the database must hold it. */
export interface LogWatch {
  /** The size of the newest checkpoint that this server has shown. */
  shownSize: bigint;
  /** The newest seal that it has kept outside the database; null before the first. */
  keptSeal: { n: bigint; head: string } | null;
  /** Why it takes no writes; null while it does. */
  stopped: string | null;
}

export const newWatch = (): LogWatch => ({
  shownSize: 0n,
  keptSeal: null,
  stopped: null,
});

const refusal = (why: string): DomainError =>
  new DomainError(
    'log-rolled-back',
    `${why}. Nothing was recorded: a write would be lost, or would fork the log. Whoever runs the server must put the right database back, or begin a new log.`,
  );

/** Throws `log-rolled-back` once this server has seen that its database lost something. */
export function checkWritable({ stopped }: LogWatch): void {
  if (stopped !== null) throw refusal(stopped);
}

/**
 * The same for what is being appended, from entry `first` on, at once: whoever looks each second
 * would let a second of writes through.
 */
export function checkNotRolledBack({ shownSize }: LogWatch, first: bigint): void {
  if (first >= shownSize) return;
  throw refusal(`This server has shown ${shownSize} entries, and the database holds only ${first}`);
}
