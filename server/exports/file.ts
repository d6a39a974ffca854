import { desc, eq, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { day } from '../http/text.ts';

/** `bom=1` puts U+FEFF first, for Excel. */
export interface Filters {
  bom: '0' | '1';
}

export const filtersOf = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject({ bom: z.enum(['0', '1']).default('0'), ...shape });

/** Both days are included. */
export const days = { from: day.optional(), to: day.optional() };

export const kind = { kind: z.enum(['funding', 'compute']).optional() };

/** `admin`: personal data, needs the right to export. `desk`: whoever sees the desk. */
export type Audience = 'admin' | 'desk' | 'public';

export interface CsvFile<F extends Filters = Filters> {
  name: string;
  audience: Audience;
  filters: z.ZodType<F>;
  /** What its sums are, where they aren't those of the public figures. */
  sums?: string;
  /** Text that somebody typed, perhaps a name: the history only says that it was used. */
  typed?: readonly string[];
  select: (asOf: AsOf, filters: F, isAdmin: boolean) => SQL;
}

export type AsOf = Awaited<ReturnType<typeof readAsOf>>;

/** The newest checkpoint, with today's names; its day in UTC. */
export async function readAsOf(reader: Db) {
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
