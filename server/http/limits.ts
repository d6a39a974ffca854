import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import type { Context } from '../context.ts';
import { rowsOf } from '../db/sql.ts';
import { DomainError } from '../domain/errors.ts';

/** One use of something that may be used `most` times in each stretch of `seconds`. */
export interface Use {
  /** What is limited: "sign-up by address". */
  name: string;
  /** Whose use it is: an address, a network. Kept as a hash only. */
  key: string;
  most: number;
  seconds: number;
}

const keyOf = ({ name, key }: Use): string =>
  createHash('sha256').update(`${name.length}:${name}${key}`).digest('hex');

/** The longest wait in words: "in 40 seconds", "in 12 minutes". */
const inWords = (seconds: number): string =>
  seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;

/**
 * Counts one use of each, in one statement and outside of any transaction: what is refused later, or
 * fails, was a use all the same. A stretch begins with its first use and ends by itself; uses beyond
 * the limit do not lengthen it. All replicas count in the one table. Throws `too-many`, with
 * `retryAfter` in seconds, when one of them has been used more often than it may be.
 */
export async function useLimits(
  ctx: Pick<Context, 'db' | 'now'>,
  uses: readonly Use[],
): Promise<void> {
  const now = ctx.now();
  // In one order, for two that count the same keys must not wait for each other.
  const counted = uses
    .map((use) => ({ ...use, hash: keyOf(use) }))
    .toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
  const values = counted.map(({ hash, seconds }) => {
    const endsAt = new Date(now.getTime() + seconds * 1000).toISOString();
    return sql`(decode(${hash}, 'hex'), 1, ${endsAt}::timestamptz)`;
  });
  const isOver = sql`used.ends_at <= ${now.toISOString()}::timestamptz`;
  const rows = rowsOf<{ hash: string; uses: number; wait: number }>(
    await ctx.db.execute(sql`
      INSERT INTO limit_use AS used (key, uses, ends_at) VALUES ${sql.join(values, sql`, `)}
      ON CONFLICT (key) DO UPDATE SET
        uses = CASE WHEN ${isOver} THEN 1 ELSE used.uses + 1 END,
        ends_at = CASE WHEN ${isOver} THEN excluded.ends_at ELSE used.ends_at END
      RETURNING encode(key, 'hex') AS hash, uses,
        ceil(extract(epoch FROM ends_at - ${now.toISOString()}::timestamptz))::int AS wait`),
  );
  const mostOf = new Map(counted.map(({ hash, most }) => [hash, most]));
  const waits = rows.filter(({ hash, uses: times }) => times > mostOf.get(hash)!);
  if (waits.length === 0) return;
  const retryAfter = Math.max(1, ...waits.map(({ wait }) => wait));
  throw new DomainError(
    'too-many',
    `There were too many of these from you; try again in ${inWords(retryAfter)}.`,
    { retryAfter },
  );
}

const NETWORK_PARTS = 4;

/**
 * Where a request comes from, as limits count it: an IPv4 address, also one that is written as IPv6,
 * or the /64 that an IPv6 address is of, for one subscriber has all of that. Behind a proxy of
 * TRUSTED_PROXIES it is what the proxy says.
 */
export function ipKey({ ip }: Pick<FastifyRequest, 'ip'>): string {
  // A trusted proxy may name anything.
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  if (!('parts' in address)) return address.toString();
  const network = address.parts.slice(0, NETWORK_PARTS).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}
