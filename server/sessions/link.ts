import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import * as people from '../db/people.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { hashOf, newToken } from './token.ts';

const MINUTE_MS = 60_000;
/** Whoever signs up may read the email in the evening. */
const VALID_MS: Record<NewLink['purpose'], number> = {
  confirm: 24 * 60 * MINUTE_MS,
  'sign-in': 15 * MINUTE_MS,
  address: 15 * MINUTE_MS,
};

export type NewLink =
  | { purpose: 'confirm'; signUpId: string }
  | { purpose: 'sign-in'; signatoryId: string; next: string | null }
  | { purpose: 'address'; signatoryId: string; address: string };

export type Link = typeof people.link.$inferSelect;

/** Its URL, which works once. */
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

export const linkSpent = (): DomainError => new DomainError('link-spent', say().access.linkSpent);

/** Throws `link-spent`. */
export async function findLink(reader: Db | Tx, token: string, now: Date): Promise<Link> {
  const [link] = await reader
    .select()
    .from(people.link)
    .where(eq(people.link.tokenHash, hashOf(token)));
  if (!link || link.usedAt !== null || link.expiresAt <= now) throw linkSpent();
  return link;
}

/** Of several at once, the others wait for the first's commit; a retry (`first` false) finds what the first did. */
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
