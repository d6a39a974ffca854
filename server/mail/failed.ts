import { asc, count, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { requireRight } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import * as people from '../db/people.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import type { Actor } from '../actor.ts';
import { DomainError } from '../domain/errors.ts';
import type { Right } from '../domain/right.ts';
import { say } from '../domain/say.ts';
import type { Mail } from './queue.ts';

/** Anybody can ask for one of these again, or gets the next one, or it asks for nothing. They don't fill the desk's list. */
const FORGOTTEN: ReadonlySet<string> = new Set<Mail['kind']>([
  'confirm',
  'sign-in',
  'new-address',
  'address-asked',
  'address-changed',
  'waiting',
]);
/** Whether an email that is given up is forgotten. The others wait for an admin. */
export const isForgotten = (kind: string): boolean => FORGOTTEN.has(kind);

/** Warnings to admins, which no admin with fewer rights may keep from them. */
const WARNINGS: ReadonlySet<string> = new Set<Mail['kind']>([
  'recovery-used',
  'token-rights',
  'invite',
  'new-log',
  'account-changed',
  'account-unfit',
]);
export const rightOverMail = (kind: string): Right => (WARNINGS.has(kind) ? 'manage' : 'decide');

const { mail } = people;
const HAS_FAILED = isNotNull(mail.error);

/** How many emails have failed and are not sent yet, whether they are tried again or given up. */
export async function failedEmails(reader: Db | Tx): Promise<number> {
  const [row] = await reader.select({ failed: count() }).from(mail).where(HAS_FAILED);
  return row!.failed;
}

const SHOWN = 100;

/** The oldest first; thousands of a campaign's last email hide no other. */
export const listFailed = (reader: Db | Tx) =>
  reader
    .select()
    .from(mail)
    .where(HAS_FAILED)
    .orderBy(eq(mail.kind, 'closing'), asc(mail.createdAt), asc(mail.id))
    .limit(SHOWN);

/** Longer than a try takes. */
const TRY_MS = 60_000;

async function lockFailed(tx: Tx, actor: Actor, id: string) {
  requireRight(actor, 'decide');
  const isId = z.uuid().safeParse(id).success;
  const [row] = isId ? await tx.select().from(mail).where(eq(mail.id, id)).for('update') : [];
  if (!row || row.error === null) throw new DomainError('not-found', say().desk.emailGone);
  requireRight(actor, rightOverMail(row.kind));
  return row;
}

type OfMail = (ctx: Context, actor: Actor, key: RequestKey, id: string) => Promise<Answer>;

/** Has an email tried at once, and once more. Throws `not-found` if it was sent or discarded. */
export const sendMailAgain: OfMail = (ctx, actor, key, id) =>
  write(ctx, key, async (tx) => {
    const { kind, givenUpAt } = await lockFailed(tx, actor, id);
    await audit(tx, ctx, actor, { act: 'mail.send-again', object: id, facts: { kind } });
    // A try may be under way, unless it was given up.
    const dueAt = new Date(ctx.now().getTime() + (givenUpAt === null ? TRY_MS : 0));
    await tx.update(mail).set({ dueAt, givenUpAt: null }).where(eq(mail.id, id));
    return { status: 201, body: { id } };
  });

/** Nobody gets it any more. Throws as sendMailAgain does. */
export const discardMail: OfMail = (ctx, actor, key, id) =>
  write(ctx, key, async (tx) => {
    const { kind } = await lockFailed(tx, actor, id);
    await audit(tx, ctx, actor, { act: 'mail.discard', object: id, facts: { kind } });
    await tx.delete(mail).where(eq(mail.id, id));
    return { status: 201, body: { id } };
  });
