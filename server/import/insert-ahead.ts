import { setImmediate } from 'node:timers/promises';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '../db/db.ts';
import { insertRows } from '../db/prepared.ts';

export interface Ahead {
  /** Begins to insert rows, once those before are in. The caller goes on with the next ones. */
  insert: <T extends PgTable>(table: T, rows: readonly T['$inferInsert'][]) => Promise<void>;
  /** When all rows are in. Throws what an insert threw. */
  done: () => Promise<void>;
}

/** Postgres inserts while we plan: each has a processor of its own. Wait for `done` also where planning fails. */
export function insertAhead(tx: Tx): Ahead {
  let underWay = Promise.resolve();
  return {
    insert: async (table, rows) => {
      await underWay;
      underWay = insertRows(tx, table, rows);
      underWay.catch(() => {});
      await setImmediate();
    },
    done: () => underWay,
  };
}
