import { sql } from 'drizzle-orm';
import type { Tx } from './db.ts';
import { rawStatement } from './prepared.ts';

const lockAll = rawStatement(sql`
  SELECT pg_advisory_xact_lock(lock)
  FROM (SELECT DISTINCT hashtextextended(text, 0) AS lock
    FROM unnest(${sql.placeholder('texts')}::text[]) AS text ORDER BY lock) AS locks`);

/** Takes the advisory locks of several texts until the commit, always in one order. */
export const lockTexts = (tx: Tx, texts: readonly string[]): Promise<unknown> =>
  lockAll(tx, { texts });
