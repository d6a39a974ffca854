import { DomainError } from './domain/errors.ts';
import { leastRole, RIGHTS, type Right } from './domain/right.ts';
import { say } from './domain/say.ts';

/** How long after proving an address in a session what is grave may be done in it. */
const FRESH_MS = 15 * 60_000;
/** The same of an admin's passkey. */
const TOUCH_MS = 5 * 60_000;

export interface SignedIn {
  kind: 'signatory';
  signatoryId: string;
  sessionId: string;
  /** When the address was last proved in this session. */
  confirmedAt: Date;
}

/**
 * By what an admin asks: a browser's session, an API token, ADMIN_TOKEN, this machine's own commands; or
 * what Stripe has told of.
 */
export type Means = 'session' | 'token' | 'bootstrap' | 'machine' | 'stripe';

export interface Admin {
  kind: 'admin';
  rights: readonly Right[];
  by: Means;
  /** Who signed in, or who made the token; null where it is nobody in particular. */
  adminId: string | null;
  /** The session's or the token's id. */
  meansId: string | null;
  /** When a passkey was last touched in this session; null where there is no hand that could. */
  touchedAt: Date | null;
  /** The network address of the request; null for the machine's own. */
  from: string | null;
}

/** This machine: whoever runs its commands can read its database. */
export const MACHINE: Admin = {
  kind: 'admin',
  rights: RIGHTS,
  by: 'machine',
  adminId: null,
  meansId: null,
  touchedAt: null,
  from: null,
};

/** What is recorded because Stripe says so, whoever made us look. */
export const STRIPE: Admin = { ...MACHINE, by: 'stripe' };

/** Who asks. The use case decides what each may do. */
export type Actor = { kind: 'public' } | Admin | SignedIn;

/**
 * Who asks, in a text: what an idempotency key is scoped to. The programs of the admins are one, so
 * that what one of them sent can be checked later without its token (ledger/acks.ts).
 */
export function actorName(actor: Actor): string {
  if (actor.kind === 'signatory') return `signatory:${actor.signatoryId}`;
  if (actor.kind === 'admin' && actor.by === 'session') return `admin:${actor.adminId}`;
  return actor.kind;
}

export const hasRight = (actor: Actor, right: Right): boolean =>
  actor.kind === 'admin' && actor.rights.includes(right);

/** Throws `unauthorised` unless an admin asks, and `forbidden` unless it has the right. */
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

/** Kept beside the error, which goes to whoever asked. */
const refusals = new WeakMap<Error, { actor: Admin; right: Right }>();

/** Who lacks which right, of an error that `requireRight` threw. */
export const refusalOf = (error: Error): { actor: Admin; right: Right } | null =>
  refusals.get(error) ?? null;

/**
 * Throws `touch-again` unless a passkey was touched in this session within five minutes. What has no
 * hand is asked for none: a token was given its rights for just that.
 */
export function requireTouch({ touchedAt }: Admin, now: Date): void {
  if (touchedAt === null || now.getTime() - touchedAt.getTime() <= TOUCH_MS) return;
  throw new DomainError('touch-again', say().access.touchFirst);
}

export const signInFirst = (): DomainError =>
  new DomainError('unauthorised', say().access.signInFirst);

/** Throws `unauthorised` unless a signatory asks. */
export function requireSignatory(actor: Actor): asserts actor is SignedIn {
  if (actor.kind !== 'signatory') throw signInFirst();
}

/** Throws `confirm-again` unless the address was proved in this session within a quarter of an hour. */
export function requireFresh({ confirmedAt }: SignedIn, now: Date): void {
  if (now.getTime() - confirmedAt.getTime() <= FRESH_MS) return;
  throw new DomainError('confirm-again', say().access.confirmFirst);
}
