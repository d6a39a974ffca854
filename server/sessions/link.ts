import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import * as people from '../db/people.ts';
import { DomainError } from '../domain/errors.ts';
import { hashOf, newToken } from './token.ts';

const MINUTE_MS = 60_000;
/** What signs somebody in is short-lived; who signs on a busy day may read their mail in the evening. */
const VALID_MS: Record<NewLink['purpose'], number> = {
  confirm: 24 * 60 * MINUTE_MS,
  'sign-in': 15 * MINUTE_MS,
  address: 15 * MINUTE_MS,
};

/** What a link proves an address for. */
export type NewLink =
  | { purpose: 'confirm'; signUpId: string }
  | { purpose: 'sign-in'; signatoryId: string; next: string | null }
  | { purpose: 'address'; signatoryId: string; address: string };

export type Link = typeof people.link.$inferSelect;

/** Makes a magic link, which works once: its whole address. */
export async function makeLink(
  db: Db | Tx,
  ctx: Pick<Context, 'now' | 'randomBytes' | 'config'>,
  link: NewLink,
): Promise<string> {
  const token = newToken(ctx.randomBytes);
  const now = ctx.now();
  await db.insert(people.link).values({
    ...link,
    tokenHash: hashOf(token),
    createdAt: now,
    expiresAt: new Date(now.getTime() + VALID_MS[link.purpose]),
  });
  return `${ctx.config.baseUrl}/confirm?token=${token}`;
}

export const linkSpent = (): DomainError =>
  new DomainError('link-spent', 'This link was used, or its time is over. Ask for another one.');

/** A link that would still work, read without using it. Throws `link-spent`. */
export async function findLink(reader: Db | Tx, token: string, now: Date): Promise<Link> {
  const [link] = await reader
    .select()
    .from(people.link)
    .where(eq(people.link.tokenHash, hashOf(token)));
  if (!link || link.usedAt !== null || link.expiresAt <= now) throw linkSpent();
  return link;
}

/**
 * Uses a link, for this transaction alone: of several at once one goes on, and the others wait for
 * its commit. `first` is false for one that was used before, within its time: a retry of what used it
 * finds what it did. Throws `link-spent` when the time is over, or there is no such link.
 */
export async function useLink(
  tx: Tx,
  token: string,
  now: Date,
): Promise<{ link: Link; first: boolean }> {
  const { link } = people;
  const tokenHash = hashOf(token);
  const [used] = await tx
    .update(link)
    .set({ usedAt: now })
    .where(
      sql`${link.tokenHash} = ${tokenHash} AND used_at IS NULL AND expires_at > ${now.toISOString()}`,
    )
    .returning();
  if (used) return { link: used, first: true };
  const [earlier] = await tx.select().from(link).where(eq(link.tokenHash, tokenHash));
  if (!earlier || earlier.expiresAt <= now) throw linkSpent();
  return { link: earlier, first: false };
}
