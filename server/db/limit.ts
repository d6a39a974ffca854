import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import type { Db, Tx } from './db.ts';
import { rowsOf } from './sql.ts';

export interface Use {
  /** What is limited: "mail by ip". */
  name: string;
  /** An address or a network, kept as a hash only. */
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

/** In one statement outside any transaction, so that a failed use counts. Returns uses, and the stretch's end in ms. */
export async function countUse(
  ctx: Counting,
  use: Omit<Use, 'most'>,
): Promise<{ uses: number; until: number }> {
  const now = ctx.now();
  const endsAt = new Date(now.getTime() + use.seconds * 1000).toISOString();
  const isOver = sql`used.ends_at <= ${now.toISOString()}::timestamptz`;
  const [row] = rowsOf(
    await ctx.db.execute(sql`
      INSERT INTO limit_use AS used (key, uses, ends_at)
      VALUES (decode(${keyOf(use)}, 'hex'), 1, ${endsAt}::timestamptz)
      ON CONFLICT (key) DO UPDATE SET
        uses = CASE WHEN ${isOver} THEN 1 ELSE used.uses + 1 END,
        ends_at = CASE WHEN ${isOver} THEN excluded.ends_at ELSE used.ends_at END
      RETURNING uses, (extract(epoch FROM ends_at) * 1000)::float8 AS until`),
    z.strictObject({ uses: z.int(), until: z.number() }),
  );
  return row!;
}

/** Whoever goes on asking costs the database nothing. */
const MOST_REFUSED = 10_000;
const refusedUntil = new WeakMap<Db | Tx, LRUCache<string, number>>();

function refusedBy(db: Db | Tx): LRUCache<string, number> {
  const known = refusedUntil.get(db) ?? new LRUCache<string, number>({ max: MOST_REFUSED });
  refusedUntil.set(db, known);
  return known;
}

/** `wait` is in seconds, 0 within the limit. */
async function countWithin(ctx: Counting, use: Use): Promise<{ nth: number; wait: number }> {
  const now = ctx.now();
  const secondsTo = (until: number): number =>
    Math.max(1, Math.ceil((until - now.getTime()) / 1000));
  const key = keyOf(use);
  const refused = refusedBy(ctx.db);
  const known = refused.get(key) ?? 0;
  if (known > now.getTime()) return { nth: Infinity, wait: secondsTo(known) };
  const { uses, until } = await countUse(ctx, use);
  if (uses <= use.most) return { nth: uses, wait: 0 };
  refused.set(key, until);
  return { nth: uses, wait: secondsTo(until) };
}

export const secondsToWait = async (ctx: Counting, use: Use): Promise<number> =>
  (await countWithin(ctx, use)).wait;

/** Throws `too-many`, with `retryAfter` in seconds. */
export async function useNth(ctx: Counting, use: Use): Promise<number> {
  const { nth, wait } = await countWithin(ctx, use);
  if (wait === 0) return nth;
  throw new DomainError('too-many', say().http.tooOften(wait), { retryAfter: wait });
}

export async function useLimit(ctx: Counting, use: Use): Promise<void> {
  await useNth(ctx, use);
}
