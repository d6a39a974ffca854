import { DomainError } from './domain/errors.ts';

/** Who asks. The use case decides what each may do. */
export type Actor = { kind: 'public' } | { kind: 'admin' };

/** Throws `unauthorised` unless an admin asks. */
export function requireAdmin(actor: Actor): void {
  if (actor.kind === 'admin') return;
  throw new DomainError('unauthorised', 'This needs the admin token: Authorization: Bearer ….');
}
