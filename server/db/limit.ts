import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { LRUCache } from 'lru-cache';
import { DomainError } from '../domain/errors.ts';
import type { Db } from './client.ts';
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

const keyOf = ({ name, key }: Use): string =>
  createHash('sha256').update(`${name.length}:${name}${key}`).digest('hex');

/** Until when keys are refused: whoever goes on asking costs the database nothing. The oldest give way. */
const MOST_REFUSED = 10_000;
const refusedUntil = new WeakMap<Db, LRUCache<string, number>>();

function refusedBy(db: Db): LRUCache<string, number> {
  const known = refusedUntil.get(db) ?? new LRUCache<string, number>({ max: MOST_REFUSED });
  refusedUntil.set(db, known);
  return known;
}

/**
 * Counts one use, in one statement and outside of any transaction: what is refused later, or fails,
 * was a use all the same. A stretch begins with its first use and ends by itself; uses beyond the
 * limit do not lengthen it. All replicas count in the one table. Answers how many seconds to wait,
 * 0 while it may be used.
 */
export async function secondsToWait(ctx: Pick<Context, 'db' | 'now'>, use: Use): Promise<number> {
  const now = ctx.now();
  const key = keyOf(use);
  const refused = refusedBy(ctx.db);
  const until = refused.get(key) ?? 0;
  if (until > now.getTime()) return secondsTo(until, now);
  const endsAt = new Date(now.getTime() + use.seconds * 1000).toISOString();
  const isOver = sql`used.ends_at <= ${now.toISOString()}::timestamptz`;
  const [row] = rowsOf<{ uses: number; until: number }>(
    await ctx.db.execute(sql`
      INSERT INTO limit_use AS used (key, uses, ends_at)
      VALUES (decode(${key}, 'hex'), 1, ${endsAt}::timestamptz)
      ON CONFLICT (key) DO UPDATE SET
        uses = CASE WHEN ${isOver} THEN 1 ELSE used.uses + 1 END,
        ends_at = CASE WHEN ${isOver} THEN excluded.ends_at ELSE used.ends_at END
      RETURNING uses, (extract(epoch FROM ends_at) * 1000)::float8 AS until`),
  );
  if (row!.uses <= use.most) return 0;
  refused.set(key, row!.until);
  return secondsTo(row!.until, now);
}

const secondsTo = (until: number, now: Date): number =>
  Math.max(1, Math.ceil((until - now.getTime()) / 1000));

/** A wait in words: "a minute", "12 minutes". */
const inWords = (seconds: number): string =>
  seconds <= 60 ? 'a minute' : `${Math.ceil(seconds / 60)} minutes`;

/** Counts one use. Throws `too-many`, with `retryAfter` in seconds, beyond the limit. */
export async function useLimit(ctx: Pick<Context, 'db' | 'now'>, use: Use): Promise<void> {
  const retryAfter = await secondsToWait(ctx, use);
  if (retryAfter === 0) return;
  throw new DomainError(
    'too-many',
    `There were too many of these from you; try again in ${inWords(retryAfter)}.`,
    { retryAfter },
  );
}
