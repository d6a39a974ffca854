import { DomainError } from './domain/errors.ts';

/** How long after proving an address in a session what is grave may be done in it. */
const FRESH_MS = 15 * 60_000;

export interface SignedIn {
  kind: 'signatory';
  signatoryId: string;
  sessionId: string;
  /** When the address was last proved in this session. */
  confirmedAt: Date;
}

/** Who asks. The use case decides what each may do. */
export type Actor = { kind: 'public' } | { kind: 'admin' } | SignedIn;

/** Who asks, in a text that no other actor has: what an idempotency key is scoped to. */
export const actorName = (actor: Actor): string =>
  actor.kind === 'signatory' ? `signatory:${actor.signatoryId}` : actor.kind;

/** Throws `unauthorised` unless an admin asks. */
export function requireAdmin(actor: Actor): void {
  if (actor.kind === 'admin') return;
  throw new DomainError('unauthorised', 'This needs the admin token: Authorization: Bearer ….');
}

export const signInFirst = (): DomainError =>
  new DomainError('unauthorised', 'Sign in first: Authorization: Bearer … with a session’s token.');

/** Throws `unauthorised` unless a signatory asks. */
export function requireSignatory(actor: Actor): asserts actor is SignedIn {
  if (actor.kind !== 'signatory') throw signInFirst();
}

/** Throws `confirm-again` unless the address was proved in this session within a quarter of an hour. */
export function requireFresh({ confirmedAt }: SignedIn, now: Date): void {
  if (now.getTime() - confirmedAt.getTime() <= FRESH_MS) return;
  throw new DomainError('confirm-again', 'Confirm by mail that it is you, and do it again.');
}
