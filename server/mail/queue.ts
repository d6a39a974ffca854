import { sql, type SQL } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import * as people from '../db/people.ts';
import { insertRows } from '../db/prepared.ts';
import type { RequestKind } from '../domain/agreed.ts';
import type { AccountBrief } from '../domain/bank-account.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { rightsOf, ROLES, type Right } from '../domain/right.ts';
import type { ScheduleChange } from '../domain/terms-change.ts';

/** Text and links are made when it is sent. */
export type Mail =
  /** Confirm a sign-up; or, to an address that has signed, that somebody signed up again. */
  | { kind: 'confirm'; signUpId: string }
  /** A link to sign in, if the address has signed, and where to go then. */
  | { kind: 'sign-in'; next: string | null }
  /** To the new address, while the session that asked is open. */
  | { kind: 'new-address'; signatoryId: string; sessionId: string }
  /** To the old address, at once. */
  | { kind: 'address-asked' }
  /** To the old address. */
  | { kind: 'address-changed' }
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
  /** To a signatory: an admin has published the signature. */
  | { kind: 'published' }
  /** To a giver: an admin recorded or undid something, or a payment of the pledge arrived. */
  | { kind: 'moved'; ref: string; batch: string }
  /** To whoever signed: the campaign that ended then is over. */
  | { kind: 'closing'; closedAt: string }
  /** To a giver: what is overdue or due soon. */
  | { kind: 'reminder'; ref: string }
  | { kind: 'now-anonymous' }
  | { kind: 'signature-rejected'; reason: string }
  /** About a signature, or a pledge. */
  | { kind: 'asked'; ref: string | null; question: string }
  /** To an admin. */
  | { kind: 'recovery-used' }
  /** To an admin: these API tokens may no longer export or refund. */
  | { kind: 'token-rights'; tokens: string[] }
  | { kind: 'invite'; adminId: string }
  /** To whom an admin signed in or pledged for, to confirm that. */
  | { kind: 'entered'; signatoryId: string; ref: string | null }
  /** To a signatory, at the address before: an admin corrected these fields. */
  | { kind: 'corrected'; fields: string[] }
  /** To a signatory whom an admin named as giving a pledge together with its giver. */
  | { kind: 'member'; ref: string; giver: string }
  /** To a giver whose two records are one by now, or two again. */
  | { kind: 'joined'; undone?: true }
  | { kind: 'pay-link'; ref: string }
  /** What became of a payment, by which batch of movements. */
  | {
      kind: 'payment';
      told: 'received' | 'failed' | 'refunded' | 'not-refunded';
      code: string;
      batch: string | null;
    }
  /** To each admin: the database lost entries. */
  | { kind: 'new-log'; origin: string; size: number; lostSize: number; reason: string }
  /** To the admins. */
  | { kind: 'request'; ref: string; request: RequestKind }
  | {
      kind: 'request-decided';
      ref: string;
      request: RequestKind;
      decision: 'granted' | 'refused';
      reason: string;
    }
  /** To the admins: a promise withdrawn, or postponed by `schedule`. In minor units or GPU-seconds. */
  | {
      kind: 'step-back';
      ref: string;
      asset: string;
      quantity: string;
      schedule: ScheduleChange | null;
    }
  | AccountChanged
  /** To the owners: something other than Muster changed an account. */
  | { kind: 'account-unfit'; currency: string }
  | { kind: 'waiting' };

/** To the owners: `was` is what givers saw, `is` what they will see; null is no account. */
export interface AccountChanged {
  kind: 'account-changed';
  currency: string;
  /** An admin's name. */
  by: string;
  was: AccountBrief | null;
  is: AccountBrief | null;
  shownFrom: string;
  /** Until then they see `was`; otherwise none. */
  keepsOld: boolean;
}

export interface Asker {
  /** A keyed hash. */
  network: Buffer;
  /** Of its network within the hour, with this one. */
  nth: number;
  /** Whose session asked. */
  signatoryId: string | null;
}

/** People who want to sign in come first. */
const HEAD_START_MS: Partial<Record<Mail['kind'], number>> = {
  'sign-in': 600_000,
  'new-address': 600_000,
  'recovery-used': 600_000,
  confirm: 300_000,
};
/** A network's further emails let others go first. */
const TURN_MS = 200;
/** An hour to addresses that may not have signed; each further one waits longer, or a network could email strangers. */
const AT_ONCE = 600;
const SLOWED_MS = 2_000;

function timesOf(now: Date, kind: Mail['kind'], nth: number) {
  const after = (ms: number): Date => new Date(now.getTime() + ms);
  return {
    createdAt: now,
    dueAt: after(kind === 'confirm' ? Math.max(0, nth - AT_ONCE) * SLOWED_MS : 0),
    turnAt: after(nth * TURN_MS - (HEAD_START_MS[kind] ?? 0)),
  };
}

async function queueEach(tx: Tx, ctx: Pick<Context, 'now'>, { kind, ...data }: Mail, whom: SQL) {
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  const turnAt = timesOf(ctx.now(), kind, 0).turnAt.toISOString();
  await tx.execute(sql`
    INSERT INTO mail (id, kind, address, data, created_at, due_at, turn_at)
    SELECT gen_random_uuid(), ${kind}, email, ${JSON.stringify(data)}::jsonb,
      ${now}, ${now}, ${turnAt}::timestamptz
    FROM ${whom}`);
}

/** Sent after the commit. A crash while sending may send it twice. */
export const queueMail = (
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  address: string,
  mail: Mail,
  asker?: Asker,
): Promise<void> => queueMails(tx, ctx, [{ address, mail, asker }]);

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

/** ADMIN_EMAIL, or each admin with a passkey who may decide. */
export async function queueToAdmins(tx: Tx, ctx: Pick<Context, 'now' | 'config'>, mail: Mail) {
  const { adminEmail } = ctx.config;
  if (adminEmail !== null) return queueMail(tx, ctx, adminEmail, mail);
  await queueEach(tx, ctx, mail, adminsWith('decide'));
}

/** To each owner with a passkey, whatever ADMIN_EMAIL says. */
export const queueToOwners = (tx: Tx, ctx: Pick<Context, 'now'>, mail: Mail): Promise<void> =>
  queueEach(tx, ctx, mail, adminsWith('manage'));

function adminsWith(right: Right): SQL {
  const roles = ROLES.filter((role) => rightsOf(role).includes(right));
  return sql`admin
    WHERE removed_at IS NULL AND role = ANY(${sql.param(roles)}::text[])
      AND EXISTS (SELECT FROM passkey WHERE passkey.admin_id = admin.id)`;
}

/** Null for an unconfirmed address. */
export const provedAddress = (of: {
  email: string | null;
  confirmedAt: Date | null;
}): string | null => (of.confirmedAt === null ? null : of.email);

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

/** Throws `invalid-input` where there is no address. The address may be a stranger's: compose.ts counts the email. */
export async function queueInvitation(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  address: string | null,
  of: { signatoryId: string; ref: string | null },
  asker: Asker,
): Promise<void> {
  if (address === null) throw fieldError('invite', say().me.noAddress);
  await queueMail(tx, ctx, address, { kind: 'entered', ...of }, asker);
}

/** Those with a confirmed address. */
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
