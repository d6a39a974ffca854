import type { SQL } from 'drizzle-orm';
import { z } from 'zod';
import { day } from '../http/text.ts';
import type { AsOf } from './as-of.ts';

/** What every file may be asked for: `bom=1` puts U+FEFF first, for Excel. */
export interface Filters {
  bom: '0' | '1';
}

export const filtersOf = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject({ bom: z.enum(['0', '1']).default('0'), ...shape });

/** Days, both of them included. */
export const days = { from: day.optional(), to: day.optional() };

export const kind = { kind: z.enum(['funding', 'compute']).optional() };

/** One file: what it may be narrowed down by, and what it selects. */
export interface CsvFile<F extends Filters = Filters> {
  name: string;
  /** Who may have it. */
  audience: 'admin' | 'public';
  filters: z.ZodType<F>;
  select: (asOf: AsOf, filters: F) => SQL;
}
