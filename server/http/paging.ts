import { z } from 'zod';
import { say } from '../domain/say.ts';

/** Rows on a page of a public list. */
export const SHOWN = 50;

/** Keyset pages by an id, which is the cursor. */
export const pageOf = <C extends z.ZodType>(cursor: C) => ({
  limit: z.coerce
    .number({ error: () => say().http.notNumber })
    .int()
    .min(1)
    .max(500)
    .default(100)
    .describe('The most items on a page.'),
  cursor: cursor.optional().describe('`next` from the previous page.'),
});

/** `rows` has one more than `limit` where there is a next page. */
export function paged<T>(rows: T[], limit: number, cursorOf: (row: T) => string) {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? cursorOf(items.at(-1)!) : null };
}
