import { sql } from 'drizzle-orm';
import type { Tx } from './db.ts';
import * as schema from './schema.ts';

/** For changes of what pages show that make no entry: pages are made anew after the commit. */
export const namesChanged = (tx: Tx) =>
  tx.update(schema.namesVersion).set({ version: sql`version + 1` });
