import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Db, Tx } from './client.ts';
import { DomainError } from '../domain/errors.ts';
import { rowsOf } from './sql.ts';

/** One use of something that may be used `most` times in each stretch of `seconds`. */
export interface Use {
  /** What is limited: "mail by ip". */
  name: string;
  /** Whose use it is: an address, a network. Kept as a hash only. */
  key: string;
  most: number;
  seconds: number;
}

interface Counting {
  db: Db | Tx;
  now: () => Date;
}

const keyOf = ({ name, key }: Pick<Use, 'name' | 'key'>): string =>
  createHash('sha256').update(`${name.length}:${name}${key}`).digest('hex');

/**
 * Counts one use, in one statement and outside of any transaction: what is refused later, or fails,
 * was a use all the same. A stretch begins with its first use and ends by itself; uses beyond the
 * limit do not lengthen it. All replicas count in the one table. Answers how many uses there were in
 * this stretch, and in how many seconds it ends.
 */
export async function countUse(
  ctx: Counting,
  use: Omit<Use, 'most'>,
): Promise<{ uses: number; wait: number }> {
  const now = ctx.now();
  const endsAt = new Date(now.getTime() + use.seconds * 1000).toISOString();
  const isOver = sql`used.ends_at <= ${now.toISOString()}::timestamptz`;
  const [row] = rowsOf<{ uses: number; wait: number }>(
    await ctx.db.execute(sql`
      INSERT INTO limit_use AS used (key, uses, ends_at)
      VALUES (decode(${keyOf(use)}, 'hex'), 1, ${endsAt}::timestamptz)
      ON CONFLICT (key) DO UPDATE SET
        uses = CASE WHEN ${isOver} THEN 1 ELSE used.uses + 1 END,
        ends_at = CASE WHEN ${isOver} THEN excluded.ends_at ELSE used.ends_at END
      RETURNING uses,
        ceil(extract(epoch FROM ends_at - ${now.toISOString()}::timestamptz))::int AS wait`),
  );
  return row!;
}

/** Counts one use. Answers how many seconds to wait, 0 while it may be used. */
export async function secondsToWait(ctx: Counting, use: Use): Promise<number> {
  const { uses, wait } = await countUse(ctx, use);
  return uses > use.most ? Math.max(1, wait) : 0;
}

/** A wait in words: "a minute", "12 minutes". */
const inWords = (seconds: number): string =>
  seconds <= 60 ? 'a minute' : `${Math.ceil(seconds / 60)} minutes`;

/** Counts one use: the nth of its stretch. Throws `too-many`, with `retryAfter` in seconds, beyond the limit. */
export async function useNth(ctx: Counting, use: Use): Promise<number> {
  const { uses, wait } = await countUse(ctx, use);
  if (uses <= use.most) return uses;
  const retryAfter = Math.max(1, wait);
  throw new DomainError(
    'too-many',
    `There were too many of these from you; try again in ${inWords(retryAfter)}.`,
    { retryAfter },
  );
}

/** The same, whichever use it is. */
export async function useLimit(ctx: Counting, use: Use): Promise<void> {
  await useNth(ctx, use);
}
