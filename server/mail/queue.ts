import { sql, type SQL } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import * as people from '../db/people.ts';
import { insertRows } from '../db/prepared.ts';
import type { RequestKind } from '../domain/agreed.ts';
import { DomainError } from '../domain/errors.ts';
import { rightsOf, ROLES } from '../domain/right.ts';
import type { ScheduleChange } from '../domain/terms-change.ts';

/** What a mail tells of. What it says is read when it is sent; a link in it is made then. */
export type Mail =
  /** A sign-up to confirm; to an address that has signed, that somebody tried again. */
  | { kind: 'confirm'; signUpId: string }
  /** A way to sign in, if the address has signed, and where to go on then. */
  | { kind: 'sign-in'; next: string | null }
  /** To a new address: confirm it, as long as the session in which it was asked for is there. */
  | { kind: 'new-address'; signatoryId: string; sessionId: string }
  /** To the old one, as it is asked for. */
  | { kind: 'address-asked' }
  /** To the old address, once there is a new one. */
  | { kind: 'address-changed' }
  /** What an admin made of a pledge, or of a larger amount that was asked for. */
  | {
      kind: 'decided';
      ref: string;
      /** `ready`: it will be accepted together with others. */
      decision: 'accepted' | 'rejected' | 'ready';
      reason: string | null;
      /** What was asked for: in minor units or GPU-seconds, on top of the rest where it is `more`. */
      asset: string;
      quantity: string;
      isMore: boolean;
    }
  /** To whoever pledged by a visibility that was dropped: it is anonymous now. */
  | { kind: 'now-anonymous' }
  /** Why an admin rejected a signature. */
  | { kind: 'signature-rejected'; reason: string }
  /** What an admin asks back about a signature, or about the pledge of a reference. */
  | { kind: 'asked'; ref: string | null; question: string }
  /** To an admin: a recovery code of theirs was used. */
  | { kind: 'recovery-used' }
  /** To an admin: these API tokens of theirs may no longer export or refund. */
  | { kind: 'token-rights'; tokens: string[] }
  /** To somebody who is to be an admin: the way in. */
  | { kind: 'invite'; adminId: string }
  /** To a giver: the way to pay a pledge, by its reference. */
  | { kind: 'pay-link'; ref: string }
  /** To a payer: what became of a payment, and by which batch of movements. */
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
  /** To the giver: what an admin made of that. */
  | {
      kind: 'request-decided';
      ref: string;
      request: RequestKind;
      decision: 'granted' | 'refused';
      reason: string;
    }
  /** To the admins: a giver has taken a promise back, or put it off by `schedule`. In minor units or GPU-seconds. */
  | {
      kind: 'step-back';
      ref: string;
      asset: string;
      quantity: string;
      schedule: ScheduleChange | null;
    }
  /** To the admins: how much waits for them. */
  | { kind: 'waiting' };

/** Who asked for a mail that anybody may ask for. */
export interface Asker {
  /** A keyed hash. */
  network: Buffer;
  /** How many such mails its network has asked for within the hour, this one included. */
  nth: number;
  /** The signatory whose open session asked. */
  signatoryId: string | null;
}

/** Among mails that are due, people who want to sign in go before others; notices to many go last. */
const HEAD_START_MS: Partial<Record<Mail['kind'], number>> = {
  'sign-in': 600_000,
  'new-address': 600_000,
  'recovery-used': 600_000,
  confirm: 300_000,
};
/** Each further mail of a network lets those go first that others ask for within so long. */
const TURN_MS = 200;
/**
 * Of the mails to addresses that may not have signed, which are all that a network can have sent to strangers without
 * end, so many in an hour go at once, and each further one waits so much longer.
 */
const AT_ONCE = 600;
const SLOWED_MS = 2_000;

/** From when a mail may go out, and before which others it does. */
function timesOf(now: Date, kind: Mail['kind'], nth: number) {
  const after = (ms: number): Date => new Date(now.getTime() + ms);
  return {
    createdAt: now,
    dueAt: after(kind === 'confirm' ? Math.max(0, nth - AT_ONCE) * SLOWED_MS : 0),
    turnAt: after(nth * TURN_MS - (HEAD_START_MS[kind] ?? 0)),
  };
}

/** The same mail to each that `whom` selects an `email` of, in one statement. */
async function queueEach(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  { kind, ...data }: Mail,
  whom: SQL,
): Promise<void> {
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  const turnAt = timesOf(ctx.now(), kind, 0).turnAt.toISOString();
  await tx.execute(sql`
    INSERT INTO mail (id, kind, address, data, created_at, due_at, turn_at)
    SELECT gen_random_uuid(), ${kind}, email, ${JSON.stringify(data)}::jsonb,
      ${now}, ${now}, ${turnAt}::timestamptz
    FROM ${whom}`);
}

/**
 * Has a mail sent after the commit, and not without it: it is kept beside what it tells of. A crash
 * before it was sent leaves it to the next start; one while it is being sent may send it twice.
 */
export const queueMail = (
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  address: string,
  mail: Mail,
  asker?: Asker,
): Promise<void> => queueMails(tx, ctx, [{ address, mail, asker }]);

/** The same of several mails, or none, in one statement. */
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

/** To ADMIN_EMAIL, or, where that is not set, to each admin with a passkey who may decide. */
export async function queueToAdmins(
  tx: Tx,
  ctx: Pick<Context, 'now' | 'config'>,
  mail: Mail,
): Promise<void> {
  const { adminEmail } = ctx.config;
  if (adminEmail !== null) return queueMail(tx, ctx, adminEmail, mail);
  const roles = ROLES.filter((role) => rightsOf(role).includes('decide'));
  const deciding = sql`admin
    WHERE removed_at IS NULL AND role = ANY(${sql.param(roles)}::text[])
      AND EXISTS (SELECT FROM passkey WHERE passkey.admin_id = admin.id)`;
  await queueEach(tx, ctx, mail, deciding);
}

/** Where somebody is written to who has proved its address; null for others, whom no mail goes to. */
export const provedAddress = (of: {
  email: string | null;
  confirmedAt: Date | null;
}): string | null => (of.confirmedAt === null ? null : of.email);

/** Has a question mailed. Throws `conflict` where nobody would get it. */
export async function queueQuestion(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  to: Parameters<typeof provedAddress>[0],
  asked: { ref: string | null; question: string },
): Promise<void> {
  const address = provedAddress(to);
  if (address === null) {
    throw new DomainError('conflict', 'Its address is not confirmed: no mail goes there.');
  }
  await queueMail(tx, ctx, address, { kind: 'asked', ...asked });
}

/** The same mail to each of the signatories who has proved its address, in one statement. */
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
