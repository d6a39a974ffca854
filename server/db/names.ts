import { sql } from 'drizzle-orm';
import type { Tx } from './db.ts';
import * as schema from './schema.ts';

/** What pages show has changed without a ledger entry: they are made anew once this is committed. */
export const namesChanged = (tx: Tx) =>
  tx.update(schema.namesVersion).set({ version: sql`version + 1` });
