import { z } from 'zod';

/** The query of every list: keyset pages, in the order of an id that the cursor names. */
export const pageOf = <C extends z.ZodType>(cursor: C) => ({
  limit: z.coerce
    .number('must be a number')
    .int()
    .min(1)
    .max(500)
    .default(100)
    .describe('The most items on a page.'),
  cursor: cursor.optional().describe('`next` from the previous page.'),
});

/** `next` is the cursor of the following page, null on the last: one row more than asked tells. */
export function paged<T>(rows: T[], limit: number, cursorOf: (row: T) => string) {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? cursorOf(items.at(-1)!) : null };
}
