import { desc, eq, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { today, type Day } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { day } from '../http/text.ts';

/** What every file takes. `bom=1` puts U+FEFF first, for Excel. */
export interface Filters {
  bom: '0' | '1';
}

export const filtersOf = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject({ bom: z.enum(['0', '1']).default('0'), ...shape });

/** Both days are included. */
export const days = { from: day.optional(), to: day.optional() };

export const kind = { kind: z.enum(['funding', 'compute']).optional() };

/** Files for `admin` have personal data and need the right to export. Whoever sees the desk may have those for `desk`. */
export type Audience = 'admin' | 'desk' | 'public';

export interface CsvFile<F extends Filters = Filters> {
  name: string;
  audience: Audience;
  filters: z.ZodType<F>;
  /** Filters with text that somebody typed, perhaps a name. The history only says that they were used. */
  typed?: readonly string[];
  select: (asOf: AsOf, filters: F) => SQL;
}

/** What an export shows: the newest checkpoint, with today's names. */
export interface AsOf {
  /** Entries from this one on are left out. */
  size: bigint;
  root: Buffer;
  at: Date;
  /** The checkpoint's day in UTC. */
  day: Day;
  namesVersion: bigint;
  /** The initiative's currency. */
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
  if (!row) throw new DomainError('not-found', say().http.nothingLoaded);
  const { createdAt, ...facts } = row;
  return { ...facts, at: createdAt, day: today(createdAt) };
}
