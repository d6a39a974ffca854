import { setImmediate } from 'node:timers/promises';

export interface Ahead {
  /** Begins to insert, once what was begun before is in. The caller goes on with the next rows. */
  begin: (insert: () => Promise<unknown>) => Promise<void>;
  /** When all rows are in. Throws what an insert threw. */
  done: () => Promise<unknown>;
}

/** Postgres inserts while we plan: each has a processor of its own. Wait for `done` also where planning fails. */
export function insertAhead(): Ahead {
  let underWay: Promise<unknown> = Promise.resolve();
  return {
    begin: async (insert) => {
      await underWay;
      underWay = insert();
      underWay.catch(() => {});
      await setImmediate();
    },
    done: () => underWay,
  };
}
