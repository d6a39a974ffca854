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

/**
 * Who may have a file: `admin` is of personal data, and so of the right to export it; `desk` has none
 * of that, and whoever sees the desk may have it.
 */
export type Audience = 'admin' | 'desk' | 'public';

/** One file: what it may be narrowed down by, and what it selects. */
export interface CsvFile<F extends Filters = Filters> {
  name: string;
  audience: Audience;
  filters: z.ZodType<F>;
  /** Which of the filters hold what somebody typed, and so perhaps a name: the trail has them without. */
  typed?: readonly string[];
  select: (asOf: AsOf, filters: F) => SQL;
}
