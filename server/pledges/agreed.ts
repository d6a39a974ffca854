import type { Actor } from '../actor.ts';
import { askFirst } from '../domain/agreed.ts';
import { fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';

/**
 * Agreed is agreed: only an admin changes it, with a reason. Throws `conflict` for its giver, and
 * `invalid-input` without a reason.
 */
export function checkAgreedChange(actor: Actor, reason: string | undefined): void {
  if (actor.kind !== 'admin') throw askFirst();
  if (reason === undefined) {
    throw fieldError('reason', say().pledges.reasonMissing);
  }
}

/** A giver needs no reason to change what is only promised. Throws `invalid-input` where one is given. */
export function checkNoReason(reason: string | undefined): void {
  if (reason !== undefined) throw fieldError('reason', say().pledges.reasonForAdmins);
}
