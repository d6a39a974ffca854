import { sql, type SQL } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import * as people from '../db/people.ts';
import { insertRows } from '../db/prepared.ts';
import type { RequestKind } from '../domain/agreed.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { rightsOf, ROLES } from '../domain/right.ts';
import type { ScheduleChange } from '../domain/terms-change.ts';

/** What an email is about. Its text and links are made when it is sent. */
export type Mail =
  /** Confirm a sign-up; or, to an address that has signed, that somebody signed up again. */
  | { kind: 'confirm'; signUpId: string }
  /** A link to sign in, if the address has signed, and where to go then. */
  | { kind: 'sign-in'; next: string | null }
  /** To the new address: confirm it, while the session that asked is open. */
  | { kind: 'new-address'; signatoryId: string; sessionId: string }
  /** To the old address, at once. */
  | { kind: 'address-asked' }
  /** To the old address, when the new one is confirmed. */
  | { kind: 'address-changed' }
  /** An admin's decision on a pledge or on a larger amount. */
  | {
      kind: 'decided';
      ref: string;
      /** `ready`: it will be accepted together with others. */
      decision: 'accepted' | 'rejected' | 'ready';
      reason: string | null;
      /** In minor units or GPU-seconds; on top of the rest where it is `more`. */
      asset: string;
      quantity: string;
      isMore: boolean;
    }
  /** The pledge's old visibility is gone: it is anonymous now. */
  | { kind: 'now-anonymous' }
  | { kind: 'signature-rejected'; reason: string }
  /** An admin's question about a signature, or about a pledge. */
  | { kind: 'asked'; ref: string | null; question: string }
  /** To an admin. */
  | { kind: 'recovery-used' }
  /** To an admin: these API tokens may no longer export or refund. */
  | { kind: 'token-rights'; tokens: string[] }
  /** To somebody who is to be an admin. */
  | { kind: 'invite'; adminId: string }
  /** To a giver: a link to pay a pledge. */
  | { kind: 'pay-link'; ref: string }
  /** To a payer: what became of a payment, by which batch of movements. */
  | {
      kind: 'payment';
      told: 'received' | 'failed' | 'refunded' | 'not-refunded';
      code: string;
      batch: string | null;
    }
  /** To each admin: the database lost entries, and the ledger goes on under a new log. */
  | { kind: 'new-log'; origin: string; size: number; lostSize: number; reason: string }
  /** To the admins: a giver asks to change an agreed pledge. */
  | { kind: 'request'; ref: string; request: RequestKind }
  /** To the giver: the admin's answer. */
  | {
      kind: 'request-decided';
      ref: string;
      request: RequestKind;
      decision: 'granted' | 'refused';
      reason: string;
    }
  /** To the admins: a giver withdrew a promise, or postponed it by `schedule`. In minor units or GPU-seconds. */
  | {
      kind: 'step-back';
      ref: string;
      asset: string;
      quantity: string;
      schedule: ScheduleChange | null;
    }
  /** To the admins: how much is to review. */
  | { kind: 'waiting' };

/** Who asked for an email that anybody may ask for. */
export interface Asker {
  /** A keyed hash. */
  network: Buffer;
  /** How many such emails its network asked for within the hour, with this one. */
  nth: number;
  /** The signatory whose session asked. */
  signatoryId: string | null;
}

/** People who want to sign in come first; notices to many come last. */
const HEAD_START_MS: Partial<Record<Mail['kind'], number>> = {
  'sign-in': 600_000,
  'new-address': 600_000,
  'recovery-used': 600_000,
  confirm: 300_000,
};
/** Each further email of a network lets others' requests of that time go first. */
const TURN_MS = 200;
/**
 * Emails to addresses that may not have signed: so many an hour go at once, each further one waits longer. Otherwise a
 * network could have strangers emailed without end.
 */
const AT_ONCE = 600;
const SLOWED_MS = 2_000;

/** When an email may go out, and its place among those that are due. */
function timesOf(now: Date, kind: Mail['kind'], nth: number) {
  const after = (ms: number): Date => new Date(now.getTime() + ms);
  return {
    createdAt: now,
    dueAt: after(kind === 'confirm' ? Math.max(0, nth - AT_ONCE) * SLOWED_MS : 0),
    turnAt: after(nth * TURN_MS - (HEAD_START_MS[kind] ?? 0)),
  };
}

/** Queues one email for each `email` of `whom`, in one statement. */
async function queueEach(tx: Tx, ctx: Pick<Context, 'now'>, { kind, ...data }: Mail, whom: SQL) {
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  const turnAt = timesOf(ctx.now(), kind, 0).turnAt.toISOString();
  await tx.execute(sql`
    INSERT INTO mail (id, kind, address, data, created_at, due_at, turn_at)
    SELECT gen_random_uuid(), ${kind}, email, ${JSON.stringify(data)}::jsonb,
      ${now}, ${now}, ${turnAt}::timestamptz
    FROM ${whom}`);
}

/**
 * Has an email sent after the commit. A crash before sending leaves it to the next start; one while sending may send it
 * twice.
 */
export const queueMail = (
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  address: string,
  mail: Mail,
  asker?: Asker,
): Promise<void> => queueMails(tx, ctx, [{ address, mail, asker }]);

/** Queues several emails, or none, in one statement. */
export async function queueMails(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  mails: readonly { address: string; mail: Mail; asker?: Asker | undefined }[],
): Promise<void> {
  const now = ctx.now();
  await insertRows(
    tx,
    people.mail,
    mails.map(({ address, mail: { kind, ...data }, asker }) => ({
      id: uuidv7(),
      kind,
      address,
      data,
      ...timesOf(now, kind, asker?.nth ?? 0),
      network: asker?.network ?? null,
      askedBy: asker?.signatoryId ?? null,
    })),
  );
}

/** To ADMIN_EMAIL; if that isn't set, to each admin with a passkey who may decide. */
export async function queueToAdmins(tx: Tx, ctx: Pick<Context, 'now' | 'config'>, mail: Mail) {
  const { adminEmail } = ctx.config;
  if (adminEmail !== null) return queueMail(tx, ctx, adminEmail, mail);
  const roles = ROLES.filter((role) => rightsOf(role).includes('decide'));
  const deciding = sql`admin
    WHERE removed_at IS NULL AND role = ANY(${sql.param(roles)}::text[])
      AND EXISTS (SELECT FROM passkey WHERE passkey.admin_id = admin.id)`;
  await queueEach(tx, ctx, mail, deciding);
}

/** Null for an address that isn't confirmed: no email goes there. */
export const provedAddress = (of: {
  email: string | null;
  confirmedAt: Date | null;
}): string | null => (of.confirmedAt === null ? null : of.email);

/** Throws `conflict` where nobody would get the question. */
export async function queueQuestion(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  to: Parameters<typeof provedAddress>[0],
  asked: { ref: string | null; question: string },
): Promise<void> {
  const address = provedAddress(to);
  if (address === null) {
    throw new DomainError('conflict', say().me.addressUnconfirmed);
  }
  await queueMail(tx, ctx, address, { kind: 'asked', ...asked });
}

/** One email to each of the signatories with a confirmed address, in one statement. */
export const queueToSignatories = (
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  ids: readonly string[],
  mail: Mail,
): Promise<void> =>
  queueEach(
    tx,
    ctx,
    mail,
    sql`signatory
      WHERE id = ANY(${sql.param(ids)}::uuid[]) AND email IS NOT NULL AND confirmed_at IS NOT NULL`,
  );
