import { desc, eq } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { today, type Day } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';

/** What an export is of: the newest checkpoint, and the names as they stand now. */
export interface AsOf {
  /** Entries from this on are left out. */
  size: bigint;
  root: Buffer;
  at: Date;
  /** The checkpoint's day in UTC. */
  day: Day;
  namesVersion: bigint;
  /** The initiative's: the unit of base for funding. */
  currency: string;
}

/** Throws `not-found` before the first checkpoint. */
export async function readAsOf(reader: Db): Promise<AsOf> {
  const { checkpoint, initiative, namesVersion } = schema;
  const [row] = await reader
    .select({
      size: checkpoint.size,
      root: checkpoint.root,
      createdAt: checkpoint.createdAt,
      namesVersion: namesVersion.version,
      currency: initiative.currency,
    })
    .from(checkpoint)
    .innerJoin(initiative, eq(initiative.id, 1))
    .innerJoin(namesVersion, eq(namesVersion.id, 1))
    .orderBy(desc(checkpoint.size))
    .limit(1);
  if (!row) throw new DomainError('not-found', 'Nothing is loaded yet: npm run import -- FILE.');
  const { createdAt, ...facts } = row;
  return { ...facts, at: createdAt, day: today(createdAt) };
}
