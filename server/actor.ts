import { DomainError } from './domain/errors.ts';
import { leastRole, RIGHTS, type Right } from './domain/right.ts';
import { say } from './domain/say.ts';

/** Grave acts are possible so long after an address was proved. */
const FRESH_MS = 15 * 60_000;
/** And after a passkey was touched. */
const TOUCH_MS = 5 * 60_000;

export interface SignedIn {
  kind: 'signatory';
  signatoryId: string;
  sessionId: string;
  confirmedAt: Date;
}

export type Means = 'session' | 'token' | 'bootstrap' | 'machine' | 'setup' | 'stripe';

export interface Admin {
  kind: 'admin';
  rights: readonly Right[];
  by: Means;
  /** Who signed in, or made the token. */
  adminId: string | null;
  meansId: string | null;
  /** Of a passkey in the session; null for programs. */
  touchedAt: Date | null;
  /** Null for the machine's own. */
  from: string | null;
}

/** Whoever runs this machine's commands can read its database. */
export const MACHINE: Admin = {
  kind: 'admin',
  rights: RIGHTS,
  by: 'machine',
  adminId: null,
  meansId: null,
  touchedAt: null,
  from: null,
};

/** Whoever has the set-up's code, and becomes the owner by it. */
export const SETUP: Admin = { ...MACHINE, by: 'setup' };

/** Records what Stripe says, whoever made us look. */
export const STRIPE: Admin = { ...MACHINE, by: 'stripe' };

export type Actor = { kind: 'public' } | Admin | SignedIn;

/** The scope of an idempotency key. Admins' programs share one, so that ledger/acks.ts needs no tokens. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'signatory') return `signatory:${actor.signatoryId}`;
  if (actor.kind === 'admin' && actor.by === 'session') return `admin:${actor.adminId}`;
  return actor.kind;
}

export const hasRight = (actor: Actor, right: Right): boolean =>
  actor.kind === 'admin' && actor.rights.includes(right);

/** Throws `unauthorised` or `forbidden`. */
export function requireRight(actor: Actor, right: Right): asserts actor is Admin {
  if (actor.kind !== 'admin') {
    throw new DomainError('unauthorised', say().access.needsAdminToken);
  }
  if (actor.rights.includes(right)) return;
  const refusal = new DomainError(
    'forbidden',
    actor.by === 'token'
      ? say().access.tokenLacks(right)
      : say().access.needsRole(leastRole(right)),
  );
  refusals.set(refusal, { actor, right });
  throw refusal;
}

/** Apart from the errors, which go to whoever asked. */
const refusals = new WeakMap<Error, { actor: Admin; right: Right }>();

/** For an error of `requireRight`. */
export const refusalOf = (error: Error): { actor: Admin; right: Right } | null =>
  refusals.get(error) ?? null;

/** Throws `touch-again`. Programs need none: their rights are enough. */
export function requireTouch({ touchedAt }: Admin, now: Date): void {
  if (touchedAt === null || now.getTime() - touchedAt.getTime() <= TOUCH_MS) return;
  throw new DomainError('touch-again', say().access.touchFirst);
}

export const signInFirst = (): DomainError =>
  new DomainError('unauthorised', say().access.signInFirst);

export function requireSignatory(actor: Actor): asserts actor is SignedIn {
  if (actor.kind !== 'signatory') throw signInFirst();
}

/** Throws `confirm-again`. */
export function requireFresh({ confirmedAt }: SignedIn, now: Date): void {
  if (now.getTime() - confirmedAt.getTime() <= FRESH_MS) return;
  throw new DomainError('confirm-again', say().access.confirmFirst);
}
